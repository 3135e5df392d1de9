"""Who and what words stand for: given names, surnames, places, titles and nouns for people.

All of it serves agreement between words. That a given name is a man's or a woman's for nearly all
who bear it tells which pronouns can refer to it, and nothing about the person: no message may say
what gender somebody has.
"""

from enum import StrEnum
from typing import NamedTuple

from copydesk.analysis.word_classes import (
    ANIMAL_NOUN,
    EITHER_NAME,
    FEMALE_NAME,
    FEMALE_NOUN,
    GROUP_NOUN,
    MALE_NAME,
    MALE_NOUN,
    ORGANIZATION,
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


TITLES = {
    **dict.fromkeys(
        "Archduke Baron Brother Count Duke Emperor Father Friar Herr Imam King Lord Mister Monsieur"
        " Mr Pope Prince Rabbi Señor Sheikh Shri Signor Sir Sultan".split(),
        Gender.MALE,
    ),
    **dict.fromkeys(
        "Archduchess Baroness Countess Dame Duchess Empress Frau Lady Madam Madame Mademoiselle"
        " Miss Mother Mrs Ms Princess Queen Señora Signora Sister".split(),
        Gender.FEMALE,
    ),
    **dict.fromkeys(
        "Admiral Ambassador Archbishop Attorney Bishop Brigadier Capt Captain Cardinal Chancellor"
        " Chief Coach Col Colonel Commander Commissioner Congressman Congresswoman Constable"
        " Corporal Councillor Councilman Councilwoman Cpl Deputy Detective Director Doctor Dr"
        " Gen General Gov Governor Inspector Judge Justice Lieutenant Lt Maj Major Mayor Minister"
        " Officer Pastor Premier President Prof Professor Rep Representative Rev Reverend Saint"
        " Secretary Sen Senator Sergeant Sgt Sheriff Speaker Superintendent".split(),
        Gender.EITHER,
    ),
    "Congressman": Gender.MALE,
    "Councilman": Gender.MALE,
    "Congresswoman": Gender.FEMALE,
    "Councilwoman": Gender.FEMALE,
}
"""Forms of address, ranks and offices that stand before a name, without the dot of the short."""

GENDERED = {
    **dict.fromkeys(
        "baron boy boyfriend bridegroom bro brother businessman chap cowboy dad daddy duke emperor"
        " father fella fiancé friar gentleman godfather grandad grandfather grandpa grandson groom"
        " guy husband king lad lord man monk nephew patriarch pope prince schoolboy sir son"
        " stepbrother stepfather stepson sultan uncle waiter widower".split(),
        Gender.MALE,
    ),
    **dict.fromkeys(
        "abbess actress aunt auntie ballerina baroness bride bridesmaid businesswoman countess"
        " daughter dame duchess empress fiancée gal girl girlfriend goddess godmother"
        " granddaughter grandma grandmother granny heiress heroine hostess housewife lady lass"
        " maid matriarch mistress mom mother mum mummy niece nun princess queen schoolgirl"
        " seamstress sister stepdaughter stepmother stepsister stewardess waitress widow wife"
        " woman".split(),
        Gender.FEMALE,
    ),
}
"""Nouns for a man or for a woman."""

PERSONS_IN_CAPITALS = frozenset(
    "CEO CFO COO CTO DJ GP MC MEP MLA MP MSP PM POW QB QC VIP VP".split()
)
"""Abbreviations for persons."""

FAMOUS_NAMES = frozenset(
    "Assad Biden Blair Bush Castro Churchill Clinton Gaddafi Gandhi Gorbachev Hitler Kennedy"
    " Khomeini Khrushchev Lenin Macron Madonna Mandela Mao Merkel Mussolini Netanyahu Nixon Obama"
    " Putin Reagan Roosevelt Saddam Stalin Thatcher Trump Zelensky Zelenskyy".split()
)
"""Surnames that news use for one person without a word of who that is."""

ORGANIZATION_WORDS = frozenset(
    "Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority"
    " Bank Board Brigade Broadcasting Brothers Bureau Cabinet Centre Center Chamber Church Club"
    " College Commission Committee Commons Company Conference Confederation Congress Consortium"
    " Cooperative Corp Corporation Corps Council Court Department Directorate Division FC Faculty"
    " Federation Force Forum Foundation Front Fund Government Group Guild Holdings Hospital House"
    " Inc Industries Institute Institution Insurance International Laboratories Laboratory League"
    " Legislature Library Limited LLC Ltd Media Ministry Motors Movement Museum Navy Network"
    " Office Orchestra Organisation Organization Parliament Partners Partnership Party Pictures"
    " Police Press Radio Records Regiment Rovers School Senate Service Services Society Squad"
    " Studios Supreme Syndicate Systems Team Technologies Television Theatre Times Treasury"
    " Tribunal Trust Union United University Wanderers".split()
)
"""Words with a capital by which the name of an organisation is known."""


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


def organization_word(word: str) -> bool:
    """Whether a word with a capital shows that a name is an organisation's."""
    return bool(classes_of(word) & ORGANIZATION)


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
