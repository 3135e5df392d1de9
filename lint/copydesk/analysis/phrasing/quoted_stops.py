"""Finds the stops and commas at closing quotation marks, inside and outside."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from copydesk.analysis.headlines import Case, case_of
from copydesk.analysis.quotations import Quotation, quotations
from copydesk.document import BREAK, Document
from copydesk.english.lexicon import AUXILIARIES, SUBJECT_PRONOUNS

_IN_CLAUSES = AUXILIARIES | SUBJECT_PRONOUNS
_CONTRACTED = ("n't", "'re", "'ve", "'ll", "'d", "'m", "'s")
_DOUBLE = frozenset('"“”')
_OUTSIDE = frozenset(".,")
_INSIDE = (".", ",", "!", "?", "…")
_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", BREAK)
_FEWEST_WORDS = 4


class Kind(Enum):
    """What a quotation is in the sentence that it stands in."""

    WHOLE = auto()
    INTRODUCED = auto()
    FRAGMENT = auto()


class Quoted(NamedTuple):
    """A quotation of several words with a stop or comma at its closing mark.

    Attributes:
        span: The quotation.
        words: What is quoted.
        kind: What it is in its sentence.
        outside: The mark that follows it; empty if the mark stands inside.
    """

    span: Quotation
    words: str
    kind: Kind
    outside: str

    @property
    def has_comma(self) -> bool:
        """Whether its mark is a comma, be it inside or outside."""
        return (self.outside or self.words[-1]) == ","


def quoted_stops(document: Document) -> tuple[Quoted, ...]:
    """The quotations of an article with a stop or comma at the end, if one stands outside."""
    if not any(_is_outside(document.text, q.end) for q in document.analysis(quotations).spans):
        return ()
    return tuple(_quoted(document))


def _is_outside(text: str, end: int) -> bool:
    """Whether a stop or comma stands behind a quotation that ends in no such mark itself."""
    return text[end : end + 1] in _OUTSIDE and text[end - 2 : end - 1] not in _INSIDE


def _quoted(document: Document) -> Iterator[Quoted]:
    text = document.text
    for span in document.analysis(quotations).outermost:
        if span.opening not in _DOUBLE or span.closing not in _DOUBLE:
            continue
        after = text[span.end : span.end + 1]
        words = text[slice(*span.inside)]
        is_inside = words.endswith(_INSIDE)
        if (after in _OUTSIDE) is not is_inside and len(words.split()) >= _FEWEST_WORDS:
            kind = _kind(words, opens_sentence=_opens_sentence(text, span.start))
            if kind:
                yield Quoted(span, words, kind, "" if is_inside else after)


def _kind(words: str, *, opens_sentence: bool) -> Kind | None:
    """None for a title, or what else begins with a capital and has no word that clauses have."""
    if words[0].islower():
        return Kind.FRAGMENT
    if not _is_sentence(words):
        return None
    return Kind.WHOLE if opens_sentence else Kind.INTRODUCED


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before.endswith(_SENTENCE_ENDS)


def _is_sentence(words: str) -> bool:
    """Whether there is a word in it that sentences have and titles have not."""
    if case_of(words) is not Case.SENTENCE:
        return False
    lowers = [word.strip(",;:—–()").replace("’", "'") for word in words.lower().split()]
    return not _IN_CLAUSES.isdisjoint(lowers) or any(w.endswith(_CONTRACTED) for w in lowers)
