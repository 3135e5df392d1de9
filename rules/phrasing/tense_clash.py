"""A tense that the time beside it excludes."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, Span
from copydesk.analysis.phrasing.clashing_times import TimeClash, clashing_times
from copydesk.analysis.quotations import quotations


class TenseClash(Rule):
    """A verb stands in a tense that the time beside it excludes."""

    name: ClassVar = "tense-clash"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"
    min_confidence: ClassVar = 0.75

    def check(self, document: Document) -> Iterator[Finding]:
        starts = document.tokens.starts
        for clash in clashing_times(document):
            if not document.analysis(quotations).covers(starts[clash.verb.start]):
                yield self._finding(document, clash)

    def _finding(self, document: Document, clash: TimeClash) -> Finding:
        verb, time = _text(document, clash.verb), _text(document, clash.time)
        return self.finding(
            _span(document, clash.verb),
            f"“{verb}” does not go with “{time}”",
            related=[Related(_span(document, clash.time), "the time")],
            confidence=clash.confidence,
        )


def _bounds(document: Document, tokens: range) -> tuple[int, int]:
    return document.tokens.starts[tokens.start], document.tokens.end(tokens.stop - 1)


def _text(document: Document, tokens: range) -> str:
    start, end = _bounds(document, tokens)
    return document.text[start:end]


def _span(document: Document, tokens: range) -> Span:
    return document.span(*_bounds(document, tokens))
