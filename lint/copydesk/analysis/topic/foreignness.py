"""Tells passages of another story by how badly they hold together with the rest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import fsum
from typing import NamedTuple

from copydesk.analysis.first_person import is_personal
from copydesk.analysis.topic.articles import Article, article_of
from copydesk.analysis.topic.cohesion import Features, measured, measured_passages
from copydesk.analysis.topic.passages import Passage, Shape, body, text_before
from copydesk.analysis.topic.press_reviews import is_press_review
from copydesk.analysis.topic.reportage import reportage
from copydesk.analysis.topic.speakers import quotes_known_speaker
from copydesk.analysis.topic.talk import talk
from copydesk.boosted_trees import Trees
from copydesk.document import Document
from copydesk.english.attribution import names_speech, tells_of_speech
from copydesk.patterns import lazy_pattern
from copydesk.shipped import shipped_text

FILE = "data/cohesion.txt.z"

_FEWEST_PARAGRAPHS = 3
_MOSTLY = 0.7
"""What share of a quotation is quoted: who says it, and where, need not be."""

_OF_QUOTATIONS = -1.5
"""Added to the score of a quotation: whoever is quoted may digress."""

_OF_RUNS = -2.2
"""Added to the score of several paragraphs on end: of these there are many, and more to tell by."""

_OF_REPORTS = {Shape.PARAGRAPH: 2.0, Shape.RUN: 2.0, Shape.HEADED: 2.5, Shape.SENTENCES: 1.2}
"""Added to the score of a passage in a news report, which is of one thing throughout: chosen on the
development halves of the texts that are only measured on."""

_OF_LONE_HEADLINES = 2.0
"""Added where the headline is the only one in a news report, which has none of its own, chosen
likewise."""

_OF_TALK = 0.6
"""Added in an article that talks to its readers and is no report, chosen likewise."""

_OF_NARRATORS = -1.0
"""Added where a narrator speaks who speaks all through the article: they tell what they like."""

_OF_LOOSE, _FIRM, _MOST_LOOSE = -0.08, -8.0, 3
"""Added for each logit by which the loosest other paragraphs score above what holds firmly: where
many hold loosely, one more of them is no wonder."""

_MORE = 1.5
"""Added to all scores in an article in which a passage was found."""

_ROUNDS = 3

_LEAST_WHOLE, _MORE_WHOLE = 0.5, 0.1
"""How near the paragraphs are on average that are left of an article without what is found, with a
part of how linked they are, and how much more in a news report; or else it is a round-up, of which
that are stories. What a narrator tells is not."""

_OF_LINKS = 0.3

_LEAST_NEAR_RUN, _LEAST_LINKED = 0.45, 0.4
"""How near and linked they are without several paragraphs on end."""

_AUTHOR = lazy_pattern(
    r"(?:[A-Z][\w.’'-]*\s){2,}(?:(?:works|writes|covers|serves|teaches)\b|(?:is|was|are)\s"
    r"(?:[\w’'-]+[\s,]+){0,6}?(?:adviser|advisor|analyst|author|broadcaster|columnist|consultant"
    r"|contractor|contributor|coordinator|correspondent|critic|designer|developer|director|editor"
    r"|engineer|fellow|founder|intern|journalist|lecturer|manager|member|partner|producer|professor"
    r"|reporter|researcher|scholar|scientist|specialist|strategist|student|writer)s?\b|(?:is|was)\sin\s\w+\s\w+\s(?:semester|year)\sat\b)"
)
_MOST_LINES = 4
"""More at the end of an article are no list of its authors."""

_NOTICE = lazy_pattern(
    r"(?:The|This)\s(?:article|document|page|post|project|report|research|study|text|work)\s"
    r"(?:is|was|has\sbeen|may\sbe)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:copied|funded|licensed|placed|published|released|shared|supported)\b"
)

_CREDIT = lazy_pattern(
    r"\bcontributed\s(?:\w+\s)?to\sthis\b|\b[Rr]eporting\sby\b|\bis\s(?:still\s)?developing\b"
    r"|\b(?:appeared\soriginally|(?:first|originally)\s(?:appeared|published))\b|\b[Aa]ll\srights\sreserved\b"
    r"|\b(?i:(?:click|tap|watch(?:\sthe)?(?:\svideo)?)\shere|stay\stuned|breaking\snews\sstory)\b"
    r"|\b(?:Follow|Watch)\s(?:[@A-Z][\w’'°-]*\s){1,5}(?:on|week\w+)\b"
    r"|\bfull\slist\sof\scontributors\b|\((?:Credit|Photo)s?:"
    r"|\A(?:Correction|Disclosure|EDIT|Editor['’]s note|Image|Photo|Source|Update):"
    r"|\A(?:Fig(?:ure|\.)|Table)\s\d"
)
"""Words that tell who worked on a report, how it came about, or what a picture shows."""

_LONGEST_CREDIT = 400


class Model(NamedTuple):
    """Boosted trees, and what is added to their sum so that 0 is the default threshold."""

    trees: Trees
    bias: float

    def score(self, features: Features) -> float:
        """How foreign a passage is, in logits."""
        return self.bias + self.trees.total(features)


class Judged(NamedTuple):
    """A passage, what is measured of it, and how foreign it is to the rest.

    `score` is in logits; what is above 0 is reported by default.
    """

    passage: Passage
    features: Features
    score: float


def read_models(text: str) -> Mapping[Shape, Model]:
    """The models in a text: the shapes that one is for and its bias, then its trees."""
    models: dict[Shape, Model] = {}
    for part in text.strip().split("\n\n"):
        head, _, trees = part.partition("\n")
        shapes, _, bias = head.rpartition(": ")
        model = Model(Trees.parse(trees, Features._fields), float(bias))
        models |= {Shape(shape): model for shape in shapes.split(", ")}
    return models


@cache
def models() -> Mapping[Shape, Model]:
    """Fitted by training/cohesion.py; the card data/cohesion.md tells on what."""
    return read_models(shipped_text(FILE))


def foreign_passages(document: Document, threshold: float) -> tuple[Judged, ...]:
    """The passages that score above a threshold, in order, no two of which overlap.

    What is found is taken out and the rest scored anew: two passages may vouch for each other, and
    where there is one there are more.
    """
    article, found = document.analysis(article_of), list[Judged]()
    candidates = independent_passages(document)
    for _ in range(_ROUNDS):
        loose = _loose(candidates)
        above = [j for j in candidates if j.score + _of_loose(j.passage, loose) > threshold]
        above = list(_best([j for j in above if _leaves_a_whole(article, j.passage)], found))
        if not above:
            break
        article = article.without([judged.passage for judged in above])
        if not is_whole(article):
            break
        found += above
        if len(article.paragraphs) < _FEWEST_PARAGRAPHS:
            break
        candidates = tuple(_again(article, candidates, found))
    return tuple(sorted(found, key=lambda judged: judged.passage.start))


def _loose(candidates: Iterable[Judged]) -> Sequence[Judged]:
    """The paragraphs that are not foreign but hold loosely, the loosest first."""
    paragraphs = (j for j in candidates if j.passage.shape is Shape.PARAGRAPH)
    return sorted((j for j in paragraphs if _FIRM < j.score <= 0), key=lambda j: -j.score)


def _of_loose(passage: Passage, loose: Iterable[Judged]) -> float:
    """What is added to the score of a passage for the paragraphs beside it that hold loosely too.

    A headline is told by more than how it holds.
    """
    if passage.shape is Shape.HEADED:
        return 0.0
    others = (j.score - _FIRM for j in loose if not j.passage.overlaps(passage))
    return _OF_LOOSE * fsum(islice(others, _MOST_LOOSE))


def is_whole(article: Article) -> bool:
    """Whether an article is on one thing, as far as articles are: a round-up is not."""
    document = article.document
    near, _ = article.nearnesses.besides(range(0))
    least = _LEAST_WHOLE + _MORE_WHOLE * document.analysis(reportage)
    return near + _OF_LINKS * article.typical_links >= least or document.analysis(is_personal)


def _leaves_a_whole(article: Article, passage: Passage) -> bool:
    """Whether an article holds together without a passage, if that is several paragraphs."""
    if passage.shape is not Shape.RUN:
        return True
    rest = article.without([passage])
    near, _ = rest.nearnesses.besides(passage.blocks)
    return near >= _LEAST_NEAR_RUN and rest.typical_links >= _LEAST_LINKED


def _best(candidates: Iterable[Judged], found: Iterable[Judged]) -> Iterator[Judged]:
    """The best ones that overlap nothing better; a headline goes with its paragraph."""
    taken = [judged.passage for judged in found]
    for judged in sorted(candidates, key=lambda j: (j.passage.shape is not Shape.HEADED, -j.score)):
        if not any(judged.passage.overlaps(other) for other in taken):
            taken.append(judged.passage)
            yield judged


def _again(
    article: Article, candidates: Iterable[Judged], found: Sequence[Judged]
) -> Iterator[Judged]:
    """How foreign the others are to what is left of an article."""
    for passage, _, _ in candidates:
        if not any(passage.overlaps(judged.passage) for judged in found):
            features = measured(article, passage)
            if features:
                score = _score(article.document, passage, features) + _MORE
                yield Judged(passage, features, score)


def judged_passages(document: Document) -> tuple[Judged, ...]:
    """The passages that may be foreign, and how foreign they are."""
    return tuple(
        Judged(passage, features, _score(document, passage, features))
        for passage, features in document.analysis(measured_passages)
    )


def independent_passages(document: Document) -> tuple[Judged, ...]:
    """The passages that have to make sense by themselves, in order.

    A review of the press has none. A paragraph need not if it is an aside or a
    credit, is announced as speech, quotes somebody whom the article names elsewhere, or introduces
    the author at the end.
    """
    judged = document.analysis(judged_passages)
    if not judged or document.analysis(is_press_review):
        return ()
    return tuple(j for j in judged if stands_alone(document, j.passage))


def foreign_headings(document: Document) -> frozenset[int]:
    """The lines that are foreign together with the paragraph under them."""
    return frozenset(
        judged.passage.first
        for judged in document.analysis(judged_passages)
        if judged.passage.shape is Shape.HEADED and judged.score > 0.0
    )


def _score(document: Document, passage: Passage, features: Features) -> float:
    score = models()[passage.shape].score(features)
    return score + allowance(document, passage, features)


def allowance(document: Document, passage: Passage, features: Features) -> float:
    """What is added to the score of a passage for the kind of text that it is and stands in."""
    of_lone = _OF_LONE_HEADLINES if features.headed == 1 else 0.0
    of_report = (_OF_REPORTS[passage.shape] + of_lone) * features.reportage
    of_talk = _OF_TALK * document.analysis(talk) * (1 - features.reportage)
    of_run = _OF_RUNS if passage.shape is Shape.RUN else 0.0
    of_narrator = _OF_NARRATORS * features.narrated
    of_quoted = 0.0 if passage.shape is Shape.HEADED else of_quotation(features)
    return of_report + of_talk + of_run + of_narrator + of_quoted


def of_quotation(features: Features) -> float:
    """What is added to the score of a passage that is a quotation."""
    return _OF_QUOTATIONS if features.quoted > _MOSTLY else 0.0


def stands_alone(document: Document, passage: Passage) -> bool:
    """Whether a passage has to make sense by itself."""
    if _signs_off(document, passage):
        return False
    if passage.shape is Shape.HEADED:
        return True
    start, end = body(document, passage)
    text = document.text[start:end]
    is_aside = text[0] in "([" and text[-1] in ")]"
    return not (
        is_aside
        or _is_credit(text)
        or _announces_speech(text_before(document, passage))
        or quotes_known_speaker(document, passage)
    )


def _announces_speech(text: str) -> bool:
    """Whether the last sentence of a text says that words of somebody follow."""
    if not text.endswith((":", ",")):
        return False
    *_, last = text[:-1].split(". ")
    return tells_of_speech(last) or names_speech(last)


def _signs_off(document: Document, passage: Passage) -> bool:
    """Whether what is left of the article only tells who made it, how, and on what terms."""
    first = passage.last if passage.shape is Shape.HEADED else passage.first
    start, _ = body(document, passage)
    starts = [start, *(block.start for block in document.prose[first + 1 :])]
    return len(starts) <= _MOST_LINES and all(_is_imprint(document, start) for start in starts)


def _is_imprint(document: Document, start: int) -> bool:
    """Whether a paragraph, read from `start`, introduces an author or sponsor, or is a credit."""
    text = document.text
    if _AUTHOR.match(text, start) or _NOTICE.match(text, start):
        return True
    return _is_credit(text[start : document.block_at(start).end])


def _is_credit(text: str) -> bool:
    return len(text) <= _LONGEST_CREDIT and _CREDIT.search(text) is not None
