"""Fits the model of `copydesk.analysis.reference.orphans` and shows what it finds.

    python -m training.antecedents SHARED

Needs lightgbm and scikit-learn. Articles: GUM's free genres, whose coreference is marked, and
Wikipedia's training part, where it is guessed (`training.silver`). Damage is done by
`training.orphans`. The figures for GUM are out of fold, by article; the confidence is calibrated on
Wikipedia's development part.
"""

# Neither lightgbm nor scikit-learn says what types it has.
# pyright: reportMissingImports=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false

import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from copydesk.analysis.reference import antecedents, common_ground
from copydesk.analysis.reference.antecedents import Context, context
from copydesk.analysis.reference.pronouns import Pronoun
from copydesk.analysis.reference.settled import is_settled
from copydesk.markup import read_text
from sklearn.linear_model import LogisticRegression

from training.coreference import Article, read_coreference
from training.corpus import WIKIPEDIA, Part, part_of, read_articles
from training.corpus import Article as PlainArticle
from training.orphans import GROUPS, Edit, Sample, cuts, intact, splices
from training.silver import resolved
from training.treebanks import FREE_GENRES
from training.trees import as_text

TARGET = Path(__file__).parents[1] / "lint/copydesk/data/antecedents.txt.z"

ARTICLES = frozenset("news bio voyage interview academic textbook essay speech letter".split())
"""The genres of GUM that figures are given for; essays and letters take no part in the fit."""

SPOKEN = frozenset("conversation vlog court".split())
FOLDS = 5
MOST_CUTS, MOST_SPLICES = 15, 8
WIKIPEDIA_ARTICLES = {Part.TRAIN: 3800, Part.DEV: 1500}
WIKIPEDIA_WEIGHT = 0.3
CUT_WEIGHT = 3.0
SHORTEST, LONGEST = 150, 1200
LEAST = -99.0
"""Less than the sum of any trees."""

STEP = 200.0
"""More than two such sums can lie apart."""
SAMPLED = 30
"""How many pronouns of an intact Wikipedia article are shown."""

DAMAGED = 0.5
"""The share of articles with one orphan for which the confidence holds."""

BUDGETS = {"he, she": 0.65, "they": 0.35}
"""How many false alarms in 10,000 words each may have, in the figures."""

PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 16,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
}

FEATURES = (*antecedents.FEATURES, *common_ground.FEATURES)
"""What a judge may see; the first sees what comes of `antecedents`."""

SEEDS = (5, 6, 7)
"""Of the fits that the figures are the means of; the first is that of the model."""

_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)


Scores = Any
"""A one-dimensional array of floats, one for each row."""


class Kind(NamedTuple):
    """How a judge is fitted.

    Attributes:
        features: How many of the features it sees.
        trees: How many trees it has.
        rate: Its learning rate.
        passed_on: The share of the pronouns of intact articles on which its word is not the last.
    """

    features: int
    trees: int
    rate: float
    passed_on: float


JUDGES = (
    Kind(len(antecedents.FEATURES), 60, 0.08, 0.6),
    Kind(len(FEATURES), 60, 0.08, 0.2),
    Kind(len(FEATURES), 600, 0.02, 0.0),
)


class Judge(NamedTuple):
    """Fitted trees, and the sum below which their word is the last."""

    trees: lightgbm.Booster
    limit: float


class Row(NamedTuple):
    """A pronoun of a sample: its features (none if it was not judged), and whether it is orphaned.

    `target` says whether it is the one whose antecedent was taken away, `settled` whether it is not
    weighed. The fit sees settled ones, too: what makes them clear is of use with others.
    """

    name: str
    genre: str
    edit: Edit
    group: str
    orphan: bool
    target: bool
    settled: bool
    features: tuple[float, ...]


def rows_of(sample: Sample, most: int | None = None) -> list[Row]:
    """The pronouns of a sample that are judged, `most` of them by chance if it is intact."""
    document = read_text(sample.text)
    gathered = context(document)
    pronouns = list(gathered.pronouns) if gathered else []
    if most is not None and sample.edit is Edit.NONE:
        Random(sample.name).shuffle(pronouns)  # noqa: S311  not for secrets
        del pronouns[most:]
    found: list[Row] = []
    for pronoun in pronouns:
        start = document.tokens.starts[pronoun.token]
        at = document.span(start, start + 1).start
        if gathered and sample.window[0] <= at < sample.window[1] and at not in sample.unclear:
            group = GROUPS[pronoun.key]
            orphan, target = at in sample.orphans, at == sample.target
            settled, row = is_settled(gathered, pronoun), features(gathered, pronoun)
            found.append(Row(*sample[:3], group, orphan, target, settled, row))
    return found + _missed(sample, found)


def features(gathered: Context, pronoun: Pronoun) -> tuple[float, ...]:
    """All that is asked of a pronoun, in the order of `FEATURES`."""
    ground = gathered.ground.features(pronoun.sentence)
    return (*antecedents.features(gathered, pronoun), *ground)


