"""A passage in its article, and what stands around it."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from typing import NamedTuple

from copydesk.analysis.first_person import is_personal
from copydesk.analysis.quotations import quotations
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.topic.articles import REACH, Article, nearest_landmark
from copydesk.analysis.topic.bags import EMPTY, Bag, weigh
from copydesk.analysis.topic.passages import Passage, body, remainders
from copydesk.analysis.topic.strangers import Strangers, strangers
from copydesk.analysis.topic.subjects import kinds
from copydesk.analysis.topic.voices import Voice, voices
from copydesk.english.background import weight_of
from copydesk.english.topic_space import Direction, direction

_FEWEST_TERMS = 4
_BESIDE = 2


class Beside(NamedTuple):
    """What stands next to a passage on one side: its terms, and its place in the topic space."""

    terms: AbstractSet[str]
    place: int


@dataclass(frozen=True, eq=False)
class Piece:
    """A passage in its article.

    Attributes:
        article: The article.
        passage: Where the passage stands.
        bag: The terms of the passage.
    """

    article: Article
    passage: Passage
    bag: Bag

    @cached_property
    def own(self) -> range:
        """The blocks that are no witness to it."""
        return self.article.own(self.passage)

    @cached_property
    def direction(self) -> Direction:
        """Where it lies in the topic space."""
        return direction(self.passage.place)

    @cached_property
    def text(self) -> str:
        """Its sentences."""
        return self.article.document.text[slice(*body(self.article.document, self.passage))]

    @cached_property
    def tokens(self) -> range:
        """The tokens of its sentences."""
        return self.article.document.tokens.between(*body(self.article.document, self.passage))

    @cached_property
    def around(self) -> tuple[Bag, Bag]:
        """What of its paragraph stands before it and after it."""
        if not self.passage.is_within:
            return EMPTY, EMPTY
        return remainders(self.article.document, self.passage)

    @cached_property
    def covered(self) -> float:
        """The share of it that stands anywhere else in the article."""
        return 1 - weigh(self.absent) / (self.bag.weight or 1)

    @cached_property
    def absent(self) -> Collection[str]:
        """The terms that stand nowhere else."""
        article, terms = self.article, self.bag.terms
        if self.passage.is_within:
            return (terms & article.lonely).difference(*(bag.terms for bag in self.around))
        if len(self.own) == 1:
            return terms & article.lonely
        return [term for term in terms if not self._elsewhere(term)]

    def _elsewhere(self, term: str) -> int:
        """In how many other blocks a term stands."""
        inside = sum(term in self.article.bags[index].terms for index in self.own)
        return self.article.frequencies[term] - inside

    def common(self) -> float:
        """In what share of the other blocks its terms stand, on average by weight."""
        others = len(self.article.bags) - len(self.own)
        shared = fsum(weight_of(term) * self._elsewhere(term) for term in self.bag.terms)
        return shared / (self.bag.weight * max(1, others))

    def share(self, terms: AbstractSet[str]) -> float:
        """The share of it that is among some terms."""
        return weigh(self.bag.terms & terms) / self.bag.weight

    def likenesses(self) -> Iterator[float]:
        """How like it each block within reach is, and what is left of its paragraph."""
        yield from map(self.bag.likeness, self.around)
        for index in self._outside():
            yield self.bag.likeness(self.article.bags[index])

    def nearnesses(self) -> Iterator[float]:
        """How near it each of these is in the topic space, if it has enough terms to tell."""
        for bag in self.around:
            if len(bag.terms) >= _FEWEST_TERMS:
                yield self.near(bag.place)
        for index in self._outside():
            if len(self.article.bags[index].terms) >= _FEWEST_TERMS:
                yield self.direction.nearness(self.article.directions[index])

    def near(self, place: int) -> float:
        """How near it is to a place in the topic space."""
        return self.direction.nearness(direction(place))

    def _outside(self) -> Iterator[int]:
        """The blocks within reach, the nearest first."""
        for distance in range(REACH):
            for index in (self.own.start - 1 - distance, self.own.stop + distance):
                if 0 <= index < len(self.article.bags):
                    yield index

    def beside(self) -> tuple[Beside, Beside]:
        """The two blocks before it and the two after it, or what is left of its paragraph."""
        above, below = self.around
        bags, own = self.article.bags, self.own
        before = [above] if above else bags[max(0, own.start - _BESIDE) : own.start]
        after = [below] if below else bags[own.stop : own.stop + _BESIDE]
        return _together(before), _together(after)

    def opening(self) -> AbstractSet[str]:
        """The terms of the title and the first paragraph."""
        bags, first = self.article.bags, self.article.paragraphs[0]
        if self.passage.first > first:
            return bags[0].terms | bags[first].terms
        above, _ = self.around
        return bags[0].terms | above.terms if first else above.terms

    def preceding(self) -> AbstractSet[str]:
        """The terms of what stands right before it."""
        above, _ = self.around
        if above or not self.own.start:
            return above.terms
        return self.article.bags[self.own.start - 1].terms

    def following(self) -> AbstractSet[str]:
        """The terms of all that follows within reach."""
        _, below = self.around
        stop = self.own.stop
        return below.terms.union(*(bag.terms for bag in self.article.bags[stop : stop + REACH]))

    def near_opening(self) -> float:
        """How near it is to the title and the first paragraph."""
        bags, first = self.article.bags, self.article.paragraphs[0]
        return self.near(bags[0].place + bags[first].place)

    def near_heading(self) -> float:
        """How near it is to the heading of its section, 0 if there is none."""
        heading = self.article.heading_over(self.passage.first)
        if heading is None:
            return 0.0
        return self.direction.nearness(self.article.directions[heading])

    def is_section(self) -> bool:
        """Whether it makes up a section under a heading."""
        headings, passage = self.article.headings, self.passage
        ends = passage.last + 1 in headings or passage.last + 1 == len(self.article.bags)
        return passage.first - 1 in headings and ends and not passage.is_within

    def strangers(self) -> Strangers:
        """The persons it speaks of that the rest of the article does not."""
        document, inside = self.article.document, self.tokens
        firsts = document.analysis(sentence_tokens).firsts
        opening = firsts[bisect_left(firsts, inside.start) : bisect_left(firsts, inside.stop)]
        return strangers(document.tokens.texts, inside, self.absent, opening)

    def near_elsewhere(self) -> float:
        """How near it is to the nearest of the topics that texts are on."""
        return nearest_landmark(self.direction)

    def title_missed(self) -> float:
        """The share of other paragraphs with a term of the title, 0 if it has one itself."""
        if not self.article.bags[0].terms.isdisjoint(self.bag.terms):
            return 0.0
        return self.article.share(self.article.titled, self.own)

    def subject_missed(self) -> float:
        """The share of other paragraphs that refer to the subject, 0 if it does so itself."""
        terms = self.article.bags[0].terms | self.article.document.analysis(kinds)
        if not terms.isdisjoint(self.bag.terms) or self._says(self.article.main_voice):
            return 0.0
        return self.article.share(self.article.on_subject, self.own)

    def voice_broken(self) -> bool:
        """Whether it says “he” or “she” and neither of the blocks beside it does."""
        known = self.article.document.analysis(voices)
        beside = {self.own.start - 1, self.own.stop}
        return not self.passage.is_within and any(
            self._says(voice) and beside.isdisjoint(known[voice].blocks)
            for voice in (Voice.HE, Voice.SHE)
        )

    def quoted(self) -> float:
        """The share of it that is quoted, also where the marks stand before and after it."""
        start, end = body(self.article.document, self.passage)
        known = self.article.document.analysis(quotations)
        opened = known.around(start)
        inside = (
            min(quotation.end, end) - quotation.start for quotation in known.within(start, end)
        )
        over = min(opened.end, end) - start if opened and opened.start < start else 0
        return (over + sum(inside)) / (end - start)

    def is_narrated(self) -> bool:
        """Whether a narrator speaks in it who speaks all through the article."""
        return self.article.document.analysis(is_personal) and self._says(Voice.NARRATOR)

    def _says(self, voice: Voice) -> bool:
        heard = self.article.document.analysis(voices)[voice]
        return heard.stands_in(self.tokens.start, self.tokens.stop)

    def heard(self, *wanted: Voice) -> Sequence[float]:
        """For each of some voices that is heard in it: the share of other paragraphs with it."""
        article, tokens = self.article, self.tokens
        known = article.document.analysis(voices)
        return [
            known[voice].share(article.paragraphs, self.own)
            for voice in wanted
            if known[voice].stands_in(tokens.start, tokens.stop)
        ]


def _together(bags: Sequence[Bag]) -> Beside:
    terms = frozenset[str]().union(*(bag.terms for bag in bags))
    return Beside(terms, sum(bag.place for bag in bags))
