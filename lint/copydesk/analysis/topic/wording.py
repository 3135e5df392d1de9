"""Tells what there is in the wording of a stretch of text: quotations, pronouns, names."""

import re
from collections.abc import Sequence
from itertools import pairwise

from copydesk.analysis.terms import terms_of
from copydesk.patterns import lazy_pattern

_PRONOUN = r"(?:he|she|they|his|hers?|him|theirs?|them|also)\b"
_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those)\b|(?:[\w’'-]+[\s,]+){{0,5}}?{_PRONOUN})",
    re.IGNORECASE,
)
_OPENS_WITH_ANAPHOR = lazy_pattern(
    rf"\W{{0,3}}(?:(?:its?|this|these|that|those|however|but)\b|{_PRONOUN})", re.IGNORECASE
)
_BEFORE_A_CAPITAL = frozenset('.!?"“')
"""Marks after which a capital does not tell a name."""


def has_early_anaphor(text: str) -> bool:
    """Whether a pronoun stands among its first words."""
    return _ANAPHOR.match(text) is not None


def opens_with_anaphor(text: str) -> bool:
    """Whether it opens with a word that leans on what is before."""
    return _OPENS_WITH_ANAPHOR.match(text) is not None


def name_terms(words: Sequence[str]) -> frozenset[str]:
    """The terms of the words with a capital within a sentence."""
    return frozenset(
        term
        for before, word in pairwise(words)
        if word[0].isupper() and before not in _BEFORE_A_CAPITAL
        for term in terms_of(word)
    )
