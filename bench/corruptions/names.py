"""Articles that lost the words by which a person was introduced."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk import BlockKind, Document, Sentence
from copydesk.english.word_classes import GIVEN_NAME, PLACE, classes_of

from bench.corruptions import Damage, corruption, transplant
from bench.corruptions.quoted import between_paragraphs, within_a_paragraph

_UNEXPLAINED = re.compile(
    r"(?:\A|[.!?] |\b(?:about|after|against|and|but|by|for|from|of|than|that|to|when|with) )\Z"
)
"""What stands before a full name if no office or trade does."""

_FULL = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?! [A-Z])")


class Person(NamedTuple):
    """Somebody with a given name and a surname, and where both stand."""

    given: str
    surname: str
    places: tuple[int, ...]


def persons(document: Document) -> Iterator[Person]:
    """Those who have their full name in running text, and later the surname alone."""
    places: dict[tuple[str, str], list[int]] = {}
    for found in _FULL.finditer(document.text):
        if classes_of(found[1]) & GIVEN_NAME and not is_place(found[0]):
            places.setdefault((found[1], found[2]), []).append(found.start())
    for (given, surname), starts in places.items():
        alone = alone_pattern(surname).search(document.text, starts[0])
        same = [one for one in places if one[1] == surname]
        is_word = f" {surname.lower()} " in document.text
        if alone and not is_word and len(same) == 1 and is_running(document, starts[0]):
            yield Person(given, surname, tuple(starts))


def is_place(name: str) -> bool:
    return bool(classes_of(name) & PLACE)


def alone_pattern(surname: str) -> re.Pattern[str]:
    """A surname without a capital on either side, but with or without a form of address."""
    return re.compile(rf"(?:(?:^|[.,]|\b[a-z]+|Mr|Mrs|Ms)\.? ){surname}(?:['’]s)? (?=[a-z])")


def is_running(document: Document, start: int) -> bool:
    return document.block_at(start).kind is BlockKind.PARAGRAPH


@corruption("the given name of a person left out", "bare-surname")
def without_given_name(document: Document, chance: random.Random) -> Damage | None:
    """The only full name of a person has lost the given name."""
    found = [
        one for one in persons(document) if len(one.places) == 1 and not is_explained(document, one)
    ]
    if not found:
        return None
    person = chance.choice(found)
    start = person.places[0]
    given = document.span(start, start + len(person.given))
    rest = document.source.find(person.surname, given.end)
    return Damage(given.start, rest, "")


def is_explained(document: Document, person: Person) -> bool:
    """Whether more than the full name says who a person is: an office, a trade, an age."""
    start = person.places[0]
    block = document.block_at(start)
    before = document.text[block.start : start]
    name = _FULL.match(document.text, start)
    after = document.text[name.end() :][:2] if name else ""
    return not _UNEXPLAINED.search(before) or not re.match(r" [a-z]", after)


@corruption("the article cut up to the full name of a person", "bare-surname")
def beginning_cut(document: Document, chance: random.Random) -> Damage | None:
    """All sentences up to the one with the only full name of a person are gone."""
    body = [one for one in document.sentences if one.block.kind is BlockKind.PARAGRAPH]
    found = [
        (number, person)
        for person in persons(document)
        if len(person.places) == 1
        for number, sentence in enumerate(body[:-3])
        if sentence.start <= person.places[0] < sentence.end and not is_again(body, number, person)
    ]
    if not found:
        return None
    number, _ = chance.choice(found)
    start = document.span(body[0].start, body[0].end).start
    after = document.span(body[number + 1].start, body[number + 1].end).start
    end = len(document.source)
    return Damage(start, after, "", scope=document.span(0, 1)._replace(start=start, end=end))


def is_again(body: Sequence[Sentence], number: int, person: Person) -> bool:
    """Whether the name does not come again after a sentence."""
    return not any(alone_pattern(person.surname).search(one.text) for one in body[number + 1 :])


def bare_sentence(
    document: Document, others: Sequence[Document], chance: random.Random
) -> str | None:
    """A sentence of another article that has a surname alone, which this article does not have."""
    for other in chance.sample(others, min(len(others), 8)):
        found = [
            sentence.text
            for person in persons(other)
            if person.surname not in document.text
            for sentence in other.sentences
            if sentence.block.kind is BlockKind.PARAGRAPH
            and alone_pattern(person.surname).search(sentence.text)
            and person.given not in sentence.text
        ]
        if found:
            return chance.choice(found)
    return None


@transplant("a sentence with a bare surname as a paragraph", "bare-surname")
def surname_as_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A sentence from another article calls somebody by the surname alone."""
    words = bare_sentence(document, others, chance)
    return between_paragraphs(document, words, chance) if words else None


@transplant("a sentence with a bare surname in a paragraph", "bare-surname")
def surname_in_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A sentence from another article, within a paragraph, has the surname alone."""
    words = bare_sentence(document, others, chance)
    return within_a_paragraph(document, words, chance) if words else None
