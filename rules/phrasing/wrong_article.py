"""“A” before a vowel sound, or “an” before a consonant."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, replacement
from copydesk.analysis.phrasing.indefinite_articles import WrongArticle as Place
from copydesk.analysis.phrasing.indefinite_articles import wrong_articles

_BEGINNINGS = {True: "a vowel", False: "a consonant"}


class WrongArticle(Rule):
    """“a” stands before a vowel sound, or “an” before a consonant."""

    name: ClassVar = "wrong-article"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for place in document.analysis(wrong_articles):
            yield self._finding(document, place)

    def _finding(self, document: Document, place: Place) -> Finding:
        tokens = document.tokens
        article, word = tokens.texts[place.article], tokens.texts[place.word]
        start, end = tokens.starts[place.article], tokens.end(place.article)
        return self.finding(
            document.span(start, tokens.end(place.word)),
            f"“{article}” stands before “{word}”, which begins with {_BEGINNINGS[place.vowel]}",
            fixes=replacement(document, start, end, article[0] + ("n" if place.vowel else "")),
        )
