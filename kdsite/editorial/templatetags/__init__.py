"""What the templates of the editorial work need.

- calendar_tags: days and times as people write them.
- editorial_tags: who looks at the front page of the admin, and what the translation editor
  shows of the review.
"""
