"""Two auxiliaries where one verb belongs, or one before a form that it cannot govern."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrasing.auxiliaries import clashing_auxiliaries


class ClashingAuxiliaries(Rule):
    """An auxiliary stands before a verb form that it cannot govern."""

    name: ClassVar = "clashing-auxiliaries"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for i in sorted(document.analysis(clashing_auxiliaries)):
            start, end = tokens.starts[i], tokens.end(i + 1)
            yield self.finding(
                document.span(start, end),
                f"“{tokens.texts[i]}” cannot govern “{tokens.texts[i + 1]}”",
            )
