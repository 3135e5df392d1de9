"""Reads numbers, in figures and in words."""

from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from copydesk.patterns import lazy_pattern

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = frozenset("hundred thousand million billion trillion dozen score".split())
_FIGURES = lazy_pattern(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")


class Numeral(NamedTuple):
    """A number in the tokens `[first:end]`."""

    first: int
    end: int
    value: float


@cache
def number_words() -> dict[str, int]:
    """The numbers of one word, from one to ninety-nine."""
    words = {word: value for value, word in enumerate(_UNITS + _TEENS, 1)}
    words |= {word: 20 + 10 * i for i, word in enumerate(_TENS)}
    words |= {f"{ten}-{unit}": words[ten] + words[unit] for ten, unit in product(_TENS, _UNITS)}
    return words


def number(word: str) -> float | None:
    """What a token in lower case means as a number: “12”, “1,023.5”, “forty-two”."""
    if _FIGURES.fullmatch(word):
        return float(word.replace(",", ""))
    return number_words().get(word)


def numeral_at(words: Sequence[str], i: int) -> Numeral | None:
    """The number of one token at `i`, if it is no part of a longer one or of a sum of money."""
    value = number(words[i]) if 0 <= i < len(words) else None
    if value is None:
        return None
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if before in _SCALES or before in {"$", "£", "€", "#"} or number(before) is not None:
        return None
    if after in _SCALES or after in {"%", "°"} or number(after) is not None:
        return None
    if before in {"and", "/"} and i > 1 and words[i - 2] in _SCALES:  # “two hundred and five”
        return None
    return Numeral(i, i + 1, value)


def written(value: float) -> str:
    """A number as a message gives it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
