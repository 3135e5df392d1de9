"""Shows which counted lines of web pages the table of boilerplate knows.

    python -m training.boilerplate SHARED

Puts each line of the two counted lists in `SHARED` between paragraphs and prints, for each list and
count, how many lines are found. Bylines, headings and stories are among them, so no list can be
found as a whole.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from copydesk.analysis.residue.boilerplate import boilerplate
from copydesk.markup import read_text

LISTS = {"boilerplate_lines_counted.tsv": 3, "boilerplate_lines_html.tsv": 2}
"""The lists, and the column that holds the line."""

BANDS = (100, 20, 5, 1)
BEFORE = "The council approved the plan for the new harbour on Monday after a long and loud debate."
AFTER = (
    "Work on the first pier is to begin in May, the mayor said, and will take two years or three."
)


def rows(path: Path, column: int) -> Iterator[tuple[int, str]]:
    """The count and the line of each row."""
    for row in path.read_text("utf-8").splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) > column and cells[0].isdecimal():
            yield int(cells[0]), cells[column]


def is_found(line: str) -> bool:
    return bool(boilerplate(read_text(f"A harbour\n\n{BEFORE}\n\n{line}\n\n{AFTER}\n")))


def main(shared: Path) -> None:
    for name, column in LISTS.items():
        found: Counter[int] = Counter()
        lines: Counter[int] = Counter()
        for count, line in rows(shared / "lists" / name, column):
            band = next(band for band in BANDS if count >= band)
            lines[band] += 1
            found[band] += is_found(line)
        print(name)
        for band in BANDS:
            print(f"  seen {band:3} times or more: {found[band]} of {lines[band]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
