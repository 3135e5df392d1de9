"""A span of years that ends before it begins."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import ClassVar

from copydesk import Document, Finding, Rule, lazy_pattern
from copydesk.analysis.quotations import quotations

_NEAR = 120

_BACKWARDS = frozenset(
    "back backward backwards bce reverse reversed fell fall falls falling drop drops dropped"
    " decline declined decrease decreased reduce reduced reduces cut cuts lower lowered shrank"
    " downgrade downgraded downgrading revert reverted descending dropping declining decreasing"
    " reducing cutting".split()
)
_OPENED = lazy_pattern(r"""(?:\A|\s)["'“‘][^"'“”‘’]{1,60}\Z""")
_WORD = lazy_pattern(r"[a-z]+")


_MONTH = r"(?:[A-Z][a-z]{2,8}\.?\s)?"
_DAY = r"(?:[0-3]?\d\s[A-Z][a-z]+\s|[A-Z][a-z]+\s[0-3]?\d,\s|[A-Z][a-z]+\s)?"
_END = r"(?P<last>(?:1[89]|20)\d\d)(?![\w%]|[.,]\d|\s?[–-]\d|\s(?:[a-z]+s|BC|BCE)\b)"
_LIFE = (
    rf"\((?:[^()\ufdd0\d]{{0,40}}\b)?{_DAY}(?P<first>(?:1[5-9]|20)\d\d)"
    rf"\s?[–—-]\s?{_DAY}(?P<last>(?:1[5-9]|20)\d\d)\)"
)
_SPANS = (
    _LIFE,
    rf"rom\s{_MONTH}(?P<first>(?:1[89]|20)\d\d)\s(?:to|until|till|through)\s{_MONTH}{_END}",
    rf"etween\s{_MONTH}(?P<first>(?:1[89]|20)\d\d)\sand\s{_MONTH}{_END}",
)
"""Two years with what makes a span of them; that each begins with a literal makes it fast."""

_CENTURIES = ("20", "19", "18", "17", "16", "15")


@cache
def _spans() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _SPANS))


class ReversedRange(Rule):
    """A span of years ends before it begins."""

    name: ClassVar = "reversed-range"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        if not any(century in document.text for century in _CENTURIES):
            return
        for found in chain.from_iterable(span.finditer(document.text) for span in _spans()):
            first, last = int(found["first"]), int(found["last"])
            start = _start(document.text, found.start())
            if last < first and start is not None and not _is_meant(document, start):
                words = " ".join(document.text[start : found.end()].split())
                by = f"{first - last} year{'s' * (first - last > 1)}"
                yield self.finding(
                    document.span(start, found.end()),
                    f"“{words}” runs backwards: {last} is {by} before {first}",
                )


def _start(text: str, at: int) -> int | None:
    """Where the words begin of whose first letter the pattern knows nothing."""
    lead = {"r": ("F", "f"), "e": ("B", "b")}.get(text[at])
    if not lead:
        return at
    whole = text[at - 1 : at] in lead and not text[at - 2 : at - 1].isalnum()
    return at - 1 if at and whole else None


def _is_meant(document: Document, at: int) -> bool:
    """Whether the text counts back, or quotes a title that does."""
    near = document.text[max(0, at - _NEAR) : at].lower()
    quoted = _OPENED.search(near) or document.analysis(quotations).covers(at)
    return bool(quoted) or not _BACKWARDS.isdisjoint(_WORD.findall(near))
