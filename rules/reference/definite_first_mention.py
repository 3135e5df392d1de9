"""A definite noun that nothing has introduced."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.quotations import quotations
from copydesk.analysis.reference.definites import POINTING, Definite, definites, table

_SHORTEST_PLURAL = 5
_KNOWN = frozenset("always genders across parents sexes sides worlds".split())


@dataclass(frozen=True)
class DefiniteFirstMention(Rule):
    """A noun with “the”, “these” or “both” stands where nothing before it shares the noun."""

    name: ClassVar = "definite-first-mention"
    family: ClassVar = "reference"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    share: float = 0.16

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for phrase in document.analysis(definites):
            start, end = tokens.starts[phrase.first], tokens.end(phrase.first + 1)
            if self._needs_mention(phrase) and not document.analysis(quotations).covers(start):
                words = " ".join(document.text[start:end].split())
                yield self.finding(
                    document.span(start, end),
                    f"“{words}” stands where nothing before it shares the noun",
                )

    def _needs_mention(self, phrase: Definite) -> bool:
        """Whether the noun is nearly always mentioned before it stands like this."""
        known = table()
        if phrase.determiner not in POINTING:
            return known.shares.get(phrase.noun, 100) <= 100 * self.share
        is_plural = phrase.noun.endswith("s") and len(phrase.noun) >= _SHORTEST_PLURAL
        return is_plural and phrase.noun not in known.general and phrase.noun not in _KNOWN
