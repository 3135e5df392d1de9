"""What a sentence has in common with the rest of its article: words, and topic."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from copydesk.analysis.terms import terms_of
from copydesk.analysis.topic.passages import block_bags
from copydesk.document import Document
from copydesk.english.background import weight_of
from copydesk.english.topic_space import Direction, direction, place_of

Terms: TypeAlias = tuple[str, ...]
"""The terms of a token: one, or those of the parts of a compound; mostly none."""

FEATURES = (
    "terms",
    "shared with all",
    "recurring in article",
    "shared with all, less recurring in article",
    "shared by sentence alone",
    "shared with what stands before",
    "shared with three before",
    "shared by sentence alone with three before",
    "weight of new terms",
    "near the topic of the article",
    "near the topic of the article, sentence alone",
    "near the topic of three before",
)
"""The names of the features, in order."""


class CommonGround:
    """What the sentences of an article are compared with.

    Attributes:
        sentences: The tokens of each sentence.
        places: For each sentence how many stand before it in its block.
        terms: The terms of each token.
        counts: How often those of a token stand in the article.
        firsts: The first token with each.
        recurring: The share that terms which come again have of the weight of all.
        whole: Where the article lies in the topic space.
    """

    def __init__(
        self, document: Document, sentences: Sequence[range], places: Sequence[int]
    ) -> None:
        """Reads the terms of a document, whose sentences are these."""
        self.sentences = sentences
        self.places = places
        self.terms = list(map(terms_of, document.tokens.texts))
        self.counts = Counter(self.terms)
        self.firsts = dict(zip(reversed(self.terms), range(len(self.terms))[::-1], strict=True))
        self.recurring = _recurring(self.counts)
        self.whole = direction(sum(bag.place for bag in document.analysis(block_bags)))

    def features(self, s: int) -> list[float]:
        """What a sentence, alone and with the next of its paragraph, shares with the others.

        In the order of `FEATURES`.
        """
        start, stop = self.sentences[s].start, self.sentences[s].stop
        own = self.terms[start:stop]
        both = self.terms[start : self.sentences[s + self._goes_on(s)].stop]
        before = self.terms[self.sentences[max(0, s - 3)].start : start]
        return [
            *self._words(start, Counter(own), Counter(both), {*before}),
            *self._topic(own, both, before),
        ]

    def _goes_on(self, s: int) -> bool:
        """Whether the next sentence stands in the same paragraph."""
        return s + 1 < len(self.places) and self.places[s + 1] > 0

    def _words(
        self, start: int, own: Mapping[Terms, int], both: Mapping[Terms, int], before: set[Terms]
    ) -> list[float]:
        counts, firsts = self.counts, self.firsts
        new_weight = _total(terms for terms, count in both.items() if counts[terms] == count)
        weight, own_weight = _total(both), _total(own)
        shared = 1 - _share(new_weight, weight)
        return [
            len(both.keys() - {()}),
            shared,
            self.recurring,
            shared - self.recurring,
            _share(_total(terms for terms in own if counts[terms] > own[terms]), own_weight),
            _share(_total(terms for terms in both if firsts[terms] < start), weight),
            _share(_total(both.keys() & before), weight),
            _share(_total(own.keys() & before), own_weight),
            new_weight,
        ]

    def _topic(
        self, own: Sequence[Terms], both: Sequence[Terms], before: Sequence[Terms]
    ) -> list[float]:
        """How near they are to what the others are about."""
        of_own = _direction(own)
        of_both = _direction(both) if len(both) > len(own) else of_own
        return [
            of_both.nearness_to_rest(self.whole),
            of_own.nearness_to_rest(self.whole),
            of_both.nearness(_direction(before)),
        ]


def _recurring(counts: Mapping[Terms, int]) -> float:
    again = sum(_weight(terms) * count for terms, count in counts.items() if count > 1)
    return _share(again, again + sum(_weight(terms) for terms, n in counts.items() if n == 1))


@lru_cache(maxsize=1 << 16)
def _weight(terms: Terms) -> float:
    return sum(map(weight_of, terms))


def _share(part: float, whole: float) -> float:
    """The share of a weight in another; one half if there is none."""
    return part / whole if whole else 0.5


def _total(terms: Iterable[Terms]) -> float:
    return sum(map(_weight, terms))


def _direction(terms: Iterable[Terms]) -> Direction:
    """Where some terms lie in the topic space."""
    return direction(place_of(Counter(chain.from_iterable(terms))))
