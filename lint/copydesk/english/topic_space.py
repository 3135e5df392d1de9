"""Places texts in a space in which texts on the same topic lie in the same direction.

The place of a text is the sum of the vectors of its terms. A vector is held as one large integer
with a lane for each dimension: Python adds two of these in a tenth of a microsecond, which is less
than it takes for two numbers of a list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import dist, hypot, log
from struct import Struct
from typing import NamedTuple

from copydesk.memo import Memo
from copydesk.shipped import shipped_bytes

FILE = "data/topic_space.bin"

_LANE = 4
"""Bytes for each dimension: a sum of a million terms does not flow over into the next lane."""

_SPARE = 8
"""Bytes behind the lanes, so that even a sum of more than that is some number."""

_MIDDLE = 128
"""What stands for 0 in a lane, which knows no negative numbers."""

_STEPS = 4
"""How finely the emphasis on a term is told that stands in a text several times."""


@dataclass(frozen=True, slots=True)
class TopicSpace:
    """The vectors of terms, packed: a byte a dimension.

    Attributes:
        lines: The terms that begin with the same letters, each with a blank after it, and before
            them the number of the first. They stay packed because a dictionary of them takes
            longer to build than most articles take to check.
        rows: The vectors, in the order of the numbers.
        dimensions: How many figures a vector has.
        landmarks: Vectors of topics that texts are on, likewise.
    """

    lines: Mapping[str, str]
    rows: bytes
    dimensions: int
    landmarks: bytes

    def lanes(self, term: str) -> int:
        """The vector of a term, with a last lane that counts; 0 for a term not known."""
        line = self.lines.get(prefix(term), "")
        before = line.find(f" {term} ")
        if before < 0:
            return 0
        place = int(line[: line.find(" ")]) + line.count(" ", 0, before)
        size = self.dimensions
        lanes = bytearray(_LANE * (size + 1))
        lanes[: _LANE * size : _LANE] = self.rows[place * size : (place + 1) * size]
        lanes[_LANE * size] = 1
        return int.from_bytes(lanes, "little")


def prefix(term: str) -> str:
    """The letters that name the line of a term."""
    return term[:3]


def parse(table: bytes) -> TopicSpace:
    """The space in a table: two numbers, the lines of terms, their vectors, and those of topics."""
    head, _, rows = table.partition(b"\n\n")
    numbers, *lines = head.decode().split("\n")
    dimensions, landmarks = map(int, numbers.split())
    end = len(rows) - dimensions * landmarks
    known = dict(line.split(":") for line in lines)
    return TopicSpace(known, rows[:end], dimensions, rows[end:])


@cache
def topic_space() -> TopicSpace:
    """The space that comes with copydesk; its card `topic_space.md` tells how it was made."""
    return parse(shipped_bytes(FILE))


class Direction(NamedTuple):
    """Where a text lies in the space, and how far out."""

    vector: Sequence[int]
    length: float

    def nearness(self, other: "Direction") -> float:
        """The cosine of the angle between two texts, 0 where one has no terms known."""
        return _cosine(self.length, other.length, dist(self.vector, other.vector))

    def nearness_to_rest(self, whole: "Direction") -> float:
        """The nearness to what is left of a text that this one is taken out of."""
        rest = dist(self.vector, whole.vector)
        return -_cosine(self.length, rest, whole.length)


@cache
def landmarks() -> tuple[Direction, ...]:
    """Where the topics lie that most texts are on."""
    space = topic_space()
    figures = [byte - _MIDDLE for byte in space.landmarks]
    starts = range(0, len(figures), space.dimensions)
    rows = (figures[start : start + space.dimensions] for start in starts)
    return tuple(Direction(row, hypot(*row)) for row in rows)


def _cosine(one: float, other: float, opposite: float) -> float:
    """The cosine of the angle between two sides of a triangle, 0 where one has no length.

    By the law of cosines, for Python has distances in C, but no products of vectors.
    """
    return (one * one + other * other - opposite * opposite) / (2 * one * other or 1)


def place_of(counts: Mapping[str, int]) -> int:
    """The sum of the vectors of some terms, by how often they stand in a text, as lanes."""
    place = _STEPS * sum(map(_lanes_of, counts))  # most terms stand in a text once
    for term, times in counts.items():
        if times > 1:
            place += _lanes_of(term) * (_emphasis[times] - _STEPS)
    return place


class _Lanes(NamedTuple):
    """What turns a sum of vectors, as one large integer, into its figures.

    Attributes:
        bits: How many bits there are before the lane that counts.
        middle: What stands for 0 in each lane of a vector, and the 1 in the lane that counts.
        signs: The first bit of each lane.
        figures: Splits bytes into lanes.
    """

    bits: int
    middle: int
    signs: int
    figures: Struct


@cache
def _all_lanes(dimensions: int) -> _Lanes:
    bits = 8 * _LANE
    ones = sum(1 << bits * lane for lane in range(dimensions))
    middle = _MIDDLE * ones + (1 << bits * dimensions)
    return _Lanes(bits * dimensions, middle, ones << (bits - 1), Struct(f"<{dimensions}i{_SPARE}x"))


def direction(place: int) -> Direction:
    """Where the sum of some vectors lies."""
    bits, middle, signs, figures = _all_lanes(topic_space().dimensions)
    # No lane borrows from the next one, for each is half full while its middle is taken out.
    signed = (place - (place >> bits) * middle + signs) ^ signs
    vector = figures.unpack(signed.to_bytes(figures.size, "little"))
    return Direction(vector, hypot(*vector))


def _lanes(term: str) -> int:
    return topic_space().lanes(term)


_lanes_of: Callable[[str], int] = Memo(_lanes).__getitem__


class _Emphasis(dict[int, int]):
    def __missing__(self, times: int) -> int:
        self[times] = round(_STEPS * (1 + log(times)))
        return self[times]


_emphasis = _Emphasis()
