"""A word with letters of another script that look like its own."""

import re
from collections.abc import Iterator
from typing import ClassVar
from unicodedata import name

from copydesk import Document, Finding, Rule, Severity, lazy_pattern, replacement
from copydesk.analysis.characters import code_points, rare_characters

_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = "Ͱ-ϿЀ-ԯ"
_WORD = lazy_pattern(rf"(?<![{_LATIN}\d%\\$])[{_LATIN}]*+[{_OTHER}][{_LATIN}{_OTHER}]*")
"""A word, but for what follows the marks and digits of a placeholder: “%sФайл”."""

_LATIN_LETTERS = lazy_pattern(f"[{_LATIN}]+")
_SHORTEST = 3
_MOST_OF_A_WORD = 2

_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝЁёЇї", "ABESIJKMHOPCTYXaesijopcyxdhqwËëÏï"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ", "ABEZHIKMNOPTYXoj"
"""Letters of the two alphabets, and those of the Latin one that look the same."""

_ABOUT_IT = lazy_pattern(
    "homoglyph|homograph|look-?alike|punycode|(?:cyrillic|greek) (?:letter|character|.\\b)",
    re.IGNORECASE,
)


class MixedScriptWord(Rule):
    """A word holds letters of another script that look like its own."""

    name: ClassVar = "mixed-script-word"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        others = {one for one in document.analysis(rare_characters) if "\u0370" <= one < "\u0530"}
        if len(others) < _MOST_OF_A_WORD and others.isdisjoint(_CYRILLIC[0] + _GREEK[0]):
            return
        mixed = [match for match in _WORD.finditer(document.text) if _is_mixed(match[0])]
        if mixed and not _ABOUT_IT.search(document.text):
            for match in mixed:
                if strangers := _strangers(match[0]):
                    yield self._finding(document, match, strangers)

    def _finding(
        self, document: Document, match: re.Match[str], strangers: dict[str, str]
    ) -> Finding:
        word = match[0]
        listed = dict.fromkeys(letter for letter in word if letter in strangers)
        named = ", ".join(f"{_script(one)} “{one}” ({code_points(one)})" for one in listed)
        mended = "".join(strangers.get(letter, letter) for letter in word)
        return self.finding(
            document.span(*match.span()),
            f"“{word}” holds {named} among {_script(mended[0])} letters",
            fixes=replacement(document, *match.span(), mended),
        )


def _is_mixed(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_LATIN_LETTERS.search(word))


def _strangers(word: str) -> dict[str, str]:
    """The letters of a word that only look like its others, and what they look like.

    A letter that could not be mistaken, as in “ΔT” or “NFκB”, is meant.
    """
    latin = {letter for letter in word if _LATIN_LETTERS.match(letter)}
    others = {*word} - latin
    for other, like in (_CYRILLIC, _GREEK):
        if others <= {*other}:
            return {letter: like[other.index(letter)] for letter in others}
        strange = sum(letter not in other for letter in word if letter not in latin)
        if (
            latin <= {*like}
            and strange >= _MOST_OF_A_WORD
            and _script(min(others)) == _script(other)
        ):
            return {letter: other[like.index(letter)] for letter in latin}
    return {}


def _script(letters: str) -> str:
    """What the script of the first letter is called."""
    return name(letters[0]).split()[0].capitalize()
