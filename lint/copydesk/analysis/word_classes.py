"""What words stand for, by a table: given names, surnames, places, persons, groups and things.

A name is looked up with its capital (“Baker”), a common noun in lower case (“baker”): the same
word can be both, and then each form has its own classes. What stands for a man or a woman serves
agreement alone: nothing here may be used to tell somebody a person's gender.
"""

import pkgutil
import zlib
from collections.abc import Mapping
from functools import cache
from itertools import chain, repeat

FILE = "data/word_classes.txt.z"

MALE_NAME = 1 << 0
"""A given name that nearly only men bear: “Ivan”."""
FEMALE_NAME = 1 << 1
"""A given name that nearly only women bear: “Olga”."""
EITHER_NAME = 1 << 2
"""A given name that men and women bear: “Robin”."""
SURNAME = 1 << 3
"""A family name: “Kowalski”."""
PLACE = 1 << 4
"""A place, of one word or of several: “Nairobi”, “New York”."""
ORGANIZATION = 1 << 5
"""A word by which the name of an organisation is known: “University”, “Airlines”."""
TITLE = 1 << 6
"""A form of address or a rank before a name: “Mr”, “President”."""
FAMOUS = 1 << 7
"""A name that stands alone for one person everybody is supposed to know: “Shakespeare”."""
ALSO_WORD = 1 << 8
"""A name that is an ordinary word, too: “Rose”, “Baker”, “Will”."""
PERSON_NOUN = 1 << 9
"""A noun for a person, or with a capital for one of a people or a party: “baker”, “Finn”."""
MAYBE_PERSON_NOUN = 1 << 10
"""A noun that stands for a person in one of its lesser meanings: “star”, “head”."""
MALE_NOUN = 1 << 11
"""A noun or title for a man: “uncle”, “Sir”."""
FEMALE_NOUN = 1 << 12
"""A noun or title for a woman: “aunt”, “Lady”."""
GROUP_NOUN = 1 << 13
"""A noun for several persons together: “committee”."""
ANIMAL_NOUN = 1 << 14
"""A noun for an animal: “horse”."""
THING_NOUN = 1 << 15
"""A noun for anything else: “letter”."""
PLURAL = 1 << 16
"""A noun that is a plural: “bakers”, “people”."""
MOSTLY_SURNAME = 1 << 17
"""A family name that is hardly ever the name of anything else: “Kowalski”, not “Lincoln”."""

GIVEN_NAME = MALE_NAME | FEMALE_NAME | EITHER_NAME
"""Any given name."""


@cache
def word_classes() -> Mapping[str, int]:
    """The classes of each known word, as one number; the card `word_classes.md` tells its sources.

    It is one plain dictionary so that all words of an article can be looked up at once.
    """
    packed = pkgutil.get_data("copydesk", FILE) or b""
    return unpack(zlib.decompress(packed).decode())


def unpack(text: str) -> dict[str, int]:
    """The words of a text that `pack` has made.

    The words of all classes stand in one line because that is the fastest way to read so many.
    """
    head, _, words = text.partition("\n")
    numbers = [int(number) for number in head.split()]
    classes = map(repeat, numbers[::2], numbers[1::2])
    return dict(zip(words.split("\t"), chain.from_iterable(classes), strict=True))


def pack(table: Mapping[str, int]) -> str:
    """A line with the classes and how many words have each, and a line with these words."""
    groups: dict[int, list[str]] = {}
    for word, classes in sorted(table.items()):
        groups.setdefault(classes, []).append(word)
    order = sorted(groups)
    head = " ".join(f"{classes} {len(groups[classes])}" for classes in order)
    return f"{head}\n" + "\t".join(word for classes in order for word in groups[classes])
