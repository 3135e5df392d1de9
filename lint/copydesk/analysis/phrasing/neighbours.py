"""Finds where function words stand side by side, which is where phrases are seen to break."""

from collections.abc import Container, Iterator, Mapping

from copydesk.document import Document
from copydesk.english.impossible_pairs import KNOWN
from copydesk.english.lexicon import ARTICLES, AUXILIARIES, POSSESSIVES
from copydesk.patterns import lazy_pattern

_TWO = lazy_pattern(rb"\x01(?=\x01)")
_LONGEST_PHRASE = 5
_CODE = frozenset(
    "block blocks clause clauses expression expressions keyword keywords loop loops operator"
    " operators statement statements".split()
)
"""What words of programming languages stand before."""

_NO_KEYWORDS = ARTICLES | POSSESSIVES | (AUXILIARIES - {"do", "has", "have", "having", "is"})


def clashes(document: Document, table: Mapping[str, Container[str]]) -> Iterator[int]:
    """The function words that the next word may not follow, by a table of what may not.

    The second is in lower case, for a capital begins a name or a sentence. Where a phrase and its
    double meet is another defect.
    """
    texts, words = document.tokens.texts, document.tokens.lowers
    for i in document.analysis(_pairs):
        clash = words[i + 1] in table.get(words[i], ()) and texts[i + 1].islower()
        if clash and not _joins_copies(words, i) and not _is_mentioned(document, i):
            yield i


def _pairs(document: Document) -> tuple[int, ...]:
    """Where a function word, a frequent adverb or an irregular past is followed by another."""
    known = bytes(map(KNOWN.__contains__, document.tokens.lowers))
    return tuple(found.start() for found in _TWO.finditer(known))


def _is_mentioned(document: Document, i: int) -> bool:
    """Whether one of the two words is spoken of: set off by markup, or as in “a for loop”."""
    tokens = document.tokens
    is_code = not _CODE.isdisjoint(tokens.lowers[i + 2 : i + 3])
    if is_code and tokens.lowers[i + 1] not in _NO_KEYWORDS:
        return True
    return not document.is_literal(tokens.starts[i], tokens.end(i + 1))


def _joins_copies(words: list[str], i: int) -> bool:
    """Whether the words up to `i` come again after it: “in the | in the”."""
    return words[i] in words[i + 1 : i + 1 + _LONGEST_PHRASE] and any(
        words[max(0, i + 1 - length) : i + 1] == words[i + 1 : i + 1 + length]
        for length in range(1, _LONGEST_PHRASE + 1)
    )
