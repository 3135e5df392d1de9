"""A verb in a form that the auxiliary before it does not take."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrasing.governed_forms import misgoverned


class WrongVerbForm(Rule):
    """A verb stands in a form that the auxiliary before it does not take."""

    name: ClassVar = "wrong-verb-form"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for by, verb in misgoverned(document):
            start, end = tokens.starts[by], tokens.end(verb)
            if document.is_literal(start, end):
                message = f"“{tokens.texts[by]}” cannot govern “{tokens.texts[verb]}”"
                yield self.finding(document.span(start, end), message)
