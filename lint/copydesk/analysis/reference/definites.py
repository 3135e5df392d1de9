"""Finds definite nouns at their first mention, as far as words alike in form can tell."""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.vocabulary import places_in
from copydesk.document import Document
from copydesk.shipped import shipped_text

FILE = "data/definites.txt"

POINTING = frozenset({"these", "those", "such", "both"})
DETERMINERS = POINTING | {"the"}
_ENDS_PHRASE = frozenset(
    ". , ; : ! ? ) is was were are has had have will would also and or but could can may might"
    " should did does do said says left made came comes follows followed means marks marked gave"
    " took led brought began remains became".split()
)
"""Marks and words after which no more is to come that may explain the noun."""

_STEM = 5


class Definite(NamedTuple):
    """A determiner at token `first` and the noun behind it, not mentioned before."""

    first: int
    determiner: str
    noun: str


class Table(NamedTuple):
    """What is known of nouns.

    Attributes:
        shares: Of all its uses after “the” alone, how many percent are the first mention.
        general: Nouns that “these” often puts for what was said in other words.
    """

    shares: dict[str, int]
    general: Container[str]


@cache
def table() -> Table:
    """The table that comes with copydesk; its card `definites.md` tells how it was made."""
    return parse(shipped_text(FILE))


def parse(text: str) -> Table:
    """The table in a text: a line of general nouns, then a noun and its percentage in each line."""
    general, *lines = text.splitlines()
    pairs = (line.split(" ") for line in lines)
    return Table({noun: int(percent) for noun, percent in pairs}, frozenset(general.split()))


def definites(document: Document) -> tuple[Definite, ...]:
    """The definite phrases of one noun whose noun stands nowhere before."""
    found = phrases(document.tokens.texts, document.tokens.lowers)
    return tuple(phrase for phrase, is_first in found if is_first)


def phrases(texts: Sequence[str], lowers: Sequence[str]) -> Iterator[tuple[Definite, bool]]:
    """All definite phrases of one noun, and whether no word like the noun stands before.

    Words are alike if they begin with the same five letters.
    """
    seen: set[str] = set()
    read = 0
    for i in places_in(lowers, DETERMINERS):
        noun = lowers[i + 1] if i + 2 < len(lowers) else ""
        if (
            len(noun) > 2
            and noun.isalpha()
            and texts[i + 1] == noun
            and lowers[i + 2] in _ENDS_PHRASE
        ):
            seen.update(map(_stem, lowers[read : i + 1]))
            read = i + 1
            yield Definite(i, lowers[i], noun), _stem(noun) not in seen


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.rstrip("s")
