"""Tells where more of a name stands than the surname, or a word beside it that says who that is."""

from collections.abc import Sequence

from copydesk.analysis.headlines import Case, case_of, headline_like
from copydesk.document import BREAK, BlockKind, Document
from copydesk.english.clitics import without_genitive
from copydesk.english.word_classes import (
    GIVEN_NAME,
    GROUP_NOUN,
    MAYBE_PERSON_NOUN,
    PERSON_NOUN,
    THING_NOUN,
    TITLE,
    classes_of,
)
from copydesk.patterns import lazy_pattern

FORMS_OF_ADDRESS = frozenset("Mr Mrs Ms".split())
_ABBREVIATIONS = FORMS_OF_ADDRESS | frozenset(
    "Capt Col Dr Gen Gov Hon Jr Lt Prof Rep Rev Sen Sgt St".split()
)
_PARTICLES = frozenset("af al bin da de del den der di dos du el la le ten ter van von".split())
_BEGIN_SENTENCES = frozenset(
    "After All Although An And Another As At Because Before Both But By Despite During Each Even"
    " Every For Former From He Her Here His How However If In Is It Its Last Later Like Many"
    " Meanwhile Most No Not Now Of On Once One Or Our She Since So Some Still Such Than That The"
    " Their Then There These They This Those Though To Today Two Under Unlike Until Was We What"
    " When Where While Who Why With Without Yesterday Yet".split()
)
"""Words that have a capital before a name because a sentence begins with them."""

_NICKNAME_ENDS = frozenset("\"”’')")
_BIRTH_NAME = frozenset("née nee born named called surnamed".split())
_PLACES = frozenset("city county district island province suburb town village".split())
_IN_PLACES = frozenset("at in near".split())


def is_full(document: Document, i: int) -> bool:
    """Whether a given name, an initial, an office or another name stands beside token `i`.

    In a headline each word has a capital, and only a given name counts.
    """
    texts = document.tokens.texts
    before = _before(texts, i)
    word = texts[before] if before >= 0 else BREAK
    if _is_in_capitals(document, i):
        return bool(classes_of(word) & (GIVEN_NAME | TITLE)) and word not in FORMS_OF_ADDRESS
    after = texts[i + 1] if i + 1 < len(texts) else BREAK
    if without_genitive(texts[i]) == texts[i] and (after[0].isupper() or _goes_on(texts, i)):
        return True
    if word in _NICKNAME_ENDS or word in _BIRTH_NAME:
        return True
    if not word[0].isupper() or word in FORMS_OF_ADDRESS:
        return False
    return word not in _BEGIN_SENTENCES or (before > 0 and texts[before - 1][0].isalnum())


def _goes_on(texts: Sequence[str], i: int) -> bool:
    """Whether a name goes on after a particle: “Brook van Reed”."""
    after = texts[i + 1 : i + 3]
    return len(after) == 2 and after[0] in _PARTICLES and after[1][0].isupper()


def _before(texts: Sequence[str], i: int) -> int:
    """The token before token `i`, particles of the name and the dot of an abbreviation left out."""
    before = i - 1
    while before > 0 and texts[before] in _PARTICLES:
        before -= 1
    if before > 0 and texts[before] == ".":
        word = texts[before - 1]
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
            before -= 1
    return before


def _is_in_capitals(document: Document, i: int) -> bool:
    """Whether a token stands in a line in which most words have capitals."""
    number = block_number(document, i)
    block = document.prose[number]
    is_line = number in document.analysis(headline_like) or block.kind in {
        BlockKind.TITLE,
        BlockKind.HEADING,
    }
    return is_line and case_of(block.text) is not Case.SENTENCE


def block_number(document: Document, i: int) -> int:
    """The block of `document.prose` that token `i` stands in."""
    return document.block_index(document.tokens.starts[i])


def is_introduced(document: Document, i: int) -> bool:
    """Whether a word beside a name says who that is: “coach Brook”, “Brook, a lawyer”."""
    texts = document.tokens.texts
    before = _before(texts, i)
    if texts[before] in FORMS_OF_ADDRESS:
        before -= 1
    persons = PERSON_NOUN | MAYBE_PERSON_NOUN
    if before > 1 and texts[before] == "and" and texts[before - 1][0].isupper():
        before -= 2  # “the coaches Brook and Reed”
    role = texts[before - 1] if before > 0 and texts[before] == "," else texts[max(before, 0)]
    if classes_of(role) & persons:
        return True
    at = i + 1 if texts[i] == without_genitive(texts[i]) else i + 2  # “Brook’s shop, a man who”
    after = texts[at : at + 2]
    return after[:1] in ([","], ["("], ["–"], ["—"]) and _EXPLAINS.match(after[-1]) is not None


_EXPLAINS = lazy_pattern(r"(?:an?|the|who|whose|one|now|then|formerly|his|her|their|our|my)\Z|\d")


def is_of_another_kind(document: Document, i: int) -> bool:
    """Whether a name stands in a reference to a paper, or is that of a place, a family, a thing."""
    texts = document.tokens.texts
    after = texts[i + 1 : i + 3]
    before = texts[max(0, i - 1)]
    return (
        after[:1] in (["et"], ["&"], ["["], ["/"])
        or (after[:1] == ["("] and after[-1].isdecimal())
        or (after[:1] == [","] and after[-1].isdecimal() and len(after[-1]) == 4)
        or before.lower() in _IN_PLACES
        or before in {"&", "/", "-", "the", "The", "a", "an"}
        or (i < 3 and texts[0] in FORMS_OF_ADDRESS)
        or (before == "of" and _is_place_before(texts[max(0, i - 2)]))
        or bool(classes_of(before) & (GROUP_NOUN | THING_NOUN))
    )


def _is_place_before(word: str) -> bool:
    """Whether “of” and a name after a word make a place or an institution of it."""
    return word[0].isupper() or word in _PLACES
