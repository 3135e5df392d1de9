"""Figures, dates and ages that one place of an article has and another denies."""

import random
import re
from collections import defaultdict

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAMED = "two three four five six seven eight nine ten eleven twelve".split()
_PLAIN = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+|{'|'.join(_NAMED)}"

_DATED_WEEKDAY = re.compile(
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s(?:the\s)?"
    rf"(?:(?:{_MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS}),?)\s\d{{4}}"
)
_DATE = re.compile(
    r"\b(?P<before>[12]?\d)\s(?:February|April|June|September|November)\s\d{4}\b"
    r"|\b(?:February|April|June|September|November)\s(?P<after>[12]?\d),\s\d{4}\b"
)
_SPAN = re.compile(
    r"\((?P<one>1[6-9]\d\d|20[01]\d)\s?[–-]\s?(?P<other>1[6-9]\d\d|20[012]\d)\)"
    r"|[Ff]rom (?P<from>19\d\d|20[01]\d) (?:to|until) (?P<to>19\d\d|20[012]\d)\b"
)
_LIFE = re.compile(r"\((?:born [^()]{0,25})?[^()]{0,40}\b\d{4}(?:\s?[–-][^()]{0,30}\b\d{4})?\)")
_BIRTH = re.compile(r"\bwas born [^.;]{0,60}?\b(?P<year>1[6-9]\d\d|20[01]\d)\b")
_AGE = re.compile(r"\b(?:aged|at (?:the )?age(?: of)?) (?P<age>\d\d)\b")
_CHANGE = re.compile(
    r"(?P<one>\d+(?:\.\d+)?)(?:%| per ?cent)[^.%\d]{0,60}\bfrom [$£€]?[\d,.]*\d[^.%]{0,40} to"
    r"|(?:doubl|tripl|halv)ed[^.%\d]{0,60}\bfrom (?P<other>[\d,.]*\d)[^.%]{0,40} to [\d,.]*\d"
)
_PARTS = re.compile(
    rf"\b(?:{_PLAIN}) (?:children|siblings|people|members|students|passengers)\W{{1,3}}"
    rf"(?:including )?(?P<part>{_PLAIN}) (?:sons|daughters|boys|girls|men|women|brothers|sisters)\b"
)
_ANNOUNCED = re.compile(
    rf"\b(?P<number>{'|'.join(_NAMED)}) (?:[a-z-]+ ){{0,2}}[a-z]+s:\s"
    r"(?=[\w’' -]+(?:, [\w’' -]+)+,? and [\w’' -]+[.;]|\n\ufdd0\n)"
)
_COUNTED = re.compile(
    rf"(?<![\w.,$£€-])(?P<number>{_PLAIN})(?![\w.,/-]) (?P<noun>[a-z]{{4,}}s|dead|killed|people)\b",
    re.IGNORECASE,
)


def _edit(document: Document, start: int, end: int, text: str) -> Damage | None:
    """The edit that puts `text` for a place of the reading text that stands so in the source."""
    if not document.is_literal(start, end):
        return None
    return Damage(*document.span(start, end), text)


def _another(number: str, chance: random.Random) -> str:
    """A number near another, written alike."""
    word = number.lower()
    if word in _NAMED:
        near = [other for other in _NAMED if other != word]
        chosen = chance.choice(near)
        return chosen.capitalize() if number[0].isupper() else chosen
    digits = number.replace(",", "")
    if len(digits) > 1 and digits[-1] != digits[-2] and chance.random() < 0.4:
        changed = int(digits[:-2] + digits[-1] + digits[-2])  # two digits trade places
    else:
        changed = int(digits) + chance.choice((-3, -2, -1, 1, 2, 3, 10))
    changed = changed if changed > 1 and changed != int(digits) else int(digits) + 2
    return f"{changed:,}" if "," in number else str(changed)


