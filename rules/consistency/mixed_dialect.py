"""American spelling in a British article, or the reverse."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places_in, vocabulary
from copydesk.english.dialect import dialects

_SHOWN = 4


@dataclass(frozen=True)
class MixedDialect(Rule):
    """American and British spelling stand in one article."""

    name: ClassVar = "mixed-dialect"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    fewest: int = 2

    def check(self, document: Document) -> Iterator[Finding]:
        table = dialects()
        told = document.analysis(vocabulary) & table.words
        american, british = told & table.american.keys(), told & table.british.keys()
        if not american or not british:
            return
        sides = _own(document, american), _own(document, british)
        if all(sides):
            # The later one is odd where there are as many of both.
            few, many = sorted(sides, key=lambda side: (len(side), -side[0]))
            if len(many) >= self.fewest or _same_word(document, few, many):
                yield self._finding(document, few, many, is_american=few is sides[0])

    def _finding(
        self, document: Document, few: Sequence[int], many: Sequence[int], *, is_american: bool
    ) -> Finding:
        one, other = ("American", "British") if is_american else ("British", "American")
        related = [
            *(_shown(document, i, other) for i in many[:_SHOWN]),
            *(_shown(document, i, one) for i in few[1:_SHOWN]),
        ]
        tokens = document.tokens
        word, there = tokens.texts[few[0]], tokens.texts[many[0]]
        return self.finding(
            document.span(tokens.starts[few[0]], tokens.end(few[0])),
            f"“{word}” is {one} spelling, “{there}” {other}",
            related=related,
        )


def _own(document: Document, words: AbstractSet[str]) -> list[int]:
    """Where the article itself uses some words, neither in a name nor in a quotation."""
    quoted = document.analysis(quotations)
    tokens = document.tokens
    return [i for i in places_in(tokens.texts, words) if not quoted.covers(tokens.starts[i])]


def _same_word(document: Document, few: Sequence[int], many: Sequence[int]) -> bool:
    """Whether one word is spelt both ways."""
    table = dialects()
    others = table.american | table.british
    forms = Counter(document.tokens.texts[i] for i in many)
    return any(others[document.tokens.texts[i]] in forms for i in few)


def _shown(document: Document, i: int, dialect: str) -> Related:
    tokens = document.tokens
    span = document.span(tokens.starts[i], tokens.end(i))
    return Related(span, f"“{tokens.texts[i]}” is {dialect} spelling")
