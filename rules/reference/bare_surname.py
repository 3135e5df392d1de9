"""A surname of somebody whom the article has not introduced."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.reference.surnames import Bearer, bearers


class BareSurname(Rule):
    """A person is first mentioned by the surname alone, and the article has not said who it is."""

    name: ClassVar = "bare-surname"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(bearers)
        if found and document.analysis(genre).genre is Genre.REPORT:
            for bearer in found:
                yield self._finding(document, bearer)

    def _finding(self, document: Document, bearer: Bearer) -> Finding:
        tokens = document.tokens
        start = tokens.starts[bearer.first]
        full = (
            "the full name comes later" if bearer.full else "the article never gives the full name"
        )
        return self.finding(
            document.span(start, start + len(bearer.name)),
            f"“{bearer.name}” is the first mention of a person, and {full}",
            related=_evidence(document, bearer),
        )


def _evidence(document: Document, bearer: Bearer) -> Iterator[Related]:
    tokens = document.tokens
    if bearer.shown != bearer.first:
        span = document.span(tokens.starts[bearer.shown], tokens.end(bearer.shown))
        yield Related(span, f"known for a person’s name by {bearer.sign}")
    if bearer.full is not None:
        span = document.span(tokens.starts[bearer.full], tokens.end(bearer.full))
        yield Related(span, "more of the name stands here")
