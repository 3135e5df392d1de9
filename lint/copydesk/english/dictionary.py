"""Which word classes the forms of English words belong to, and of which words they are forms."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from copydesk import packed_table
from copydesk.memo import Memo
from copydesk.packed_table import PackedTable

FILE = "data/lemmas.bin"

_OF_TAG = "|"
"""Stands between a tag and a form in the keys of the exceptions."""


class Reading(NamedTuple):
    """What a form can be.

    Attributes:
        letter: A noun (`n`, plural `s`) or name (`N`, `S`), a verb (`v`, third person `z`, past
            `d`, in -ing `g`), an adjective (`a`, compared `c`), an adverb (`r`, `q`) or an
            auxiliary (`x`).
        edit: How many letters to take off and which to put on, to get the lemma; empty for none.
    """

    letter: str
    edit: str

    def lemma(self, form: str) -> str:
        """The word that `form`, in lower case, is a form of."""
        if not self.edit:
            return form
        return form[: len(form) - int(self.edit[0])] + self.edit[1:]


class Dictionary(NamedTuple):
    """The table of forms, and of lemmas that do not follow from their readings."""

    table: PackedTable

    def readings(self, form: str) -> Iterator[Reading]:
        """What a form in lower case can be."""
        found = self.table.get(form)
        for reading in found.split("/") if found else ():
            yield Reading(reading[0], reading[1:])

    def letters(self, form: str) -> str:
        """The classes of a form in lower case, as one string."""
        found = self.table.get(form)
        return "".join([reading[0] for reading in found.split("/")]) if found else ""

    def exception(self, tag: str, form: str) -> str | None:
        """The lemma of a form with a tag, where it does not follow from the readings."""
        return self.table.get(f"{tag}{_OF_TAG}{form}")

    def forms(self) -> list[str]:
        """All forms: this reads the whole table."""
        return [form for form in self.table.whole() if _OF_TAG not in form]


def pack(readings: Mapping[str, str], exceptions: Mapping[tuple[str, str], str]) -> bytes:
    """The bytes of a table.

    Args:
        readings: Of each form, parted by slashes, each a letter and the edit.
        exceptions: Lemmas by tag and form.
    """
    odd = {_OF_TAG.join(key): lemma for key, lemma in exceptions.items()}
    return packed_table.pack({**readings, **odd})


@cache
def dictionary() -> Dictionary:
    """The table that comes with copydesk; its card `lemmas.md` tells how it was made."""
    return Dictionary(PackedTable.shipped(FILE))


def _letters_of(form: str) -> str:
    return dictionary().letters(form)


letters_of: Callable[[str], str] = Memo(_letters_of).__getitem__
"""The classes of a form in lower case, as one string; remembered."""
