"""What readers' templates need and the models do not give.

- form_tags: fields of forms that others made.
- head_tags: what the head of a page says to machines: picture of links, linked data, feeds.
- kdsite_tags: what the reader's templates need and the models do not give.
- time_tags: days and moments as readers see them.
"""
