"""Fits the trees of `copydesk.analysis.cohesion` and shows what each threshold finds.

    python -m training.cohesion SHARED

Hosts and donors are Wikipedia articles: those of the training part for the fit, those of the
development part for the thresholds. Writes data/cohesion.txt and prints the table of its card.
Needs lightgbm, which copydesk itself does not.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from copydesk.analysis.boosted_trees import Tree, parse, total
from copydesk.analysis.cohesion import FILE, Features, Passage, independent_passages
from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.document import Document
from copydesk.markup import read_text

from training.corpus import WIKIPEDIA, Article, Part, part_of, read_articles
from training.insertions import Insertion, Kind, Level, Pool, dressed, in_short_paragraphs, plain
from training.trees import as_text

TARGET = Path(__file__).parents[1] / "lint" / "copydesk" / FILE
HOSTS = {Part.TRAIN: 1200, Part.DEV: 400}
CLEAN = {Part.TRAIN: 3000, Part.DEV: 4000}
POOL = {Part.TRAIN: 6000, Part.DEV: 4000}
IMPORTANCE = {Level.UNRELATED: 1.0, Level.SAME_SECTION: 1.0, Level.NEAR: 0.5}
CLEAN_IMPORTANCE = 3.0
SHARE_SHORT = 0.33
"""How many articles of the training part are set in paragraphs of one or two sentences."""

TREES = 120
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.06,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
RISING = frozenset(
    "apartness bridge typical_links typical_covered repeated length headline".split()
)
"""More of these never speaks for a passage."""

FREE = frozenset({"names", "absent"})
"""More of these may speak for or against it; more of the others never speaks against it."""


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
        document = read_text(plain(host.title, host.paragraphs))
        if document.analysis(whole_paragraphs):
            kept.append(independent_passages(document))
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


def fit(data: Sample) -> str:
    """The trees, as `copydesk.analysis.boosted_trees` reads them."""
    rows = [
        (features, 1, IMPORTANCE[insertion.level])
        for insertion, features in data.inserted
        if features
    ]
    rows += [(p.features, 0, CLEAN_IMPORTANCE) for found in data.clean for p in found]
    features, labels, importance = zip(*rows, strict=True)
    lightgbm, numpy = import_module("lightgbm"), import_module("numpy")
    examples = lightgbm.Dataset(
        numpy.array(features), numpy.array(labels), weight=numpy.array(importance)
    )
    directions = [direction(name) for name in Features._fields]
    settings = SETTINGS | {"monotone_constraints": directions}
    model = lightgbm.train(settings, examples, TREES).dump_model()
    return as_text(model, Features._fields, ".4f") + "\n"


def direction(name: str) -> int:
    """1 if the score may only rise with a feature, -1 if it may only fall, else 0."""
    if name in FREE:
        return 0
    return 1 if name in RISING else -1


def table(data: Sample, trees: Sequence[Tree]) -> Iterator[str]:
    """For each share of clean articles flagged: the threshold and what is found at it."""
    lowest = float("-inf")
    tops = sorted(
        max((total(trees, p.features) for p in found), default=lowest) for found in data.clean
    )
    scores: dict[tuple[Level, Kind, bool], list[float]] = defaultdict(list)
    for insertion, features in data.inserted:
        score = total(trees, features) if features else lowest
        scores[insertion.level, insertion.kind, insertion.at_end].append(score)
    cells = sorted(scores)
    names = " | ".join(f"{level}, {kind}{', end' * end}" for level, kind, end in cells)
    yield f"| clean flagged | threshold | {names} |"
    yield "| ---: " * (len(cells) + 2) + "|"
    for share in (0.05, 0.02, 0.015, 0.01, 0.0075, 0.005, 0.0025):
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
        articles = by_part[part][: POOL[part]]
        if part is Part.TRAIN:
            articles = [in_short_paragraphs(a, SHARE_SHORT) for a in articles]
        pool = Pool(articles)
        data[part] = sample(pool, HOSTS[part], CLEAN[part])
        print(f"{part}: {len(data[part].clean)} clean, {len(data[part].inserted)} with a passage")
    text = fit(data[Part.TRAIN])
    TARGET.write_text(text, encoding="utf-8")
    print(*table(data[Part.DEV], parse(text, Features._fields)), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
