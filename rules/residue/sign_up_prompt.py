"""A call to subscribe, donate or click, from the page around an article."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.boilerplate import boilerplate, excerpt
from copydesk.analysis.residue.page_phrases import Kind


class SignUpPrompt(Rule):
    """A call to subscribe, donate or click stands in the text."""

    name: ClassVar = "sign-up-prompt"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for found in document.analysis(boilerplate).get(Kind.SIGNUP, ()):
            yield self.finding(
                document.span(found.start, found.end),
                f"“{excerpt(document, found)}” calls on visitors of the page",
            )
