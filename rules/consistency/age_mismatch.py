"""An age or a year of birth that does not agree with what else the article tells of the person."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule, lazy_pattern
from copydesk.analysis.lives import Life, life

_SUBJECT = lazy_pattern(
    r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|del|der|di|du|la|le|van|von|bin|ibn)){0,5}(?=\s)"
)

_AGED = lazy_pattern(r",\s(?:aged\s|age\s)?(?P<age>[1-9][0-9]),\s(?=[a-z])")
_FULL_NAME = lazy_pattern(r"(?:[A-Z][\w’'-]+\s)+[A-Z][\w’'-]+\Z")
_LONGEST_NAME = 60
_BIRTHDAYS = 1
"""By how much the age of a person may differ within an article, for one of them is old."""

_BORN = lazy_pattern(
    r"\s(?:was\s)?born\s(?P<place>(?:in|at|near)\s[^.;:()\d\ufdd0]{2,60}?)?(?:(?:on|in)\s)?"
    r"(?:[0-3]?\d\s[A-Z][a-z]+\s|[A-Z][a-z]+\s[0-3]?\d,?\s|[A-Z][a-z]+\s)?"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b(?!\s?(?:or|/|[–-])\s?\d)"
)
_DIED = lazy_pattern(
    r"\s(?:died|passed\saway)\b(?:[^.;\d\ufdd0]{0,80}?(?:\b[0-3]?\d,?\s[^\d.;]{0,12})?"
    r"\b(?P<year>(?:1[5-9]|20)\d\d)\b)?[^.;\d\ufdd0]{0,60}?\b(?:aged|(?:at|from)\sthe\sage\sof|at\sage)\s(?P<age>\d{1,3})\b"
)
_AT_AGE = lazy_pattern(
    r"(?P<clause>\s[^.,;:\d\ufdd0]{2,80}?)\s(?:in|on)\s"
    r"(?:[0-3]?\d\s)?(?:[A-Z][a-z]+\s)?(?:[0-3]?\d,?\s)?(?P<year>(?:1[5-9]|20)\d\d),?"
    r"\s(?:aged|at\sthe\sage\sof|at\sage)\s(?P<age>\d{1,2})\b"
)
_LIFE = lazy_pattern(r"\([^()]{0,30}\d{4}\s?[–-][^()]{0,30}\)")
"""The dates of somebody else, of whom a paragraph may go on to speak."""

_FAMILY = lazy_pattern(
    r"\b(?:to|and|between|or|son|daughter|child|family|where|who|which|but|then|moved)\b"
)
_OTHER_CLAUSE = lazy_pattern(
    r"\b(?:since|when|after|before|until|who|whose|that|which|while|as|because|and|but|than|where"
    r"|his|her|their)\b"
)


class AgeMismatch(Rule):
    """A person's age or year of birth does not agree with the rest of the article."""

    name: ClassVar = "age-mismatch"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        yield from self._two_ages(document)
        if person := document.analysis(life):
            yield from self._against_life(document, person)

    def _two_ages(self, document: Document) -> Iterator[Finding]:
        """People whose age is told twice, each time after the full name."""
        first: dict[str, re.Match[str]] = {}
        for found in _AGED.finditer(document.text):
            before = document.text[max(0, found.start() - _LONGEST_NAME) : found.start()]
            if not (name := _FULL_NAME.search(before)):
                continue
            words = " ".join(name.group().split())
            earlier = first.setdefault(words, found)
            if abs(int(earlier["age"]) - int(found["age"])) > _BIRTHDAYS:
                evidence = document.span(*earlier.span("age"))
                yield self.finding(
                    document.span(*found.span("age")),
                    f"“{words}” is {found['age']} here and {earlier['age']} before",
                    related=(Related(evidence, "the other age"),),
                )

    def _against_life(self, document: Document, person: Life) -> Iterator[Finding]:
        dates = Related(document.span(person.start, person.end), "the dates of the life")
        others = [found.start() for found in _LIFE.finditer(document.text, person.end)]
        for sentence in document.sentences:
            who = _SUBJECT.match(sentence.text) if sentence.start >= person.end else None
            if not who or not _is_person(person, who.group().split()):
                continue
            if bisect_left(others, sentence.block.start) < bisect_left(others, sentence.start):
                continue
            for place, fault in _faults(person, sentence.text, who.end()):
                start, end = sentence.start + place[0], sentence.start + place[1]
                yield self.finding(document.span(start, end), fault, related=(dates,))


def _is_person(person: Life, names: Sequence[str]) -> bool:
    """Whether a subject is the person: a pronoun, or a name that no relative is likely to have."""
    own = person.name.split()
    return names[0] in {"He", "She"} or (
        set(names) <= set(own) if len(names) < 2 else names[0] in own[:-1] and names[-1] in own
    )


def _faults(person: Life, text: str, at: int) -> Iterator[tuple[tuple[int, int], str]]:
    """What a sentence, whose subject ends at `at`, tells that cannot be, and where in it."""
    dates = f"the life of “{person.name}” "
    if found := _BORN.match(text, at):
        told_of_birth = not _FAMILY.search(found["place"] or "")
        if told_of_birth and int(found["year"]) != person.born.year:
            told = f"“{found['year']}” is no year of birth: {dates}began in {person.born.year}"
            yield found.span("year"), told
    elif found := _DIED.match(text, at):
        ages = person.ages_at_death
        year = found["year"]
        if ages and person.died and (not year or int(year) == person.died.year):
            span = f"lasted from {person.born.year} to {person.died.year}"
            yield from _wrong_age(found, ages, dates + span)
    elif (found := _AT_AGE.match(text, at)) and not _OTHER_CLAUSE.search(found["clause"]):
        year = int(found["year"])
        began = f"began in {person.born.year}, {year - person.born.year} years before {year}"
        yield from _wrong_age(found, person.ages_in(year), dates + began)


def _wrong_age(
    found: re.Match[str], ages: tuple[int, int], reason: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """An age out of range; one more is right where people are born one year old."""
    least, most = ages
    if not least <= int(found["age"]) <= most + 1:
        yield found.span("age"), f"“{found['age']}” is no age to have then: {reason}"
