"""Finds the days that an article names, and tells which weekdays they are."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from copydesk.analysis.vocabulary import places
from copydesk.document import Document
from copydesk.patterns import lazy_pattern
from copydesk.segment import Tokens

MONTH_NAMES = tuple(calendar.month_name)
WEEKDAY_NAMES = tuple(calendar.day_name)

_MONTHS_IN_FULL = {name.lower(): number for number, name in enumerate(MONTH_NAMES) if number}
MONTHS = (
    _MONTHS_IN_FULL | {name[:3]: number for name, number in _MONTHS_IN_FULL.items()} | {"sept": 9}
)
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
_SHORT_WEEKDAYS = {name[:3]: number for name, number in WEEKDAYS.items()} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}

_DAY = lazy_pattern(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = lazy_pattern(r"[12][0-9]{3}")
_ISO = lazy_pattern(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")
_SLASHED = lazy_pattern(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([12][0-9]{3})")

_FIRST_YEARS_WITHOUT_COMMA = range(1700, 2100)
_ERAS = frozenset("ad bc bce ce a.d. b.c. b.c.e. c.e.".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_JOINERS = frozenset("and or to through until till & , / - – —".split())
_LONGEST_MONTH = 31
_FARTHEST_MONTH = 3
"""Tokens from the first of a date to its month: “5th of March”."""
_LONGEST_DAY = 6
"""Tokens: “Sept . 5 , 2019”."""
_LAST_JULIAN_YEAR = 1923
"""In which Greece was the last country to give the Julian calendar up."""


class Day(NamedTuple):
    """A day that is named with its month, in the tokens `[first:end]`; `year` is 0 if untold.

    Attributes:
        readings: The month and day it may mean: two where 5/3 is a day in March or in May.
    """

    first: int
    end: int
    year: int
    readings: tuple[tuple[int, int], ...]


class WeekdayClaim(NamedTuple):
    """A day and the weekday that it is said to be, in the tokens `[first:end]`."""

    first: int
    end: int
    weekday: int
    day: Day


def days(document: Document) -> tuple[Day, ...]:
    """The days written with the name of their month, in order."""
    found = (day_of_month(document.tokens, i) for i in places(document, MONTHS.keys()))
    return tuple(day for day in found if day)


def weekday_claims(document: Document) -> tuple[WeekdayClaim, ...]:
    """The days that stand together with a weekday, in order."""
    tokens = document.tokens
    claims = (
        _claim_before(tokens, i) or _claim_after(tokens, i)
        for i in places(document, WEEKDAYS.keys() | _SHORT_WEEKDAYS.keys())
        if tokens.texts[i][0].isupper()
    )
    return tuple(claim for claim in claims if claim)


def weekday_of(year: int, month: int, day: int) -> int:
    """The weekday of a day of the Gregorian calendar, from 0 for Monday."""
    return date(year, month, day).weekday()


def possible_weekdays(year: int, month: int, day: int) -> frozenset[int]:
    """The weekdays that a day may be: two where some still counted by the Julian calendar."""
    weekday = weekday_of(year, month, day)
    if year > _LAST_JULIAN_YEAR:
        return frozenset({weekday})
    century = year - 1 if month <= 2 else year
    lag = century // 100 - century // 400 - 2
    return frozenset({weekday, (weekday + lag) % 7})


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day, in some year if `year` is 0."""
    leap_year = 2000
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or leap_year, month)[1]


def day_of_month(tokens: Tokens, i: int) -> Day | None:
    """The day whose month is token `i`."""
    words = tokens.lowers
    if words[i] not in MONTHS or not tokens.texts[i][0].isupper():
        return None
    month = MONTHS[words[i]]
    after = i + 2 if words[i + 1 : i + 2] == ["."] and len(words[i]) <= len("sept") else i + 1
    of = 1 if i and words[i - 1] == "of" else 0
    before = i - 1 - of
    leading, following = _day_number(words, before), _day_number(words, after)
    if bool(leading) == bool(following):
        return None
    if leading:
        end, year = _year(words, after, needs_comma=False)
        return Day(before, end, year, ((month, leading),))
    end, year = _year(words, after + 1, needs_comma=True)
    is_year = not year and "".join(words[end : end + 1]) in _ERAS
    return None if is_year else Day(i, end, year, ((month, following),))


