"""Text that was decoded in the wrong encoding, and what it was.

A character beyond ASCII takes two to four bytes in UTF-8. Read as an encoding of one byte a
character, they become as many odd characters in a row: “Ã©” for “é”. That such a row is valid
UTF-8 is the evidence, for what people write hardly ever is. Which encodings are mixed up in
practice, and what is left of characters that got lost on the way, was learnt from ftfy.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple

from copydesk.analysis.characters import rare_characters, rare_text, runs
from copydesk.document import BREAK, OBJECT, Document

_ENCODINGS = {
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "cp1251": "Windows-1251",
    "cp1250": "Windows-1250",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1257": "Windows-1257",
    "iso8859_2": "ISO 8859-2",
    "cp437": "code page 437",
    "cp850": "code page 850",
}
"""What UTF-8 is mistaken for, the commonest first."""

_REMAINS = {"â€": "”", 'â€"': "—", "â": "’", "Ã": "à", "Â": ""}
"""What characters stand for that are left of a row."""

_HIGH = bytes(range(0x80, 0x100))
_C1 = frozenset(map(chr, range(0x80, 0xA0)))
_AFTER_A_LETTER = frozenset("“”‘’‚„…–—«»‹›•·™®²³\xa0\xad")
"""Marks that writers, too, put right behind or before a letter."""

_COMMON_MARKS = _AFTER_A_LETTER | {BREAK, OBJECT}
_BETWEEN = frozenset("–—\xa0")
"""Those that stand between two words."""

_OPENING = frozenset("«“‘„'\"(")
_LETTERS_THAT_ARE_MARKS = frozenset("ªºµƒˆˇ")
_BOXES = frozenset(map(chr, range(0x2500, 0x2580)))
_COMMON_SYMBOLS = frozenset("‐‑–—‘’‚“”„†‡•…‰′″‹›€™→−≈≠≤≥✓✔")
_JAPANESE = frozenset("CJK HIRAGANA KATAKANA".split())
_MANY = 50


class Garbled(NamedTuple):
    """A place in the reading text that was decoded wrongly.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: What it was.
        cause: What was mistaken for what.
        is_sure: Whether nothing was lost on the way, so that it was certainly this.
    """

    start: int
    end: int
    text: str
    cause: str
    is_sure: bool


class _Misreading:
    """UTF-8 mistaken for an encoding of one byte a character."""

    def __init__(self, codec: str, name: str) -> None:
        self.cause = f"UTF-8 read as {name}"
        self._bytes = {chr(byte): byte for byte in range(0x80, 0xA0)}  # as Latin-1 has them
        for byte, character in enumerate(_HIGH.decode(codec, "replace"), 0x80):
            self._bytes[chr(byte) if character == "\ufffd" else character] = byte
        self._first, self._more = self._all_of(0xC2, 0xF5), self._all_of(0x80, 0xC0)

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """A character in UTF-8, two to four bytes of it."""
        more = _any_of(self._more)
        two, three, four = (
            _any_of(self._all_of(*ends)) for ends in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5))
        )
        return re.compile(f"{two}{more}|{three}{more}{{2}}|{four}{more}{{3}}")

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """As many such characters as stand in a row."""
        return re.compile(f"(?:{self.letter.pattern})+")

    def _all_of(self, first: int, end: int) -> frozenset[str]:
        return frozenset(one for one, byte in self._bytes.items() if first <= byte < end)

    def undo(self, garbled: str) -> str | None:
        """What was read, if it is UTF-8."""
        try:
            return bytes(self._bytes[character] for character in garbled).decode()
        except UnicodeDecodeError:
            return None

    def may_be_in(self, document: Document) -> bool:
        """Whether the text holds anything that could be undone."""
        text, characters = document.text, document.analysis(rare_characters)
        if self._first.isdisjoint(characters) or self._more.isdisjoint(characters):
            return False
        # No byte that begins a character continues one, so what stands together in the text is
        # found, too, in what remains of it without the rest.
        found = set(self.letter.findall(document.analysis(rare_text)))
        return len(found) > _MANY or any(one in text for one in found)


def _any_of(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(characters)))}]"


@cache
def _misreadings() -> tuple[_Misreading, ...]:
    return tuple(_Misreading(codec, name) for codec, name in _ENCODINGS.items())


def mojibake(document: Document) -> tuple[Garbled, ...]:
    """All places that were decoded wrongly, in order."""
    if document.analysis(rare_characters) <= _COMMON_MARKS:
        return ()
    found: dict[int, Garbled] = {}
    for garbled in (*_decoded(document), *_lost(document), *_controls(document)):
        found.setdefault(garbled.start, garbled)
    return tuple(_apart(found[start] for start in sorted(found)))


def _apart(places: Iterable[Garbled]) -> Iterator[Garbled]:
    end = 0
    for place in places:
        if place.start >= end:
            end = place.end
            yield place


def _decoded(document: Document) -> Iterator[Garbled]:
    """Rows of characters that are UTF-8 in some encoding."""
    for misreading in _misreadings():
        if misreading.may_be_in(document):
            for row in misreading.letters.finditer(document.text):
                meant = misreading.undo(row[0])
                if meant and _is_evident(row, meant):
                    meant = _unravel(meant)
                    is_sure = "\ufffd" not in meant and not any(map(_is_odd, _neighbours(row)))
                    yield Garbled(*row.span(), meant, misreading.cause, is_sure)


def _unravel(text: str) -> str:
    """What a text was that was decoded wrongly more than once."""
    for misreading in _misreadings():
        if misreading.letters.fullmatch(text) and (meant := misreading.undo(text)):
            return _unravel(meant)
    return text


@cache
def _remains() -> re.Pattern[str]:
    """What is left of rows from which something was lost."""
    return re.compile(
        r"""
          â€["\ufffd]?                         # the last byte of ” has no character, those of – and
                                               # — have quotation marks, which may be made straight
        | (?:(?<=\b[Ii]t)|(?<=[Hh]e)|(?<=hat)|(?<=[Ww]ho)) â (?=s\b)     # ’ lost two of its bytes
        | (?<=[a-z]) [ÂÃ] (?=\s|\Z)                  # a no-break space, or à, became a plain space
        | (?<=[^\w\s]) Â (?=\s|\Z)
        | (?<=[.!?”"’)]\ ) Â (?=\s|\Z)
        | (?<![^\n]) Â\ (?=[\w“"‘'])
        """,
        re.VERBOSE,
    )


def _lost(document: Document) -> Iterator[Garbled]:
    """What is left where a character or a no-break space was lost from such a row."""
    if not document.analysis(rare_characters).isdisjoint("âÂÃ"):
        for place in _remains().finditer(document.text):
            remains = place[0].strip(" ")
            meant = _REMAINS[remains.rstrip("\ufffd")]
            cause = f"what is left of UTF-8 read as {_ENCODINGS['cp1252']}"
            yield Garbled(*place.span(), meant, cause, is_sure=remains == "Â")


def _controls(document: Document) -> Iterator[Garbled]:
    """Marks of Windows-1252 that Latin-1 has control characters for."""
    for run in runs(document, _C1):
        meant = run[0].encode("latin-1").decode("cp1252", "ignore")
        if len(meant) == len(run[0]):
            before, after = _neighbours(run)
            is_sure = "…" not in meant and not (before.isalpha() and after.isalpha())
            yield Garbled(*run.span(), meant, f"{_ENCODINGS['cp1252']} read as Latin-1", is_sure)


def _neighbours(place: re.Match[str]) -> tuple[str, str]:
    """The characters before and after a place, empty where there are none."""
    start, end = place.span()
    return place.string[max(0, start - 1) : start], place.string[end : end + 1]


def _is_evident(row: re.Match[str], meant: str) -> bool:
    """Whether nobody would have written the row, rather than what it was."""
    if not all(map(_is_assigned, meant)):
        return False
    if len(meant) > 1:
        return _is_evident_text(row[0], meant)
    if len(row[0]) == 2:
        return _is_evident_letter(row, meant)
    return _is_evident_symbol(row[0], meant)


def _is_assigned(character: str) -> bool:
    """Whether a character is one for writing, or an emoji perhaps newer than Python."""
    is_emoji = "\U0001f000" <= character < "\U0001fb00"
    return is_emoji or unicodedata.category(character) not in {"Cn", "Co", "Cs"}


def _is_evident_text(row: str, meant: str) -> bool:
    """The same for what were several characters."""
    scripts = {unicodedata.name(one, " ").split()[0] for one in meant if one.isalpha()}
    if row.replace("’", "").isalpha():  # it may be a word of another script
        is_text = all(one.isalpha() or unicodedata.combining(one) for one in meant)
        return is_text and len(scripts) == 1 and "CJK" not in scripts and not row.isupper()
    return len(scripts) <= 1 or scripts <= _JAPANESE


def _is_odd(character: str) -> bool:
    """Whether a character beside a row may be the rest of something lost."""
    return not character.isascii() and character not in _AFTER_A_LETTER


def _is_evident_symbol(row: str, meant: str) -> bool:
    """The same for three characters or more that were a single one."""
    if "\u1e00" <= meant < "\u1f00" or "\uff00" < meant < "\uff60":
        return not set(row[1:]) <= _AFTER_A_LETTER
    if "\u2000" <= meant < "\u2c00":
        return row[0] == "â" or (meant in _COMMON_SYMBOLS and row[1] not in _AFTER_A_LETTER)
    return (
        "\U0001f000" <= meant < "\U0001fb00"
        or "\ufb00" <= meant <= "\ufb06"
        or meant in "\ufeff\ufffd"
    )


def _is_evident_letter(row: re.Match[str], meant: str) -> bool:
    """The same for two characters that were a single one."""
    lead, mark = tuple(row[0])
    before, after = _neighbours(row)
    is_letter = mark.isalpha() and mark not in _LETTERS_THAT_ARE_MARKS
    if "\u0370" <= meant < "\u0400":
        return lead in "ÎÏ" and not is_letter and mark not in _AFTER_A_LETTER - {*"²³"}
    if not "\xa0" <= meant < "\u0180" or (mark in _BOXES and not (lead == "├" and before)):
        return False
    if is_letter and lead.isalpha() and lead >= "\u0370":
        return False
    if before.islower() or (meant == "\xa0" and not lead.isalpha()):
        return True
    if is_letter:
        return lead in "ÂÃ" and (after.islower() or (before + after).isupper())
    return _is_evident_mark(row, meant)


def _is_evident_mark(row: re.Match[str], meant: str) -> bool:
    """The same for a letter and a mark behind it."""
    lead, mark = tuple(row[0])
    before, after = _neighbours(row)
    if before.isupper() and meant.islower() and not after.islower():
        return False
    if mark not in _AFTER_A_LETTER:
        return lead.isalpha() or after.islower()
    if lead in "ÂÃ" and mark == "\xa0":
        return not after.isupper()
    if before.isupper():
        return after.isalpha() and after != "s" and mark not in _BETWEEN
    if mark in _BETWEEN:
        return after.islower() or (lead == "Ã" and (before + after).isdecimal())
    return (lead == "Â" and before not in _OPENING) or (after.islower() and after != "s")
