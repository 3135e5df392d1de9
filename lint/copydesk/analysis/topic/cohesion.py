"""Measures how well each passage of an article holds together with the rest of it.

The rest is what stands within `REACH` blocks of it, which is all of most articles.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from heapq import nlargest
from math import fsum, log, log1p, sqrt
from typing import NamedTuple

from copydesk.analysis.topic.articles import Article, article_of
from copydesk.analysis.topic.bags import Bag, weigh
from copydesk.analysis.topic.passages import Passage, Shape, passages, text_before
from copydesk.analysis.topic.pieces import Piece
from copydesk.analysis.topic.reportage import reportage
from copydesk.analysis.topic.voices import Voice
from copydesk.analysis.topic.wording import (
    has_early_anaphor,
    name_terms,
    opens_with_anaphor,
)
from copydesk.analysis.topic.years import years
from copydesk.document import Document
from copydesk.english.background import background, weight_of

_FEWEST_TERMS = 4
_UNKNOWN = 7.5
_LEAST_COSINE = 0.02
"""Added to the cosine of two blocks, which may share nothing."""

_LEAST_SPREAD = 0.05

_MOST_SHARED = {
    Shape.PARAGRAPH: 0.65,
    Shape.RUN: 0.85,
    Shape.HEADED: 1.2,
    Shape.SENTENCES: 0.6,
}
"""What is nearer and more covered, together, is not foreign: of 2, which is all there is."""

_MOST_NEAR = {**_MOST_SHARED, Shape.SENTENCES: 0.5}
"""What is nearer is not foreign, whatever is covered, of sentences, of which there are many."""

_UNIT = 508
"""How far out a term can lie along a dimension."""

_GROWTH = 0.75
"""The power of its length that the distance of a text grows with, at which it lies out."""


class Features(NamedTuple):
    """What is measured of a passage; shares are of the weight of its terms.

    Nearness is that of directions in the topic space, from -1 to 1; likeness is the cosine of the
    terms themselves.

    Attributes:
        near_rest: How near it is to the rest.
        near_best: How near to the nearest block.
        near_second: How near to the next nearest one.
        near_beside: How near to the two blocks before and the two after it, or to the rest of the
            paragraph.
        near_heading: How near to the heading of its section, 0 if there is none.
        near_opening: How near to the title and the first paragraph.
        typical_near: The mean of `near_rest` over the other paragraphs.
        lowest_near: The lowest `near_rest` of the other paragraphs.
        below_lowest: How far below that it is.
        unusual: How far below that mean it is, by how the paragraphs differ.
        focus: How far out it lies in the topic space, for its length: far if its terms go together.
        rest_focus: How far out the rest lies, for the length of the article.
        closest: How like it the most similar other block is.
        second: How like it the next most similar one is.
        apartness: Minus the logarithm of `closest`, times `length`: it says the more the longer
            the passage.
        bridge: How much more the blocks before it share with the blocks after it than with it,
            from -1 to 1.
        links: The share of other paragraphs that have one of its rare terms.
        typical_links: What that is for the paragraph in the middle of the range.
        common: In what share of the other blocks its terms stand, on average.
        covered: The share that stands anywhere else in the article.
        typical_covered: The mean of that over the other paragraphs.
        lowest_covered: The lowest `covered` of the other paragraphs.
        above_typical: The difference between the two.
        above_chance: By how much `covered` is more than in an unrelated text of the same length.
        after: The share that stands in what follows.
        neighbour: The share that stands in the block before it.
        opening: The share that stands in the title or the first paragraph.
        absent: How rare the terms are, on average, that stand nowhere else.
        repeated: The weight of those of them that stand in it twice.
        names: How many words with a capital within a sentence it holds (logarithm).
        names_covered: The share of their weight that stands elsewhere.
        person_kept: The share of other paragraphs that say “he” if it does, or “she”; 0 if it says
            neither.
        person_strange: The share of those that do not.
        narrator_strange: The share of other paragraphs without “I”, “we” and “you”, if it has
            one of these.
        length: How many terms it holds (logarithm).
        paragraphs: How many paragraphs the article has (logarithm).
        headed: Whether it begins with a headline, divided by the headlines there are: several
            are the headings of sections.
        headings: How many headings the article has for a paragraph.
        section: Whether it makes up a section under a heading.
        run: Whether it is several paragraphs.
        anaphor: Whether a pronoun stands among its first words.
        opens_with_anaphor: Whether it opens with a word that leans on what is before.
        quoted: The share of its text that is quoted.
        elsewhere: How much nearer it is to some topic that texts are on than to the rest.
        rest_near_topic: How near the article is to the nearest of these topics.
        title_missed: The share of other paragraphs with a term of the title, if it has none.
        subject_missed: The share of those that refer to the subject in any way, if it does not.
        voice_broken: Whether it says “he” or “she” and neither of the blocks beside it does.
        years_outlying: By how many years it goes beyond all that the rest names (logarithm).
        years_out_of_order: How many years earlier than what is before, and later than what
            follows, it is (logarithm).
        strangers: How many names of persons stand alone in it and nowhere else.
        strangers_acting: How many of such do or have something.
        stranger_opens: Whether a sentence begins with such a name before a verb.
        introduced: How many persons it names in full.
        follows_colon: Whether a colon or a comma stands before it.
        reportage: How much the article reads as a news report.
        narrated: Whether a narrator speaks in it who speaks all through the article.
    """

    near_rest: float
    near_best: float
    near_second: float
    near_beside: float
    near_heading: float
    near_opening: float
    typical_near: float
    lowest_near: float
    below_lowest: float
    unusual: float
    focus: float
    rest_focus: float
    closest: float
    second: float
    apartness: float
    bridge: float
    links: float
    typical_links: float
    common: float
    covered: float
    typical_covered: float
    lowest_covered: float
    above_typical: float
    above_chance: float
    after: float
    neighbour: float
    opening: float
    absent: float
    repeated: float
    names: float
    names_covered: float
    person_kept: float
    person_strange: float
    narrator_strange: float
    length: float
    paragraphs: float
    headed: float
    headings: float
    section: float
    run: float
    anaphor: float
    opens_with_anaphor: float
    quoted: float
    elsewhere: float
    rest_near_topic: float
    title_missed: float
    subject_missed: float
    voice_broken: float
    years_outlying: float
    years_out_of_order: float
    strangers: float
    strangers_acting: float
    stranger_opens: float
    introduced: float
    follows_colon: float
    reportage: float
    narrated: float


def _features(piece: Piece, near_rest: float) -> Features:
    """What is measured of a passage."""
    article, passage, bag, own = piece.article, piece.passage, piece.bag, piece.own
    closest, second = nlargest(2, (*piece.likenesses(), 0.0, 0.0))
    near_best, near_second = nlargest(2, (*piece.nearnesses(), 0.0, 0.0))
    before, after = piece.beside()
    typical_near, spread = article.nearnesses.besides(own)
    lowest_near = article.nearnesses.lowest_besides(own)
    typical_covered, _ = article.covers.besides(own)
    names = name_terms(article.document.tokens.texts[piece.tokens.start : piece.tokens.stop])
    strangers, told = piece.strangers(), article.document.analysis(years)
    persons, narrators = piece.heard(Voice.HE, Voice.SHE), piece.heard(Voice.NARRATOR)
    return Features(
        near_rest=near_rest,
        near_best=near_best,
        near_second=near_second,
        near_beside=piece.near(before.place + after.place),
        near_heading=piece.near_heading(),
        near_opening=piece.near_opening(),
        typical_near=typical_near,
        lowest_near=lowest_near,
        below_lowest=lowest_near - near_rest,
        unusual=(typical_near - near_rest) / (spread + _LEAST_SPREAD),
        focus=piece.direction.length / _UNIT / sqrt(bag.total),
        rest_focus=article.rest(passage).length / _UNIT / max(1, article.length) ** _GROWTH,
        closest=closest,
        second=second,
        apartness=-log(closest + _LEAST_COSINE) * log(bag.total),
        bridge=_bridge(bag.terms, before.terms, after.terms),
        links=article.links(bag.terms, passage.first, passage.last),
        typical_links=article.typical_links,
        common=piece.common(),
        covered=piece.covered,
        typical_covered=typical_covered,
        lowest_covered=article.covers.lowest_besides(own),
        above_typical=piece.covered - typical_covered,
        above_chance=piece.covered - _by_chance(bag, article.length - bag.total),
        after=piece.share(piece.following()),
        neighbour=piece.share(piece.preceding()),
        opening=piece.share(piece.opening()),
        absent=weigh(piece.absent) / max(1, len(piece.absent)),
        repeated=weigh([term for term in piece.absent if bag.counts[term] > 1]),
        names=log1p(len(names)),
        names_covered=_covered(names, piece.absent),
        person_kept=max(persons, default=0.0),
        person_strange=1 - min(persons, default=1.0),
        narrator_strange=1 - min(narrators, default=1.0),
        length=log(bag.total),
        paragraphs=log(len(article.paragraphs)),
        headed=(passage.shape is Shape.HEADED) / max(1, len(article.headlines)),
        headings=len(article.headings) / len(article.paragraphs),
        section=float(piece.is_section()),
        run=float(passage.shape is Shape.RUN),
        anaphor=float(has_early_anaphor(piece.text)),
        opens_with_anaphor=float(opens_with_anaphor(piece.text)),
        quoted=piece.quoted(),
        elsewhere=piece.near_elsewhere() - near_rest,
        rest_near_topic=article.near_landmark,
        title_missed=piece.title_missed(),
        subject_missed=piece.subject_missed(),
        voice_broken=float(piece.voice_broken()),
        years_outlying=told.outlying(piece.tokens),
        years_out_of_order=told.out_of_order(piece.tokens),
        strangers=float(strangers.alone),
        strangers_acting=float(strangers.acting),
        stranger_opens=float(strangers.opening),
        introduced=float(strangers.introduced),
        follows_colon=float(text_before(article.document, passage).endswith((":", ","))),
        reportage=article.document.analysis(reportage),
        narrated=float(piece.is_narrated()),
    )


def _bridge(own: AbstractSet[str], before: AbstractSet[str], after: AbstractSet[str]) -> float:
    over = weigh((before & after) - own)
    into = weigh((before | after) & own)
    return (over - into) / (over + into + 10)


def _by_chance(bag: Bag, rest: int) -> float:
    """The share of a passage that an unrelated text as long as the rest would cover."""
    chance = background().chance
    return fsum(w * chance(w, rest) for w in map(weight_of, bag.terms)) / bag.weight


def _covered(names: frozenset[str], absent: Collection[str]) -> float:
    """The share of some names that stands elsewhere, all if there are none."""
    weight = weigh(names)
    return 1 - weigh(names.intersection(absent)) / weight if weight else 1.0


def measured(article: Article, passage: Passage) -> Features | None:
    """What is measured of a passage, if it may be foreign; most of its words are English."""
    near, most = article.near_rest(passage), _MOST_SHARED[passage.shape]
    if near > _MOST_NEAR[passage.shape]:
        return None
    bag = article.bag(passage)
    if bag.total < _FEWEST_TERMS or bag.weight > _UNKNOWN * len(bag.terms):
        return None
    piece = Piece(article, passage, bag)
    return _features(piece, near) if near + piece.covered <= most else None


def measured_passages(document: Document) -> tuple[tuple[Passage, Features], ...]:
    """What is measured of the passages that may be foreign, in the order of `passages`."""
    article = document.analysis(article_of)
    found = ((passage, measured(article, passage)) for passage in document.analysis(passages))
    return tuple((passage, features) for passage, features in found if features)
