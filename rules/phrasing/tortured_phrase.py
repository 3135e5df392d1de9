"""A technical term whose words were replaced by a synonym program."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrasing.tortured_phrases import tortured_phrases


class TorturedPhrase(Rule):
    """A phrase is known as what a synonym program makes of a technical term."""

    name: ClassVar = "tortured-phrase"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.WARNING
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for match in document.analysis(tortured_phrases):
            start, end = tokens.starts[match.first], tokens.end(match.end - 1)
            phrase = " ".join(tokens.texts[match.first : match.end])
            message = f"“{phrase}” is a tortured form of “{match.value}”"
            yield self.finding(document.span(start, end), message)