@corruption("weekday of a date changed", "weekday-date-mismatch")
def weekday_changed(document: Document, chance: random.Random) -> Damage | None:
    """Puts another weekday beside a full date."""
    found = list(_DATED_WEEKDAY.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    weekday = chance.choice([day for day in _WEEKDAYS if day != place["weekday"]])
    return _edit(document, *place.span("weekday"), weekday)


@corruption("day past the end of its month", "impossible-date")
def day_past_end(document: Document, chance: random.Random) -> Damage | None:
    """Puts a late day into a short month."""
    found = list(_DATE.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    group = "before" if place["before"] else "after"
    late = chance.choice(("30", "31")) if "February" in place.group() else "31"
    return _edit(document, *place.span(group), late)


@corruption("span of years turned round", "reversed-range")
def span_reversed(document: Document, chance: random.Random) -> Damage | None:
    """Lets the years of a span trade places, or mistypes the first so that it comes later."""
    found = list(_SPAN.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    groups = ("one", "other") if place["one"] else ("from", "to")
    first, last = (place[group] for group in groups)
    if first == last:
        return None
    (start, middle), (second, end) = (place.span(group) for group in groups)
    if chance.random() < 0.5:
        between = document.text[middle:second]
        return _edit(document, start, end, last + between + first)
    return _edit(document, start, middle, str(int(last) + chance.randint(1, 30)))


@corruption("year of birth changed", "age-mismatch")
def birth_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes the year that the body gives for a birth, in an article that opens with a life."""
    life = _LIFE.search(document.text, 0, 400)
    found = _BIRTH.search(document.text, life.end()) if life else None
    if not life or not found or found["year"] not in life.group():
        return None
    year = int(found["year"]) + chance.choice((-10, -2, -1, 1, 2, 10))
    return _edit(document, *found.span("year"), str(year))


@corruption("age changed", "age-mismatch")
def age_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes an age in an article that opens with the dates of a life."""
    life = _LIFE.search(document.text, 0, 400)
    found = list(_AGE.finditer(document.text, life.end())) if life else []
    if not found:
        return None
    place = chance.choice(found)
    age = place["age"]
    changed = age[::-1] if age[0] != age[1] and age[1] != "0" else str(int(age) + 10)
    return _edit(document, *place.span("age"), changed)


@corruption("percentage beside two figures changed", "percentage-mismatch")
def percentage_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes the percentage of a change, or a figure that is said to have doubled."""
    found = list(_CHANGE.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    group = "one" if place["one"] else "other"
    figure = float(place[group].replace(",", ""))
    return _edit(document, *place.span(group), f"{round(figure * chance.uniform(1.5, 4)) + 2}")


@corruption("part of a sum changed", "sum-mismatch")
def part_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes how many of one kind there are among a number of people."""
    found = list(_PARTS.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    return _edit(document, *place.span("part"), _another(place["part"], chance))


@corruption("announced number of items changed", "miscounted-list")
def announcement_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes the number before a colon that announces a list."""
    found = list(_ANNOUNCED.finditer(document.text))
    if not found:
        return None
    place = chance.choice(found)
    return _edit(document, *place.span("number"), _another(place["number"], chance))


@corruption("figure of the title changed", "number-drift")
def title_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes a number in the title that the article repeats."""
    title = document.prose[0] if document.prose else None
    if not title or not (title.kind is BlockKind.TITLE or title.level == 1):
        return None
    found = list(_COUNTED.finditer(title.text))
    rest = document.text[title.end :]
    again = [place for place in found if re.search(rf"\b{place['number']}\b", rest, re.IGNORECASE)]
    if not again:
        return None
    place = chance.choice(again)
    return _edit(document, *place.span("number"), _another(place["number"], chance))


@corruption("one of two equal figures changed", "number-drift")
def figure_changed(document: Document, chance: random.Random) -> Damage | None:
    """Changes one of the mentions of a number of the same things."""
    by_words = defaultdict[str, list[re.Match[str]]](list)
    for place in _COUNTED.finditer(document.text):
        by_words[place.group().lower()].append(place)
    repeated = [places for places in by_words.values() if len(places) > 1]
    if not repeated:
        return None
    place = chance.choice(chance.choice(repeated))
    return _edit(document, *place.span("number"), _another(place["number"], chance))
