"""The words that an article uses, for rules that look out for a few."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress

from copydesk.document import Document


def vocabulary(document: Document) -> frozenset[str]:
    """All tokens in lower case, each once."""
    return frozenset(document.analysis(word_places))


def word_places(document: Document) -> Mapping[str, Sequence[int]]:
    """The indices of each token in lower case, in order."""
    found: dict[str, list[int]] = {}
    for index, word in enumerate(document.tokens.lowers):
        if word in found:
            found[word].append(index)
        else:
            found[word] = [index]
    return found


def places(document: Document, words: AbstractSet[str]) -> list[int]:
    """The indices of the tokens that are among `words`, which are in lower case.

    Costs next to nothing where the article has none of them: however many rules look out for
    words, the tokens are gone through once.
    """
    index = document.analysis(word_places)
    found: AbstractSet[str]
    if isinstance(words, frozenset) and len(words) > len(index):
        found = words.intersection(index)
    else:
        found = index.keys() & words  # would go through all of a frozenset
    return sorted(chain.from_iterable(map(index.__getitem__, found))) if found else []


def places_in(tokens: Sequence[str], words: AbstractSet[str]) -> list[int]:
    """The indices of those of some tokens that are among `words`.

    In half the time of a comprehension, for no step of it is Python's.
    """
    return list(compress(range(len(tokens)), map(words.__contains__, tokens)))
