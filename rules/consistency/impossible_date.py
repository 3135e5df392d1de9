"""A day that no calendar has."""

import re
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.dates import MONTH_NAMES, Day, day_of_month, exists
from copydesk.analysis.vocabulary import places

_SWEDISH_LEAP_YEAR = 1712
"""In which Sweden had a 30 February."""

_LATE = frozenset("29 29th 30 30th 31 31st".split())
_BEFORE_YEARS = frozenset("in year".split())
_AFTER_DATES = frozenset(
    "a after an and as at because before but by during for from he her his if in is it of on or"
    " she so than that the their they this through to until was we were when where which while"
    " who will with".split()
)


class ImpossibleDate(Rule):
    """A month is given a day that it does not have."""

    name: ClassVar = "impossible-date"
    family: ClassVar = "consistency"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for day in _late_days(document):
            ((month, number),) = day.readings
            if not _may_exist(day.year, month, number) and _is_date(document, day):
                tokens = document.tokens
                start, end = tokens.starts[day.first], tokens.end(day.end - 1)
                yield self.finding(
                    document.span(start, end),
                    f"“{' '.join(document.text[start:end].split())}” is no day:"
                    f" {_length(day.year, month)}",
                )


def _late_days(document: Document) -> Iterator[Day]:
    """The days that not every month has."""
    tokens = document.tokens
    for i in places(document, _LATE):
        near = range(max(0, i - 2), min(i + 3, len(tokens)))
        found = (day_of_month(tokens, month) for month in near if month != i)
        yield from (day for day in found if day and i in {day.first, day.first + 1, day.first + 2})


def _may_exist(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, also by the Julian calendar with its more leap years."""
    is_century = year > 0 and year % 100 == 0
    return exists(0 if is_century else year, month, day) or year == _SWEDISH_LEAP_YEAR


def _length(year: int, month: int) -> str:
    """How many days the month has, in words for the message."""
    last = 31
    while not exists(year, month, last):
        last -= 1
    in_year = f" in {year}" if year and month == 2 else ""
    return f"{MONTH_NAMES[month]} has {last} days{in_year}"


def _is_date(document: Document, day: Day) -> bool:
    """Whether the number is surely a day: no year, no count of what follows."""
    tokens = document.tokens
    before = tokens.lowers[day.first - 1] if day.first else ""
    after = tokens.texts[day.end] if day.end < len(tokens) else ""
    if day.year or re.search(r"\d[a-z]+\Z", tokens.lowers[day.end - 1]):
        return True
    if before in _BEFORE_YEARS or before.isdigit():
        return False
    return not after[:1].isalnum() or after in _AFTER_DATES
