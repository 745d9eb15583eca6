"""What must be done now, most urgent first, on top of the admin's front page.

- desk: what the front page of one person is made from, read once for all of its panels.
- of_releases: what should be public and is not.
- of_reading: reviews, answers and comments that wait for somebody to read them.
- of_slots: texts and translations that the calendar waits for, and the next empty slot.
- of_translations: translations whose original has changed.
- panel: the list itself.
- things: one thing to do: what, why, and its one button.
"""
