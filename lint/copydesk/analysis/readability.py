"""How hard an article is to read, by the formulas of textstat.

This module alone knows textstat, which takes most of a second to import and, for English, asks the
network for a dictionary of pronunciations. It is given the table of syllables that comes with
copydesk in place of that, and the article sentence by sentence, so that no abbreviation ends one.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from copydesk.document import OBJECT, BlockKind, Document, Sentence
from copydesk.patterns import lazy_pattern
from copydesk.shipped import shipped_text

FILE = "data/syllables.txt.z"
FORMULAS = {
    "flesch-kincaid": "flesch_kincaid_grade",
    "gunning-fog": "gunning_fog",
    "smog": "smog_index",
    "coleman-liau": "coleman_liau_index",
    "ari": "automated_readability_index",
    "dale-chall": "dale_chall_readability_score",
}
"""The formulas that give a school grade, or come near to one, and their names in textstat."""

_RUNNING_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM})
_STOPS = lazy_pattern(r"[.!?…]+")
_ENDS = (".", "!", "?", "…", ":", ";")
_CLOSING = "\"'”’»)]"


class Textstat(Protocol):
    """What is used of textstat."""

    def lexicon_count(self, text: str) -> int:
        """How many words a text has."""
        ...

    def sentence_count(self, text: str) -> int:
        """How many sentences of more than two words it has."""
        ...

    def syllable_count(self, text: str) -> int:
        """How many syllables it has."""
        ...


def running_text(document: Document) -> str:
    """The sentences of an article's running text, each with one stop at its end and none inside.

    Headings, captions and cells of tables are left out, and so are lines that end without a stop.
    """
    return " ".join(_plain(sentence) for sentence in _sentences(document))


def grade(formula: str, text: str) -> float:
    """The grade of a text by one of `FORMULAS`.

    Raises:
        KeyError: There is no such formula.
    """
    measure = cast("Callable[[str], float]", getattr(textstat(), FORMULAS[formula]))
    return measure(text)


@cache
def textstat() -> Textstat:
    """textstat, with syllables counted by the table that comes with copydesk."""
    counting = import_module("textstat.backend.counts._count_syllables")
    if not hasattr(counting, "get_cmudict"):  # whatever it does now, it must not use the network
        raise ImportError("this version of textstat counts syllables in an unknown way")
    vars(counting)["get_cmudict"] = _dictionary
    return cast("Textstat", import_module("textstat").textstat)


class Pronunciations(Mapping[str, list[list[str]]]):
    """The table of syllables as textstat reads a dictionary: of each word a list of sounds."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * self._counts[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


def pack(counts: Mapping[str, int]) -> str:
    """The text of a table: on line n, from 0, the words with n syllables."""
    most = max(counts.values())
    return "\n".join(
        " ".join(sorted(word for word, count in counts.items() if count == n))
        for n in range(most + 1)
    )


@cache
def syllables() -> dict[str, int]:
    """How many syllables words have; the card `syllables.md` tells how the table was made."""
    text = shipped_text(FILE)
    counts: dict[str, int] = {}
    for count, line in enumerate(text.split("\n")):
        counts |= dict.fromkeys(line.split(), count)
    return counts


def _dictionary(_language: str) -> Pronunciations:
    return Pronunciations(syllables())


def _sentences(document: Document) -> Iterator[Sentence]:
    for sentence in document.sentences:
        if sentence.block.kind in _RUNNING_TEXT and _is_ended(sentence):
            yield sentence


def _is_ended(sentence: Sentence) -> bool:
    return sentence.text.rstrip(_CLOSING).endswith(_ENDS)


def _plain(sentence: Sentence) -> str:
    words = sentence.text.replace(OBJECT, " ").replace("’", "'")
    return _STOPS.sub("", words).strip() + "."
