"""A date that does not fall on the weekday it is given."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Related, Rule, Severity, Span, lazy_pattern
from copydesk.analysis.dates import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    WeekdayClaim,
    days,
    exists,
    possible_weekdays,
    weekday_claims,
    weekday_of,
)

_YEAR = lazy_pattern(r"(?<![\w.,/-])(?:1[789]|20)[0-9]{2}(?![\w/]|[.,]\d)")
_DATED = lazy_pattern(r"^(?:date|published)\s*[:=]\W{0,2}(?P<year>20[0-9]{2})-", re.MULTILINE)


class WeekdayDateMismatch(Rule):
    """A date stands beside a weekday on which it does not fall."""

    name: ClassVar = "weekday-date-mismatch"
    family: ClassVar = "consistency"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for claim in document.analysis(weekday_claims):
            if claim.day.year:
                if not _may_be_true(claim, claim.day.year):
                    yield self._finding(document, claim, claim.day.year, ())
                continue
            year, place = document.analysis(_only_year)
            if year and not any(_may_be_true(claim, year + other) for other in (-1, 0, 1)):
                evidence = (Related(place, "the only year in the article"),)
                yield self._finding(document, claim, year, evidence)

    def _finding(
        self, document: Document, claim: WeekdayClaim, year: int, evidence: tuple[Related, ...]
    ) -> Finding:
        tokens = document.tokens
        start, end = tokens.starts[claim.first], tokens.end(claim.end - 1)
        truth = " and ".join(
            f"{day} {MONTH_NAMES[month]} {year} is a {WEEKDAY_NAMES[weekday_of(year, month, day)]}"
            for month, day in claim.day.readings
            if exists(year, month, day)
        )
        words = " ".join(document.text[start:end].split())
        return self.finding(
            document.span(start, end),
            f"“{words}” cannot be, for {truth}",
            related=evidence,
        )


def _may_be_true(claim: WeekdayClaim, year: int) -> bool:
    """Whether the day falls on the weekday in `year`, or there is no such day at all."""
    real = [reading for reading in claim.day.readings if exists(year, *reading)]
    return not real or any(claim.weekday in possible_weekdays(year, *day) for day in real)


def _only_year(document: Document) -> tuple[int, Span]:
    """The year of a full date, and where it stands; 0 if the article names none or another too."""
    tokens = document.tokens
    dated = [day for day in document.analysis(days) if day.year]
    places = {day.year: document.span(*tokens[day.end - 1][1:]) for day in dated}
    places |= dict(_dates_of_publication(document))
    others = {int(found.group()) for found in _YEAR.finditer(document.text)} - places.keys()
    return (0, Span(0, 0)) if others or len(places) != 1 else next(iter(places.items()))


def _dates_of_publication(document: Document) -> Iterator[tuple[int, Span]]:
    """The year that the front matter tells, and where."""
    for block in document.blocks:
        if block.kind is BlockKind.FRONT_MATTER:
            start, end = block.span
            if found := _DATED.search(document.source, start, end):
                yield int(found["year"]), Span(*found.span("year"))
