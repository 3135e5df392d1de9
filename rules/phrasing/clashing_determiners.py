"""A determiner left without its noun, as where one phrase was pasted over another."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.phrasing.lone_determiners import lone_determiners
from copydesk.english.lexicon import DETERMINERS


class ClashingDeterminers(Rule):
    """A determiner stands before a word that cannot go on with its noun phrase."""

    name: ClassVar = "clashing-determiners"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for i in document.analysis(lone_determiners):
            start, end = document.tokens.starts[i], document.tokens.end(i + 1)
            yield self.finding(document.span(start, end), _message(document, i))


def _message(document: Document, i: int) -> str:
    first, second = document.tokens.texts[i : i + 2]
    if second in DETERMINERS:
        return f"“{first} {second}” has two determiners for one noun"
    return f"“{first} {second}” leaves “{first}” without a noun"
