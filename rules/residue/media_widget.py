"""The words around pictures, videos and galleries of a page."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class MediaWidget(Rule):
    """The words around a picture or video of the page stand in the text."""

    name: ClassVar = "media-widget"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.MEDIA, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” belongs to a picture or video that is not here",
            )
