"""Recall on damage done by chance: clean articles, one edit each, read and checked anew."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from copydesk import Document
from copydesk.markup import read_text

from bench import corruptions
from bench.checking import Fault, Named, default_rules, families, findings, rule_of
from bench.corpora import Corpus, Half, Text
from bench.corruptions import Corruption, Damage, Transplant
from bench.quality.mapping import finders

ORIGINS = {"clean-news": 2, "clean-markdown": 1, "encyclopaedia": 1}
"""The corpora that are damaged, and in which proportion."""

_PER_ORIGIN = 150
_LONGEST = 30_000
_ATTEMPTS = 20

Kind = Corruption | Transplant


class Score(NamedTuple):
    """What came of a class of damage in one half.

    Attributes:
        name: The class.
        half: The half.
        tried: How many places were damaged.
        found: How many of these the rules found that are meant to.
        found_by_any: How many any default rule found.
        by_rule: How many each rule found.
        by_family: How many the rules of each family found that are meant to.
    """

    name: str
    half: Half
    tried: int
    found: int
    found_by_any: int
    by_rule: dict[str, int]
    by_family: dict[str, int]


@dataclass(frozen=True, eq=False)
class Article:
    """A clean article; it is read and checked when first needed."""

    text: Text
    origin: str

    @cached_property
    def document(self) -> Document:
        """The article as it is."""
        return self.text.read()

    @cached_property
    def findings(self) -> tuple[Named, ...]:
        """What is found on it as it is."""
        return findings(self.document)


@dataclass(frozen=True, eq=False)
class Pool:
    """The articles to damage, by half and origin."""

    articles: dict[tuple[Half, str], list[Article]]
    seed: int
    count: int

    @classmethod
    def of(cls, corpora: Sequence[Corpus], seed: int, count: int) -> "Pool":
        """Articles of the corpora that are damaged, `count` places in each class and half."""
        articles = {
            (half, corpus.name): [
                Article(text, corpus.name)
                for text in corpus.texts
                if text.half is half and len(text.data) <= _LONGEST
            ]
            for corpus in corpora
            for half in Half
            if corpus.name in ORIGINS
        }
        chosen = {key: found[:_PER_ORIGIN] for key, found in articles.items() if found}
        return cls(chosen, seed, count)

    def trials(self, kind: Kind, half: Half) -> Iterator[tuple[Article, Damage]]:
        """Articles by chance, each with a damage of a class; none comes twice."""
        chance = random.Random(f"{self.seed}/{kind.name}/{half}")  # noqa: S311  not for secrets
        origins = [origin for origin in ORIGINS if (half, origin) in self.articles]
        weights = [ORIGINS[origin] for origin in origins]
        seen: set[tuple[str, Damage]] = set()
        for _ in range(_ATTEMPTS * self.count if origins else 0):
            (origin,) = chance.choices(origins, weights)
            article = chance.choice(self.articles[half, origin])
            damage = self._damage(kind, article, half, chance)
            if damage is not None and (article.text.name, damage) not in seen:
                seen.add((article.text.name, damage))
                yield article, damage

    def _damage(
        self, kind: Kind, article: Article, half: Half, chance: random.Random
    ) -> Damage | None:
        try:
            if isinstance(kind, Corruption):
                damage = kind.damage(article.document, chance)
            else:
                pool = self.articles[half, article.origin]
                others = [other.document for other in pool if other is not article]
                damage = kind.damage(article.document, others, chance) if others else None
        except Exception as error:
            raise Fault(f"“{kind.name}” raised on {article.text.name}: {error!r}") from error
        source = article.document.source
        if damage is None or source[damage.start : damage.end] == damage.text:
            return None
        if not 0 <= damage.start <= damage.end <= len(source):
            raise Fault(f"“{kind.name}” leaves {article.text.name}: {damage!r}")
        return damage


def hits(article: Article, damage: Damage) -> frozenset[str]:
    """The rules that find a damage done to an article."""
    source = damage.apply(article.document.source)
    after = findings(read_text(source, article.text.name))
    return finders(
        (named.finding for named in article.findings), (named.finding for named in after), damage
    )


def score(pool: Pool, kind: Kind, half: Half) -> Score:
    """Does damage of a class in a half and counts what is found.

    Raises:
        Fault: The class of damage or a rule is faulty.
    """
    for name in kind.rules:
        rule_of(name)
    defaults = default_rules()
    made = Tally()
    for article, damage in islice(pool.trials(kind, half), pool.count):
        rules = hits(article, damage)
        made.tried += 1
        made.found += bool(rules & kind.rules)
        made.found_by_any += bool(rules & defaults)
        made.by_rule.update(rules)
        made.by_family.update(families(rules & kind.rules))
    return made.score(kind, half)


@dataclass
class Tally:
    """The counts of a score in the making."""

    tried: int = 0
    found: int = 0
    found_by_any: int = 0
    by_rule: Counter[str] = field(default_factory=Counter[str])
    by_family: Counter[str] = field(default_factory=Counter[str])

    def score(self, kind: Kind, half: Half) -> Score:
        """The score when all is counted."""
        counts = self.tried, self.found, self.found_by_any
        return Score(kind.name, half, *counts, dict(self.by_rule), dict(self.by_family))


def kinds() -> tuple[Kind, ...]:
    """All classes of damage.

    Raises:
        Fault: A module of them cannot be loaded, or two classes have one name.
    """
    try:
        found = corruptions.corruptions()
    except Exception as error:
        raise Fault(f"classes of damage cannot be loaded: {error!r}") from error
    for name, times in Counter(kind.name for kind in found).items():
        if times > 1:
            raise Fault(f"two classes of damage are called “{name}”")
    return found


class _Worker:
    """What a process of a pool of them keeps from one class to the next."""

    pool: Pool
    kinds: tuple[Kind, ...]


def _start(corpora: Sequence[Corpus], seed: int, count: int) -> None:
    _Worker.pool = Pool.of(corpora, seed, count)
    _Worker.kinds = kinds()


def _score(task: tuple[int, Half]) -> Score | Fault:
    number, half = task
    try:
        return score(_Worker.pool, _Worker.kinds[number], half)
    except Fault as fault:
        return fault


def measure(
    corpora: Sequence[Corpus], seed: int, count: int, workers: int
) -> Iterator[Score | Fault]:
    """The scores of all classes, both halves of each in turn; a fault in the place of one."""
    tasks = [(number, half) for number in range(len(kinds())) for half in Half]
    with ProcessPoolExecutor(
        workers, initializer=_start, initargs=(corpora, seed, count)
    ) as processes:
        yield from processes.map(_score, tasks)
