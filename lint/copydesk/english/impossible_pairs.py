"""Which function words never stand side by side, and which compounds prepositions begin."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from copydesk.english.lexicon import FUNCTION_WORDS, PRETERITES, REFLEXIVES
from copydesk.shipped import shipped_text

FILE = "data/impossible_pairs.txt"

ADVERBS = frozenset(
    "also always else even ever here just never not now only so there too very".split()
)
"""Adverbs that are as frequent as the other words of grammar."""

KNOWN = FUNCTION_WORDS | ADVERBS | REFLEXIVES | PRETERITES
"""The words that are looked at."""


class Pairs(NamedTuple):
    """The table.

    Attributes:
        impossible: What may not follow each word.
        compounds: What prepositions are joined with by a hyphen: “in-house”.
    """

    impossible: Mapping[str, frozenset[str]]
    compounds: Mapping[str, frozenset[str]]


@cache
def pairs() -> Pairs:
    """The table that comes with copydesk; its card `impossible_pairs.md` tells how it was made."""
    text = shipped_text(FILE)
    impossible, compounds = text.split("\n\n")
    return Pairs(_table(impossible), _table(compounds))


def _table(lines: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in lines.splitlines():
        first, *rest = line.split(" ")
        table[first] = frozenset(rest)
    return table
