"""A unit that has lost its number."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.residue.residues import compiled

_PERCENT = r" %(?= (?:at|by|compared|from|in|last|of|on|since|this|to)\b|[,.;](?:\s|\Z))"
_BEFORE = (
    r"\b(?:about|above|almost|approximately|around|at|below|by|exactly|fell|fewer than|from|gained"
    r"|just|less than|lost|more than|nearly|of|only|over|owns|roughly|rose|some|than|that|to|under"
    r"|up to|with)\Z"
)
_FARTHEST = 20
_SUMS = {mark: rf"{re.escape(mark)} (?:b|m|tr)illion\b" for mark in "$£€"}
_POLL = r"(?:\A|(?<=\ufdd0\n))% of [^\n\ufdd0]{5,200}[.!?](?=\s|\Z)"


class LostNumber(Rule):
    """A sign for a share or a sum has no number."""

    name: ClassVar = "lost-number"
    family: ClassVar = "residue"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for start, end in _bare_signs(document.text):
            yield self.finding(
                document.span(start, end), f"“{document.text[start:end]}” has lost its number"
            )


def _bare_signs(text: str) -> Iterator[tuple[int, int]]:
    for mark, pattern in _SUMS.items():
        if mark in text:
            yield from (found.span() for found in compiled(pattern).finditer(text))
    if "%" in text:
        for found in compiled(_PERCENT).finditer(text):
            start = found.start()
            if before := compiled(_BEFORE).search(text[max(0, start - _FARTHEST) : start]):
                yield start - len(before[0]), found.end()
    if text.startswith("% of ") or ("%" in text and "\n% of " in text):
        yield from (found.span() for found in compiled(_POLL).finditer(text))
