"""Into review, decided on, and out of it.

- author_confirmation: what named authors answered by a private link, as the second person's
  word.
- decisions: decisions on a page in review: each made once, on exactly the text that was read.
- submission: into review and out of it again, without a decision.
- task_calls: what a review task does where Wagtail calls its methods.
- words: one function records a word: who, to exactly what they were shown, yes or no.
"""
