"""What marks the place of an advert on a page."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class AdvertMarker(Rule):
    """The mark of an advert on the page stands in the text."""

    name: ClassVar = "advert-marker"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.ADVERT, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” marks where the page had an advert",
            )
