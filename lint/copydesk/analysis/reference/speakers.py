"""Tells whether a sentence brings up a person who may be speaking."""

from itertools import dropwhile, pairwise

from copydesk.document import Document
from copydesk.patterns import lazy_pattern

_SUBJECT = lazy_pattern(r"\b(?:[Hh]e|[Ss]he)\b")
_STAND_IN = lazy_pattern(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Ww]ho)\b")
_HONORIFICS = frozenset(
    "Mr Mrs Ms Mx Miss Dr Prof Professor Sir Dame Lord Lady Rev Judge Justice Sen Gov Gen Senator"
    " Governor President Minister Chancellor Captain Sgt Lt Col Pope King Queen Prince"
    " Princess".split()
)
_PRONOUNS = frozenset("I He She It We You They This That There Who What".split())
_NAMED_SUBJECT = lazy_pattern(r"(?:\A\W*|[,;] )([A-Z][\w'’-]*) (?=[a-z]+(?:s|ed)\b)")
_CAPITALIZED = lazy_pattern(
    r"(?<![\w'’.-])[A-Z][\w'’.-]*+"
    r"(?:\s++(?:(?:de|da|di|du|la|le|van|von|der|den|bin|al)\s++){0,2}[A-Z][\w'’.-]*+)+"
)
_LONGEST_NAME = 4
_WINDOW = 10
_BEFORE_OTHER_NAMES = frozenset("the in at from near".split())

_NOT_IN_NAMES = frozenset(
    "a an the in on at by for from with after before during since while when where what why how if"
    " although though because as but and or so yet however meanwhile also even now then still to of"
    " last earlier later today yesterday once until under over among despite one two some many most"
    " all both each every no not more such other unlike like without this that these those his her"
    " its their our former fellow british american french german".split()
)
"""Words in capitals before a name, because they begin a sentence."""

_NOT_PERSONS = frozenset(
    "New North South East West Northern Southern Eastern Western Central Great United Saudi Hong"
    " San Santa Los Las St Saint El Cape Fort Port Mount Lake Latin Middle Real Manchester Wall"
    " White High Supreme Prime Premier Super Grand World European Olympic National International"
    " Royal Federal General Home Foreign Labour Conservative Liberal Republican Democratic Islamic"
    " Air League Cup Court Party City County State States Kingdom Union University College School"
    " Street Road Avenue Square Bank House Council Committee Commission Congress Parliament Senate"
    " Assembly Association Federation Society Institute Foundation Agency Authority Department"
    " Ministry Office Service Group Company Corp Corporation Inc Ltd Plc Co Holdings Industries"
    " Motors Airlines Airport Hospital Station Centre Center Park Bridge River Island Islands Sea"
    " Ocean Bay Beach Hills Valley Kong Arabia Zealand Africa Korea Korean Asia Europe America"
    " Ireland York Angeles Francisco Ham Villa Rovers Wanderers Athletic Albion Games Open"
    " Championships Tour Prize Award Awards Festival Trophy Final Finals War Day Act Bill Treaty"
    " Agreement Times Post News Journal Guardian Telegraph Mail Herald Magazine Press Television"
    " Radio TV Web Internet Windows January February March April May June July August September"
    " October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
"""Words in the names of places, organizations, events and times."""


def brings_up_person(sentence: str) -> bool:
    """Whether `sentence` has a pronoun, a form of address or a full name that means a person."""
    return _STAND_IN.search(sentence) is not None or names_person(sentence)


def surnames(document: Document) -> frozenset[str]:
    """The last words of the full names in an article, by which it goes on to name persons."""
    text = document.text
    found = (
        match.group().split()
        for match in _CAPITALIZED.finditer(text)
        if _is_full_name(text[max(0, match.start() - _WINDOW) : match.start()], match[0].split())
    )
    return frozenset(_bare(words[-1]) for words in found) - _PRONOUNS


def names_again(sentence: str, known: frozenset[str]) -> bool:
    """Whether one of the surnames that are known is the subject of `sentence`."""
    return any(match[1] in known for match in _NAMED_SUBJECT.finditer(sentence))


def _bare(name: str) -> str:
    return name.strip(".,;:!?").removesuffix("'s").removesuffix("’s")


def refers_to_person(sentence: str) -> bool:
    """Whether “he” or “she” in `sentence` goes on about a person."""
    return _SUBJECT.search(sentence) is not None


def names_person(text: str) -> bool:
    """Whether `text` has a form of address with a name, or a full name.

    A full name is taken to be two to four capitalized words without one that places,
    organizations and events are called by.
    """
    return any(
        _is_person(text[max(0, match.start() - _WINDOW) : match.start()], match.group().split())
        for match in _CAPITALIZED.finditer(text)
    )


def _is_person(before: str, words: list[str]) -> bool:
    return _is_addressed(words) or _is_full_name(before, words)


def _is_addressed(words: list[str]) -> bool:
    return any(
        title.rstrip(".") in _HONORIFICS and not _is_other_name(name)
        for title, name in pairwise(words)
    )


def introduces_person(sentence: str) -> bool:
    """Whether `sentence` begins with a full name in front of a comma: “Ana Brook, 34, is a …”."""
    name = _CAPITALIZED.match(sentence.lstrip())
    return (
        name is not None
        and sentence.lstrip().startswith(",", name.end())
        and _is_full_name("", name.group().split())
    )


def _is_full_name(before: str, words: list[str]) -> bool:
    """Whether capitalized words are a person's name, given the text just before them."""
    name = list(dropwhile(lambda word: word.lower() in _NOT_IN_NAMES, words))
    lead = before.split() + words[: len(words) - len(name)]
    return (
        2 <= len(name) <= _LONGEST_NAME
        and not (lead and lead[-1].lower() in _BEFORE_OTHER_NAMES)
        and not any(_is_other_name(word) for word in name)
    )


def _is_other_name(word: str) -> bool:
    word = word.rstrip(".,")
    return word in _NOT_PERSONS or (word.isupper() and len(word) > 2)
