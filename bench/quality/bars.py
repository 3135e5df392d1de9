"""The figures that the default rules are held to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk import Severity

from bench.checking import default_rules
from bench.corpora import Half
from bench.quality.annotated import Score
from bench.quality.clean import FalseAlarms, Measured, together
from bench.quality.statistics import Interval, wilson

HELD = ("clean-news", "clean-markdown")
"""The corpora on which false alarms are held to a bar."""

MARKDOWN = "clean-markdown"
_ALL = "all"
_WORDS = 10_000


class Bar(NamedTuple):
    """A figure and what it is held to.

    Attributes:
        what: What is measured.
        where: On what.
        bar: The least or most it may be.
        figure: What it is.
        interval: Its interval, None for a mere count.
        is_least: Whether the bar is a lower bound.
        is_share: Whether it is a share.
    """

    what: str
    where: str
    bar: float
    figure: float
    interval: Interval | None = None
    is_least: bool = False
    is_share: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure is as good as it has to be."""
        return self.figure >= self.bar if self.is_least else self.figure <= self.bar


def bars(scores: Sequence[Score], parts: Sequence[Measured], alarms: FalseAlarms) -> Iterator[Bar]:
    """All of them."""
    for name, bar in (("hygiene", 0.9), ("promo", 0.8)):
        yield _found(name, bar, scores)
    held = [part for part in parts if part.name in HELD]
    if held:
        yield from _false_alarms(held, alarms)
        yield from _judged(held)


def _found(name: str, bar: float, scores: Sequence[Score]) -> Bar:
    group = [score for score in scores if score.kind.bar == name]
    found, places = sum(score.found for score in group), sum(score.places for score in group)
    what = "hygiene classes found" if name == "hygiene" else "teasers and promotions found"
    share = found / places if places else 0
    where = f"{places} annotated places"
    return Bar(what, where, bar, share, wilson(found, places), is_least=True, is_share=True)


def _false_alarms(held: Sequence[Measured], alarms: FalseAlarms) -> Iterator[Bar]:
    errors, warnings = default_rules(Severity.ERROR), default_rules(Severity.WARNING)
    both = together("both", held)
    for what, rules, bar in (("errors", errors, 1), ("warnings", warnings, 2)):
        for part in (*held, both, *(_half(both, half) for half in Half)):
            figure, interval = alarms.rate(part, rules, _WORDS)
            yield Bar(f"false {what} per 10,000 words", part.name, bar, figure, interval)
    for part in (*held, both, *(_half(both, half) for half in Half)):
        figure, interval = alarms.share(part, errors | warnings)
        what = "documents with a false error or warning"
        yield Bar(what, part.name, 0.08, figure, interval, is_share=True)


def _half(both: Measured, half: Half) -> Measured:
    return both.half(half)


def _judged(held: Sequence[Measured]) -> Iterator[Bar]:
    """How many different findings of the default rules were judged."""
    by_part = {part.name: _judged_keys(part) for part in held}
    everything = frozenset[object]().union(*by_part.values())
    yield Bar("findings judged by hand", "both", 150, len(everything), is_least=True)
    if MARKDOWN in by_part:
        number = len(by_part[MARKDOWN])
        yield Bar("findings judged by hand", MARKDOWN, 100, number, is_least=True)


def _judged_keys(part: Measured) -> frozenset[object]:
    defaults = default_rules()
    return frozenset(
        key
        for text in part.texts
        for key in text.found
        if key.rule in defaults and key in part.verdicts
    )
