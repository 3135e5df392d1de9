"""A sentence that stands twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.copies import Copy, copies, excerpt, is_passage, is_whole, place, told
from copydesk.analysis.quotations import quotations

_QUOTES = '"“”„‟«»'


@dataclass(frozen=True)
class RepeatedSentence(Rule):
    """A long sentence stands twice."""

    name: ClassVar = "repeated-sentence"
    family: ClassVar = "repetition"

    fewest_words: int = 14

    def check(self, document: Document) -> Iterator[Finding]:
        for copy in document.analysis(copies):
            if copy.words < self.fewest_words or is_passage(document, copy):
                continue
            if not _is_quoted_again(document, copy):
                first = document.span(*place(document, copy.first))
                yield self.finding(
                    document.span(*place(document, copy.second)),
                    f"{excerpt(document, copy.second)} stands twice",
                    related=(Related(first, told(copy.changes)),),
                )


def _is_quoted_again(document: Document, copy: Copy) -> bool:
    """Whether one is a quotation that the article sets off, or of what the article says itself."""
    quoted = document.analysis(quotations)
    one, other = (quoted.covers(place(document, side)[0]) for side in copy.sides())
    return one != other or any(_is_set_off(document, side) for side in copy.sides())


def _is_set_off(document: Document, side: range) -> bool:
    """Whether some sentences are a quotation that stands by itself, as a pull quote does."""
    start, end = place(document, side)
    quoted = document.text[start] in _QUOTES and document.text[end - 1] in _QUOTES
    return quoted and is_whole(document, side)
