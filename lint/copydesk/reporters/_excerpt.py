"""Shows a range of a line with marks under it, whatever characters the line holds."""

import unicodedata
from itertools import accumulate
from typing import NamedTuple

_CUT = "…"
_JOINERS = "\u200c\u200d"


class Excerpt(NamedTuple):
    """A line as it is shown, and the line of marks below it."""

    text: str
    marks: str


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """The part of `line` around `line[start:end]` that fits into `width` columns.

    A range that is too wide is cut at its end. Control characters are shown as symbols, so that
    nothing in an article can drive the terminal.
    """
    # A line may be a whole book: only its neighbourhood is looked at.
    offset, stop = max(0, start - width), min(len(line), start + width)
    shown = "".join(map(_visible, line[offset:stop]))
    columns = list(accumulate(map(_columns, shown), initial=0))
    start, end = start - offset, end - offset
    first, last = _window(columns, start, end, width)
    head = _CUT if offset + first else ""
    tail = _CUT if offset + last < len(line) else ""
    left = len(head) + columns[start] - columns[first]
    marked = columns[min(end, last)] - columns[start] + (len(tail) if end > last else 0)
    return Excerpt(head + shown[first:last] + tail, " " * left + "^" * max(1, marked))


def _window(columns: list[int], start: int, end: int, width: int) -> tuple[int, int]:
    """The first and last code point to show: the range in the middle, room shared evenly."""
    room = width - 2 * len(_CUT)
    first, last = start, start
    limit = len(columns) - 1
    while last < min(end, limit) and columns[last + 1] - columns[first] <= room:
        last += 1
    if last < end:
        return first, last
    while True:
        grown = False
        if first > 0 and columns[last] - columns[first - 1] <= room:
            first, grown = first - 1, True
        if last < limit and columns[last + 1] - columns[first] <= room:
            last, grown = last + 1, True
        if not grown:
            return first, last


def _visible(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return " " if char == "\t" else chr(0x2400 + code)
    category = unicodedata.category(char)
    if category in {"Cc", "Cs", "Zl", "Zp"} or (category == "Cf" and char not in _JOINERS):
        return "\ufffd"
    return char


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if char in _JOINERS or unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
