"""A character that shows nothing and has nothing to do where it stands."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar
from unicodedata import category, name

from copydesk import Document, Finding, Rule, lazy_pattern, replacement
from copydesk.analysis.characters import beside, code_points, runs
from copydesk.analysis.direction import right_to_left_letters

_TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_FILLERS = frozenset("\u115f\u1160\u180e\u3164\uffa0")
_DIRECTIONS = frozenset("\u061c\u200e\u200f")
_ALL = _TAGS | _SELECTORS | _FILLERS | _DIRECTIONS | frozenset("\xad\u200b\u200c\u200d\u2060\ufeff")

_MAY_BREAK = frozenset("/\\_@=&?#+:-–—")
"""Marks beside which a line may be broken in an address or a pair."""

_KEYS = frozenset("0123456789#*")
_SIGNS = frozenset("©®")
_KEYCAP = "\u20e3"

_BLACK_FLAG = "\U0001f3f4"
_LONG_WORD = 15
"""Letters in a word that a writer may want to be broken."""

_WORD = lazy_pattern(r"[^\W\d_]+")


class InvisibleCharacter(Rule):
    """A character shows nothing and has nothing to do where it stands."""

    name: ClassVar = "invisible-character"
    family: ClassVar = "mechanics"

    def check(self, document: Document) -> Iterator[Finding]:
        for run in runs(document, _ALL):
            start, end = run.span()
            # What is written as an entity is meant.
            if document.is_literal(start, end) and not _belongs(document, run):
                yield self.finding(
                    document.span(start, end),
                    f"{_named(run[0])} stands {_place(document, start, end)}",
                    fixes=replacement(document, start, end, ""),
                )


def _belongs(document: Document, run: re.Match[str]) -> bool:
    """Whether each of the characters has something to do."""
    text, (start, end) = document.text, run.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    for character in set(run[0]):
        if character == "\xad":
            belongs = _is_in_long_word(document, start, end)
        elif character in _DIRECTIONS:
            belongs = bool(document.analysis(right_to_left_letters))
        else:
            belongs = _TESTS.get(character, _never)(before, after)
        if not belongs:
            return False
    return True


def _is_in_long_word(document: Document, start: int, end: int) -> bool:
    """Whether the place is within a word that may need to be broken."""
    before, after = (part.replace("\xad", "") for part in beside(document.text, start, end))
    left, right = _WORD.search(before[::-1]), _WORD.match(after)
    if not (left and right and left.start() == 0):
        return False
    return len(left[0]) + len(right[0]) >= _LONG_WORD


def _joins(before: str, after: str) -> bool:
    """Whether letters of scripts that need it, or emoji, stand beside a joiner."""
    return any(one >= "\u0600" and _is_joined(one) for one in (before, after))


def _is_joined(character: str) -> bool:
    if "\u1e00" <= character < "\u2000":  # Latin and Greek
        return False
    return category(character) in {"Lo", "Lm", "Mn", "Mc", "So", "Sk"}


def _may_break(before: str, after: str) -> bool:
    """Whether a line may be broken between two characters where it otherwise could not."""
    if any("\u0e00" <= one < "\u1100" or "\u1780" <= one < "\u1800" for one in (before, after)):
        return True  # Thai, Lao, Tibetan, Burmese, Khmer: no spaces between words
    if any(one >= "\u2e80" for one in (before, after)):
        return True
    marks = _MAY_BREAK.intersection((before, after))
    return bool(marks) and all(one in marks or one.isalnum() for one in (before, after))


def _keeps_together(before: str, after: str) -> bool:
    """Whether a line could be broken between two characters."""
    is_in_word = before.isalnum() and after.isalnum()
    return not (is_in_word or not before.strip("\ufdd0\n ") or not after.strip("\ufdd0\n "))


def _selects(before: str, after: str) -> bool:
    """Whether a character has more than one shape."""
    if before in _KEYS:
        return after == _KEYCAP
    return before in _SIGNS if before < "\u2000" else before not in "“”‘’…–—\ufdd0"


def _is_flag(before: str, _after: str) -> bool:
    return before == _BLACK_FLAG


def _fills(before: str, after: str) -> bool:
    return any(one >= "\u1100" and category(one) == "Lo" for one in (before, after) if one)


def _never(_before: str, _after: str) -> bool:
    return False


_TESTS: dict[str, Callable[[str, str], bool]] = {
    "\u200b": _may_break,
    "\u200c": _joins,
    "\u200d": _joins,
    "\u2060": _keeps_together,
    **dict.fromkeys(_FILLERS, _fills),
    **dict.fromkeys(_SELECTORS, _selects),
    **dict.fromkeys(_TAGS, _is_flag),
}


def _named(characters: str) -> str:
    """The characters by name, and what they spell if they are tags."""
    if _TAGS.issuperset(characters):
        spelt = "".join(chr(ord(one) - 0xE0000) for one in characters)
        hidden = "".join(filter(str.isprintable, spelt))
        return f"hidden text in tag characters, “{hidden}”,"
    if len(set(characters)) > 1:
        return f"a row of invisible characters ({code_points(characters)})"
    what = name(characters[0], "character").lower()
    return f"an invisible {what} ({code_points(characters)})"


def _place(document: Document, start: int, end: int) -> str:
    before, after = (_seen(part) for part in beside(document.text, start, end))
    if before and after:
        return f"in “{before}{after}”"
    return f"after “{before}”" if before else f"before “{after}”" if after else "here"


def _seen(text: str) -> str:
    return "".join(filter(str.isprintable, text))
