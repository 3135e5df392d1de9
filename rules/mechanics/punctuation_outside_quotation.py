"""A stop or comma outside the closing quotation mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.phrasing.quoted_stops import Kind, Quoted, quoted_stops

_EVIDENCE = 3
_FRAGMENTS = 2
"""How much more it takes for parts of sentences, with which many go by the sense."""
_WORDS = 4
"""How many words of a quotation are named."""


@dataclass(frozen=True)
class PunctuationOutsideQuotation(Rule):
    """A stop or comma stands outside the quotation that it belongs to."""

    name: ClassVar = "punctuation-outside-quotation"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    fewest: int = 3
    ratio: float = 3.0

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(quoted_stops)
        if not found:
            return
        for kind, is_comma in product(Kind, (True, False)):
            like = [one for one in found if one.kind is kind and one.has_comma is is_comma]
            inside = [one for one in like if not one.outside]
            outside = [one for one in like if one.outside]
            needed = max(self.fewest, self.ratio * len(outside))
            is_odd = len(inside) >= needed * (_FRAGMENTS if kind is Kind.FRAGMENT else 1)
            for one in outside:
                if kind is Kind.WHOLE and one.outside == ".":
                    yield self._whole(document, one)
                elif is_odd:
                    yield self._odd(document, one, inside)

    def _whole(self, document: Document, one: Quoted) -> Finding:
        start, end = one.span.start, one.span.end
        opening = Related(document.span(start, start + 1), "the sentence begins with the quotation")
        return self.finding(
            document.span(end - 1, end + 1),
            f"the full stop of the quoted sentence “{_end(one.words)}” stands outside",
            related=(opening,),
        )

    def _odd(self, document: Document, one: Quoted, inside: Sequence[Quoted]) -> Finding:
        name = "comma" if one.outside == "," else "full stop"
        end = one.span.end
        nearest = sorted(inside, key=lambda other: abs(other.span.end - end))[:_EVIDENCE]
        ends = sorted(other.span.end for other in nearest)
        return self.finding(
            document.span(end - 1, end + 1),
            f"the {name} after “{_end(one.words)}” stands outside the quotation,"
            f" unlike {len(inside)} others",
            related=(Related(document.span(at - 2, at), "here it stands inside") for at in ends),
        )


def _end(words: str) -> str:
    last = words.split()
    return ("… " if len(last) > _WORDS else "") + " ".join(last[-_WORDS:])
