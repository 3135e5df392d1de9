"""Straight and curly quotation marks in one article."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, Severity, lazy_pattern

_STRAIGHT = lazy_pattern(r"(?<!\d)\"")
_CURLY = lazy_pattern("[“”]")
_EVIDENCE = 3


class MixedQuotationMarks(Rule):
    """Straight and curly quotation marks stand in one article."""

    name: ClassVar = "mixed-quotation-marks"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.text
        if '"' not in text or not ("“" in text or "”" in text):
            return
        straight = [match.start() for match in _STRAIGHT.finditer(text)]
        curly = [match.start() for match in _CURLY.finditer(text)]
        if not straight or not curly:
            return
        few, many = sorted((straight, curly), key=len)
        name, other = ("straight", "curly") if few is straight else ("curly", "straight")
        at = few[0]
        nearest = sorted(sorted(many, key=lambda place: abs(place - at))[:_EVIDENCE])
        yield self.finding(
            document.span(at, at + 1),
            f"“{text[at]}” is {name}, as {len(few)} of the double marks are;"
            f" {len(many)} are {other}",
            related=(Related(document.span(i, i + 1), f"a {other} one") for i in nearest),
        )
