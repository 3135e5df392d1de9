"""Finds each “he”, “she” and “they” of an article, and those that it may owe an antecedent."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places
from copydesk.document import BlockKind, Document
from copydesk.english.rough_classes import HE, SHE, THEY, closed_words

Key = Literal["he", "she", "they"]

_KEYS: dict[str, Key] = {
    **dict.fromkeys(closed_words(HE), "he"),
    **dict.fromkeys(closed_words(SHE), "she"),
    **dict.fromkeys(closed_words(THEY), "they"),
}
_WORDS = frozenset(_KEYS)

_ANYBODYS = frozenset({"their", "theirs"})
_NOWHERE = (-1, -1)

_OR = frozenset({"or", "/"})
_CLOSING = frozenset("\"'”’")
_PAUSES = frozenset(",–—")
_HONOURS = frozenset("excellency highness highnesses holiness majesty majesties".split())
_STYLES = frozenset({"royal", "imperial"})
_SAID = frozenset("said says told added adds asked replied explained wrote".split())


class Pronoun(NamedTuple):
    """A pronoun of the third person.

    Attributes:
        token: Its index among the tokens.
        sentence: The index of its sentence.
        key: Its nominative.
    """

    token: int
    sentence: int
    key: Key


def pronouns(document: Document) -> tuple[Pronoun, ...]:
    """All forms of “he”, “she” and “they”, in order."""
    found = places(document, _WORDS)
    if not found:
        return ()
    tokens = document.tokens
    begins = [sentence.start for sentence in document.sentences]
    return tuple(
        Pronoun(i, bisect_right(begins, tokens.starts[i]) - 1, _KEYS[tokens.lowers[i]])
        for i in found
    )


def doubtful(document: Document) -> Iterator[Pronoun]:
    """The pronouns that are judged: of each the first in a sentence, if none stands before it.

    Who reads “he” a second time in a paragraph, or “they” in two sentences running, takes it for
    the same; “their” may be anybody’s. Left out are “he or she”, which is nobody in particular, and
    “Her Majesty”; pronouns in a quotation, whose speaker may point at what only the listener knows;
    who says a quotation (“…, he said, …”), for what is quoted tells nothing of whom the narrator
    has spoken of; and lists, whose items have little in common.
    """
    last: dict[Key, tuple[int, int]] = {}
    seen: set[tuple[int, Key]] = set()
    lowers = document.tokens.lowers
    for pronoun in document.analysis(pronouns):
        block = document.block_index(document.tokens.starts[pronoun.token])
        before = last.get(pronoun.key, _NOWHERE)
        left_out = _is_left_out(lowers, pronoun.token)
        if not left_out and lowers[pronoun.token] not in _ANYBODYS:
            last[pronoun.key] = block, pronoun.sentence
        if left_out or _goes_on(pronoun, block, *before) or pronoun[1:] in seen:
            continue
        seen.add(pronoun[1:])
        if _is_narrated(document, pronoun):
            yield pronoun


def _goes_on(pronoun: Pronoun, block: int, block_before: int, sentence_before: int) -> bool:
    """Whether a pronoun means what the same one means that stands before it."""
    if pronoun.key != "they":
        return block == block_before
    return block == block_before and pronoun.sentence - sentence_before <= 1


def _is_left_out(lowers: Sequence[str], at: int) -> bool:
    """Whether a pronoun stands for nobody in particular, is part of a title, or says who speaks."""
    before = lowers[at - 1] if at else ""
    after, next_ = (*lowers[at + 1 : at + 3], "", "")[:2]
    if before in _OR or after in _OR:
        return True
    if after in _HONOURS or (after in _STYLES and next_ in _HONOURS):
        return True
    return after in _SAID and (before in _CLOSING or (before in _PAUSES and next_ in _PAUSES))


def _is_narrated(document: Document, pronoun: Pronoun) -> bool:
    """Whether a pronoun stands in running text, out of quotation."""
    if document.sentences[pronoun.sentence].block.kind is not BlockKind.PARAGRAPH:
        return False
    return not document.analysis(quotations).covers(document.tokens.starts[pronoun.token])
