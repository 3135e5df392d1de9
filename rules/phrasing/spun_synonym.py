"""A fixed expression with a synonym for one of its words."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, Document, Finding, Fix, Rule, replacement
from copydesk.analysis.phrasing.spun_synonyms import SpunSynonym as Place
from copydesk.analysis.phrasing.spun_synonyms import spun_synonyms

_MANY = 3
"""So many different changes are no accident, even if people make each of them now and then."""


class SpunSynonym(Rule):
    """A synonym stands for a word of a fixed expression."""

    name: ClassVar = "spun-synonym"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        places = document.analysis(spun_synonyms)
        are_many = len({place.change for place in places}) >= _MANY
        for place in places:
            if place.is_sure or are_many:
                yield self._finding(document, place)

    def _finding(self, document: Document, place: Place) -> Finding:
        tokens = document.tokens
        start, end = tokens.starts[place.first], tokens.end(place.end - 1)
        phrase = " ".join(tokens.texts[place.first : place.end])
        return self.finding(
            document.span(start, end),
            f"“{phrase}” is {_origin(document, place)}",
            fixes=_suggestions(document, place),
        )


def _origin(document: Document, place: Place) -> str:
    if place.replaced is None:
        return f"what synonym programs make of “{place.original}”"
    text = document.tokens.texts[place.replaced]
    return f"“{place.original}” with “{text}” put for “{place.word}”"


def _suggestions(document: Document, place: Place) -> Iterator[Fix]:
    """The word that was replaced put back, which the author may have meant otherwise."""
    if place.replaced is not None:
        tokens = document.tokens
        start, end = tokens.starts[place.replaced], tokens.end(place.replaced)
        word = place.word.capitalize() if tokens.texts[place.replaced][0].isupper() else place.word
        yield from replacement(document, start, end, word, Applicability.UNSAFE)
