"""What the templates of the editorial work need.

- calendar_tags: days and times as people write them.
- desk_tags: who is looking at the front page of the admin.
- editorial_tags: what the translation editor shows of the review.
"""
