"""Tells which pronouns have lost what they stand for, by boosted trees over their features."""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.reference.antecedents import FEATURES, Context, context, features
from copydesk.analysis.reference.pronouns import Pronoun, pronouns
from copydesk.boosted_trees import Trees
from copydesk.document import Document
from copydesk.shipped import shipped_text

FILE = "data/antecedents.txt.z"

_FEWEST_SENTENCES = 8
"""An article with fewer says too little of what it is about."""

_NUMBERS = tuple(map(str, range(len(FEATURES))))


class Model(NamedTuple):
    """The trees, and the line that turns their sum into the logit of a probability."""

    trees: Trees
    slope: float
    intercept: float

    def confidence(self, row: Sequence[float]) -> float:
        """The probability that a pronoun with these features is an orphan.

        It holds for articles half of which have lost one antecedent.
        """
        return 1 / (1 + math.exp(-self.slope * self.trees.total(row) - self.intercept))


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
    return Orphans(tuple(_judge(gathered)), gathered) if gathered else none


def _judge(gathered: Context) -> Iterator[Orphan]:
    for pronoun in gathered.pronouns:
        yield Orphan(pronoun, model().confidence(features(gathered, pronoun)))


def parse(text: str) -> Model:
    """The model in a text: the line of the logit, then the trees, which number the features."""
    head, _, lines = text.partition("\n")
    slope, intercept = map(float, head.split())
    return Model(Trees.parse(lines, _NUMBERS), slope, intercept)


@cache
def model() -> Model:
    """The model that comes with copydesk; its card `antecedents.md` tells how it was made."""
    return parse(shipped_text(FILE))