def _missed(sample: Sample, found: Iterable[Row]) -> list[Row]:
    """The target of a sample, if it was not judged."""
    if sample.edit is Edit.NONE or any(row.target for row in found):
        return []
    if not sample.pronoun:
        return []
    return [Row(*sample[:3], sample.pronoun, orphan=True, target=True, settled=False, features=())]


def gum_samples(article: Article, hosts: Sequence[Article]) -> list[Row]:
    """All samples of an article of GUM, as rows."""
    random = Random(article.name)  # noqa: S311  not for secrets
    made = [intact(article), *cuts(article, random, MOST_CUTS)]
    made += splices(article, hosts, random, MOST_SPLICES)
    return [row for sample in made for row in rows_of(sample)]


def wikipedia_samples(article: Article, hosts: Sequence[Article]) -> list[Row]:
    """The samples of an article of Wikipedia, as rows; of damaged ones only the orphans."""
    random = Random(article.name)  # noqa: S311  not for secrets
    made = [*cuts(article, random, 2), *splices(article, hosts, random, 3)]
    orphans = [row for sample in made for row in rows_of(sample) if row.orphan and row.features]
    return rows_of(intact(article), SAMPLED) + orphans


def wikipedia(shared: Path, part: Part) -> Iterator[PlainArticle]:
    """Articles with pronouns: all with “they”, and a third of those with “he” or “she” alone."""
    for article in read_articles(shared / WIKIPEDIA):
        text = " ".join(article.paragraphs)
        if part_of(article.id) is part and SHORTEST <= len(text.split()) <= LONGEST:
            people = len(_HE.findall(text)) > 2 and int(article.id[-1:], 36) % 3 == 0
            if people or len(_THEY.findall(text)) > 2:
                yield article


def silver_rows(pool: Any, shared: Path, part: Part) -> list[Row]:
    """The rows of Wikipedia's articles."""
    plain = list(islice(wikipedia(shared, part), WIKIPEDIA_ARTICLES[part]))
    articles = [a for a in pool.map(resolved, plain, chunksize=16) if len(a.sentences) > 8]
    random = Random(1)  # noqa: S311  not for secrets
    jobs = [(article, random.sample(articles, 3)) for article in articles]
    return [row for rows in pool.starmap(wikipedia_samples, jobs, chunksize=8) for row in rows]


def fit(rows: Sequence[Row], held_apart: Sequence[Row], seed: int = SEEDS[0]) -> list[Judge]:
    """The judges of some rows; their limits are read off others."""
    shown = [row for row in rows if row.features]
    clean = [row for row in held_apart if row.edit is Edit.NONE and not row.settled]
    boosters = [(_fit(shown, kind, seed), kind.passed_on) for kind in JUDGES]
    return [Judge(trees, np.quantile(sums(trees, clean), 1 - share)) for trees, share in boosters]


def _fit(shown: Sequence[Row], kind: Kind, seed: int) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.array([row.features[: kind.features] for row in shown]),
        np.array([row.orphan for row in shown]),
        weight=np.array([_weight(row) for row in shown]),
    )
    return lightgbm.train(
        {**PARAMETERS, "learning_rate": kind.rate, "seed": seed}, data, kind.trees
    )


def _weight(row: Row) -> float:
    if row.genre == "wikipedia":
        return WIKIPEDIA_WEIGHT
    return CUT_WEIGHT if row.orphan and row.edit in {Edit.CUT, Edit.LONG_CUT} else 1.0


def sums(booster: lightgbm.Booster, rows: Sequence[Row]) -> Scores:
    """The sums of the trees; a pronoun that was not judged has the least."""
    found = np.full(len(rows), LEAST)
    shown = [i for i, row in enumerate(rows) if row.features]
    if shown:
        table = np.array([rows[i].features[: booster.num_feature()] for i in shown])
        found[shown] = booster.predict(table, raw_score=True, num_threads=1)
    return found


def scores(judges: Sequence[Judge], rows: Sequence[Row]) -> Scores:
    """The sums of whoever settles a pronoun; who is asked later gives more than who is before."""
    found = sums(judges[0].trees, rows)
    for rank, (before, judge) in enumerate(pairwise(judges)):
        asked = found >= before.limit + rank * STEP
        found = np.where(asked, sums(judge.trees, rows) + (rank + 1) * STEP, found)
    return np.where([row.settled for row in rows], LEAST, found)


def calibrated(score: Scores, rows: Sequence[Row], asked: Scores) -> tuple[float, float]:
    """The line to the logit of the probability, for articles of which `DAMAGED` have an orphan.

    Args:
        score: The sums of a judge.
        rows: The pronouns of all articles.
        asked: Whether the judge is asked about each.
    """
    clean = np.array([row.edit is Edit.NONE for row in rows])
    target = np.array([row.target for row in rows])
    articles = len({row.name for row in rows})
    weight = np.where(clean, 1.0, 0.0)
    weight[target] = articles * DAMAGED / target.sum()
    kept = (weight > 0) & asked
    line = LogisticRegression(C=1e6)
    line.fit(score[kept, None], target[kept], sample_weight=weight[kept])
    return float(line.coef_[0][0]), float(line.intercept_[0])


