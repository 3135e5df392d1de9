"""Says on which line and in which column an offset lies."""

from bisect import bisect_right
from typing import NamedTuple

from copydesk.document import Span
from copydesk.patterns import lazy_pattern

_LINE_END = lazy_pattern(r"\r\n|[\r\n]")


class Position(NamedTuple):
    """A line and a column, both from 1; columns count code points."""

    line: int
    column: int


class LineMap:
    """The lines of a text, as editors count them."""

    def __init__(self, text: str) -> None:
        """Finds the lines of `text`."""
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> Position:
        """Where `text[offset]` stands."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """The range of a line, without its end."""
        return Span(self._starts[number - 1], self._ends[number - 1])
