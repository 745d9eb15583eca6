"""Several pages, one moment.

- back_to_draft: out of a release before its time.
- closed_writers: approved texts that will not go out, because the account of their last writer was
  closed since.
- fate: what becomes of a page when its review ends well: the one answer for the button and for
  the act.
- held: what the author of a page that waits for its time has answered is read, and the page goes on.
- left_out: what belongs to a page and does not go out with it, and why.
- publish: a page, its translation and their companions become public together.
- publish_due: what is due goes out: called every minute.
- readiness: where a slot stands: each of its languages, and what keeps it from going out.
- states: what one language of a slot can look like.
- waiting: what is approved and waits for its time.
- without_slot: approved translations that no slot takes out: each goes out as soon as its original is
  public and nothing holds it.
- workflow_finish: what Wagtail calls when a review has been passed.
"""
