"""Fits the model of `copydesk.analysis.topic.glued_articles` and shows what each threshold finds.

    python -m training.seams SHARED

Glues Wikipedia articles together: those of the training part that the topic space was not learnt
from for the fit, those of the development part to see what is found. The threshold is chosen on
clean articles, the latter and what the fit leaves of the former, for it takes many to tell one in a
thousand. Writes data/seams.txt and prints the tables of its card. Needs numpy and scikit-learn,
which copydesk itself does not.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from importlib import import_module
from math import sqrt
from multiprocessing import Pool as Processes
from pathlib import Path
from random import Random
from typing import NamedTuple

from copydesk.analysis.terms import terms_of
from copydesk.analysis.topic.glued_articles import FILE, Model
from copydesk.analysis.topic.seams import FEWEST, Features, Seam, seams
from copydesk.document import Document
from copydesk.markup import read_text
from copydesk.segment import tokenize

from training.corpus import Article, Part
from training.insertions import articles_of, like_news, plain

TARGET = Path(__file__).parents[1] / "lint" / "copydesk" / FILE
HOSTS = 1_200
"""How many articles are glued to others for the fit: four weights take few."""

CANDIDATES = 25
SHORTEST_PARAGRAPH = 12

NEAR_IMPORTANCE = 0.6
SHARE_FLAGGED = 0.0015
"""How many clean articles may be flagged."""

OF_REPORTS = 1.0
"""Chosen on the development half of the news that is only measured on."""


class Level(StrEnum):
    """How far the second article is from the first."""

    CLEAN = "clean"
    UNRELATED = "unrelated"
    NEAR = "near"


class Glued(NamedTuple):
    """The beginning of an article and the rest of another, which begins at `at` in `text`."""

    text: str
    at: int


class Seen(NamedTuple):
    """The boundaries of a text, and which of them is that of two articles, if any."""

    level: Level
    seams: tuple[Seam, ...]
    true: Seam | None


def glued(host: Article, donor: Article, random: Random) -> Glued | None:
    """Two paragraphs or more of one article and then the last two or more of the other."""
    ends, starts = bodies(host), bodies(donor)
    if len(ends) < FEWEST or len(starts) < FEWEST:
        return None
    kept = host.paragraphs[: ends[random.randint(FEWEST, len(ends)) - 1] + 1]
    rest = donor.paragraphs[starts[random.randint(0, len(starts) - FEWEST)] :]
    return Glued(plain(host.title, [*kept, *rest]), len(plain(host.title, kept)) + 1)


def bodies(article: Article) -> list[int]:
    """Which of its paragraphs are long enough to be no headings."""
    return [i for i, p in enumerate(article.paragraphs) if len(p.split()) >= SHORTEST_PARAGRAPH]


def donor_of(level: Level, number: int, articles: Sequence[Article], random: Random) -> Article:
    """Any other article, or the likest of some."""
    candidates = random.sample(articles, CANDIDATES if level is Level.NEAR else 2)
    others = [other for other in candidates if other.id != articles[number].id]
    if level is not Level.NEAR:
        return others[0]
    own = terms_in(articles[number])
    return max(others, key=lambda other: likeness(own, terms_in(other)))


def terms_in(article: Article) -> set[str]:
    words = tokenize("\n".join((article.title, *article.paragraphs))).texts
    return {term for word in words for term in terms_of(word)}


def likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / sqrt(len(other) + 10)


def seen(articles: Sequence[Article], number: int) -> list[Seen]:
    """What is measured of an article, and of it glued to others."""
    host = articles[number]
    random = Random(host.id)  # noqa: S311  not for secrets
    found = [as_it_is(host)]
    for level in (Level.UNRELATED, Level.NEAR):
        made = glued(host, donor_of(level, number, articles, random), random)
        if made:
            document = read_text(made.text)
            found.append(Seen(level, document.analysis(seams), true_seam(document, made.at)))
    return found


def true_seam(document: Document, at: int) -> Seam | None:
    """The boundary at a place of the source, if it is one that is measured."""
    for seam in document.analysis(seams):
        if document.prose[seam.block].span.start == at:
            return seam
    return None


def sample(articles: Sequence[Article]) -> list[Seen]:
    """All that is measured on some articles, and on these glued to each other."""
    with Processes() as processes:
        measured = processes.imap(partial(seen, articles), range(len(articles)), chunksize=50)
        return [each for found in measured for each in found]


def clean_ones(articles: Iterable[Article]) -> list[Seen]:
    """What is measured on some articles as they are."""
    with Processes() as processes:
        return list(processes.imap(as_it_is, articles, chunksize=50))


def as_it_is(article: Article) -> Seen:
    document = read_text(plain(article.title, article.paragraphs))
    return Seen(Level.CLEAN, document.analysis(seams), None)


def fit(texts: Sequence[Seen]) -> Features:
    """The weights, and the constant, of a logistic regression of true boundaries on features.

    All boundaries of a clean article together weigh as much as the root of their number.
    """
    rows: list[tuple[Features, int, float]] = []
    for each in texts:
        if each.level is Level.CLEAN:
            importance = 2 / sqrt(max(1, len(each.seams)))
            rows += ((seam.features, 0, importance) for seam in each.seams)
        elif each.true:
            importance = NEAR_IMPORTANCE if each.level is Level.NEAR else 1.0
            rows.append((each.true.features, 1, importance))
    features, labels, weights = zip(*rows, strict=True)
    linear = import_module("sklearn.linear_model")
    regression = linear.LogisticRegression(C=100, solver="newton-cholesky", tol=1e-9)
    regression.fit(features, labels, sample_weight=weights)
    return Features(*regression.coef_[0])


def tops(texts: Sequence[Seen], level: Level, model: Model) -> list[float]:
    """The highest score in each text of a level, the highest first."""
    return sorted(
        (
            max((model.score(seam.features) for seam in each.seams), default=float("-inf"))
            for each in texts
            if each.level is level
        ),
        reverse=True,
    )


def table(texts: Sequence[Seen], model: Model) -> Iterator[str]:
    """For each share of clean articles flagged: the threshold and what is found at it."""
    clean = tops(texts, Level.CLEAN, model)
    yield f"| clean flagged, of {len(clean)} | threshold | unrelated | near |"
    yield "| ---: | ---: | ---: | ---: |"
    for share in (0.02, 0.01, 0.005, 0.0025, SHARE_FLAGGED):
        least = clean[round(share * len(clean))]
        found = [tops(texts, level, model) for level in (Level.UNRELATED, Level.NEAR)]
        recall = " | ".join(f"{sum(s > least for s in t) / len(t):.2f}" for t in found)
        yield f"| {share:.2%} | {least:.2f} | {recall} |"


def main(shared: Path) -> None:
    train = articles_of(Part.TRAIN, shared)
    weights = fit(sample([like_news(article) for article in train[:HOSTS]]))
    texts = [*sample(articles_of(Part.DEV, shared)), *clean_ones(train[HOSTS:])]
    clean = tops(texts, Level.CLEAN, Model(weights, 0.0, 0.0))
    bias = -clean[round(SHARE_FLAGGED * len(clean))]
    print(*table(texts, Model(weights, bias, 0.0)), sep="\n")
    figures = {**weights._asdict(), "bias": bias, "of_reports": OF_REPORTS}
    lines = (f"{name} {value:.2f}\n" for name, value in figures.items())
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
