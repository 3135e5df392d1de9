"""Names what parts of an article are about, in the article's own words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import log

from copydesk.analysis.terms import terms_of
from copydesk.document import Document
from copydesk.english.background import weight_of
from copydesk.patterns import lazy_pattern

_SHOWN = 3
_ENOUGH = 20
_POSSESSIVE = lazy_pattern(r"['’]s?$")


def key_words(document: Document, start: int, end: int) -> str:
    """The words that tell most of what a stretch of the reading text is about, quoted."""
    words = _Words(document, start, end)
    return _quoted(words.forms[term] for term in words.key_terms)


def topic_words(document: Document, start: int, end: int) -> str:
    """The words that tell what the article is about that do not stand in a stretch, quoted."""
    inside = _Words(document, start, end).forms
    return _quoted(word for term, word in document.analysis(_topic) if term not in inside)


def shared_words(document: Document, one: tuple[int, int], other: tuple[int, int]) -> str:
    """The rarest words that two stretches of the reading text share, quoted; "" if none."""
    forms, others = _Words(document, *one).forms, _Words(document, *other).forms
    shared = sorted(forms.keys() & others.keys())
    return _quoted(forms[term] for term in sorted(shared, key=lambda term: -weight_of(term)))


def _topic(document: Document) -> tuple[tuple[str, str], ...]:
    words = _Words(document, 0, len(document.text))
    return tuple((term, words.forms[term]) for term in words.key_terms[:_ENOUGH])


@dataclass(frozen=True)
class _Words:
    document: Document
    start: int
    end: int

    @cached_property
    def forms(self) -> dict[str, str]:
        """Each term as the stretch has it first."""
        forms: dict[str, str] = {}
        for _, text, terms in self._written():
            for term in terms:
                forms.setdefault(term, _POSSESSIVE.sub("", text))
        return forms

    @property
    def key_terms(self) -> list[str]:
        """All terms: the rarer, and the more blocks each stands in, the earlier."""
        counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for block, _, terms in self._written():
            counts[block].update(terms)
        scores: defaultdict[str, float] = defaultdict(float)
        for counter in counts.values():
            for term, count in counter.items():
                scores[term] += weight_of(term) * (1 + log(count))
        return sorted(scores, key=lambda term: -scores[term])

    def _written(self) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        """The block, the text and the terms of each token; capitals throughout tell nothing."""
        document, tokens = self.document, self.document.tokens
        first, last = map(document.block_index, (self.start, self.end - 1))
        for index, block in enumerate(document.prose[first : last + 1], first):
            inside = tokens.between(max(self.start, block.start), min(self.end, block.end))
            shouted = block.text.isupper()
            for text in tokens.texts[inside.start : inside.stop]:
                yield index, text, terms_of(text.lower() if shouted else text)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in islice(dict.fromkeys(words), _SHOWN))
