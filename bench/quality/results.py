"""Everything a run measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bench.checking import families
from bench.corpora import Half
from bench.quality.annotated import Outcome
from bench.quality.annotated import Score as Annotated
from bench.quality.clean import FalseAlarms, Measured, Rate
from bench.quality.damaged import Kind
from bench.quality.damaged import Score as Damaged


class Data(NamedTuple):
    """What a figure was taken on."""

    name: str
    documents: int
    digest: str


class Damages(NamedTuple):
    """A class of damage, and the scores on both halves."""

    kind: Kind
    dev: Damaged
    test: Damaged


class Recall(NamedTuple):
    """How much a rule, or the rules of a family, find of what they are meant to.

    Attributes:
        places: How many annotated places of real damage there are.
        found: How many of them are found.
        near: How many more have a finding in the sentence.
        tried: How many places of the test half were damaged.
        hits: How many of these are found.
    """

    places: int
    found: int
    near: int
    tried: int
    hits: int


@dataclass(frozen=True, eq=False)
class Results:
    """What a run measured.

    Attributes:
        date: The day, in ISO format.
        command: How to measure it again.
        seed: What all chance began with.
        data: The data.
        annotated: The scores on annotated damage.
        hard_negatives: What the rules make of places that only look damaged.
        damaged: The scores on damage done by chance.
        clean: The figures on clean text.
    """

    date: str
    command: str
    seed: int
    data: Sequence[Data]
    annotated: Sequence[Annotated]
    hard_negatives: Sequence[Outcome]
    damaged: Sequence[Damages]
    clean: Sequence[Measured]

    @cached_property
    def alarms(self) -> FalseAlarms:
        """How often the rules are wrong."""
        return FalseAlarms(self.clean)

    @cached_property
    def _rates(self) -> dict[tuple[str, str], Rate]:
        return {
            (rule, part.name): part.of_rules({rule}) for part in self.clean for rule in part.counts
        }

    def rate(self, rule: str, part: Measured) -> Rate:
        """How often a rule finds something on a corpus."""
        return self._rates.get((rule, part.name)) or part.of_rules({rule})

    def recall(self, rule: str) -> Recall:
        """The recall of a rule."""
        meant = [score for score in self.annotated if rule in score.kind.rules]
        damages = [damages for damages in self.damaged if rule in damages.kind.rules]
        return Recall(
            sum(score.places for score in meant),
            sum(score.by_rule[rule] for score in meant),
            sum(score.near_by_rule[rule] for score in meant),
            sum(damages.test.tried for damages in damages),
            sum(damages.test.by_rule.get(rule, 0) for damages in damages),
        )

    def family_recall(self, family: str) -> Recall:
        """The recall of all rules of a family together."""
        meant = [score for score in self.annotated if family in families(score.kind.finders)]
        damages = [d for d in self.damaged if family in families(d.kind.rules)]
        return Recall(
            sum(score.places for score in meant),
            sum(score.by_family[family] for score in meant),
            sum(score.near_by_family[family] for score in meant),
            sum(damages.test.tried for damages in damages),
            sum(damages.test.by_family.get(family, 0) for damages in damages),
        )


def pair(kinds: Sequence[Kind], scores: Sequence[Damaged]) -> Iterator[Damages]:
    """The scores of each class of damage on both halves."""
    by_key = {(score.name, score.half): score for score in scores}
    for kind in kinds:
        dev, test = (by_key.get((kind.name, half)) for half in Half)
        if dev and test:
            yield Damages(kind, dev, test)
