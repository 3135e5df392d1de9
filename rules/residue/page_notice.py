"""What a page tells its visitors about cookies, scripts and itself."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class PageNotice(Rule):
    """A message of the page to its visitors stands in the text."""

    name: ClassVar = "page-notice"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.NOTICE, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” speaks of the page, not of the subject",
            )
