"""Which word classes the forms of English words belong to, and of which words they are forms."""

import pkgutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from copydesk.memo import Memo

FILE = "data/lemmas.txt.z"


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
    """The table.

    Attributes:
        lines: The forms that begin with the same letters, with their readings. They stay packed
            because a dictionary of them takes longer to build than most articles take to check.
        exceptions: Lemmas by tag and form, where they do not follow from the readings.
    """

    lines: Mapping[str, str]
    exceptions: Mapping[str, str]

    def readings(self, form: str) -> Iterator[Reading]:
        """What a form in lower case can be."""
        found = find_in(self.lines.get(prefix(form), ""), form)
        for reading in found.split("/") if found else ():
            yield Reading(reading[0], reading[1:])

    def letters(self, form: str) -> str:
        """The classes of a form in lower case, as one string."""
        found = find_in(self.lines.get(prefix(form), ""), form)
        return "".join([reading[0] for reading in found.split("/")]) if found else ""


def prefix(form: str) -> str:
    """The letters that name the line of a form."""
    return form[:3]


def find_in(line: str, form: str) -> str:
    """What stands after `form` and a slash in a packed line, empty if it is not there."""
    start = line.find(f" {form}/")
    if start < 0:
        return ""
    start += len(form) + 2
    return line[start : line.index(" ", start)]


def unpack(lines: list[str]) -> dict[str, str]:
    """Packed lines by their prefixes, which stand in front, parted by a tab."""
    return {start: forms for start, _, forms in (line.partition("\t") for line in lines)}


def pack(entries: Mapping[str, str]) -> list[str]:
    """What `unpack` reads: forms, each with what is known of it, in lines by their prefixes."""
    lines: dict[str, list[str]] = {}
    for form, found in sorted(entries.items()):
        lines.setdefault(prefix(form), []).append(f" {form}/{found}")
    return [f"{start}\t{''.join(forms)} " for start, forms in lines.items()]


def parse(text: str) -> Dictionary:
    """The table in a text: the exceptions in the first line, then the lines of forms."""
    head, *lines = text.split("\n")
    cells = head.split(" ")
    return Dictionary(unpack(lines), dict(zip(cells[::2], cells[1::2], strict=True)))


@cache
def dictionary() -> Dictionary:
    """The table that comes with copydesk; its card `lemmas.md` tells how it was made."""
    packed = pkgutil.get_data("copydesk", FILE) or b""
    return parse(zlib.decompress(packed).decode())


def _letters_of(form: str) -> str:
    return dictionary().letters(form)


letters_of: Callable[[str], str] = Memo(_letters_of).__getitem__
"""The classes of a form in lower case, as one string; remembered."""
