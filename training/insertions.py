"""Makes articles with a passage of another article pasted in, and knows where it lies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log
from random import Random

from copydesk.analysis.terms import terms_of
from copydesk.document import Span
from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

from training.corpus import Article

_SHORTEST_PARAGRAPH = 12
_LONGEST_HEADING = 5
_SHARE_DRESSED = 0.33


class Level(StrEnum):
    """How far the other article is from the host."""

    UNRELATED = "unrelated"
    SAME_SECTION = "same section"
    NEAR = "near"


class Kind(StrEnum):
    """What is pasted in."""

    PARAGRAPH = "paragraph"
    WITH_HEADLINE = "headline + paragraph"


@dataclass(frozen=True, slots=True)
class Insertion:
    """An article with a foreign passage: `span` is its place in `text`."""

    level: Level
    kind: Kind
    at_end: bool
    text: str
    span: Span


class Pool:
    """Articles to insert into, and to take passages from."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Indexes the articles by their terms."""
        self.articles = articles
        self._bags = [_bag(article) for article in articles]
        frequencies = Counter(term for bag in self._bags for term in bag)
        self._weights = {
            term: log(len(articles) / n)
            for term, n in frequencies.items()
            if n < len(articles) / 20
        }
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(self._bags):
            for term in bag & self._weights.keys():
                self._index[term].append(number)

    def insertions(self, number: int) -> Iterator[Insertion]:
        """The article of this number with each kind of passage at each level."""
        host = dressed(self.articles[number])
        random = Random(host.id)  # noqa: S311  not for secrets
        for level in Level:
            if donors := self._donors(number, level):
                donor = random.choice(donors)
                if passage := _passage(donor, random):
                    yield from _insertions(host, donor, passage, level, random)

    def _donors(self, number: int, level: Level) -> Sequence[Article]:
        host = self.articles[number]
        if level is Level.NEAR:
            return [self.articles[other] for other in self._nearest(number)[2:12]]
        same = level is Level.SAME_SECTION
        if not host.section:
            return [] if same else self.articles
        return [
            other
            for other in self.articles
            if (other.section == host.section) is same and other.id != host.id
        ]

    def _nearest(self, number: int) -> list[int]:
        """The articles most like this one, by the terms they share, the likest first."""
        scores: Counter[int] = Counter()
        for term in self._bags[number] & self._weights.keys():
            for other in self._index[term]:
                scores[other] += self._weights[term] ** 2 / (len(self._bags[other]) + 10) ** 0.5
        del scores[number]
        return [other for other, _ in scores.most_common(12)]


def _bag(article: Article) -> set[str]:
    words = tokenize("\n".join((article.title, *article.paragraphs))).texts
    return {term for word in words for term in terms_of(word)}


def dressed(article: Article) -> Article:
    """The article, or for one in three the article with headings of its own over paragraphs.

    They keep a line without a stop from being proof of an insertion.
    """
    random = Random(article.title)  # noqa: S311  not for secrets
    if random.random() > _SHARE_DRESSED:
        return article
    paragraphs = list(article.paragraphs[:1])
    for paragraph in article.paragraphs[1:]:
        words = paragraph.split()
        if len(words) > _SHORTEST_PARAGRAPH and random.random() < _SHARE_DRESSED:
            start = random.randint(0, min(len(words) - 9, 20)) if len(words) > 9 else 0
            paragraphs.append(" ".join(words[start : start + random.randint(4, 8)]).rstrip(".,;:("))
        paragraphs.append(paragraph)
    return article._replace(paragraphs=tuple(paragraphs))


def in_short_paragraphs(article: Article, share: float) -> Article:
    """The article, or for a share of them the article in paragraphs of one or two sentences.

    News is set like that.
    """
    random = Random(f"{article.title} in short")  # noqa: S311  not for secrets
    if random.random() > share:
        return article
    paragraphs: list[str] = []
    for paragraph in article.paragraphs:
        bounds = list(sentence_bounds(paragraph))
        while bounds:
            number = random.choice((1, 1, 2))
            paragraphs.append(paragraph[bounds[0][0] : bounds[:number][-1][1]])
            del bounds[:number]
    return article._replace(paragraphs=tuple(paragraphs))


def plain(title: str, paragraphs: Sequence[str]) -> str:
    """An article as plain text, its section headings as headings are written: without a stop."""
    lines = (p[:-1] if _is_heading(p) else p for p in paragraphs)
    return "\n\n".join((title, *lines)) + "\n"


def _is_heading(paragraph: str) -> bool:
    return paragraph.endswith(".") and len(paragraph.split()) <= _LONGEST_HEADING


def _passage(donor: Article, random: Random) -> str:
    """One to three sentences on end of a paragraph that is not the first; "" if none is fit."""
    fit = [p for p in donor.paragraphs[1:] if len(p.split()) >= _SHORTEST_PARAGRAPH]
    if not fit:
        return ""
    paragraph = random.choice(fit)
    bounds = list(sentence_bounds(paragraph))
    number = random.randint(1, min(3, len(bounds)))
    first = random.randint(0, len(bounds) - number)
    passage = paragraph[bounds[first][0] : bounds[first + number - 1][1]]
    return passage if len(passage.split()) >= _SHORTEST_PARAGRAPH else ""


def _insertions(
    host: Article, donor: Article, passage: str, level: Level, random: Random
) -> Iterator[Insertion]:
    """The passage with and without a headline, between two paragraphs and at the end."""
    paragraphs = list(host.paragraphs)
    for kind in Kind:
        pasted = f"{_headline(donor)}\n{passage}" if kind is Kind.WITH_HEADLINE else passage
        for at_end in (False, True):
            at = len(paragraphs) if at_end else random.randint(1, len(paragraphs) - 1)
            text = plain(host.title, [*paragraphs[:at], pasted, *paragraphs[at:]])
            start = len(plain(host.title, paragraphs[:at])) + 1
            yield Insertion(level, kind, at_end, text, Span(start, start + len(pasted)))


def _headline(article: Article) -> str:
    """The title; where it is a mere name, as in an encyclopaedia, the first words of the text."""
    if len(article.title.split()) > 3:
        return article.title
    return " ".join(article.paragraphs[0].split()[:9]).rstrip(".,;:(")
