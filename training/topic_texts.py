"""Reads the texts that the topic space is learnt from, as sentences and as terms."""

from collections.abc import Iterator, Sequence
from itertools import chain, count, islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from copydesk.analysis.terms import terms_of
from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

from training.corpus import (
    FEWEST_WORDS,
    SENTENCES,
    WIKIPEDIA,
    Part,
    is_for_the_space,
    part_of,
    read_articles,
    read_sentences,
)

STRETCH, PARAGRAPH = 25, 5
"""How many sentences make an article and a paragraph, in the files that know neither."""

MOST_SENTENCES = 4
FEWEST_WORDS_ALONE, MOST_WORDS = 8, 90
"""How many words a passage has at least, if it is one sentence, and how many are kept of it."""

FEWEST_TERMS = 3


class Text(NamedTuple):
    """A text as written.

    Attributes:
        title: The title; "" for a stretch of a file that knows none.
        paragraphs: The sentences of each paragraph.
        for_all: Whether it may be learnt from even if it is not for all of the training part.
    """

    title: str
    paragraphs: list[list[str]]
    for_all: bool


class Passage(NamedTuple):
    """Some sentences of a text, and whether these may be learnt from in any case."""

    text: str
    for_all: bool


class Written(NamedTuple):
    """The terms of a title and of the sentences of each paragraph."""

    title: list[str]
    paragraphs: list[list[list[str]]]
    for_all: bool


def texts(shared: Path) -> Iterator[Text]:
    """All texts of the training part."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            bodies = (p for p in article.paragraphs if len(p.split()) >= FEWEST_WORDS)
            paragraphs = [[p[a:b] for a, b in sentence_bounds(p)] for p in bodies]
            yield Text(article.title, paragraphs, is_for_the_space(article))
    for name in SENTENCES:
        sentences = read_sentences(shared / name)
        while stretch := list(islice(sentences, STRETCH)):
            paragraphs = [stretch[i : i + PARAGRAPH] for i in range(0, len(stretch), PARAGRAPH)]
            yield Text("", paragraphs, for_all=True)


def terms_in(text: str) -> list[str]:
    """The terms of a text, in order."""
    return list(chain.from_iterable(map(terms_of, tokenize(text).texts)))


def written(text: Text) -> Written:
    """A text as terms."""
    paragraphs = [[terms_in(sentence) for sentence in p] for p in text.paragraphs]
    return Written(terms_in(text.title), paragraphs, text.for_all)


def passages(texts: Sequence[Text]) -> Iterator[Passage]:
    """One to four sentences of each text, again and again; less often of those without a title."""
    random = Random(5)  # noqa: S311  not for secrets
    for turn in count():
        order = list(range(len(texts)))
        random.shuffle(order)
        for text in map(texts.__getitem__, order):
            paragraphs = [paragraph for paragraph in text.paragraphs if paragraph]
            if paragraphs and (text.title or turn % 2 == 0):
                words = _some_sentences(paragraphs, random)
                if words:
                    yield Passage(" ".join(words[:MOST_WORDS]), text.for_all)


def _some_sentences(paragraphs: Sequence[Sequence[str]], random: Random) -> list[str]:
    """The words of some sentences on end; none if that is a short one."""
    paragraph = random.choice(paragraphs)
    number = random.randint(1, min(MOST_SENTENCES, len(paragraph)))
    first = random.randint(0, len(paragraph) - number)
    words = " ".join(paragraph[first : first + number]).split()
    return [] if number == 1 and len(words) < FEWEST_WORDS_ALONE else words