def report(fits: Sequence[Scores], rows: Sequence[Row], words: int, articles: int) -> None:
    """Prints what fits find at some rates of false alarms: the mean, the least and the most."""
    print(f"{articles} articles, {words} words")
    for times in (0.5, 1, 2):
        each = [found_at(times, score, rows, words) for score in fits]
        print(f"{times} in 10,000 words")
        for name in each[0]:
            shares = [shares[name] for shares in each]
            print(f"  {name}: {np.mean(shares):.3f} ({min(shares):.3f} to {max(shares):.3f})")


def found_at(times: float, score: Scores, rows: Sequence[Row], words: int) -> dict[str, float]:
    """The shares of articles flagged and of orphans found, with `times` the false alarms."""
    flagged: set[str] = set()
    found: dict[str, float] = {}
    clean = np.array([row.edit is Edit.NONE for row in rows])
    for group, budget in BUDGETS.items():
        of = np.array([row.group == group for row in rows])
        limit = np.sort(score[of & clean])[::-1][int(budget * times * words / 1e4)]
        flagged |= {rows[int(i)].name for i in np.flatnonzero(of & clean & (score > limit))}
        for edit in list(Edit)[1:]:
            hit = score[of & np.array([row.edit is edit and row.target for row in rows])]
            found[f"{group}: {edit}, of {len(hit)}"] = float(np.mean(hit > limit))
    found["articles flagged"] = len(flagged) / len(WORDS)
    return found


def out_of_fold(
    gum: dict[str, list[Row]], fold: dict[str, int], silver: list[Row], held_apart: list[Row]
) -> None:
    """Prints the figures for GUM, each article judged by a model that has not seen it."""
    asked = [
        [row for name, made in gum.items() for row in made if fold[name] == k] for k in range(FOLDS)
    ]
    judged = [[row for row in rows if row.genre in ARTICLES] for rows in asked]
    fits: list[Scores] = []
    for seed in SEEDS:
        found: list[Scores] = []
        for k in range(FOLDS):
            shown = [row for i, rows in enumerate(asked) if i != k for row in rows]
            free = [row for row in shown if row.genre in FREE_GENRES]
            found.append(scores(fit([*free, *silver], held_apart, seed), judged[k]))
        fits.append(np.concatenate(found))
    rows = [row for some in judged for row in some]
    report(fits, rows, sum(WORDS.values()), len(WORDS))


WORDS: dict[str, int] = {}
"""How many words the articles of `ARTICLES` have, by name."""


def packed(judges: Sequence[Judge], held_apart: Sequence[Row]) -> str:
    """The model as `orphans.parse` reads it; each judge is calibrated on what it is asked."""
    asked = np.array([not row.settled for row in held_apart])
    found: list[str] = []
    for judge in judges:
        score = sums(judge.trees, held_apart)
        found.append(_packed(judge, calibrated(score, held_apart, asked)))
        asked &= score >= judge.limit
    return "\n\n".join(found)


def _packed(judge: Judge, line: tuple[float, float]) -> str:
    """A judge: slope, intercept and limit, then its trees, the features by their numbers."""
    limit = 1 / (1 + np.exp(-line[0] * judge.limit - line[1]))
    print(f"slope and intercept {line}, limit {limit:.4f}")
    numbers = tuple(map(str, range(len(FEATURES))))
    trees = as_text(judge.trees.dump_model(), numbers, ".5g")
    return f"{line[0]:.4f} {line[1]:.4f} {limit:.4f}\n{trees}"


def main(shared: Path) -> None:
    """Fits, prints the figures and writes the model."""
    articles = list(read_coreference(shared, ARTICLES | FREE_GENRES))
    order = list(range(len(articles)))
    Random(13).shuffle(order)  # noqa: S311  not for secrets
    fold = {articles[i].name: k % FOLDS for k, i in enumerate(order)}
    jobs = [
        (
            article,
            [
                host
                for host in articles
                if fold[host.name] == fold[article.name] and host.genre not in SPOKEN
            ],
        )
        for article in articles
    ]
    WORDS.update(
        (article.name, sum(len(sentence.text.split()) for sentence in article.sentences))
        for article in articles
        if article.genre in ARTICLES
    )
    with Pool() as pool:
        made = pool.starmap(gum_samples, jobs, chunksize=4)
        silver = silver_rows(pool, shared, Part.TRAIN)
        held_apart = silver_rows(pool, shared, Part.DEV)
    gum = {article.name: rows for article, rows in zip(articles, made, strict=True)}
    out_of_fold(gum, fold, silver, held_apart)
    free = [row for rows in gum.values() for row in rows if row.genre in FREE_GENRES]
    text = packed(fit([*free, *silver], held_apart), held_apart)
    TARGET.write_bytes(zlib.compress(text.encode(), 9))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
