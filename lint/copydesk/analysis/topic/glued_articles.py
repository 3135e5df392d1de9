"""Tells a text that two articles were glued into, and where the second begins."""

from functools import cache
from math import fsum
from operator import mul
from typing import NamedTuple

from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.topic.articles import Article, article_of
from copydesk.analysis.topic.foreignness import foreign_passages
from copydesk.analysis.topic.passages import Passage, Shape
from copydesk.analysis.topic.reportage import reportage
from copydesk.analysis.topic.seams import Features, Seam, seams, seams_in
from copydesk.document import Document
from copydesk.shipped import shipped_text

FILE = "data/seams.txt"

_MOST_IN_A_SIDE = -3.0
"""Hardly a half of two glued articles has a boundary that scores higher, and most round-ups do."""


class Model(NamedTuple):
    """The weights of the features, and what is added: always, and in a news report."""

    weights: Features
    bias: float
    of_reports: float

    def score(self, features: Features) -> float:
        """How surely two articles meet at a boundary, in logits."""
        return self.bias + fsum(map(mul, self.weights, features))


def read_model(text: str) -> Model:
    """The model in a text: a line for each figure, with its name before it."""
    figures = {name: float(value) for name, value in map(str.split, text.splitlines())}
    weights = Features(*(figures[name] for name in Features._fields))
    return Model(weights, figures["bias"], figures["of_reports"])


@cache
def model() -> Model:
    """Fitted by training/seams.py; the card data/seams.md tells on what."""
    return read_model(shipped_text(FILE))


def seam_of(document: Document, threshold: float) -> Seam | None:
    """The boundary that scores highest, if above a threshold.

    None if several things are spoken of by design, and if what stands after it is found as a
    passage of another story.
    """
    scored = [(score_of(document, seam), seam) for seam in document.analysis(seams)]
    score, seam = max(scored, default=(threshold, None))
    if not seam or score <= threshold or document.analysis(genre).genre is not Genre.REPORT:
        return None
    return None if _is_of_many(document, seam) or _is_passage(document, seam) else seam


def score_of(document: Document, seam: Seam) -> float:
    """How surely two articles meet at a boundary, in logits; 0 is the default threshold."""
    of_reports = model().of_reports * document.analysis(reportage)
    return model().score(seam.features) + of_reports


def _is_of_many(document: Document, seam: Seam) -> bool:
    """Whether a text is a round-up, a side of which falls apart as well."""
    article, last = document.analysis(article_of), len(document.prose) - 1
    sides = (_without(article, seam.block, last), _without(article, 0, seam.block - 1))
    return article.is_round_up or any(
        score_of(document, other) > _MOST_IN_A_SIDE for side in sides for other in seams_in(side)
    )


def _without(article: Article, first: int, last: int) -> Article:
    return article.without([Passage(Shape.RUN, first, last, 0, 0, 0)])


def _is_passage(document: Document, seam: Seam) -> bool:
    """Whether all paragraphs after a boundary are found as passages of other stories."""
    passages = (judged.passage for judged in foreign_passages(document, 0.0))
    foreign = {index for passage in passages if not passage.is_within for index in passage.blocks}
    paragraphs = document.analysis(article_of).paragraphs
    return foreign.issuperset(index for index in paragraphs if index >= seam.paragraph)
