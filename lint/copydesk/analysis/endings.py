"""Finds the paragraphs of running text that do not end as sentences do."""

import re
from itertools import chain, pairwise
from typing import NamedTuple

from copydesk.analysis.background import background, weight_of
from copydesk.analysis.lexicon import (
    ARTICLES,
    BE,
    COORDINATORS,
    HAVE,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from copydesk.analysis.terms import terms_of
from copydesk.document import Block, BlockKind, Document

_CLOSERS = "\"'“”’»)]*_"
_STOPS = (".", "!", "?", "…", ":", ";", "。", "！", "？", "।", "؟", "۔")
_NOTES = re.compile(r"(?:\s?\[\w{1,3}\])+\Z|[\d*†‡¹²³⁰-⁹]{1,3}\Z")
_SENTENCE_START = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])*\s+")
_LONGEST_END = 30
_FEWEST_WORDS = 12
_LAST_WORD = re.compile(r"[^\W_][\w'’.-]*(?=\W*\Z)")
_FEWEST_WRAPPED = 50
_KEPT_LINES = 4

_NEVER_LAST = (
    ARTICLES
    | (POSSESSIVES - {"her", "his"})
    | COORDINATORS
    | (SUBORDINATORS - {"though"})
    | PREPOSITIONS
    | SUBJECT_PRONOUNS - {"it", "you"}
    | BE
    | HAVE
    | MODALS
    | frozenset("who which whose".split())
)
"""Words in which hardly a sentence ends, and none of these without a stop."""

_BROKEN = re.compile(r"(?<!:)[,(\[“‘–—-]\s*\Z|[,–—-][\"”]\Z")
_OPENERS = tuple("\"'“‘«(")
_FEWEST_SENTENCES = 2
_LONGEST_LABEL = 60
_FEWEST_LETTERS = 3


class Unfinished(NamedTuple):
    """A paragraph of running text without a stop.

    Attributes:
        block: The paragraph.
        before: The block of prose before it.
        next: The block that follows, be it prose or not.
    """

    block: Block
    before: Block | None
    next: Block | None

    @property
    def last_sentence(self) -> str:
        """What stands after its last stop."""
        starts = [found.end() for found in _SENTENCE_START.finditer(self.block.text)]
        return self.block.text[starts[-1] if starts else 0 :]

    @property
    def sentences(self) -> int:
        """How many sentences have ended in it."""
        return sum(1 for _ in _SENTENCE_START.finditer(self.block.text))


class Endings(NamedTuple):
    """How the paragraphs of an article end.

    Attributes:
        stopped: How many end in a stop.
        unfinished: Those that end in none.
    """

    stopped: int
    unfinished: tuple[Unfinished, ...]


def endings(document: Document) -> Endings:
    """How the paragraphs of running text end.

    One that leads over to a list, to code or to a quotation set apart needs no stop, and lines of
    an address or a poem are no running text.
    """
    stopped = 0
    unfinished: list[Unfinished] = []
    before: Block | None = None
    for block, following in pairwise(chain(document.blocks, (None,))):
        if block is None:
            break
        if block.kind is BlockKind.PARAGRAPH and is_running(block.text):
            if is_stopped(block.text):
                stopped += 1
            elif not _leads_over(following) and not _is_of_lines(block.text):
                unfinished.append(Unfinished(block, before, following))
        if block.text:
            before = block
    return Endings(stopped, tuple(unfinished))


def is_running(text: str) -> bool:
    """Whether a text is long enough to be more than a label or a line of verse."""
    return text.count(" ") + text.count("\n") >= _FEWEST_WORDS - 1


def is_stopped(text: str) -> bool:
    """Whether a text ends in a stop, perhaps before the number of a note."""
    if text.endswith("."):
        return True
    end = text[-_LONGEST_END:].rstrip(_CLOSERS)
    if end.endswith(_STOPS):
        return True
    return _NOTES.sub("", text[-_LONGEST_END:]).rstrip(_CLOSERS + " ").endswith(_STOPS)


def last_word(text: str) -> str:
    """The last word of a text, whatever marks follow it."""
    found = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_END))
    return found[0] if found else ""


def _leads_over(following: Block | None) -> bool:
    """Whether what follows may be the rest of the sentence."""
    if following is None:
        return False
    return following.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE}


def _is_of_lines(text: str) -> bool:
    """Whether the line before the last is too short to have been broken for its width."""
    *lines, _ = text.rsplit("\n", _KEPT_LINES)
    return bool(lines) and min(map(len, lines[-_KEPT_LINES + 1 :])) < _FEWEST_WRAPPED


def broken_off(document: Document) -> tuple[Unfinished, ...]:
    """The paragraphs whose last sentence, or last word, is not whole."""
    found = document.analysis(endings)
    return tuple(
        one for one in found.unfinished if _is_prose(one, found) and _breaks(one, document)
    )


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
    if _goes_on(one):
        return True
    word = last_word(text)
    if not text.endswith(word) or not word.islower() or not word.isalpha():
        return False
    return (
        word in _NEVER_LAST
        or len(word) == 1
        or (one.next is None and _is_part_of_word(word, document))
    )


def _introduces_quotation(one: Unfinished) -> bool:
    return one.next is not None and one.next.text.startswith(_OPENERS)


def _goes_on(one: Unfinished) -> bool:
    """Whether the next paragraph begins in the middle of a sentence."""
    if one.next is None or one.next.kind is not BlockKind.PARAGRAPH:
        return False
    first = one.next.text.split(maxsplit=1)[0]
    return first.isalpha() and first.islower()


def _is_part_of_word(word: str, document: Document) -> bool:
    """Whether neither English articles at large nor the rest of this one know a word."""
    terms = terms_of(word)
    if len(word) < _FEWEST_LETTERS or not terms:
        return False
    is_known = any(weight_of(term) < background().unknown for term in terms)
    return not is_known and document.tokens.lowers.count(word) == 1
