"""Finds single sentences of a paragraph that belong to another story."""

from bisect import bisect_left
from collections.abc import Iterator

from copydesk.analysis.topic.articles import Article, article_of
from copydesk.analysis.topic.bags import weigh
from copydesk.analysis.topic.cohesion import measured
from copydesk.analysis.topic.foreignness import (
    foreign_passages,
    models,
    of_quotation,
    stands_alone,
)
from copydesk.analysis.topic.passages import Passage, Shape, bag_between
from copydesk.document import Document, Sentence

_OF_ONE = 1.5
"""Added to the score of one sentence by the model for two or three, which have more to tell by.

Chosen on the development halves: two of 2,796 clean articles are flagged.
"""

_FEWEST_SENTENCES, _MOST_SENTENCES = 3, 40
_LEAST_LONELY = 0.6
"""Of the weight of a foreign sentence more is in terms that stand in no other block."""

_MOST_RARE = 5.8
"""With rarer terms, on average, a sentence is a row of names, which any article may have."""


def foreign_sentences(document: Document, threshold: float) -> tuple[Sentence, ...]:
    """The sentences that score above a threshold and are in no passage of another story.

    They are scored as two or three sentences on end are; none in a round-up.
    """
    article = document.analysis(article_of)
    if not article.paragraphs or article.is_round_up:
        return ()
    found = [one for one in _candidates(article) if _score(article, one[1]) > threshold]
    known = [judged.passage for judged in foreign_passages(document, 0.0)] if found else []
    return tuple(sentence for sentence, one in found if not any(map(one.overlaps, known)))


def _candidates(article: Article) -> Iterator[tuple[Sentence, Passage]]:
    """The sentences of whole paragraphs, but not the first, with terms that are theirs alone."""
    sentences = article.document.sentences
    starts = [sentence.start for sentence in sentences]
    for index in article.paragraphs:
        block = article.document.prose[index]
        inside = sentences[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        if not _FEWEST_SENTENCES <= len(inside) <= _MOST_SENTENCES:
            continue
        for sentence in inside[index == article.paragraphs[0] :]:
            if passage := _passage(article, index, sentence):
                yield sentence, passage


def _passage(article: Article, index: int, sentence: Sentence) -> Passage | None:
    """A sentence as a passage, unless much of it stands in other blocks or it is a row of names."""
    start, end, *_ = sentence
    bag = bag_between(article.document, start, end)
    lonely = weigh(bag.terms & article.lonely)
    if lonely < _LEAST_LONELY * bag.weight or bag.weight > _MOST_RARE * len(bag.terms):
        return None
    return Passage(Shape.SENTENCES, index, index, start, end, bag.place)


def _score(article: Article, passage: Passage) -> float:
    """How foreign a sentence is to the rest, in logits; 0 is the default threshold."""
    features = measured(article, passage)
    if not features or not stands_alone(article.document, passage):
        return float("-inf")
    return models()[Shape.SENTENCES].score(features) + _OF_ONE + of_quotation(features)
