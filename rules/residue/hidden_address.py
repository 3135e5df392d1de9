"""An e-mail address that a page hides from robots."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.residue.residues import compiled

_HIDDEN = (
    r"\[email\sprotected\]"
    r"|This e-?mail address is being protected from spam ?bots\."
    r"(?: You need JavaScript enabled to view it\.?)?"
)


class HiddenAddress(Rule):
    """What hides an e-mail address from robots stands in its place."""

    name: ClassVar = "hidden-address"
    family: ClassVar = "residue"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        if "protected" not in document.text:
            return
        for found in compiled(_HIDDEN).finditer(document.text):
            yield self.finding(
                document.span(*found.span()), f"“{found[0]}” stands where an e-mail address was"
            )
