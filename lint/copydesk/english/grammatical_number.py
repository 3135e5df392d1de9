"""Tells the number of nouns, determiners and verbs from the words alone, where that is certain."""

from collections.abc import Callable
from enum import Enum

from copydesk.english.dictionary import letters_of
from copydesk.english.word_classes import (
    GROUP_NOUN,
    PERSON_NOUN,
    PLURAL,
    THING_NOUN,
    classes_of,
)
from copydesk.memo import Memo


class Number(Enum):
    """Whether one is meant or several."""

    ONE = "singular"
    SEVERAL = "plural"

    @property
    def other(self) -> "Number":
        """The number that it is not."""
        return Number.SEVERAL if self is Number.ONE else Number.ONE


_EITHER = frozenset(
    "aircraft apparatus barracks bass bison bream buffalo carp cattle chassis chinese clergy cod"
    " corps counsel craft crossroads data debris deer dice dozen elk fish flounder folk gallows"
    " gasworks graffiti grouse half haddock headquarters herring hertz hovercraft hundred"
    " hundredweight innings japanese krill legion lots majority media mews million billion"
    " trillion minority moose offspring pair people percent percentage personnel pike plaice"
    " plenty police portuguese poultry premises quail quid rand reindeer remainder rest salmon"
    " score series shambles sheep shrimp sole spacecraft species spectra sperm squid staff stone"
    " swine thousand ton trout tuna vermin vietnamese watercraft whereabouts wildfowl woods works"
    " yen youth yuan zander agenda alumni bacteria candelabra confetti opera paparazzi spaghetti"
    " cannon baht bit dong euro foot grand gross head kilo pence pound quarter ringgit rouble"
    " ruble rupee rupiah shekel won anything everything nothing something anybody everybody nobody"
    " somebody anyone everyone someone none".split()
)
"""Nouns that are one or several as they stand, that count, or that accept either number."""

_SHARES = frozenset(
    "amount array average body bulk bunch chain class cluster collection combination couple flurry"
    " fraction group half handful host kind lack list lot majority maximum minimum minority mix"
    " mixture number pair part percentage plethora plurality proportion quantity range rest row"
    " selection sequence series set share slew sort spate string total trickle trio type variety"
    " volume wave wealth".split()
)
"""Nouns after which the verb may agree with what follows “of”."""

_GROUPS = frozenset(
    "administration command defence defense electorate leadership management opposition"
    " prosecution".split()
)
_TIMES = frozenset(
    "afternoon autumn century day decade evening fall month morning night season spring summer time"
    " today tomorrow tonight way week weekend winter year yesterday".split()
)
"""Nouns that a subject may follow: “the day in town trains are late”."""

MEASURES = frozenset(
    "acres arts bits bytes cents days decades degrees dollars euros feet hours hundreds inches"
    " kilometers kilometres meters metres miles millions minutes months odds percent points pounds"
    " sciences seconds thousands times tonnes tons units weeks yards years".split()
)
"""Plurals that are taken for one thing: “the two years is a long time”."""


def _of_noun(word: str) -> Number | None:
    if word in _EITHER:
        return None
    letters = letters_of(word)
    if "s" in letters:
        return None if "n" in letters else Number.SEVERAL
    if "n" not in letters or "S" in letters or classes_of(word) & PLURAL:
        return None
    invariant = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return None if invariant else Number.ONE


noun_number: Callable[[str], Number | None] = Memo(_of_noun).__getitem__
"""The number of a word in lower case as a noun; None if it is not known to be one, or may be both.

Whether it can be something other than a noun is another question.
"""


def _is_nothing_but_noun(word: str) -> bool:
    letters = letters_of(word)
    return bool(letters) and not letters.strip("nNsS")


is_nothing_but_noun: Callable[[str], bool] = Memo(_is_nothing_but_noun).__getitem__
"""Whether the dictionary has a word in lower case as a noun or name, and as nothing else."""


def is_single(noun: str) -> bool:
    """Whether a noun in the singular is never taken for several."""
    classes = classes_of(noun)
    return (
        bool(classes & (PERSON_NOUN | THING_NOUN))
        and not classes & GROUP_NOUN
        and noun not in _SHARES | _TIMES | _GROUPS
        and noun[-1] not in "ai"  # fauna, literati
        and "a" not in letters_of(noun)  # the poor
    )
