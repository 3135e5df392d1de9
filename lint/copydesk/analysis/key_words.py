"""Names what parts of an article are about, in the article's own words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from math import log

from copydesk.analysis.background import weight_of
from copydesk.analysis.terms import block_terms, terms_of
from copydesk.document import Document
from copydesk.patterns import lazy_pattern

_SHOWN = 3
_ENOUGH = 20
_POSSESSIVE = lazy_pattern(r"['’]s?$")


def key_words(document: Document, blocks: Sequence[int]) -> str:
    """The words that tell most of what these blocks of `document.prose` are about, quoted."""
    forms = _written(document, blocks)
    return _quoted(forms[term] for term in _key_terms(document, blocks))


def topic_words(document: Document, besides: Sequence[int]) -> str:
    """The words that tell what the article is about that do not stand in some blocks, quoted."""
    counts = document.analysis(block_terms)
    topic = document.analysis(_topic)
    return _quoted(
        word for term, word in topic if not any(term in counts[index] for index in besides)
    )


def shared_words(document: Document, one: int, other: int) -> str:
    """The rarest words that two blocks of `document.prose` share, quoted; "" if none."""
    counts = document.analysis(block_terms)
    shared = sorted(counts[one].keys() & counts[other].keys())
    forms = _written(document, (one,))
    return _quoted(forms[term] for term in sorted(shared, key=lambda term: -weight_of(term)))


def _topic(document: Document) -> tuple[tuple[str, str], ...]:
    blocks = range(len(document.prose))
    forms = _written(document, blocks)
    return tuple((term, forms[term]) for term in _key_terms(document, blocks)[:_ENOUGH])


def _key_terms(document: Document, blocks: Sequence[int]) -> list[str]:
    """All terms of the blocks: the rarer, and the more blocks it stands in, the earlier."""
    scores: defaultdict[str, float] = defaultdict(float)
    counts = document.analysis(block_terms)
    for index in blocks:
        for term, count in counts[index].items():
            scores[term] += weight_of(term) * (1 + log(count))
    return sorted(scores, key=lambda term: -scores[term])


def _written(document: Document, blocks: Iterable[int]) -> dict[str, str]:
    """Each term as the blocks have it first."""
    forms: dict[str, str] = {}
    for index in blocks:
        block = document.prose[index]
        inside = document.tokens.between(block.start, block.end)
        for text in document.tokens.texts[inside.start : inside.stop]:
            for term in terms_of(text.lower() if block.text.isupper() else text):
                forms.setdefault(term, _POSSESSIVE.sub("", text))
    return forms


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in islice(dict.fromkeys(words), _SHOWN))
