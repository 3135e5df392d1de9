"""Who and what words stand for: given names, surnames, places, titles and nouns for people.

All of it serves agreement between words. That a given name is a man's or a woman's for nearly all
who bear it tells which pronouns can refer to it, and nothing about the person: no message may say
what gender somebody has.
"""

from enum import StrEnum
from typing import NamedTuple

from copydesk.english.word_classes import (
    ANIMAL_NOUN,
    EITHER_NAME,
    FEMALE_NAME,
    FEMALE_NOUN,
    GROUP_NOUN,
    MALE_NAME,
    MALE_NOUN,
    PERSON_NOUN,
    PLACE,
    PLURAL,
    SURNAME,
    THING_NOUN,
    classes_of,
)


class Gender(StrEnum):
    """The pronouns that agree with a word: he, she, or both as the case may be."""

    MALE = "male"
    FEMALE = "female"
    EITHER = "either"


class Kind(StrEnum):
    """What a noun stands for."""

    PERSON = "person"
    GROUP = "group"
    ANIMAL = "animal"
    THING = "thing"


class NounClass(NamedTuple):
    """What a form of a noun stands for."""

    kind: Kind
    gender: Gender
    plural: bool


def given_name_gender(name: str) -> Gender | None:
    """Which pronouns agree with a given name, None if it is not known to be one."""
    found = classes_of_name(name)
    if found & EITHER_NAME:
        return Gender.EITHER
    if found & MALE_NAME:
        return Gender.MALE
    return Gender.FEMALE if found & FEMALE_NAME else None


def is_surname(name: str) -> bool:
    """Whether a word is a family name."""
    return bool(classes_of_name(name) & SURNAME)


def is_place(name: str) -> bool:
    """Whether a word, or several with a blank between, are the name of a place."""
    return bool(classes_of_name(name) & PLACE)


def classes_of_name(name: str) -> int:
    """The classes of a name; one in lower case is looked up with its capital."""
    return classes_of(name if not name.islower() else name.title())


def noun_class(lower: str) -> NounClass | None:
    """What a form of a common noun, in lower case, stands for; None if it is not known."""
    found = classes_of(lower)
    kind = _kind(found)
    return None if kind is None else NounClass(kind, _gender(found), bool(found & PLURAL))


def _kind(found: int) -> Kind | None:
    for flag, kind in _KINDS:
        if found & flag:
            return kind
    return None


def _gender(found: int) -> Gender:
    if found & MALE_NOUN:
        return Gender.MALE
    return Gender.FEMALE if found & FEMALE_NOUN else Gender.EITHER


_KINDS = (
    (PERSON_NOUN, Kind.PERSON),
    (GROUP_NOUN, Kind.GROUP),
    (ANIMAL_NOUN, Kind.ANIMAL),
    (THING_NOUN, Kind.THING),
)
