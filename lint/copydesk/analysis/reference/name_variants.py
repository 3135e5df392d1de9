"""Tells whether a name has been given before, spelt otherwise."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, compress

from copydesk.analysis.names import similar_names
from copydesk.analysis.reference.full_names import is_full
from copydesk.document import Document
from copydesk.english.clitics import without_genitive

_LONGEST_NAME = 5
"""In words: a title that is no longer may be the name of what the article is about."""


def title_names(document: Document) -> frozenset[str]:
    """The words of a title that is a name: “Ana Brook”, “Portrait of Mrs Brook”."""
    title = document.prose[0].text
    words = title.split()
    is_name = 1 < len(words) <= _LONGEST_NAME and title[0].isupper() and not title.endswith(".")
    return frozenset(words) if is_name else frozenset()


def is_misspelt(document: Document, name: str, first: int) -> bool:
    """Whether a name spelt almost alike has been given in full: then the spelling is the defect."""
    alike = (one for one in document.analysis(similar_names) if name in one[:2])
    others = (one.places[one.other if name == one.one else one.one] for one in alike)
    places = chain(chain.from_iterable(others), _spelt_otherwise(document, name))
    title, texts = document.analysis(title_names), document.tokens.texts
    return any(i < first and (is_full(document, i) or texts[i] in title) for i in places)


def _spelt_otherwise(document: Document, name: str) -> Iterator[int]:
    """The first tokens of the names that differ in their accents or by a last letter."""
    names, plain = document.analysis(_plain_names), _without_accents(name)
    for key in (plain, plain[:-1]):
        yield from (i for other, i in names.get(key, {}).items() if other != name)


def _plain_names(document: Document) -> dict[str, dict[str, int]]:
    """Words with a capital and where each stands first, by their letters and by all but the last.

    All are without accents.
    """
    texts = document.tokens.texts
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for i in compress(range(len(texts)), map(str.istitle, texts)):
        plain = _without_accents(without_genitive(texts[i]))
        for key in (plain, plain[:-1]):
            found[key].setdefault(texts[i], i)
    return found


def _without_accents(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
