"""What names and nouns stand for, as far as the classes of their words tell."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.analysis.reference.mention_types import Being, Mention, Number, Pronoun
from copydesk.english.rough_classes import ACRONYM
from copydesk.english.word_classes import (
    ANIMAL_NOUN,
    FEMALE_NAME,
    FEMALE_NOUN,
    GIVEN_NAME,
    GROUP_NOUN,
    MALE_NAME,
    MALE_NOUN,
    MAYBE_PERSON_NOUN,
    MOSTLY_SURNAME,
    ORGANIZATION,
    PERSON_NOUN,
    PLACE,
    PLURAL,
    TITLE,
)

PEOPLE = PERSON_NOUN | MALE_NOUN | FEMALE_NOUN
_ANY_PERSON = PEOPLE | MAYBE_PERSON_NOUN


class Traits(NamedTuple):
    """What `Mention` says by the same names."""

    number: Number
    being: Being
    gender: Pronoun
    full: bool = False


@lru_cache(maxsize=4096)  # few kinds of words make up most names
def of_name(classes: tuple[int, ...]) -> Traits:
    """What a name stands for whose words are of these classes."""
    size = len(classes) - 1
    while size and not classes[size - 1] & TITLE:
        size -= 1
    titles, parts = classes[:size], classes[size:]
    head, tail = _given_name(parts), parts[-1]
    being: Being = "person" if titles else _being_of_name(head, parts)
    gender = _gender_of_noun(titles[0] | titles[-1]) if titles else ""
    if not gender and being in {"person", "unknown"}:
        gender = _gender_of_name(head)
    full = len(parts) > 1
    if being in {"group", "place"}:
        return Traits("either", being, gender, full)
    if tail & PLURAL and tail & PEOPLE:
        return Traits("plural", "person", "", full)
    return Traits("singular", being, gender, full)


def _given_name(parts: Sequence[int]) -> int:
    """The classes of the first word of a name that can be a given name."""
    return next((part for part in parts if part & GIVEN_NAME), parts[0])


def _being_of_name(head: int, parts: Sequence[int]) -> Being:
    tail, is_single = parts[-1], len(parts) == 1
    if any(part & ORGANIZATION for part in parts) or (is_single and tail & ACRONYM):
        return "group"
    given = head & GIVEN_NAME
    if tail & PLACE and (is_single or not given):
        return "unknown" if given else "place"
    if given or (is_single and tail & MOSTLY_SURNAME):
        return "person"
    return "unknown"


def _gender_of_name(classes: int) -> Pronoun:
    if classes & MALE_NAME:
        return "he"
    return "she" if classes & FEMALE_NAME else ""


@lru_cache(maxsize=4096)
def of_noun(classes: int) -> Traits:
    """What a noun of these classes stands for."""
    gender = _gender_of_noun(classes)
    if classes & PLURAL:
        return Traits("plural", _being_of_noun(classes), gender)
    number: Number = "either" if classes & GROUP_NOUN else "singular"
    return Traits(number, _being_of_noun(classes), gender)


def _being_of_noun(classes: int) -> Being:
    if classes & _ANY_PERSON:
        return "person"
    if classes & GROUP_NOUN:
        return "group"
    return "animal" if classes & ANIMAL_NOUN else "thing"


def _gender_of_noun(classes: int) -> Pronoun:
    if classes & MALE_NOUN:
        return "" if classes & FEMALE_NOUN else "he"
    return "she" if classes & FEMALE_NOUN else ""


def share(names: Sequence[Mention]) -> None:
    """Lets all mentions of a name know what most of them tell."""
    if len({(name.being, name.gender) for name in names}) == 1:
        return
    persons: Counter[bool] = Counter()
    genders: Counter[Pronoun] = Counter()
    for name in names:
        weight = 2 if name.full else 1
        is_person = name.being == "person"
        persons[is_person] += weight if is_person else name.being != "unknown"
        genders[name.gender] += weight
    gender: Pronoun = "he" if genders["he"] > genders["she"] else "she"
    for name in names:
        if name.number == "plural":
            continue
        if persons[True] > persons[False]:
            name.being, name.number = "person", "singular"
        if name.being in {"person", "unknown"} and genders["he"] != genders["she"]:
            name.gender = gender
