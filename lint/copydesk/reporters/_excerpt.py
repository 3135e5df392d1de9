"""Shows ranges of a text on one line, whatever characters they hold."""

from itertools import accumulate
from typing import NamedTuple

from copydesk.document import Span
from copydesk.terminal import columns, visible

_CUT = "…"
_MOST_SHOWN = 60


class Excerpt(NamedTuple):
    """A line as it is shown, and the line of marks below it."""

    text: str
    marks: str


def beginning(source: str, span: Span) -> str:
    """The first words of a range, on one line."""
    text = " ".join(source[span.start : min(span.end, span.start + 2 * _MOST_SHOWN)].split())
    return visible(text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1].rstrip() + _CUT)


def excerpt(text: str, line: Span, start: int, end: int, width: int) -> Excerpt:
    """The part of a line around `text[start:end]`, which lies in it, that fits into `width`.

    A range that is too wide is cut at its end. Nothing in the line can drive the terminal.
    """
    # A line may be a whole book: only its neighbourhood is looked at; some takes no room.
    offset, stop = max(line.start, start - 2 * width), min(line.end, start + 2 * width)
    shown = visible(text[offset:stop])
    edges = list(accumulate(map(columns, shown), initial=0))
    start, end = start - offset, end - offset
    first, last = _window(edges, start, end, width)
    head = _CUT if offset + first > line.start else ""
    tail = _CUT if offset + last < line.end else ""
    left = len(head) + edges[start] - edges[first]
    marked = edges[min(end, last)] - edges[start] + (len(tail) if end > last else 0)
    return Excerpt(head + shown[first:last] + tail, " " * left + "^" * max(1, marked))


def _window(edges: list[int], start: int, end: int, width: int) -> tuple[int, int]:
    """The first and last code point to show: the range in the middle, room shared evenly."""
    room = width - 2 * len(_CUT)
    first, last = start, start
    limit = len(edges) - 1
    while last < min(end, limit) and edges[last + 1] - edges[first] <= room:
        last += 1
    if last < end:
        return first, last
    while True:
        grown = False
        if first > 0 and edges[last] - edges[first - 1] <= room:
            first, grown = first - 1, True
        if last < limit and edges[last + 1] - edges[first] <= room:
            last, grown = last + 1, True
        if not grown:
            return first, last
