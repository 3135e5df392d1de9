"""The characters of an article beyond printable ASCII, for rules that look out for a few."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from copydesk.document import BREAK, Document

_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n\v\f\r"
_FARTHEST = 40
_MOST_NAMED = 4


def rare_text(document: Document) -> str:
    """The reading text without what is printable in ASCII or white space there, in order.

    To delete bytes takes a tenth of the time of any search for characters.
    """
    rare = document.text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return rare.decode("utf-8", "surrogatepass")


def rare_characters(document: Document) -> frozenset[str]:
    """The characters of `rare_text`, each once."""
    return frozenset(document.analysis(rare_text))


def runs(document: Document, characters: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Where some of these characters stand in the reading text, as many as stand in a row."""
    present = characters & document.analysis(rare_characters)
    if present:
        any_of = "".join(map(re.escape, sorted(present)))
        yield from re.finditer(f"[{any_of}]+", document.text)


def code_points(characters: str) -> str:
    """The code points of some characters, a few of many, as they are usually written."""
    named = [f"U+{ord(character):04X}" for character in dict.fromkeys(characters)]
    return ", ".join(named[:_MOST_NAMED]) + (", …" if len(named) > _MOST_NAMED else "")


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place without a space between, as far as it is looked at."""
    before = text[max(0, start - _FARTHEST) : start].rpartition(BREAK)[2]
    after = text[end : end + _FARTHEST].partition(BREAK)[0]
    # With a mark at its end, either has a piece that touches the place.
    return f"{before}.".split()[-1][:-1], f".{after}".split()[0][1:]
