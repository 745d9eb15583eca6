"""Into review, decided on, and out of it.

- answers_seen: which answer of an author was the newest on somebody's screen: a mark beside the
  manifests that the form carries.
- asked_changes: what reviewers asked to have changed, as a list that the writer ticks off.
- account_origin: who made or invited an account, when and by which address, until something of
  its owner's has been public.
- author_confirmation: what named authors answered by a private link, as the second person's
  word.
- choices: what somebody may choose from on the review of a page, and which pages are in review
  with it.
- completeness: is a translation whole? One that is not is not sent for review.
- decisions: decisions on a page in review: each made once, on exactly the text that was read.
- looks: what a person saw of a page when they last had it on the review screen.
- submission: into review and out of it again, without a decision.
- task_calls: what a review task does where Wagtail calls its methods.
- words: one function records a word: who, to exactly what they were shown, yes or no.
"""
