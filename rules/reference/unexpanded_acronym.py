"""An acronym that the article does not explain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, Severity
from copydesk.analysis.reference.acronyms import Expansions, acronyms, known


@dataclass(frozen=True)
class UnexpandedAcronym(Rule):
    """An acronym stands several times, and the article never says what it is short for."""

    name: ClassVar = "unexpanded-acronym"
    family: ClassVar = "reference"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    uses: int = 2
    allowed: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        expansions = Expansions(document)
        for name, places in document.analysis(acronyms).items():
            if len(places) < self.uses or name in self.allowed or name in known():
                continue
            if not (expansions.expands(name) or expansions.introduces(places)):
                spans = [
                    document.span(document.tokens.starts[i], document.tokens.end(i)) for i in places
                ]
                yield self.finding(
                    spans[0],
                    f"“{name}” stands {len(places)} times, and nothing says what it is short for",
                    related=[Related(span, "it stands here again") for span in spans[1:3]],
                )
