"""Articles confused with others: two glued together, a headline swapped, a sentence slipped in."""

import random
from collections.abc import Sequence

from copydesk import OBJECT, Block, BlockKind, Document

from bench.corruptions import Damage, Transplanter, transplant
from bench.corruptions.topic import Source, any_other, headline_of, near_other

_SHORTEST_PARAGRAPH = 12
_FEWEST_PARAGRAPHS = 2
_SHORTEST_SENTENCE = 8
_FEWEST_AROUND = 4


def _paragraphs(document: Document) -> list[Block]:
    return [
        block
        for block in document.prose
        if block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= _SHORTEST_PARAGRAPH
    ]


def _rest_of(document: Document, chance: random.Random) -> str:
    """The source from a paragraph on, two or more before the end; "" if there are not as many."""
    paragraphs = _paragraphs(document)
    if len(paragraphs) < _FEWEST_PARAGRAPHS:
        return ""
    start = chance.choice(paragraphs[: 1 - _FEWEST_PARAGRAPHS]).span.start
    return document.source[start:]


def _glued(source: Source) -> Transplanter:
    def damage(
        document: Document, others: Sequence[Document], chance: random.Random
    ) -> Damage | None:
        """The rest of another article for that of this one, after two paragraphs or more."""
        paragraphs, rest = _paragraphs(document), _rest_of(source(document, others, chance), chance)
        if len(paragraphs) < _FEWEST_PARAGRAPHS or not rest:
            return None
        at = chance.choice(paragraphs[_FEWEST_PARAGRAPHS - 1 :]).span.end
        return Damage(at, len(document.source), f"\n\n{rest}")

    return damage


def _swapped(source: Source) -> Transplanter:
    def damage(
        document: Document, others: Sequence[Document], chance: random.Random
    ) -> Damage | None:
        """The headline of another article for that of this one."""
        headline = headline_of(source(document, others, chance))
        first = document.prose[0] if document.prose else None
        is_title = first and first.kind is BlockKind.TITLE
        if not first or not is_title or not headline or not document.is_literal(0, first.end):
            return None
        return Damage(*document.span(0, first.end), headline)

    return damage


def _sentence_of(document: Document, chance: random.Random) -> str:
    """A sentence of a paragraph that is not the first; "" if none is fit."""
    fit = [
        sentence.text
        for sentence in document.sentences
        if sentence.block in _paragraphs(document)[1:]
        and len(sentence.text.split()) >= _SHORTEST_SENTENCE
        and OBJECT not in sentence.text
    ]
    return " ".join(chance.choice(fit).split()) if fit else ""


def _slipped_in(source: Source) -> Transplanter:
    def damage(
        document: Document, others: Sequence[Document], chance: random.Random
    ) -> Damage | None:
        """A sentence of another article behind a sentence of this one."""
        paragraphs = _paragraphs(document)
        text = _sentence_of(source(document, others, chance), chance)
        ends = [s.end for s in document.sentences if s.block in paragraphs and s.end < s.block.end]
        if len(paragraphs) < _FEWEST_AROUND or not ends or not text:
            return None
        at = document.span(end := chance.choice(ends), end).start
        return Damage(at, at, f" {text}")

    return damage


glued_articles = transplant(
    "the rest of another article for that of one", "mixed-articles", "off-topic-passage"
)(_glued(any_other))
glued_related_articles = transplant(
    "the rest of a related article for that of one", "mixed-articles", "off-topic-passage"
)(_glued(near_other))
swapped_headline = transplant("the headline of another article over one", "title-mismatch")(
    _swapped(any_other)
)
swapped_related_headline = transplant(
    "the headline of a related article over one", "title-mismatch"
)(_swapped(near_other))
slipped_sentence = transplant(
    "a sentence of another article in a paragraph", "off-topic-sentence", "off-topic-passage"
)(_slipped_in(any_other))
slipped_related_sentence = transplant(
    "a sentence of a related article in a paragraph", "off-topic-sentence", "off-topic-passage"
)(_slipped_in(near_other))
