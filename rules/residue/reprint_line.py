"""A notice of rights between the paragraphs of an article."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class ReprintLine(Rule):
    """A notice of rights interrupts the text."""

    name: ClassVar = "reprint-line"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.REPRINT, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” tells of rights in the midst of the text",
            )
