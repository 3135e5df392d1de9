"""The words of menus and of the links about a page."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class NavigationRun(Rule):
    """The words of a menu stand in the text."""

    name: ClassVar = "navigation-run"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.NAVIGATION, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” leads through the page that the text was on",
            )
