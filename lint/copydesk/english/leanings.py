"""How much rather persons than things do something, have it, or have it done to them.

“They married” and “their childhood” are said of persons, “they contain” and “their construction”
of things. The table was counted where a pronoun in the singular tells which: “he” and “she”, “it”.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from copydesk.shipped import shipped_text

FILE = "data/leanings.txt.z"

Role: TypeAlias = Literal["subject", "owner", "object"]
"""What the pronoun is to the word: “they married”, “their childhood”, “told them”."""

_ROLES: Mapping[str, Role] = {"subject": "subject", "owner": "owner", "object": "object"}

Leanings: TypeAlias = Mapping[Role, Mapping[str, float]]


def parse(text: str) -> Leanings:
    """The table in a text: a line for each role and leaning in tenths, then the words of it."""
    found: dict[Role, dict[str, float]] = {"subject": {}, "owner": {}, "object": {}}
    for line in text.splitlines():
        role, tenths, *words = line.split()
        found[_ROLES[role]].update(dict.fromkeys(words, int(tenths) / 10))
    return found


@cache
def leanings() -> Leanings:
    """The table that comes with copydesk; its card `leanings.md` tells how it was made."""
    return parse(shipped_text(FILE))


def leaning(role: Role, word: str) -> float:
    """How much a word in lower case is rather said of persons, below 0 of things; 0 if unknown.

    The logarithm of how many times more often it is, within 3.
    """
    return leanings()[role].get(word, 0.0)
