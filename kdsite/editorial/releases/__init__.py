"""Several pages, one moment.

- publish: several pages, one moment: a page, its translation and its companions go out
  together.
- publish_due: what is due goes out: called every minute.
- readiness: where a page stands on its way to its slot, in words.
- workflow_finish: what Wagtail calls when a review has been passed.
"""
