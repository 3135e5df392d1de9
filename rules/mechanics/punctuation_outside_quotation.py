"""A stop or comma outside the closing quotation mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product
from typing import ClassVar, NamedTuple

from copydesk import BREAK, Document, Finding, Related, Rule
from copydesk.analysis.headlines import Case, case_of
from copydesk.analysis.lexicon import AUXILIARIES, SUBJECT_PRONOUNS
from copydesk.analysis.quotations import Quotation, quotations

_IN_CLAUSES = AUXILIARIES | SUBJECT_PRONOUNS
_CONTRACTED = ("n't", "'re", "'ve", "'ll", "'d", "'m", "'s")
_DOUBLE = frozenset('"“”')
_OUTSIDE = frozenset(".,")
_INSIDE = (".", ",", "!", "?", "…")
_SENTENCE_ENDS = (".", "!", "?", "…", '"', "”", BREAK)
_FEWEST_WORDS = 4
_EVIDENCE = 3
_FRAGMENTS = 2
"""How much more it takes for parts of sentences, with which many go by the sense."""


class _Kind(Enum):
    """What a quotation is in the sentence that it stands in."""

    WHOLE = auto()
    INTRODUCED = auto()
    FRAGMENT = auto()


class _Quoted(NamedTuple):
    """A quotation of several words with a stop or comma at its closing mark.

    Attributes:
        span: The quotation.
        words: What is quoted.
        kind: What it is in its sentence.
        outside: The mark that follows it; empty if the mark stands inside.
    """

    span: Quotation
    words: str
    kind: _Kind
    outside: str

    @property
    def has_comma(self) -> bool:
        """Whether its mark is a comma, be it inside or outside."""
        return (self.outside or self.words[-1]) == ","


@dataclass(frozen=True)
class PunctuationOutsideQuotation(Rule):
    """A stop or comma stands outside the quotation that it belongs to."""

    name: ClassVar = "punctuation-outside-quotation"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    fewest: int = 3
    ratio: float = 3.0

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(_is_outside(document.text, q.end) for q in document.analysis(quotations).spans):
            return
        found = tuple(_quoted(document))
        for kind, is_comma in product(_Kind, (True, False)):
            like = [one for one in found if one.kind is kind and one.has_comma is is_comma]
            inside = [one for one in like if not one.outside]
            outside = [one for one in like if one.outside]
            needed = max(self.fewest, self.ratio * len(outside))
            is_odd = len(inside) >= needed * (_FRAGMENTS if kind is _Kind.FRAGMENT else 1)
            for one in outside:
                if kind is _Kind.WHOLE and one.outside == ".":
                    yield self._whole(document, one)
                elif is_odd:
                    yield self._odd(document, one, inside)

    def _whole(self, document: Document, one: _Quoted) -> Finding:
        start, end = one.span.start, one.span.end
        opening = Related(document.span(start, start + 1), "the sentence begins with the quotation")
        return self.finding(
            document.span(end - 1, end + 1),
            f"the full stop of the quoted sentence “{_end(one.words)}” stands outside",
            related=(opening,),
        )

    def _odd(self, document: Document, one: _Quoted, inside: Sequence[_Quoted]) -> Finding:
        name = "comma" if one.outside == "," else "full stop"
        end = one.span.end
        nearest = sorted(inside, key=lambda other: abs(other.span.end - end))[:_EVIDENCE]
        ends = sorted(other.span.end for other in nearest)
        return self.finding(
            document.span(end - 1, end + 1),
            f"the {name} after “{_end(one.words)}” stands outside the quotation,"
            f" unlike {len(inside)} others",
            related=(Related(document.span(at - 2, at), "here it stands inside") for at in ends),
        )


def _is_outside(text: str, end: int) -> bool:
    """Whether a stop or comma stands behind a quotation that ends in no such mark itself."""
    return text[end : end + 1] in _OUTSIDE and text[end - 2 : end - 1] not in _INSIDE


def _quoted(document: Document) -> Iterator[_Quoted]:
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
                yield _Quoted(span, words, kind, "" if is_inside else after)


def _kind(words: str, *, opens_sentence: bool) -> _Kind | None:
    """None for a title, or what else begins with a capital and has no word that clauses have."""
    if words[0].islower():
        return _Kind.FRAGMENT
    if not _is_sentence(words):
        return None
    return _Kind.WHOLE if opens_sentence else _Kind.INTRODUCED


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before.endswith(_SENTENCE_ENDS)


def _is_sentence(words: str) -> bool:
    """Whether there is a word in it that sentences have and titles have not."""
    if case_of(words) is not Case.SENTENCE:
        return False
    lowers = [word.strip(",;:—–()").replace("’", "'") for word in words.lower().split()]
    return not _IN_CLAUSES.isdisjoint(lowers) or any(w.endswith(_CONTRACTED) for w in lowers)


def _end(words: str) -> str:
    last = words.split()
    return ("… " if len(last) > _FEWEST_WORDS else "") + " ".join(last[-_FEWEST_WORDS:])
