"""The one table: what, its bound, what was measured, whether the bound is kept."""

from dataclasses import dataclass, field

HEAD = ("what", "bound", "measured", "kept?")


@dataclass
class Row:
    what: str
    # The worst that was measured, and what is said of it beside.
    measured: float
    said: str = ""
    at_most: float | None = None
    at_least: float | None = None
    unit: str = ""
    # What is wrong, a line each, for those who mend it.
    wrong: list = field(default_factory=list)

    @property
    def bound(self):
        if self.at_most is not None:
            return f"at most {self.at_most:g}{self.unit}"
        if self.at_least is not None:
            return f"at least {self.at_least:g}{self.unit}"
        return ""

    @property
    def kept(self):
        if self.at_most is not None:
            return "yes" if self.measured <= self.at_most else "missed"
        if self.at_least is not None:
            return "yes" if self.measured >= self.at_least else "missed"
        return ""

    @property
    def cells(self):
        said = f" ({self.said})" if self.said else ""
        return (
            self.what,
            self.bound,
            f"{round(self.measured, 3):g}{self.unit}{said}",
            self.kept,
        )


def show(rows):
    """The table, and below it what is wrong."""
    lines = [HEAD, *(row.cells for row in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    lines.insert(1, ["-" * width for width in widths])
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print(f"| {' | '.join(cells)} |")
    for row in rows:
        if row.wrong:
            print(f"\n{row.what}:")
            for line in row.wrong:
                print(f"  {line}")


def worst(figures, of=max):
    """``(figure, what it belongs to)`` of a dict from that to figures."""
    owner = of(figures, key=figures.get)
    return figures[owner], owner
