"""Finds acronyms, and whether an article says what they are short for."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from copydesk.analysis.vocabulary import places_in
from copydesk.document import BREAK, Document
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.english.people import noun_class
from copydesk.patterns import lazy_pattern
from copydesk.shipped import shipped_text

FILE = "data/acronyms.txt"

_ACRONYM = lazy_pattern(r"[A-Z]{2,6}")
_PLURAL_OR_GENITIVE = lazy_pattern(r"([A-Z]{2,6})(?:s|['’]s)")
_ROMAN = lazy_pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SMALL = FUNCTION_WORDS | frozenset("& , de des du et la le und".split())
_LABELS = frozenset("- / _ = $ @ # ~ * + \\\\ £ €".split())
_SHORT = 2
_LONGEST = 6
_FIRST = 2
_OPENS = frozenset({".", "!", "?", ":", BREAK})
_MANY = 2


def acronyms(document: Document) -> dict[str, list[int]]:
    """The tokens of each acronym in running text, in order.

    Left out is what stands beside numbers (models, sums, scores) or among other words in capitals.
    """
    texts = document.tokens.texts
    names = {text: name for text in set(texts) if text[1:2].isupper() and (name := _name(text))}
    found: dict[str, list[int]] = {}
    for i in places_in(texts, names.keys()):
        if not _is_other(texts, i, names[texts[i]]):
            found.setdefault(names[texts[i]], []).append(i)
    return found


def _name(text: str) -> str:
    """The acronym that a token is, without the ending of the plural or the genitive."""
    if _ACRONYM.fullmatch(text):
        return text
    ending = _PLURAL_OR_GENITIVE.fullmatch(text)
    return ending[1] if ending else ""


def _is_other(texts: list[str], i: int, name: str) -> bool:
    """Whether capitals are a Roman numeral, a part of a label with numbers, or shouting."""
    if _ROMAN.fullmatch(name):
        return True
    beside = (*texts[max(0, i - 1) : i], *texts[i + 1 : i + 2])
    around = (*texts[max(0, i - 2) : i], *texts[i + 1 : i + 3])
    shouted = [text for text in around if text.isupper() and len(text) > 1]
    is_shouted = len(shouted) >= _MANY or any(len(text) > _LONGEST for text in shouted)
    return is_shouted or any(text[0].isdecimal() or text in _LABELS for text in beside)


class Expansions:
    """Where an article says what its acronyms are short for, or what bears them."""

    def __init__(self, document: Document) -> None:
        """Reads nothing yet."""
        self._document = document

    def expands(self, name: str) -> bool:
        """Whether the article says, anywhere, what `name` is short for.

        Two letters alone are the first letters of some two words nearly everywhere, so these must
        be in capitals.
        """
        if self._is_in_brackets(name) or self._is_explained(name):
            return True
        if len(name) <= _SHORT:
            return any(name in letters for letters in self._initials)
        return any(name.lower() in letters.lower() for letters in self._initials)

    def introduces(self, places: list[int]) -> bool:
        """Whether the article says what the acronym at some tokens is.

        It does if a noun before its first uses says so (“the steroid THG”), if it is a part of a
        longer name (“GW Pharmaceuticals”), or if it is a link to where it is explained.
        """
        told = any(map(self._is_told, places[:_FIRST]))
        return told or any(self._is_in_name(i) or self._is_link(i) for i in places)

    def _is_told(self, i: int) -> bool:
        texts = self._document.tokens.texts
        before = texts[i - 1] if i else ""
        if before == "," and i > 1:
            before = texts[i - 2]
        return before.islower() and noun_class(before) is not None

    def _is_in_name(self, i: int) -> bool:
        texts = self._document.tokens.texts
        opens = i < _FIRST or texts[i - 2] in _OPENS
        beside = (*texts[max(0, i - 1 + opens) : i], *texts[i + 1 : i + 2])
        return any(
            text == "&" or (text.istitle() and text.lower() not in _SMALL) for text in beside
        )

    def _is_link(self, i: int) -> bool:
        tokens, source = self._document.tokens, self._document.source
        start, end = self._document.span(tokens.starts[i], tokens.end(i))
        opening, closing = source[start - 1 : start], source[end : end + 4].lstrip("`*_")
        return opening == "[" or closing.startswith("](") or (opening, closing) == (">", "</a>")

    def _is_in_brackets(self, name: str) -> bool:
        """Whether it stands in brackets, or before some: “the Hall (TH)”, “TH (Town Hall)”."""
        pattern = rf"[(\[“\"]\s*(?:the\s+|or\s+)?{name}s?\b|\b{name}s?[”\"]?\s*[(\[]|\b{name}s?\)"
        return re.search(pattern, self._document.text) is not None

    def _is_explained(self, name: str) -> bool:
        """Whether it opens a line that explains it, or the markup does: `*[TH]: Town Hall`."""
        line = rf"(?:\A|\n)\W{{0,8}}{name}\W{{0,4}}[:=–—]"
        pattern = rf"{line}|\b(?:as|called)\s{name}\b|\b{name},?\s(?:stands\sfor|is\sshort|means)\b"
        text, source = self._document.text, self._document.source
        if re.search(pattern, text) or f"[{name}]:" in source:
            return True
        return "<abbr" in source and re.search(rf"<abbr[^>]*>\s*{name}", source) is not None

    @cached_property
    def _initials(self) -> tuple[str, str]:
        """The first letters of all words in a row, and those of all but the small ones."""
        words = list(self._words())
        content = (word for word in words if word.lower() not in _SMALL)
        return "".join(word[0] for word in words), "".join(word[0] for word in content)

    def _words(self) -> Iterator[str]:
        """The words, compounds taken apart; “.” and other marks in their places."""
        for text in self._document.tokens.texts:
            yield from filter(None, text.split("-"))


@cache
def known() -> frozenset[str]:
    """Acronyms that articles use without a word of explanation; the card tells their source."""
    return frozenset(shipped_text(FILE).split())
