"""How rare terms are in English articles at large."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from copydesk.memo import Memo
from copydesk.shipped import shipped_text

FILE = "data/background.txt.z"


@dataclass(frozen=True, slots=True)
class Background:
    """The weights of terms: a term in one of `n` articles weighs about `log(n)`.

    Attributes:
        lines: The terms that begin with the same letters, sorted, each followed by its weight in
            tenths. They stay packed because a dictionary of them takes longer to build than most
            articles take to check.
        unknown: The weight of any other term.
        length: How many terms an article of the background holds, on average.
    """

    lines: dict[str, str]
    unknown: float
    length: float

    def weight(self, term: str) -> float:
        """How much it says that two texts share `term`."""
        line = self.lines.get(prefix(term), "")
        start = line.find(f" {term}") + len(term) + 1  # sorted: itself, or else a longer one
        weight = line[start : start + 2] if start > len(term) else ""
        return int(weight) / 10 if weight.isdecimal() else self.unknown

    def begins_term(self, letters: str) -> bool:
        """Whether a term of the table begins with some letters, at least three."""
        return f" {letters}" in self.lines.get(prefix(letters), "")

    def chance(self, weight: float, length: int) -> float:
        """How probable a term of this weight is in an unrelated text of `length` terms."""
        return 1.0 - math.pow(1.0 - math.exp(-weight), length / self.length)


def prefix(term: str) -> str:
    """The letters that name the line of a term."""
    return term[:3]


def parse(text: str) -> Background:
    """The table in a text: the two figures, then its lines, each after its prefix."""
    head, *lines = text.split("\n")
    unknown, length = (float(figure) for figure in head.split())
    return Background(dict(line.split(":") for line in lines), unknown, length)


@cache
def background() -> Background:
    """The table that comes with copydesk; its card `background.md` tells how it was made."""
    return parse(shipped_text(FILE))


def _weight(term: str) -> float:
    return background().weight(term)


weight_of: Callable[[str], float] = Memo(_weight).__getitem__
"""The weight of a term in the table that comes with copydesk."""
