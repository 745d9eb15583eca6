"""Tables as rows of plain text, every row equally long."""

from blog.importing.html.inline import inline_html, text_of

MAX_COLUMNS = 50


def rows_of(table):
    """The texts of the cells, row by row; blank rows are dropped.

    A cell over several columns is followed by empty ones, and a table inside a cell becomes
    lines of that cell.
    """
    rows = []
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        cells = []
        for cell in row.find_all(["td", "th"], recursive=False):
            cells.append(_text(cell))
            span = str(cell.get("colspan", "1"))
            is_number = span.isascii() and span.isdigit() and len(span) < 9
            extra = int(span) - 1 if is_number else 0
            cells += [""] * max(0, min(extra, MAX_COLUMNS - len(cells)))
        if any(cells):
            rows.append(cells)
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _text(cell):
    lines = text_of(inline_html(cell.children)).split("\n")
    return "\n".join(line for line in lines if line.strip())
