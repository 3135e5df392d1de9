"""A sentence that stands twice."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.copies import Copy, copies, excerpt, is_label, is_passage, place, told
from copydesk.analysis.copies import is_whole as stands_alone
from copydesk.analysis.quotations import quotations

_FARTHEST = 3
"""How many paragraphs on a copy may stand that was left behind rather than said again."""


@dataclass(frozen=True)
class RepeatedSentence(Rule):
    """A long sentence stands twice within a few paragraphs."""

    name: ClassVar = "repeated-sentence"
    family: ClassVar = "repetition"

    fewest_words: int = 14

    def check(self, document: Document) -> Iterator[Finding]:
        for copy in document.analysis(copies):
            if copy.words < self.fewest_words or is_passage(document, copy):
                continue
            if _is_near(document, copy) and not _is_said_again(document, copy):
                first = document.span(*place(document, copy.first))
                yield self.finding(
                    document.span(*place(document, copy.second)),
                    f"{excerpt(document, copy.second)} stands twice",
                    related=(Related(first, told(copy.changes)),),
                )


def _is_near(document: Document, copy: Copy) -> bool:
    """Whether a copy stands in the same paragraph or one of the next, under the same heading."""
    here, there = (_number(document, place(document, side)[0]) for side in copy.sides())
    between = document.prose[here + 1 : there]
    return there - here <= _FARTHEST and not any(map(is_label, between))


def _number(document: Document, offset: int) -> int:
    """Which of the prose blocks `offset` stands in."""
    return bisect_right(document.prose, offset, key=attrgetter("start")) - 1


def _is_said_again(document: Document, copy: Copy) -> bool:
    """Whether one is a quotation or a paragraph of its own: a teaser, a pull quote, a refrain."""
    quoted = document.analysis(quotations)
    return any(
        stands_alone(document, side) or quoted.covers(place(document, side)[0])
        for side in copy.sides()
    )
