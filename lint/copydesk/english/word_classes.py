"""What words stand for, by a table: given names, surnames, places, persons, groups and things.

A name is looked up with its capital (“Baker”), a common noun in lower case (“baker”): the same
word can be both, and then each form has its own classes. What stands for a man or a woman serves
agreement alone: nothing here may be used to tell somebody a person's gender.
"""

from collections.abc import Callable, Mapping
from functools import cache

from copydesk import packed_table
from copydesk.memo import Memo
from copydesk.packed_table import PackedTable

FILE = "data/word_classes.bin"

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
def _table() -> PackedTable:
    """The table that comes with copydesk; its card `word_classes.md` tells its sources."""
    return PackedTable.shipped(FILE)


def _classes_of(word: str) -> int:
    return int(_table().get(word) or 0)


classes_of: Callable[[str], int] = Memo(_classes_of).__getitem__
"""The classes of a word, 0 if it is not known; remembered."""


def pack(classes: Mapping[str, int]) -> bytes:
    """The bytes of a table."""
    return packed_table.pack({word: str(number) for word, number in classes.items()})
