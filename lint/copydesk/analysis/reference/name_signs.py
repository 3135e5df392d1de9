"""Tells what shows that a name is a person's: a form of address, a deed, relatives."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from copydesk.analysis.quotations import quotations
from copydesk.analysis.reference.full_names import FORMS_OF_ADDRESS, block_number
from copydesk.analysis.vocabulary import vocabulary
from copydesk.document import BREAK, Document
from copydesk.english.attribution import verbs_of_saying
from copydesk.english.clitics import without_genitive
from copydesk.english.dictionary import letters_of
from copydesk.english.word_classes import (
    MOSTLY_SURNAME,
    PERSON_NOUN,
    SURNAME,
    classes_of,
)

ADDRESSES = frozenset("mr mrs ms".split())
_DONE_BY_PERSONS = frozenset(
    "apologised apologized arrested born charged convicted died graduated jailed married recalled"
    " resigned retired sentenced testified".split()
)
_DONE_TO_PERSONS = frozenset(
    "accused accusing against blamed married murdered praised sued".split()
)
_AUXILIARIES = frozenset("can could did does had has is was will would".split())
_BETWEEN = frozenset("also been had has is later was".split())
BELONG_TO_PERSONS = frozenset(
    "attorney attorneys boyfriend brother children colleagues daughter family father friends"
    " girlfriend husband lawyer lawyers mother parents sister son supporters widow wife".split()
)
_PRONOUNS = frozenset("he her him himself his she herself".split())
_RECALLED = 60
"""How many tokens after the first use a pronoun may stand that means the person."""

_IN_PARTS = frozenset(
    "acted as by called character film name named nickname play played playing plays role star"
    " title titled".split()
)
"""Words before a form of address that tell of a part, a work or a stage name."""

_ANIMALS = frozenset("colt dog filly horse horses mare racehorse stallion".split())
"""Words of articles in which an animal may be called “Mr Brook”."""


class Sign(StrEnum):
    """What shows that a name is a person's."""

    ADDRESS = "a form of address"
    SPEECH = "a verb of saying"
    DEED = "something that only persons do or suffer"
    SUBJECT = "a verb, with a pronoun for a person after it"
    KIN = "relatives or lawyers"


@cache
def words_with_names() -> frozenset[str]:
    """Words one of which must stand in an article to show that a name is a person's."""
    deeds = _DONE_BY_PERSONS | BELONG_TO_PERSONS
    return verbs_of_saying() | deeds | ADDRESSES | _PRONOUNS


def _is_known(name: str) -> bool:
    """Whether a word is a surname that is hardly ever anything else."""
    classes = classes_of(name)
    return bool(classes & MOSTLY_SURNAME) and not classes & PERSON_NOUN


def is_surely_person(document: Document, name: str, shown: Sequence[tuple[Sign, int]]) -> bool:
    """Whether what shows that a name is a person’s can be trusted.

    A form of address alone is not enough in an article on animals (“Mr Brook”, a horse), nor for a
    name that no list has, unless that does something, too.
    """
    if not shown or {sign for sign, _ in shown} != {Sign.ADDRESS}:
        return bool(shown)
    if not _ANIMALS.isdisjoint(document.analysis(vocabulary)):
        return False
    texts = document.tokens.texts
    after = (texts[i + 1] for _, i in shown if i + 1 < len(texts))
    return bool(classes_of(name) & SURNAME) or any(map(_is_verb, after))


def sign(document: Document, i: int) -> Sign | None:
    """What shows that the name at token `i`, out of quotation, is a person's."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    before = i - 2 if i > 1 and texts[i - 1] == "." else i - 1
    if texts[max(before, 0)] in FORMS_OF_ADDRESS:
        name = without_genitive(texts[i])
        is_name = classes_of(name) & SURNAME or not _is_word(name)
        is_shown = is_name and not _is_invented(document, before) and not is_quoted(document, i)
        return Sign.ADDRESS if is_shown else None
    if not _is_known(without_genitive(texts[i])) or is_quoted(document, i):
        return None
    after = lowers[i + 1 : i + 2]
    if without_genitive(texts[i]) != texts[i]:
        return Sign.KIN if not BELONG_TO_PERSONS.isdisjoint(after) else None
    return _sign_of_verb(document, i)


def _sign_of_verb(document: Document, i: int) -> Sign | None:
    """What a verb beside the name at token `i` shows."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    after = i + 1
    while after < len(texts) - 1 and lowers[after] in _BETWEEN:
        after += 1
    verb = lowers[i + 1] if i + 1 < len(texts) else BREAK
    if after < len(texts) and lowers[after] in _DONE_BY_PERSONS:
        return Sign.DEED
    if verb in verbs_of_saying() or (lowers[i - 1] in {"said", "says"} and verb in {".", ","}):
        return Sign.SPEECH
    if not _is_pronoun_near(document, i):
        return None
    if lowers[i - 1] in _DONE_TO_PERSONS:
        return Sign.DEED
    if lowers[i - 1] == "of":
        return None  # “the poets of Brook wrote”
    return Sign.SUBJECT if _is_verb(texts[i + 1] if i + 1 < len(texts) else BREAK) else None


@cache
def _is_verb(word: str) -> bool:
    """Whether a word can be the verb after a name."""
    return word in _AUXILIARIES or (word.islower() and bool({*"dz"} & {*letters_of(word)}))


@cache
def _is_word(name: str) -> bool:
    """Whether a name is an ordinary word, too."""
    lower = name.lower()
    return classes_of(lower) != 0 or any(map(str.islower, letters_of(lower)))


def _is_invented(document: Document, i: int) -> bool:
    """Whether the form of address at token `i` is part of a title or role: “as Mrs Potts”."""
    before = document.tokens.lowers[max(0, i - 3) : i]
    return (
        not before
        or not _IN_PARTS.isdisjoint(before)
        or before[-1:] in ([opening] for opening in "\"“'‘")
    )


def is_quoted(document: Document, i: int) -> bool:
    """Whether token `i` stands in a quotation."""
    return document.analysis(quotations).covers(document.tokens.starts[i])


def _is_pronoun_near(document: Document, i: int) -> bool:
    """Whether a pronoun that can mean the person stands in the paragraph, not far after a name."""
    end = document.prose[block_number(document, i)].end
    stop = min(document.tokens.index_at(end), i + _RECALLED)
    return not _PRONOUNS.isdisjoint(document.tokens.lowers[i:stop])
