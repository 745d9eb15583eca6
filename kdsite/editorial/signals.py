"""What happens to a page, for whoever wants to tell others."""

from django.dispatch import Signal

# Inside the transaction of the event: a receiver writes to the database, and must not raise.
# ``state``, ``user``: a page was sent for review, with the pages that go along.
sent_for_review = Signal()
# ``page``, ``task_state``, ``user``: one person approved, and another one must, too.
approved_by_one = Signal()
# ``page``, ``user``: a text in review was corrected; who wrote that cannot approve it.
corrected = Signal()
# ``page``, ``user``, ``state``: its review ended without a decision.
taken_back = Signal()
# ``page``, ``user``, ``revision``: this version, which was approved, waits for its time no longer.
back_to_draft = Signal()
# ``pages``, ``user``, ``why``: an editor has taken down these language versions of one page.
taken_down = Signal()
# ``page``, ``before``, ``at``, ``user``: it goes out at another moment; one of them is None where it was put
# into the calendar, or taken out of it.
slot_moved = Signal()
# ``page``, ``user``, ``fingerprint``: somebody who is no editor finds that the change of its original does not
# matter for this translation; the fingerprint is that of the changed text.
of_no_consequence = Signal()
# ``release``, ``revisions``, ``user``: they are public now; the companions are not among them.
# ``left_out``: the companions that are not public, and why.
releasing = Signal()

# After the commit.

# ``release``: pages have become public together. Sent once for each release.
released = Signal()
# ``follow_up``: something that follows a change failed, and is tried again.
follow_up_failed = Signal()
# ``slot``, ``error``: its time came, and publishing failed; nothing of it is public.
release_failed = Signal()
# ``page``, ``error``: publishing this translation, which no slot takes out, failed.
translation_failed = Signal()
