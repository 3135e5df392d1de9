"""A word that is misspelt, cut in two or run together with another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Applicability, Document, Finding, Rule, replacement
from copydesk.analysis.phrasing.misspellings import Misspelling, misspellings

_MOST_SHOWN = 2


@dataclass(frozen=True)
class MisspelledWord(Rule):
    """A word is misspelt, cut in two or run together with another."""

    name: ClassVar = "misspelled-word"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    allowed: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        allowed = {word.lower() for word in self.allowed}
        for misspelling in misspellings(document):
            if document.tokens.lowers[misspelling.first] not in allowed:
                yield self._finding(document, misspelling)

    def _finding(self, document: Document, misspelling: Misspelling) -> Finding:
        tokens = document.tokens
        start, end = tokens.starts[misspelling.first], tokens.end(misspelling.end - 1)
        shown = " or ".join(f"“{word}”" for word in misspelling.meant[:_MOST_SHOWN])
        return self.finding(
            document.span(start, end),
            f"“{document.text[start:end]}” is a misspelling of {shown}",
            fixes=(
                fix
                for word in misspelling.meant[:_MOST_SHOWN]
                for fix in replacement(document, start, end, word, Applicability.UNSAFE)
            ),
        )
