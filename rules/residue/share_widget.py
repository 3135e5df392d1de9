"""The words of buttons to share, follow or comment."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class ShareWidget(Rule):
    """The words of buttons to share, follow or comment stand in the text."""

    name: ClassVar = "share-widget"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.SHARE, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” stood on buttons of the page, or beside them",
            )
