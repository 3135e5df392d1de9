"""Finds fixed expressions in which a synonym stands for one of the words: “joined kingdom”."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.vocabulary import places_in, vocabulary
from copydesk.document import Document
from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.memo import Memo
from copydesk.shipped import shipped_text

FILE = "data/spun_phrases.txt.z"
NAME = "^"
WEAK = "?"


class Entry(NamedTuple):
    """An expression in which a word was replaced.

    Attributes:
        original: The word that was.
        partner: The word of the expression that stayed, and is no function word.
        is_first: Whether the partner comes second.
        frame: The function words between the two.
        is_name: Whether the expression is written in capitals.
        is_weak: Whether people write it too, although very seldom.
    """

    original: str
    partner: str
    is_first: bool
    frame: str
    is_name: bool
    is_weak: bool


class SpunPhrase(NamedTuple):
    """The tokens `[first:end]`, and the expression that they may have been made of.

    Attributes:
        first: The first token.
        end: The token after the last.
        replaced: The token that is a synonym of what it was.
        word: What it was.
        original: The expression as it was.
        is_weak: Whether people write what stands there too, although very seldom.
    """

    first: int
    end: int
    replaced: int
    word: str
    original: str
    is_weak: bool


def pack(entries: Mapping[str, Sequence[Entry]]) -> str:
    """The text of a table: words that are put for others, then for each a line.

    A line has the partners of the word, and behind a tab its entries, parted by semicolons.
    """
    lines = (
        " ".join(sorted({entry.partner for entry in found}))
        + "\t"
        + ";".join(pack_entry(entry) for entry in found)
        for found in entries.values()
    )
    return "\n".join([" ".join(entries), *lines])


def pack_entry(entry: Entry) -> str:
    """An entry as it stands in the table: “1^united kingdom”, “2?hand other”."""
    marks = ("1" if entry.is_first else "2", NAME * entry.is_name, WEAK * entry.is_weak)
    frame = f" {entry.frame}" if entry.frame else ""
    return f"{''.join(marks)}{entry.original} {entry.partner}{frame}"


def read_entry(packed: str) -> Entry:
    """The entry that `pack_entry` has packed."""
    marked, partner, *frame = packed[1:].split(" ")
    original = marked.lstrip(NAME + WEAK)
    marks = marked[: len(marked) - len(original)]
    is_first = packed[0] == "1"
    return Entry(original, partner, is_first, " ".join(frame), NAME in marks, WEAK in marks)


@cache
def table() -> dict[str, str]:
    """The table that comes with copydesk; its card `spun_phrases.md` tells how it was made.

    The lines stay packed, for few partners of a word stand in the same article.
    """
    words, *lines = shipped_text(FILE).split("\n")
    return dict(zip(words.split(" "), lines, strict=True))


def spun_phrases(document: Document) -> tuple[SpunPhrase, ...]:
    """The expressions of an article in which a word may have been replaced, in order."""
    possible = _possible(document.analysis(vocabulary))
    if not possible:
        return ()
    words = document.tokens.lowers
    found = (
        SpunPhrase(first, end, i, entry.original, _whole(words[first:end], entry), entry.is_weak)
        for i in places_in(words, frozenset(possible))
        for entry in possible[words[i]]
        for first, end in [_range(i, entry)]
        if _stands(document, first, end, entry)
    )
    return tuple(sorted(found))


def _possible(known: frozenset[str]) -> dict[str, list[Entry]]:
    """The expressions whose words all stand in an article, by the word that may be replaced."""
    return {
        word: [entry for entry in _entries[word] if entry.partner in known]
        for word in _replacing() & known
        if not _partners[word].isdisjoint(known)
    }


def _read_partners(word: str) -> frozenset[str]:
    return frozenset(table()[word].partition("\t")[0].split(" "))


def _read_entries(word: str) -> list[Entry]:
    return list(map(read_entry, table()[word].partition("\t")[2].split(";")))


_partners = Memo(_read_partners)
_entries = Memo(_read_entries)


@cache
def _replacing() -> frozenset[str]:
    return frozenset(table())


def _range(i: int, entry: Entry) -> tuple[int, int]:
    """The tokens of an expression of which token `i` is the replaced word."""
    length = 2 + (entry.frame.count(" ") + 1 if entry.frame else 0)
    return (i, i + length) if entry.is_first else (i + 1 - length, i + 1)


def _stands(document: Document, first: int, end: int, entry: Entry) -> bool:
    """Whether the expression stands there, in capitals if it is a name and not otherwise."""
    tokens = document.tokens
    if first < 0 or end > len(tokens):
        return False
    is_name = tokens.texts[first][0].isupper() and tokens.texts[end - 1][0].isupper()
    partner = tokens.lowers[end - 1 if entry.is_first else first]
    frame = " ".join(tokens.lowers[first + 1 : end - 1])
    stands = partner == entry.partner and frame == entry.frame and is_name is entry.is_name
    return stands and (entry.is_first or not _is_modifier(document, end - 1))


def _is_modifier(document: Document, at: int) -> bool:
    """Whether a noun belongs to another after it, as in “the same clock rate”."""
    after = "".join(document.tokens.texts[at + 1 : at + 2])
    letters = letters_of(after)
    is_noun = bool(letters) and not letters.strip("ns") and after not in FUNCTION_WORDS
    return is_noun and not {"n", "a"}.isdisjoint(letters_of(document.tokens.lowers[at]))


def _whole(words: list[str], entry: Entry) -> str:
    """The expression as it was."""
    first = entry.is_first
    return " ".join([entry.original, *words[1:]] if first else [*words[:-1], entry.original])