def _day_number(words: Sequence[str], i: int) -> int:
    """The day of a month that token `i` may be, 0 if it cannot be one."""
    found = _DAY.fullmatch(words[i]) if 0 <= i < len(words) else None
    day = int(found[1]) if found else 0
    return day if day <= _LONGEST_MONTH else 0


def _year(words: Sequence[str], i: int, *, needs_comma: bool) -> tuple[int, int]:
    """Where a date ends whose year may begin at token `i`, and the year, 0 if there is none."""
    comma = words[i : i + 1] == [","]
    at = i + 1 if comma else i
    if at >= len(words) or not _YEAR.fullmatch(words[at]):
        return i, 0
    year, after = int(words[at]), "".join(words[at + 1 : at + 2])
    if after in _ERAS:
        return i, 0
    if needs_comma and not comma:  # “on March 5 2000 people marched”
        plausible = year in _FIRST_YEARS_WITHOUT_COMMA and not after.isalpha()
        return (at + 1, year) if plausible else (i, 0)
    return at + 1, year


def _claim_before(tokens: Tokens, i: int) -> WeekdayClaim | None:
    """The weekday `i` with the day after it: “Tuesday, 5 March”, “Tues. 5/3/2019”."""
    words = tokens.lowers
    weekday = WEEKDAYS.get(words[i])
    if weekday is None:
        if not _may_be_shortened(tokens.texts, i):
            return None
        weekday = _SHORT_WEEKDAYS[words[i]]
    if _ends_pair(words, i):
        return None
    at = i + 1
    if words[i] not in WEEKDAYS:
        at += words[at : at + 1] == ["."]
    at += "".join(words[at : at + 1]) in _PARTS_OF_DAY
    at += "".join(words[at : at + 1]) in {",", "("}
    at += words[at : at + 1] == ["the"]
    day = _day_from(tokens, at) or _day_in_figures(words, at)
    return WeekdayClaim(i, day.end, weekday, day) if day else None


def _claim_after(tokens: Tokens, i: int) -> WeekdayClaim | None:
    """The weekday `i` with the day before it: “5 March (Tuesday)”, “March 5, a Tuesday,”."""
    words = tokens.lowers
    weekday = WEEKDAYS.get(words[i])
    if weekday is None:
        return None
    end = i - 1
    bracketed = words[i - 1 : i] == ["("] and words[i + 1 : i + 2] == [")"]
    if words[i - 1 : i] == ["a"]:
        while end and words[end - 1] in {",", "(", "which", "was", "is", "fell", "on"}:
            end -= 1
        if end == i - 1:
            return None
    elif not bracketed:
        return None
    day = _day_up_to(tokens, end)
    return WeekdayClaim(day.first, i + 1 + bracketed, weekday, day) if day else None


def _day_from(tokens: Tokens, first: int) -> Day | None:
    """The day that begins with token `first`."""
    near = range(first, min(first + _FARTHEST_MONTH, len(tokens)))
    found = (day_of_month(tokens, i) for i in near)
    return next((day for day in found if day and day.first == first), None)


def _day_up_to(tokens: Tokens, end: int) -> Day | None:
    """The day that ends before token `end`."""
    near = range(max(0, end - _LONGEST_DAY), end)
    found = (day_of_month(tokens, i) for i in near)
    return next((day for day in found if day and day.end == end), None)


def _may_be_shortened(texts: Sequence[str], i: int) -> bool:
    """Whether “Sun” or “Sat” is a weekday here, neither a newspaper nor a verb."""
    before = texts[i - 1] if i else ""
    return not before[:1].isalnum() or before == "on"


def _ends_pair(words: Sequence[str], i: int) -> bool:
    """Whether another weekday goes with `i`, so that the date may be the other's."""
    joined = words[i - 1 : i] and words[i - 1] in _JOINERS
    return bool(joined) and not WEEKDAYS.keys().isdisjoint(words[max(0, i - 4) : i - 1])


def _day_in_figures(words: Sequence[str], i: int) -> Day | None:
    """“2019-03-05”, or “5/3/2019” either way round."""
    text = words[i] if i < len(words) else ""
    if found := _ISO.fullmatch(text):
        year, month, day = map(int, found.groups())
        return Day(i, i + 1, year, ((month, day),))
    if found := _SLASHED.fullmatch(text):
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        return Day(i, i + 1, year, tuple(_either_way(one, other)))
    return None


def _either_way(one: int, other: int) -> Iterator[tuple[int, int]]:
    yield one, other
    yield other, one
