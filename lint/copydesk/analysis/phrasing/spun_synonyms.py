"""Finds fixed expressions of an article that a synonym program has changed."""

from typing import NamedTuple

from copydesk.analysis.phrasing.spun_idioms import SpunIdiom, spun_idioms
from copydesk.analysis.phrasing.spun_phrases import SpunPhrase, spun_phrases
from copydesk.document import Document

_OPENING = frozenset("\"'“‘«")
_CLOSING = frozenset("\"'”’»")


class SpunSynonym(NamedTuple):
    """A fixed expression that was changed.

    Attributes:
        first: Its first token.
        end: The token after its last.
        original: What it was.
        replaced: The token that was put for one of its words; None if it was changed otherwise.
        word: That word.
        is_sure: Whether it shows by itself that a program was at work. What people write too,
            although seldom, shows that where several such expressions stand in the article.
    """

    first: int
    end: int
    original: str
    replaced: int | None
    word: str
    is_sure: bool

    @property
    def change(self) -> str:
        """What was replaced; two of it tell no more than one, for it may be the author's word."""
        return self.word or self.original


def spun_synonyms(document: Document) -> tuple[SpunSynonym, ...]:
    """The changed expressions of an article, in order, but not those in quotation marks."""
    phrases = map(_of_phrase, document.analysis(spun_phrases))
    found = sorted([*map(_of_idiom, document.analysis(spun_idioms)), *phrases])
    apart: list[SpunSynonym] = []
    for one in found:
        if not _is_quoted(document, one) and (not apart or one.first >= apart[-1].end):
            apart.append(one)
    return tuple(apart)


def _of_idiom(idiom: SpunIdiom) -> SpunSynonym:
    return SpunSynonym(idiom.first, idiom.end, idiom.original, None, "", not idiom.is_weak)


def _of_phrase(phrase: SpunPhrase) -> SpunSynonym:
    first, end, replaced, word, original, is_weak = phrase
    return SpunSynonym(first, end, original, replaced, word, not is_weak)


def _is_quoted(document: Document, one: SpunSynonym) -> bool:
    """Whether just this is quoted: then it is talked about, or a title."""
    texts = document.tokens.texts
    return (
        one.first > 0
        and one.end < len(texts)
        and texts[one.first - 1] in _OPENING
        and texts[one.end] in _CLOSING
    )
