"""Fits the coefficients of `copydesk.analysis.cohesion` and shows what each threshold finds.

    python -m training.cohesion SHARED

Hosts and donors are Wikipedia articles: those of the training part for the fit, those of the
development part for the thresholds. Prints the coefficients, to be put into the module, and the
table of its card.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp
from operator import mul
from pathlib import Path
from random import Random
from typing import NamedTuple

from copydesk.analysis.cohesion import Features, Passage, independent_passages
from copydesk.document import Document
from copydesk.markup import read_text

from training.corpus import WIKIPEDIA, Article, Part, part_of, read_articles
from training.insertions import Insertion, Kind, Level, Pool, dressed, plain

HOSTS = {Part.TRAIN: 1200, Part.DEV: 400}
CLEAN = {Part.TRAIN: 1200, Part.DEV: 4000}
POOL = {Part.TRAIN: 5000, Part.DEV: 4000}
IMPORTANCE = {Level.UNRELATED: 1.0, Level.SAME_SECTION: 1.0, Level.NEAR: 0.4}
CLEAN_IMPORTANCE = 3.0
HARDEST = 3
"""How many passages of a clean article are shown to the fit: those that look most foreign."""

ROUNDS = 3
RIDGE = 1.0

Vector = tuple[float, ...]


class Example(NamedTuple):
    """A passage that was pasted in (1) or belongs where it stands (0)."""

    features: Features
    label: float
    importance: float


class Sample(NamedTuple):
    """The passages of clean articles, and what was found of each insertion (None: not judged)."""

    clean: list[tuple[Passage, ...]]
    inserted: list[tuple[Insertion, Features | None]]


def sample(pool: Pool, hosts: int, clean: int) -> Sample:
    """The features of the first articles of a pool that are long enough to be judged."""
    kept: list[tuple[Passage, ...]] = []
    inserted: list[tuple[Insertion, Features | None]] = []
    for number, article in enumerate(pool.articles):
        if len(kept) == clean:
            break
        host = dressed(article)
        if found := independent_passages(read_text(plain(host.title, host.paragraphs))):
            kept.append(found)
            if len(kept) <= hosts:
                inserted += ((made, pasted(made)) for made in pool.insertions(number))
    return Sample(kept, inserted)


def pasted(insertion: Insertion) -> Features | None:
    """The features of the passage pasted in, if it is judged."""
    document = read_text(insertion.text)
    first, last = blocks_of(document, insertion)
    judged = {(p.first, p.last): p.features for p in independent_passages(document)}
    return judged.get((first, last))


def blocks_of(document: Document, insertion: Insertion) -> tuple[int, int]:
    """The first and last block of the passage pasted in."""
    inside = [
        index
        for index, block in enumerate(document.prose)
        if insertion.span.start <= block.span.start and block.span.end <= insertion.span.end
    ]
    return inside[0], inside[-1]


def fit(data: Sample) -> Vector:
    """Coefficients and, last, the bias; clean articles count by their most foreign passages."""
    positive = [
        Example(features, 1.0, IMPORTANCE[insertion.level])
        for insertion, features in data.inserted
        if features
    ]
    weights: Vector = ()
    for _ in range(ROUNDS):
        negative = [
            Example(passage.features, 0.0, CLEAN_IMPORTANCE)
            for found in data.clean
            for passage in hardest(found, weights)
        ]
        weights = logistic(positive + negative)
    return weights


def hardest(found: Sequence[Passage], weights: Vector) -> Sequence[Passage]:
    """The passages of an article that look most foreign; all of them while nothing is fitted."""
    if not weights:
        return found
    return sorted(found, key=lambda p: -logit(p.features, weights))[:HARDEST]


def logit(features: Features, weights: Vector) -> float:
    products: list[float] = list(map(mul, (*features, 1.0), weights))
    return sum(products)


def logistic(examples: Sequence[Example]) -> Vector:
    """Ridge logistic regression by Newton's method."""
    size = len(Features._fields) + 1
    weights = [0.0] * size
    for _ in range(12):
        gradient = [RIDGE * w for w in weights[:-1]] + [0.0]
        hessian = [[RIDGE * (i == j < size - 1) for j in range(size)] for i in range(size)]
        for features, label, importance in examples:
            row = (*features, 1.0)
            p = 1 / (1 + exp(-max(-30.0, min(30.0, sum(map(mul, row, weights))))))
            error, spread = importance * (p - label), importance * p * (1 - p)
            for i in range(size):
                gradient[i] += error * row[i]
                scaled, line = spread * row[i], hessian[i]
                for j in range(i + 1):
                    line[j] += scaled * row[j]
        for i in range(size):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        weights = [w - s for w, s in zip(weights, solve(hessian, gradient), strict=True)]
    return tuple(weights)


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    solution = [0.0] * size
    for i in reversed(range(size)):
        known = sum(map(mul, rows[i][i + 1 : size], solution[i + 1 :]))
        solution[i] = (rows[i][size] - known) / rows[i][i]
    return solution


def table(data: Sample, weights: Vector) -> Iterator[str]:
    """For each share of clean articles flagged: the threshold and what is found at it."""
    tops = sorted(max(logit(p.features, weights) for p in found) for found in data.clean)
    scores: dict[tuple[Level, Kind, bool], list[float]] = defaultdict(list)
    for insertion, features in data.inserted:
        score = logit(features, weights) if features else float("-inf")
        scores[insertion.level, insertion.kind, insertion.at_end].append(score)
    cells = sorted(scores)
    names = " | ".join(f"{level}, {kind}{', end' * end}" for level, kind, end in cells)
    yield f"| clean flagged | threshold | {names} |"
    yield "| ---: " * (len(cells) + 2) + "|"
    for share in (0.05, 0.02, 0.01, 0.0075, 0.005, 0.0025):
        threshold = tops[-1 - round(share * len(tops))]
        found = (sum(s > threshold for s in scores[cell]) / len(scores[cell]) for cell in cells)
        recall = " | ".join(f"{value:.2f}" for value in found)
        yield f"| {share:.1%} | {threshold:.2f} | {recall} |"


def main(shared: Path) -> None:
    by_part: dict[Part, list[Article]] = defaultdict(list)
    for article in read_articles(shared / WIKIPEDIA):
        if len(article.paragraphs) > 3:
            by_part[part_of(article.id)].append(article)
    data: dict[Part, Sample] = {}
    for part in (Part.TRAIN, Part.DEV):
        Random(part).shuffle(by_part[part])  # noqa: S311  not for secrets
        pool = Pool(by_part[part][: POOL[part]])
        data[part] = sample(pool, HOSTS[part], CLEAN[part])
        print(f"{part}: {len(data[part].clean)} clean, {len(data[part].inserted)} with a passage")
    weights = fit(data[Part.TRAIN])
    coefficients = zip((*Features._fields, "bias"), weights, strict=True)
    print(", ".join(f"{name}={value:.2f}" for name, value in coefficients))
    print(*table(data[Part.DEV], weights), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
