"""Tells which pronouns have lost what they stand for, by boosted trees over their features."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.reference import antecedents, common_ground
from copydesk.analysis.reference.antecedents import Context, context, features
from copydesk.analysis.reference.pronouns import Pronoun, pronouns
from copydesk.analysis.reference.settled import is_settled
from copydesk.boosted_trees import Trees
from copydesk.document import Document
from copydesk.shipped import shipped_text

FILE = "data/antecedents.txt.z"

_FEWEST_SENTENCES = 8
"""An article with fewer says too little of what it is about."""

_NUMBERS = tuple(map(str, range(len(antecedents.FEATURES) + len(common_ground.FEATURES))))


class Judge(NamedTuple):
    """Trees that judge pronouns.

    Attributes:
        lines: The trees as text, read when they are first asked.
        slope: What turns their sum into the logit of a probability,
        intercept: with this added.
        limit: The probability below which their word is the last.
    """

    lines: str
    slope: float
    intercept: float
    limit: float

    def confidence(self, row: Sequence[float]) -> float:
        """The probability that a pronoun with these features is an orphan.

        It holds for articles half of which have lost one antecedent.
        """
        return 1 / (1 + math.exp(-self.slope * _trees(self.lines).total(row) - self.intercept))


class Model(NamedTuple):
    """Who judges pronouns.

    Attributes:
        first: Hears what stands before a pronoun, which settles most.
        others: Hear what its sentence has in common with the article, too; each has more trees.
    """

    first: Judge
    others: tuple[Judge, ...]

    def confidence(self, gathered: Context, pronoun: Pronoun) -> float:
        """The probability that a pronoun is an orphan, from whoever settles it."""
        row = features(gathered, pronoun)
        confidence = self.first.confidence(row)
        if confidence < self.first.limit:
            return confidence
        row += gathered.ground.features(pronoun.sentence)
        for judge in self.others:
            confidence = judge.confidence(row)
            if confidence < judge.limit:
                break
        return confidence


class Orphan(NamedTuple):
    """A pronoun that may have lost what it stands for, and the probability that it has."""

    pronoun: Pronoun
    confidence: float


class Orphans(NamedTuple):
    """All pronouns judged, in order, and what they were judged by."""

    found: tuple[Orphan, ...]
    context: Context | None


def orphans(document: Document) -> Orphans:
    """How likely each pronoun that is judged has lost what it stands for.

    In a report: speakers and guides point at things.
    """
    none = Orphans((), None)
    if not document.analysis(pronouns) or len(document.sentences) < _FEWEST_SENTENCES:
        return none
    if document.analysis(genre).genre is not Genre.REPORT:  # a tenth of what the rest takes
        return none
    gathered = context(document)
    return Orphans(tuple(_judged(gathered)), gathered) if gathered else none


def _judged(gathered: Context) -> Iterator[Orphan]:
    for pronoun in gathered.pronouns:
        if not is_settled(gathered, pronoun):
            yield Orphan(pronoun, model().confidence(gathered, pronoun))


def parse(text: str) -> Model:
    """The model in a text: its judges, a blank line between two."""
    first, *others = map(_judge, text.split("\n\n"))
    return Model(first, tuple(others))


def _judge(text: str) -> Judge:
    """A line of slope, intercept and limit, then the trees, which number the features."""
    head, _, lines = text.partition("\n")
    slope, intercept, limit = map(float, head.split())
    return Judge(lines, slope, intercept, limit)


@cache
def _trees(lines: str) -> Trees:
    """The trees of a judge: to read six hundred takes longer than most articles take to check."""
    return Trees.parse(lines, _NUMBERS)


@cache
def model() -> Model:
    """The model that comes with copydesk; its card `antecedents.md` tells how it was made."""
    return parse(shipped_text(FILE))
