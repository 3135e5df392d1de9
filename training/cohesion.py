"""Fits the trees of `copydesk.analysis.topic.foreignness` and shows what each threshold finds.

    python -m training.cohesion SHARED HALF OPEN

Hosts and donors for the fit are Wikipedia articles of the training part that `HALF`, the topic
space that is used for them, was not learnt from, and the press releases, posts and news in `OPEN`
(see training/open_texts.py); for the thresholds Wikipedia articles of the development part, these
and the former with the space that comes with copydesk. Writes data/cohesion.txt.z and prints the
tables of its card. Needs lightgbm, which copydesk itself does not.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from multiprocessing import Pool as Processes
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from copydesk.analysis.paragraphs import whole_paragraphs
from copydesk.analysis.topic.articles import article_of
from copydesk.analysis.topic.cohesion import Features, measured, measured_passages
from copydesk.analysis.topic.foreignness import FILE, allowance, is_whole, stands_alone
from copydesk.analysis.topic.passages import Passage, Shape, passages
from copydesk.boosted_trees import Trees
from copydesk.document import Document
from copydesk.english import topic_space as spaces
from copydesk.markup import read_text

from training.corpus import Article, Part
from training.insertions import (
    Insertion,
    Kind,
    Level,
    Pool,
    articles_of,
    dressed,
    like_news,
    plain,
    round_up,
)
from training.open_texts import news, releases_and_posts
from training.trees import as_text

TARGET = Path(__file__).parents[1] / "lint" / "copydesk" / FILE
SHARE_OF_INSERTIONS = 0.5
MEASURED = "material/clean-news"
"""News that is measured on, much of it from Wikinews."""

TIMES_NEWS = 3
"""How much more articles of news weigh, of which there are few."""

ROUND_UPS = 300
MODELS = (
    ((Shape.PARAGRAPH, Shape.RUN), 600, 0.015),
    ((Shape.HEADED,), 200, 0.0045),
    ((Shape.SENTENCES,), 400, 0.0025),
)
"""What each model is for, its trees, and the share of clean articles that it may flag on dev."""

SEEDS = 1, 2
"""Of as many fits, each of which counts as one of them: what one takes for a sign by chance another
does not."""

IMPORTANCE = {level: 1.0 if level is Level.UNRELATED else 0.6 for level in Level}
CLEAN_IMPORTANCE = {shape: 6.0 if shape is Shape.SENTENCES else 3.0 for shape in Shape}
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 16,
    "learning_rate": 0.06,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "monotone_constraints_method": "intermediate",
    "deterministic": True,
    "verbose": -1,
}
RISING = frozenset(
    "typical_near unusual apartness bridge typical_links typical_covered repeated length"
    " headed below_lowest person_strange narrator_strange elsewhere title_missed subject_missed"
    " voice_broken years_outlying years_out_of_order strangers strangers_acting"
    " stranger_opens".split()
)
"""More of these never speaks for a passage."""

FREE = frozenset(
    "names absent paragraphs headings run focus rest_focus lowest_near lowest_covered"
    " rest_near_topic introduced reportage".split()
)
"""More of these may speak for or against it; more of the others never speaks against it."""

SHAPE_OF = {
    Kind.PARAGRAPH: Shape.PARAGRAPH,
    Kind.WITH_HEADLINE: Shape.HEADED,
    Kind.PARAGRAPHS: Shape.RUN,
    Kind.SENTENCES: Shape.SENTENCES,
}


class Seen(NamedTuple):
    """What is measured of a passage, and what is added to its score for the text it stands in."""

    shape: Shape
    features: Features
    extra: float


class Pasted(NamedTuple):
    """What was measured of an insertion (None: it is not judged)."""

    level: Level
    kind: Kind
    at_end: bool
    seen: Seen | None


class Host(NamedTuple):
    """The passages of a clean article, and what was pasted into it."""

    clean: list[Seen]
    pasted: list[Pasted]


def hosts_of(part: Part, shared: Path) -> list[Article]:
    """The articles of a part, in no order; for the fit many of them set like news."""
    articles = articles_of(part, shared)
    if part is not Part.TRAIN:
        return articles
    return [a for a in map(like_news, articles) if len(a.paragraphs) > 3]


def host(pool: Pool, part: Part, number: int) -> Host | None:
    """What is measured of an article, if it is long enough to be judged.

    For thresholds it is taken as it is, for the fit with headings of its own.
    """
    article = pool.articles[number]
    clean = dressed(article) if part is Part.TRAIN else article
    document = read_text(plain(clean.title, clean.paragraphs))
    if not document.analysis(whole_paragraphs):
        return None
    random = Random(number)  # noqa: S311  not for secrets
    return Host(
        list(seen_in(document)),
        [
            Pasted(each.level, each.kind, each.at_end, pasted(each))
            for each in pool.insertions(number)
            if each.kind is Kind.SENTENCES or random.random() < SHARE_OF_INSERTIONS
        ],
    )


def seen_in(document: Document) -> Iterator[Seen]:
    """The passages of a document that are judged, none of a round-up."""
    article = document.analysis(article_of)
    if not article.paragraphs or not is_whole(article):
        return
    for passage, features in document.analysis(measured_passages):
        if stands_alone(document, passage):
            yield Seen(passage.shape, features, allowance(document, passage, features))


def pasted(insertion: Insertion) -> Seen | None:
    """What is measured of the passage pasted in."""
    document = read_text(insertion.text)
    article, passage = document.analysis(article_of), passage_at(document, insertion)
    if not passage or not is_whole(article.without([passage])):
        return None
    features = measured(article, passage)
    if not features or not stands_alone(document, passage):
        return None
    return Seen(passage.shape, features, allowance(document, passage, features))


def passage_at(document: Document, insertion: Insertion) -> Passage | None:
    for passage in document.analysis(passages):
        if document.span(passage.start, passage.end) == insertion.span:
            return passage
    return None


def round_ups(articles: Sequence[Article]) -> Iterator[Host]:
    """Texts on several things by design."""
    random = Random(1)  # noqa: S311  not for secrets
    for _ in range(min(ROUND_UPS, len(articles))):
        stories = random.sample(articles, random.randint(2, 8))
        text = round_up(stories, 5 if len(stories) < 3 else random.randint(2, 3))
        yield Host(list(seen_in(read_text(text))), [])


def sample(part: Part, articles: Sequence[Article]) -> list[Host]:
    """All that is measured on the articles of a part, each a host for passages of the others."""
    measure = partial(host, Pool(articles), part)
    with Processes() as processes:
        hosts = [h for h in processes.imap(measure, range(len(articles)), chunksize=50) if h]
        return hosts + (processes.apply(listed, (articles,)) if part is Part.TRAIN else [])


def listed(articles: Sequence[Article]) -> list[Host]:
    return list(round_ups(articles))


def fit(hosts: Iterable[Host], shapes: tuple[Shape, ...], trees: int) -> str:
    """The trees for some shapes, as `copydesk.boosted_trees` reads them."""
    rows: list[tuple[Features, int, float]] = []
    for each in hosts:
        rows += (
            (seen.features, 0, CLEAN_IMPORTANCE[seen.shape])
            for seen in each.clean
            if seen.shape in shapes
        )
        rows += (
            (pasted.seen.features, 1, IMPORTANCE[pasted.level])
            for pasted in each.pasted
            if pasted.seen and pasted.seen.shape in shapes
        )
    numpy = import_module("numpy")
    columns = [numpy.array(column) for column in zip(*rows, strict=True)]
    return "\n".join(grown(columns, trees, seed) for seed in SEEDS)


def grown(columns: Sequence[Any], trees: int, seed: int) -> str:
    """The trees of one fit, with what they count.

    Args:
        columns: The features of passages, whether they were pasted, and what they weigh: arrays of
            as many rows.
        trees: How many.
        seed: What its chances depend on.
    """
    lightgbm = import_module("lightgbm")
    features, labels, importance = columns
    examples = lightgbm.Dataset(features, labels, weight=importance)
    directions = [direction(name) for name in Features._fields]
    settings = SETTINGS | {"monotone_constraints": directions, "seed": seed}
    model = lightgbm.train(settings, examples, trees).dump_model()
    return as_text(model, Features._fields, ".4f", 1 / len(SEEDS))


def direction(name: str) -> int:
    """1 if the score may only rise with a feature, -1 if it may only fall, else 0."""
    if name in FREE:
        return 0
    return 1 if name in RISING else -1


def score(trees: Trees, seen: Seen | None) -> float:
    return trees.total(seen.features) + seen.extra if seen else float("-inf")


def tops(hosts: Sequence[Host], shapes: tuple[Shape, ...], trees: Trees) -> list[float]:
    """The highest score in each clean article, the lowest first."""
    return sorted(
        max((score(trees, s) for s in h.clean if s.shape in shapes), default=float("-inf"))
        for h in hosts
    )


def threshold(highest: Sequence[float], share: float) -> float:
    """Half-way between what this share of articles is above and the next one is."""
    flagged = max(1, round(share * len(highest)))
    return (highest[-flagged] + highest[-flagged - 1]) / 2


def table(hosts: Sequence[Host], shapes: tuple[Shape, ...], trees: Trees) -> Iterator[str]:
    """For each share of clean articles flagged: the threshold and what is found at it."""
    highest = tops(hosts, shapes, trees)
    scores: Mapping[tuple[str, str, bool], list[float]] = defaultdict(list)
    for each in chain_pasted(hosts):
        if SHAPE_OF[each.kind] in shapes:
            scores[each.kind, each.level, each.at_end].append(score(trees, each.seen))
    cells = sorted(scores)
    names = " | ".join(f"{kind}, {level}{', end' * end}" for kind, level, end in cells)
    yield f"| clean flagged | threshold | {names} |"
    yield "| ---: " * (len(cells) + 2) + "|"
    for share in (0.05, 0.02, 0.015, 0.01, 0.0075, 0.005, 0.0025):
        least = threshold(highest, share)
        found = (sum(s > least for s in scores[cell]) / len(scores[cell]) for cell in cells)
        recall = " | ".join(f"{value:.2f}" for value in found)
        yield f"| {share:.2%} | {least:.2f} | {recall} |"


def chain_pasted(hosts: Iterable[Host]) -> Iterator[Pasted]:
    for each in hosts:
        yield from each.pasted


def fitted(train: Sequence[Host], dev: Sequence[Host]) -> Iterator[str]:
    """The models, each with the bias that makes 0 its threshold; prints their tables."""
    for shapes, number, share in MODELS:
        text = fit(train, shapes, number)
        trees = Trees.parse(text, Features._fields)
        print(", ".join(shapes), *table(dev, shapes, trees), sep="\n", flush=True)
        yield f"{', '.join(shapes)}: {-threshold(tops(dev, shapes, trees), share):.2f}\n{text}\n"


def main(shared: Path, half: Path, folder: Path) -> None:
    with patch.object(spaces, "topic_space", cache(lambda: spaces.parse(half.read_bytes()))):
        train = sample(Part.TRAIN, hosts_of(Part.TRAIN, shared))
    train += sample(Part.TRAIN, releases_and_posts(folder))
    train += TIMES_NEWS * sample(Part.TRAIN, news(folder, shared / MEASURED))
    dev = sample(Part.DEV, hosts_of(Part.DEV, shared))
    for part, hosts in ((Part.TRAIN, train), (Part.DEV, dev)):
        print(f"{part}: {len(hosts)} clean, {sum(1 for _ in chain_pasted(hosts))} with a passage")
    TARGET.write_bytes(zlib.compress("\n".join(fitted(train, dev)).encode(), 9))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
