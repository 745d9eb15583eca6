"""The calendar on the screen.

- choose_slot: a page and the calendar: into which slot it is put, from the page's own menu.
- filters: which slots the calendar shows.
- forms: what an editor may write into a slot; what is refused, the slot itself says.
- homepage_panel: what comes next in the calendar, on the front page of the admin.
- private_address: everybody's own private address of the calendar: made, shown once, taken away.
- rhythm_saved: saving the rhythm fills the calendar; before that it is shown what becomes of the slots
  that are there.
- views: the calendar in the admin: slots by month, each with where its two languages stand.
- viewset: the addresses of the calendar, and the form of a slot.
"""
