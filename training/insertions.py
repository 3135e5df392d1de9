"""Makes articles with a passage of another article pasted in, and knows where it lies."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log
from pathlib import Path
from random import Random

from copydesk.analysis.terms import terms_of
from copydesk.document import Span
from copydesk.segment import tokenize
from copydesk.sentences import sentence_bounds

from training.corpus import (
    LONGEST_HEADING,
    WIKIPEDIA,
    Article,
    Part,
    is_for_the_space,
    part_of,
    read_articles,
)

_SHORTEST_PARAGRAPH = 12
_SHARE_DRESSED = 0.33
_MOST_NEAR = 12
_FEWEST_ALIKE, _SHARE_ALIKE = 30, 0.1
"""How many articles, and what share of all, are those that an article is most like."""

_SHARE_IN_ONE_SECTION, _SHARE_SHORT = 0.4, 0.45
"""How many articles are cut and set so as to be more like news."""


class Level(StrEnum):
    """How far the other article is from the host."""

    UNRELATED = "unrelated"
    SAME_SECTION = "same section"
    NEAR = "near"
    ALIKE = "alike"
    """In place of the same section where articles stand in none."""


class Kind(StrEnum):
    """What is pasted in."""

    PARAGRAPH = "paragraph"
    WITH_HEADLINE = "headline + paragraph"
    SENTENCES = "2-3 sentences in a paragraph"
    PARAGRAPHS = "2-3 paragraphs"


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
        return self._made(number, dressed(self.articles[number]))

    def bare_insertions(self, number: int) -> Iterator[Insertion]:
        """The same in the article as it is, a headline as a paragraph of its own, not at the end.

        So the notes on topics made them.
        """
        made = self._made(number, self.articles[number], below="\n\n")
        return (insertion for insertion in made if not insertion.at_end)

    def _made(self, number: int, host: Article, below: str = "\n") -> Iterator[Insertion]:
        """A host, the article of this number in some dress, with each kind of passage."""
        random = Random(host.id)  # noqa: S311  not for secrets
        for level in Level:
            if donor := self._donor(number, level, random):
                yield from _insertions(host, donor, level, random, below)

    def two_insertions(self, number: int, kind: Kind) -> tuple[str, Span, Span] | None:
        """The article with passages of two unrelated articles, a paragraph or more apart."""
        host = self.articles[number]
        random = Random(f"{host.id} twice")  # noqa: S311  not for secrets
        donors = [self._donor(number, Level.UNRELATED, random) for _ in range(2)]
        pasted = [_pasted(donor, kind, random) for donor in donors if donor]
        places = sorted(random.sample(range(1, len(host.paragraphs)), 2))
        if len(pasted) < 2 or not all(pasted):
            return None
        paragraphs = list(host.paragraphs)
        spans = list[Span]()
        for shift, (place, text) in enumerate(zip(places, pasted, strict=True)):
            paragraphs.insert(place + shift, text)
            start = len(plain(host.title, paragraphs[: place + shift])) + 1
            spans.append(Span(start, start + len(text)))
        return plain(host.title, paragraphs), spans[0], spans[1]

    def _donor(self, number: int, level: Level, random: Random) -> Article | None:
        donors = self._donors(number, level)
        return random.choice(donors) if donors else None

    def _donors(self, number: int, level: Level) -> Sequence[Article]:
        host = self.articles[number]
        if level is Level.NEAR:
            return [self.articles[other] for other in self._nearest(number, _MOST_NEAR)[2:]]
        if level is Level.ALIKE:
            most = max(_FEWEST_ALIKE, round(_SHARE_ALIKE * len(self.articles)))
            alike = [] if host.section else self._nearest(number, most)[_MOST_NEAR:]
            return [self.articles[other] for other in alike]
        same = level is Level.SAME_SECTION
        if not host.section:
            return [] if same else self.articles
        return [
            other
            for other in self.articles
            if (other.section == host.section) is same and other.id != host.id
        ]

    def _nearest(self, number: int, most: int) -> list[int]:
        """The articles most like this one, by the terms they share, the likest first."""
        scores: Counter[int] = Counter()
        for term in sorted(self._bags[number] & self._weights.keys()):  # sums depend on the order
            for other in self._index[term]:
                scores[other] += self._weights[term] ** 2 / (len(self._bags[other]) + 10) ** 0.5
        del scores[number]
        return [other for other, _ in scores.most_common(most)]


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


def articles_of(part: Part, shared: Path) -> list[Article]:
    """The articles of a part in no order; for the fit those that the topic space did not see."""
    articles = [
        article
        for article in read_articles(shared / WIKIPEDIA)
        if part_of(article.id) is part and len(article.paragraphs) > 3
    ]
    Random(part).shuffle(articles)  # noqa: S311  not for secrets
    return [a for a in articles if part is not Part.TRAIN or not is_for_the_space(a)]


def like_news(article: Article) -> Article:
    """An article, perhaps cut and set so as to be more like news."""
    return in_short_paragraphs(in_one_section(article, _SHARE_IN_ONE_SECTION), _SHARE_SHORT)


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


def in_one_section(article: Article, share: float) -> Article:
    """The article, or for a share of them its longest stretch between two headings.

    News is on one thing throughout.
    """
    random = Random(f"{article.title} in one section")  # noqa: S311  not for secrets
    if random.random() > share:
        return article
    sections: list[list[str]] = [[]]
    for paragraph in article.paragraphs:
        if _is_heading(paragraph):
            sections.append([])
        else:
            sections[-1].append(paragraph)
    return article._replace(paragraphs=tuple(max(sections, key=lambda s: sum(map(len, s)))))


def plain(title: str, paragraphs: Sequence[str]) -> str:
    """An article as plain text, its section headings as headings are written: without a stop."""
    lines = (p[:-1] if _is_heading(p) else p for p in paragraphs)
    return "\n\n".join((title, *lines)) + "\n"


def round_up(articles: Sequence[Article], paragraphs: int) -> str:
    """The titles and first paragraphs of several articles, as one text."""
    lines = [line for a in articles for line in (a.title, *a.paragraphs[:paragraphs])]
    return plain("The week in brief", lines)


def _is_heading(paragraph: str) -> bool:
    return paragraph.endswith(".") and len(paragraph.split()) <= LONGEST_HEADING


def _bodies(article: Article) -> list[str]:
    """The paragraphs that are not the first and no headings."""
    return [p for p in article.paragraphs[1:] if len(p.split()) >= _SHORTEST_PARAGRAPH]


def _passage(donor: Article, random: Random, fewest: int = 1) -> str:
    """Up to three sentences on end of a paragraph that is not the first; "" if none is fit."""
    paragraphs = [(p, list(sentence_bounds(p))) for p in _bodies(donor)]
    fit = [(p, bounds) for p, bounds in paragraphs if len(bounds) >= fewest]
    if not fit:
        return ""
    paragraph, bounds = random.choice(fit)
    number = random.randint(fewest, min(3, len(bounds)))
    first = random.randint(0, len(bounds) - number)
    passage = paragraph[bounds[first][0] : bounds[first + number - 1][1]]
    return passage if len(passage.split()) >= _SHORTEST_PARAGRAPH else ""


def _paragraphs(donor: Article, random: Random) -> str:
    """Two or three paragraphs that follow each other; "" if there are not as many."""
    fit = _bodies(donor)
    number = random.randint(2, 3)
    if len(fit) < number:
        return ""
    first = random.randint(0, len(fit) - number)
    return "\n\n".join(fit[first : first + number])


def _pasted(donor: Article, kind: Kind, random: Random, below: str = "\n") -> str:
    """What is pasted in; "" if the other article has nothing fit."""
    if kind is Kind.PARAGRAPHS:
        return _paragraphs(donor, random)
    passage = _passage(donor, random, 2 if kind is Kind.SENTENCES else 1)
    head = f"{_headline(donor)}{below}" if kind is Kind.WITH_HEADLINE else ""
    return head + passage if passage else ""


def _insertions(
    host: Article, donor: Article, level: Level, random: Random, below: str = "\n"
) -> Iterator[Insertion]:
    """Each kind of passage, between two paragraphs and at the end, or in a paragraph.

    `below` stands between a headline and its paragraph.
    """
    for kind in Kind:
        if not (pasted := _pasted(donor, kind, random, below)):
            continue
        if kind is Kind.SENTENCES:
            yield from _into_a_paragraph(host, pasted, level, random)
            continue
        paragraphs = list(host.paragraphs)
        for at_end in (False, True):
            at = len(paragraphs) if at_end else random.randint(1, len(paragraphs) - 1)
            text = plain(host.title, [*paragraphs[:at], pasted, *paragraphs[at:]])
            start = len(plain(host.title, paragraphs[:at])) + 1
            yield Insertion(level, kind, at_end, text, Span(start, start + len(pasted)))


def _into_a_paragraph(
    host: Article, pasted: str, level: Level, random: Random
) -> Iterator[Insertion]:
    """The passage between two sentences of a paragraph."""
    bounds = [(i, list(sentence_bounds(p))) for i, p in enumerate(host.paragraphs)]
    fit = [(i, ends) for i, ends in bounds if len(ends) > 1]
    if not fit:
        return
    index, ends = random.choice(fit)
    _, cut = ends[random.randrange(len(ends) - 1)]
    paragraph = host.paragraphs[index]
    changed = f"{paragraph[:cut]} {pasted} {paragraph[cut:].lstrip()}"
    paragraphs = [*host.paragraphs[:index], changed, *host.paragraphs[index + 1 :]]
    start = len(plain(host.title, paragraphs[:index])) + 1 + cut + 1
    text = plain(host.title, paragraphs)
    span = Span(start, start + len(pasted))
    yield Insertion(level, Kind.SENTENCES, at_end=False, text=text, span=span)


def _headline(article: Article) -> str:
    """The title; where it is a mere name, as in an encyclopaedia, the first words of the text."""
    if len(article.title.split()) > 3:
        return article.title
    return " ".join(article.paragraphs[0].split()[:9]).rstrip(".,;:(")
