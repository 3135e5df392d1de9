"""Tells which pronouns have lost what they stand for, by boosted trees over their features."""

import math
import pkgutil
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.antecedents import Context, context, features, judged
from copydesk.analysis.mentions import Mention
from copydesk.analysis.vocabulary import places
from copydesk.document import Document

FILE = "data/antecedents.txt.z"

_PRONOUNS = frozenset(
    "he him his himself he's he'd he'll she her hers herself she's she'd she'll they them their"
    " theirs themselves they're they've they'd they'll".split()
)
_FEWEST_SENTENCES = 4
"""An article with fewer says too little of what it is about."""

Tree = float | tuple[int, float, "Tree", "Tree"]
"""A value, or a feature, the greatest value of it that goes left, and what is left and right."""


class Model(NamedTuple):
    """The trees, and the line that turns their sum into the logit of a probability."""

    trees: tuple[Tree, ...]
    slope: float
    intercept: float

    def confidence(self, row: Sequence[float]) -> float:
        """The probability that a pronoun with these features is an orphan.

        It holds for articles half of which have lost one antecedent.
        """
        return 1 / (1 + math.exp(-self.slope * self.score(row) - self.intercept))

    def score(self, row: Sequence[float]) -> float:
        """The sum of what the trees say."""
        total = 0.0
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total


class Orphan(NamedTuple):
    """A pronoun that may have lost what it stands for.

    Attributes:
        pronoun: The pronoun.
        confidence: The probability that it has.
        place: Its index among all mentions.
    """

    pronoun: Mention
    confidence: float
    place: int


class Orphans(NamedTuple):
    """All pronouns judged, in order, and what they were judged by."""

    found: tuple[Orphan, ...]
    context: Context | None


def orphans(document: Document) -> Orphans:
    """How likely each first “he”, “she” and “they” of a sentence has lost what it stands for."""
    if not places(document, _PRONOUNS) or len(document.sentences) < _FEWEST_SENTENCES:
        return Orphans((), None)
    gathered = context(document)
    return Orphans(tuple(_judge(gathered)), gathered)


def _judge(gathered: Context) -> Iterator[Orphan]:
    for index in judged(gathered):
        confidence = model().confidence(features(gathered, index))
        yield Orphan(gathered.mentions.all[index], confidence, index)


def parse(text: str) -> Model:
    """The model in a text: the line of the logit, then a tree a line, its nodes in preorder.

    A node is a feature and a threshold, joined by a colon, or a value.
    """
    head, *lines = text.split("\n")
    slope, intercept = map(float, head.split())
    return Model(tuple(_tree(iter(line.split())) for line in lines), slope, intercept)


def _tree(cells: Iterable[str]) -> Tree:
    cells = iter(cells)
    feature, colon, threshold = next(cells).partition(":")
    if not colon:
        return float(feature)
    left = _tree(cells)
    return int(feature), float(threshold), left, _tree(cells)


@cache
def model() -> Model:
    """The model that comes with copydesk; its card `antecedents.md` tells how it was made."""
    packed = pkgutil.get_data("copydesk", FILE) or b""
    return parse(zlib.decompress(packed).decode())
