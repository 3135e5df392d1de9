"""A word that came apart at a ligature."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, replacement
from copydesk.analysis.residue.ligatures import split_ligatures


class SplitLigature(Rule):
    """A word came apart at a ligature."""

    name: ClassVar = "split-ligature"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for start, end, word in document.analysis(split_ligatures):
            yield self.finding(
                document.span(start, end),
                f"“{document.text[start:end]}” is “{word}”, which came apart at a ligature",
                fixes=replacement(document, start, end, word),
            )
