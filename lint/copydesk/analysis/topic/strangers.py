"""Counts the persons of a passage who are called by one name and stand nowhere else."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from copydesk.analysis.terms import terms_of
from copydesk.english.background import weight_of
from copydesk.english.clitics import without_genitive
from copydesk.english.lexicon import ARTICLES
from copydesk.english.word_classes import (
    FAMOUS,
    GIVEN_NAME,
    ORGANIZATION,
    PLACE,
    SURNAME,
    TITLE,
    classes_of,
)

_ADDRESSES = frozenset(". mr mrs ms dr".split())
"""What stands before a surname: a form of address, or its dot."""

_NO_PERSON = PLACE | TITLE | FAMOUS | ORGANIZATION
_NO_VERB = frozenset(
    "a an and as at but by for from in nor of on or that the to which who whose with".split()
)
_RARE = 6.0
"""What a word weighs that is a name if nothing else is known of it."""


class Strangers(NamedTuple):
    """How often a passage names persons of whom the rest of the article does not speak.

    Writers give the whole name first, so a passage of an article of its own has few that stand
    alone; one that was cut out of another article has many.

    Attributes:
        alone: Names that stand alone, of known families or after a form of address.
        acting: Names that stand alone before a verb or in the genitive.
        opening: Whether a sentence begins with such a one before a verb.
        introduced: Names of several words.
    """

    alone: int
    acting: int
    opening: bool
    introduced: int


def strangers(
    texts: Sequence[str], inside: range, absent: Collection[str], starts: Collection[int]
) -> Strangers:
    """The strangers among some tokens.

    Args:
        texts: All tokens.
        inside: Those of the passage.
        absent: The terms of it that stand nowhere else.
        starts: The tokens that sentences begin with.
    """
    names = list(_names(texts, inside))
    whole = [name for name in names if len(name) > 1]
    known = {term for name in whole for i in name for term in terms_of(texts[i])}
    unknown = frozenset(absent) - known
    single = [
        name.start
        for name in names
        if len(name) == 1 and _is_alone(texts, name.start, unknown, opens=name.start in starts)
    ]
    acting = [i for i in single if _acts(texts, i) and _may_be_person(texts[i])]
    return Strangers(
        alone=sum(_is_called(texts, i) for i in single),
        acting=len(acting),
        opening=any(i in starts and _is_before_verb(texts, i) for i in single),
        introduced=sum(_is_full(texts, name) for name in whole),
    )


def _names(texts: Sequence[str], inside: range) -> Iterator[range]:
    """Words with capitals on end."""
    i = inside.start
    while i < inside.stop:
        end = i + 1
        if texts[i][0].isupper() and terms_of(texts[i]):
            while end < inside.stop and texts[end][0].isupper():
                end += 1
            yield range(i, end)
        i = end


def _is_alone(texts: Sequence[str], i: int, absent: Collection[str], *, opens: bool) -> bool:
    """Whether a word with a capital is a name of a person, of which no more stands anywhere."""
    word, before = texts[i], texts[i - 1].lower() if i else ""
    if terms_of(word)[0] not in absent or word.isupper() or before in ARTICLES:
        return False
    return not (_classes(word) & _NO_PERSON or (opens and _is_word(word)))


def _is_word(name: str) -> bool:
    """Whether a name is a word, too, or so frequent that it is known."""
    lower = without_genitive(name).lower()
    return bool(classes_of(lower)) or weight_of(lower) < _RARE


def _is_called(texts: Sequence[str], i: int) -> bool:
    is_addressed = i > 0 and texts[i - 1].lower() in _ADDRESSES
    return is_addressed or bool(_classes(texts[i]) & SURNAME)


def _acts(texts: Sequence[str], i: int) -> bool:
    return without_genitive(texts[i]) != texts[i] or _is_before_verb(texts, i)


def _is_before_verb(texts: Sequence[str], i: int) -> bool:
    after = texts[i + 1] if i + 1 < len(texts) else ""
    return after[:1].islower() and after not in _NO_VERB


def _may_be_person(word: str) -> bool:
    classes = _classes(word)
    return bool(classes & SURNAME) if classes else not _is_word(word)


def _is_full(texts: Sequence[str], name: range) -> bool:
    first, last = _classes(texts[name.start]), _classes(texts[name.stop - 1])
    return bool(first & GIVEN_NAME or last & SURNAME)


def _classes(word: str) -> int:
    return classes_of(without_genitive(word))
