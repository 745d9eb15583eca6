"""From the rhythm to slots; what is changed in them, and what is shown of them.

- changes: changing the calendar: checked where it happens, logged, and released when its time
  has come.
- entries: what the calendar shows of each slot, and to whom.
- month_sheet: the calendar as a sheet: a table for each month, weeks from Monday.
- rhythm: from the rhythm to slots, twelve months ahead.
"""
