"""Recall on garbled phrasing: one edit of an article at a time, read and checked anew."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from types import ModuleType

from copydesk import Document, Finding, Span
from copydesk.markup import read_text

from bench.checking import default_rules
from bench.corpora import Half, Text
from bench.corruptions import Corruption, Damage
from bench.garble import development, held_out, noted
from bench.garble.articles import SHARES, family, findings, plain, to_damage
from bench.quality.mapping import new_findings, touches

GENERATORS: Mapping[Half, ModuleType] = {Half.DEV: development, Half.TEST: held_out}

_ATTEMPTS = 2_000
_TOKEN = r"(?:\w[\w'’-]*|[^\w\s])"  # noqa: S105  of a text
_BEFORE = re.compile(rf"(?:{_TOKEN}[ \t]*){{0,2}}\Z")
_AFTER = re.compile(rf"(?:[ \t]*{_TOKEN}){{0,2}}")
_REACH = 80


@dataclass(frozen=True, eq=False)
class Article:
    """A clean article; it is read and checked when first needed."""

    text: Text

    @cached_property
    def document(self) -> Document:
        """The article as it is."""
        return self.text.read()

    @cached_property
    def findings(self) -> list[Finding]:
        """What is found on it as it is."""
        return plain(findings(self.document))


@dataclass
class Score:
    """What came of a class of damage.

    Attributes:
        name: The class.
        tried: How many places were damaged.
        found: How many of these the default rules of the family found.
        found_by_any: How many any default rule found.
        by_rule: How many each rule found, those of the family that are off too.
        missed: The places that the family did not find, with what stands around.
    """

    name: str
    tried: int = 0
    found: int = 0
    found_by_any: int = 0
    by_rule: Counter[str] = field(default_factory=Counter[str])
    missed: list[str] = field(default_factory=list[str])

    @property
    def recall(self) -> float:
        """The share that the family found."""
        return self.found / self.tried if self.tried else 0

    @property
    def recall_of_any(self) -> float:
        """The share that any default rule found."""
        return self.found_by_any / self.tried if self.tried else 0


def kinds(half: Half, *, as_noted: bool = False) -> tuple[Corruption, ...]:
    """The classes of damage that are done to the articles of a half, or those of the notes."""
    module = noted if as_noted else GENERATORS[half]
    return tuple(one for one in vars(module).values() if isinstance(one, Corruption))


def trials(
    kind: Corruption, articles: Mapping[str, Sequence[Article]], seed: int
) -> Iterator[tuple[Article, Damage]]:
    """Articles by chance, each with a damage; none comes twice."""
    chance = random.Random(f"{seed}/{kind.name}")  # noqa: S311  not for secrets
    origins = [origin for origin in SHARES if articles[origin]]
    weights = [SHARES[origin] for origin in origins]
    seen: set[tuple[str, Damage]] = set()
    while True:
        article = None
        for _ in range(_ATTEMPTS):
            (origin,) = chance.choices(origins, weights)
            article = chance.choice(articles[origin])
            damage = kind.damage(article.document, chance)
            if damage and _changes(article, damage) and (article.text.name, damage) not in seen:
                seen.add((article.text.name, damage))
                yield article, damage
                break
        else:
            return


def _changes(article: Article, damage: Damage) -> bool:
    return article.document.source[damage.start : damage.end] != damage.text


def place_of(damaged: str, damage: Damage) -> Span:
    """Where a finding counts: the edit and two tokens on either side."""
    start, end = damage.start, damage.start + len(damage.text)
    low = max(0, start - _REACH)
    before = _BEFORE.search(damaged[low:start])
    after = _AFTER.match(damaged, end)
    return Span(low + before.start() if before else start, after.end() if after else end)


def hits(article: Article, damage: Damage) -> frozenset[str]:
    """The rules that find a damage done to an article."""
    damaged = damage.apply(article.document.source)
    place = place_of(damaged, damage)
    after = plain(findings(read_text(damaged, article.text.name)))
    new = new_findings(article.findings, after, damage)
    return frozenset(finding.rule for finding in new if touches(finding, place))


def score(
    kind: Corruption, articles: Mapping[str, Sequence[Article]], seed: int, count: int
) -> Score:
    """Does damage of a class and counts what is found."""
    made = Score(kind.name)
    for article, damage in islice(trials(kind, articles, seed), count):
        rules = hits(article, damage)
        made.tried += 1
        made.found += not rules.isdisjoint(family())
        made.found_by_any += not rules.isdisjoint(default_rules())
        made.by_rule.update(rules)
        if rules.isdisjoint(family()):
            made.missed.append(_shown(article, damage))
    return made


def _shown(article: Article, damage: Damage) -> str:
    source = article.document.source
    before, after = source[max(0, damage.start - 90) : damage.start], source[damage.end :][:90]
    old = source[damage.start : damage.end]
    return " ".join(f"{before}⟦{old}→{damage.text}⟧{after}".split())


class _Worker:
    """What a process keeps from one class to the next."""

    articles: Mapping[str, Sequence[Article]]
    kinds: tuple[Corruption, ...]


def _start(texts: Mapping[str, Sequence[Text]], half: Half, *, as_noted: bool) -> None:
    _Worker.articles = {name: [*map(Article, some)] for name, some in texts.items()}
    _Worker.kinds = kinds(half, as_noted=as_noted)


def _score(task: tuple[int, int, int]) -> Score:
    number, seed, count = task
    return score(_Worker.kinds[number], _Worker.articles, seed, count)


def measure(
    shared: Path,
    half: Half,
    seed: int,
    count: int,
    wanted: Iterable[str] = (),
    *,
    as_noted: bool = False,
) -> Iterator[Score]:
    """The scores of the classes whose names begin with one of `wanted`; of all if none is."""
    starts = tuple(wanted)
    chosen = [
        number
        for number, kind in enumerate(kinds(half, as_noted=as_noted))
        if not starts or kind.name.startswith(starts)
    ]
    texts = to_damage(shared, half)
    start = partial(_start, texts, half, as_noted=as_noted)
    with ProcessPoolExecutor(2, initializer=start) as processes:
        yield from processes.map(_score, [(number, seed, count) for number in chosen])
