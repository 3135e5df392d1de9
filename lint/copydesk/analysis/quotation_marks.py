"""Finds the marks that may set a quotation off, and tells which way each faces."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from copydesk.document import BREAK
from copydesk.patterns import lazy_pattern

# An apostrophe inside a word is passed over right here, which keeps the scan cheap.
_RUN = lazy_pattern(r"""["“”„‟«»‹›‘’'`](?!(?<=\w['’])\w)["“”„‟«»‹›‘’'`]*""")
_MARK = lazy_pattern(r"``|''|.")
_CONTRACTION = lazy_pattern(
    r"\d\ds?(?![\w'’])"  # the '90s, but neither the '1990s' nor '24'
    r"|(?:tis|twas|twere|twill|til|till|em|cause|cos|coz|cuz|n|bout|round|neath|gainst|fraid|cept"
    r"|scuse|nuff|neer|tween|s|m|re|ve|ll|d|t)(?!\w)",
    re.IGNORECASE,
)
_POSSESSIVE_OR_CLIPPED = lazy_pattern(r"(?:[szxSZX\d]|[iI]n|\b[oO]|\b[tT]h|['’][nN])\Z")


class Family(Enum):
    """Marks that pair with each other."""

    DOUBLE = auto()
    SINGLE = auto()
    GUILLEMET = auto()
    TEX = auto()


class Facing(Enum):
    """The end of a quotation that a mark can stand at."""

    OPENING = auto()
    CLOSING = auto()
    EITHER = auto()


class Mark(NamedTuple):
    """A mark in the reading text.

    One that is not `sure` may be something else: an apostrophe, inches, a mark that the text
    speaks of. It is a quotation mark only if another pairs with it.
    """

    start: int
    text: str
    family: Family
    facing: Facing
    sure: bool

    @property
    def end(self) -> int:
        """Where it ends in the reading text."""
        return self.start + len(self.text)


_FAMILY = (
    dict.fromkeys("‘’'", Family.SINGLE)
    | dict.fromkeys("«»‹›", Family.GUILLEMET)
    | dict.fromkeys('“”„‟"', Family.DOUBLE)
    | dict.fromkeys(("``", "''"), Family.TEX)
)
_GLYPH = dict.fromkeys("“„‟«‹‘", Facing.OPENING) | dict.fromkeys("”»›", Facing.CLOSING)
_BY_NEIGHBOURS = {
    " w": Facing.OPENING,
    " -": Facing.OPENING,
    "w ": Facing.CLOSING,
    "w-": Facing.CLOSING,
    "- ": Facing.CLOSING,
}
_DASHES = "—–-/"
_INVISIBLE = "\u200b\u2060\ufeff"


def quotation_marks(text: str) -> Iterator[Mark]:
    """The marks of `text` in order, without apostrophes as far as these are plain.

    Marks that stand together, as where two quotations end at once, share their neighbours.
    """
    for run in _RUN.finditer(text):
        start, end = run.span()
        after = text[end : end + 1]
        if after == ".":
            after = text[end : end + 2]
        read = _readings(run.group(), text[start - 1 : start], after)
        for offset, mark, family, facing, sure in read:
            at = start + offset
            if family is not Family.SINGLE:
                yield Mark(at, mark, family, facing, sure)
            elif facing is Facing.CLOSING:
                clipped = not offset and _POSSESSIVE_OR_CLIPPED.search(text, max(0, at - 3), at)
                yield Mark(at, mark, family, facing, not clipped)
            elif not _CONTRACTION.match(text, end):
                yield Mark(at, mark, family, facing, sure=False)


@lru_cache(maxsize=1024)
def _readings(run: str, before: str, after: str) -> tuple[Mark, ...]:
    """The marks of a run by what stands before and after it; starts count from the run's."""
    sides = _before(before) + _after(after)
    if sides == "  " and (len(run) > 1 or before in tuple("([{")):
        return ()  # the text speaks of the marks
    return tuple(_marks(run, sides, before, after))


def _before(char: str) -> str:
    """What the character before a mark is to it: a gap, a dash or a word."""
    if char in _DASHES:
        return "-" if char else " "
    return " " if char.isspace() or char in f"([{{<{BREAK}{_INVISIBLE}" else "w"


def _after(chars: str) -> str:
    """What the character after a mark is to it; leading dots of a quotation are a word."""
    if chars in _DASHES:
        return "-" if chars else " "
    if chars[0].isspace() or chars in f",;:!?)]}}>{BREAK}{_INVISIBLE}":
        return " "
    begins_name = chars[1:2] in tuple(".0123456789") or chars[1:2].isalpha()  # “.git”
    return " " if chars[0] == "." and not begins_name else "w"


def _marks(run: str, sides: str, before: str, after: str) -> Iterator[Mark]:
    for found in _MARK.finditer(run):
        mark = found.group()
        family = _FAMILY.get(mark)
        if family is Family.SINGLE:
            yield from _single(mark, found.start(), sides, after)
        elif family:
            yield _double(mark, found.start(), family, sides, after_digit=before.isdigit())


def _double(mark: str, at: int, family: Family, sides: str, *, after_digit: bool) -> Mark:
    facing = _BY_NEIGHBOURS.get(sides, Facing.EITHER)
    glyph = _GLYPH.get(mark, facing)
    if facing is Facing.EITHER:
        facing = glyph
    elif facing is not glyph:
        facing = Facing.EITHER  # turned the wrong way, or a space stands on its wrong side
    if after_digit and facing is not Facing.OPENING:
        return Mark(at, mark, family, Facing.CLOSING, sure=False)
    sure = family is Family.DOUBLE or facing is Facing.CLOSING
    return Mark(at, mark, family, facing, sure and sides != "  ")


def _single(mark: str, at: int, sides: str, after: str) -> Iterator[Mark]:
    facing = Facing.OPENING if sides == "-w" else _BY_NEIGHBOURS.get(sides)
    if facing is Facing.CLOSING and mark != "‘":
        yield Mark(at, mark, Family.SINGLE, facing, sure=True)
    if facing is Facing.OPENING and (mark != "’" or after.isupper()):
        yield Mark(at, mark, Family.SINGLE, facing, sure=False)
