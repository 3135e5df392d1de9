"""Which strings of letters are words of English, as far as copydesk knows."""

from copydesk.analysis.terms import terms_of
from copydesk.english.background import background, weight_of

_SHORTEST = 3
_COMMON = 7.0
"""The weight of a term in one of a thousand articles."""


def is_word(letters: str) -> bool:
    """Whether it is a function word or stands in the background table.

    What has one or two letters counts as no word: the table knows all pairs of letters as names.
    """
    return _weight(letters) < background().unknown


def is_common_word(letters: str) -> bool:
    """The same for words that more than one in a thousand articles has."""
    return _weight(letters) < _COMMON


def _weight(letters: str) -> float:
    if len(letters) < _SHORTEST:
        return background().unknown
    terms = terms_of(letters.lower())
    return weight_of(terms[0]) if terms else 0.0
