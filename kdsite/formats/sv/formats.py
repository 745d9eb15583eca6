"""Swedish in Finland: 24.11.2026 and 14.30, not Sweden's 2026-11-24 and 14:30."""

DATE_FORMAT = "j F Y"
SHORT_DATE_FORMAT = "j.n.Y"
TIME_FORMAT = "G.i"
DATETIME_FORMAT = "j F Y \\k\\l.\N{NO-BREAK SPACE}G.i"
SHORT_DATETIME_FORMAT = "j.n.Y \\k\\l.\N{NO-BREAK SPACE}G.i"
YEAR_MONTH_FORMAT = "F Y"
FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H:%M:%S", "%H.%M.%S"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H.%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
