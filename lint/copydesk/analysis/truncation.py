"""Finds the paragraphs that break off within a sentence or a word."""

from itertools import pairwise

from copydesk.analysis.endings import Endings, Unfinished, endings, is_stopped, last_word
from copydesk.analysis.terms import terms_of
from copydesk.document import Block, BlockKind, Document
from copydesk.english.background import background, weight_of
from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import (
    ARTICLES,
    BE,
    COORDINATORS,
    HAVE,
    MODALS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from copydesk.patterns import lazy_pattern

_FINITE = BE | HAVE | MODALS
"""Words in which a clause ends after a pronoun: “as soon as she could”."""

_ADVERBS = PARTICLES | frozenset("above before behind below inside near once outside since".split())
"""Prepositions that do without a noun: “he walks off”, “for miles around”."""

_NEVER_LAST = (
    ARTICLES
    | (POSSESSIVES - {"her", "his"})
    | COORDINATORS
    | (SUBORDINATORS - {"though"} - _ADVERBS)
    | (PREPOSITIONS - _ADVERBS | {"in"})
    | SUBJECT_PRONOUNS - {"it", "you"}
    | _FINITE
    | frozenset("who which whose".split())
)
"""Words in which hardly a sentence ends, and none of these without a stop."""

_WITH_RELATIVE = frozenset("that what when where which who whom whose".split())
"""Words after which a preposition may stand last: “the park that he was filmed in”."""

_TITLES = frozenset("Mr Mrs Ms Dr".split())
_NEVER_LAST_OF_LABEL = ARTICLES | COORDINATORS | (POSSESSIVES - {"her", "his"})
_BROKEN = lazy_pattern(r"(?<!:)[,(\[“‘]\s*\Z|\w-\Z|,[\"”]\Z")
"""A dash is not among the marks: in a conversation it says that the speaker was interrupted."""

_OPENERS = tuple("\"'“‘«(")
_LONGEST_END = 30
_FEWEST_SENTENCES = 2
_LONGEST_LABEL = 60
_FEWEST_LETTERS = 3
_NEAR = 60
_NEAR_WORDS = 8


def broken_off(document: Document) -> tuple[Unfinished, ...]:
    """The paragraphs whose last sentence, or last word, is not whole."""
    found = document.analysis(endings)
    names = _lower_openers(document)
    broken = [one for one in found.unfinished if _breaks(one, document) or _goes_on(one, names)]
    broken += [one for one in found.short if _breaks_early(one)]
    return tuple(one for one in broken if _is_prose(one, found))


def _is_prose(one: Unfinished, found: Endings) -> bool:
    """Whether the article is one of sentences, and what follows no entry of a list."""
    if one.next and one.next.kind is BlockKind.PARAGRAPH and not one.next.text[0].islower():
        is_label = len(one.next.text) <= _LONGEST_LABEL and not is_stopped(one.next.text)
        if is_label:
            return False
    return found.stopped >= len(found.unfinished) or one.sentences >= _FEWEST_SENTENCES


def _breaks(one: Unfinished, document: Document) -> bool:
    text = one.block.text
    if _BROKEN.search(text, max(0, len(text) - _LONGEST_END)):
        return not _introduces_quotation(one)
    word = last_word(text)
    if not text.endswith(word) or not word.isalpha():
        return False
    if not word.islower():  # the first word of a sentence, or one before a name
        return word in _TITLES or (one.last_sentence == word and word.lower() in _NEVER_LAST)
    if word in _NEVER_LAST:
        return not _ends_clause(one)
    if len(word) == 1:
        return True
    start = one.block.end - len(word)
    return document.is_literal(start - 1, start + 1) and _is_part_of_word(text, document)


def _ends_clause(one: Unfinished) -> bool:
    """Whether what comes before the last word lets a clause end in it."""
    *before, word = one.last_sentence.lower().split()
    if word in _FINITE:
        return before[-1:] != [] and before[-1] in SUBJECT_PRONOUNS
    return word in PREPOSITIONS and not _WITH_RELATIVE.isdisjoint(before[-_NEAR_WORDS:-1])


def _breaks_early(one: Unfinished) -> bool:
    """Whether a paragraph that may be a label breaks off; an entry of a list ends in “; and”."""
    *_, before, word = one.block.text.split()
    return word in _NEVER_LAST_OF_LABEL and before[-1] not in ",;"


def _introduces_quotation(one: Unfinished) -> bool:
    return one.next is not None and one.next.text.startswith(_OPENERS)


def _goes_on(one: Unfinished, names: frozenset[str]) -> bool:
    """Whether the next paragraph begins in the middle of a sentence, not with a name."""
    if one.next is None or one.next.kind is not BlockKind.PARAGRAPH:
        return False
    first = _first_word(one.next)
    return first.isalpha() and first.islower() and first not in names and _is_known(first)


def _first_word(block: Block) -> str:
    return block.text.split(maxsplit=1)[0]


def _lower_openers(document: Document) -> frozenset[str]:
    """The words in lower case, such as names of commands, that sentences begin with."""
    lower = (pair for pair in pairwise(document.prose) if pair[1].text[0].islower())
    return frozenset(_first_word(block) for before, block in lower if is_stopped(before.text))


def _is_part_of_word(text: str, document: Document) -> bool:
    """Whether the last word of a text is no word, but begins one, and stands nowhere else.

    Where others near it are as unknown, the text is about things with names of their own, or in
    another language.
    """
    *before, word = text[-_NEAR:].lower().split()
    return (
        len(word) >= _FEWEST_LETTERS
        and not _is_known(word)
        and background().begins_term(word)
        and all(_is_known(other) for other in map(_bare, before[1:]) if other.isalpha())
        and document.tokens.lowers.count(word) == 1
    )


def _bare(word: str) -> str:
    return word.strip(",;:()")


def _is_known(word: str) -> bool:
    terms = terms_of(word)
    return (
        not terms
        or any(weight_of(term) < background().unknown for term in terms)
        or bool(letters_of(word))
    )
