"""An article on the page: what is shown where in it, and by which name it is linked to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copydesk.document import Document, Span
from copydesk.reporters._elements import Html, element
from copydesk.reporters._lines import LineMap
from copydesk.reporters._reading import Reading, reading
from copydesk.rule import Finding


class Numbered(NamedTuple):
    """A finding and its number in the article, from 1."""

    number: int
    finding: Finding


class Spot(NamedTuple):
    """A place to mark.

    Attributes:
        span: The place in the source.
        reading: What of the reading text stands there, if any does.
        sign: What is put at its beginning.
        of: The finding it belongs to.
        is_evidence: Whether it is evidence for that and not the finding itself.
    """

    span: Span
    reading: Reading | None
    sign: Html
    of: Numbered
    is_evidence: bool


@dataclass(frozen=True)
class Article:
    """An article on the page.

    Attributes:
        name: What the names of all places in it begin with.
        document: The article.
        findings: What was found in it, in order.
    """

    name: str
    document: Document
    findings: Sequence[Finding]

    @cached_property
    def spots(self) -> Sequence[Spot]:
        """What is to be marked: the findings, and after each its evidence."""
        return list(self._spots())

    @cached_property
    def lines(self) -> LineMap:
        """The lines of the source."""
        return LineMap(self.document.source)

    def position(self, offset: int) -> str:
        """Line and column of a place in the source, as the other formats give them."""
        line, column = self.lines.position(offset)
        return f"{line}:{column}"

    def block(self, index: int) -> str:
        """The name of a block of the prose."""
        return f"{self.name}-p{index + 1}"

    def row(self, index: int) -> str:
        """The name of the row of that block on the topic map."""
        return f"{self.name}-m{index + 1}"

    def note(self, number: int) -> str:
        """The name of the note on a finding."""
        return f"{self.name}-f{number}"

    def mark(self, number: int) -> str:
        """The name of the place in the text where a finding begins."""
        return f"{self.note(number)}-at"

    def evidence(self, number: int, index: int) -> str:
        """The name of what a note says of a piece of evidence."""
        return f"{self.note(number)}-e{index}"

    def evidence_mark(self, number: int, index: int) -> str:
        """The name of the place in the text where a piece of evidence begins."""
        return f"{self.evidence(number, index)}-at"

    def _spots(self) -> Iterator[Spot]:
        for numbered in map(Numbered._make, enumerate(self.findings, 1)):
            yield self._spot(numbered.finding.span, self._sign(numbered), numbered)
            for index, related in enumerate(numbered.finding.related, 1):
                sign = self._evidence_sign(numbered, index)
                yield self._spot(related.span, sign, numbered, is_evidence=True)

    def _spot(self, span: Span, sign: Html, of: Numbered, *, is_evidence: bool = False) -> Spot:
        return Spot(span, reading(self.document, span), sign, of, is_evidence)

    def _sign(self, numbered: Numbered) -> Html:
        number, finding = numbered
        return element(
            "a",
            str(number),
            class_=f"sign {finding.severity}",
            id=self.mark(number),
            href=f"#{self.note(number)}",
            aria_label=f"finding {number}, {finding.severity}: {finding.rule}",
            data_finding=self.note(number),
        )

    def _evidence_sign(self, numbered: Numbered, index: int) -> Html:
        number = numbered.number
        return element(
            "a",
            f"{number}.{index}",
            class_="sign",
            id=self.evidence_mark(number, index),
            href=f"#{self.evidence(number, index)}",
            aria_label=f"evidence {index} for finding {number}",
            data_finding=self.note(number),
        )
