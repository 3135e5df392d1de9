"""Tells American from British spelling."""

from functools import cache
from typing import NamedTuple

from copydesk.shipped import shipped_text

FILE = "data/dialect.txt"


class Dialects(NamedTuple):
    """Words that are spelt in one way in America and in another in Britain, in lower case.

    Attributes:
        american: The British spelling of each word that only Americans spell so.
        british: The American spelling of each word that they do not; “realize” is British too.
        words: All words of which either tells.
    """

    american: dict[str, str]
    british: dict[str, str]
    words: frozenset[str]


@cache
def dialects() -> Dialects:
    """The table that comes with copydesk; its card `dialect.md` tells how it was made."""
    # Not by importlib.resources, which takes longer to import than the table to read.
    text = shipped_text(FILE)
    both, _, one = text.partition("\n\n")
    pairs = [line.split() for line in both.split("\n")]
    british = {british: american for american, british in pairs}
    british |= {british: american for american, british in map(str.split, one.splitlines())}
    american = dict(pairs)
    return Dialects(american, british, frozenset(american | british))
