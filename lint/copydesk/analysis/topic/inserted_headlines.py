"""Finds lines between paragraphs that read as headlines of other stories."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk.analysis.headlines import Case, case_of, has_headline_verb, headline_like, words_in
from copydesk.analysis.paragraphs import ends_sentence, whole_paragraphs
from copydesk.analysis.terms import block_frequencies, block_terms
from copydesk.analysis.topic.foreignness import foreign_headings
from copydesk.analysis.topic.reportage import reportage
from copydesk.document import Document
from copydesk.english.background import weight_of
from copydesk.patterns import lazy_pattern

_TEASER = lazy_pattern(r"\[|\W{0,3}(?:editor['’]s )?[\w’']+:\s", re.IGNORECASE)
"""A bracket or a label before a headline, which `teaser-line` reports."""

_FEWEST_WORDS = 5
_FEWEST_TERMS = 3
_FEWEST_SECTIONS = 3
_MOST_SHARED = {Case.CAPITALS: 0.6, Case.TITLE: 0.5, Case.SENTENCE: 0.5}
_MOST_SHARED_IN_REPORT = 0.35
_LEAST_REPORTAGE = 0.5
_MOST_WORDS_IN_REPORT = 12
"""More are a caption, which tells what happens in a picture as a headline does."""


def inserted_headlines(document: Document) -> tuple["Line", ...]:
    """The lines of an article that read as headlines of other stories, in order."""
    return tuple(_inserted(document))


def _inserted(document: Document) -> Iterator["Line"]:
    lines = tuple(_lines(document))
    titles = sum(line.case is Case.TITLE and not line.is_glued for line in lines)
    shouted = any(line.is_shouted and line.is_headline and line.is_foreign for line in lines)
    for line in lines:
        # Several lines in title case are the headings of sections.
        if line.case is Case.TITLE and not line.is_glued and titles >= _FEWEST_SECTIONS:
            continue
        # A site sets all its links in one dress, those to stories on the same subject too.
        if (shouted and line.is_shouted) or (line.is_headline and line.is_foreign):
            yield line


def _lines(document: Document) -> Iterator["Line"]:
    """The lines between two paragraphs that may be headlines."""
    for index in sorted(document.analysis(headline_like)):
        line = Line(document, index)
        # Which paragraphs are whole is asked last: for that, the terms of all are counted.
        if line.parts_sentences and _is_between(document.analysis(whole_paragraphs), index):
            yield line


def _is_between(blocks: Sequence[int], index: int) -> bool:
    """Whether a block stands between some blocks, which are in order, and is none of them."""
    return bool(blocks) and blocks[0] < index < blocks[-1] and index not in blocks


@dataclass(frozen=True)
class Line:
    """A line between two paragraphs, the block `document.prose[index]`."""

    document: Document
    index: int

    @cached_property
    def text(self) -> str:
        """What it says."""
        return self.document.prose[self.index].text

    @cached_property
    def case(self) -> Case:
        """How it is capitalised."""
        return case_of(self.text)

    @property
    def is_shouted(self) -> bool:
        """Whether it is in capitals and longer than a label."""
        return self.case is Case.CAPITALS and words_in(self.text) >= _FEWEST_WORDS

    @property
    def parts_sentences(self) -> bool:
        """Whether the blocks beside it end in a stop; one of them will do for a shouted line."""
        if not 0 < self.index < len(self.document.prose) - 1:
            return False
        before, _, after = self.document.prose[self.index - 1 : self.index + 2]
        ends = ends_sentence(before), ends_sentence(after)
        return all(ends) or (any(ends) and self.is_shouted)

    @cached_property
    def is_glued(self) -> bool:
        """Whether it stands at the head of a paragraph, with no empty line between."""
        before, line, after = self.document.prose[self.index - 1 : self.index + 2]
        source = self.document.source
        return (
            source.count("\n", line.span.end, after.span.start) == 1
            and source.count("\n", before.span.end, line.span.start) > 1
        )

    @property
    def is_headline(self) -> bool:
        """Whether it tells news; glued to a paragraph, it only has to look like it."""
        if words_in(self.text) < _FEWEST_WORDS or _TEASER.match(self.text):
            return False
        if self.case is Case.SENTENCE and self.text.endswith(("?", "!")):
            return False
        looks = self.is_glued and self.case is not Case.SENTENCE
        return looks or has_headline_verb(self.text)

    @property
    def is_foreign(self) -> bool:
        """Whether the article shares little with it.

        The paragraph below counts for the article unless it is foreign too or glued to the line.
        """
        if self.is_glued:
            return self._share(besides=2) < _MOST_SHARED[self.case]
        if self.case is Case.SENTENCE:
            return self._heads_what_is_foreign or self._is_alone_in_report
        return self._share(besides=1) < _MOST_SHARED[self.case]

    @property
    def _heads_what_is_foreign(self) -> bool:
        foreign = self.index in self.document.analysis(foreign_headings)
        return foreign and self._share(besides=2) < _MOST_SHARED[self.case]

    @property
    def _is_alone_in_report(self) -> bool:
        """Whether it is the one line of its kind in a news report, and shares little with it."""
        paragraphs = self.document.analysis(whole_paragraphs)
        return (
            words_in(self.text) <= _MOST_WORDS_IN_REPORT
            and len(self.document.analysis(headline_like).difference(paragraphs)) == 1
            and self._share(besides=1) < _MOST_SHARED_IN_REPORT
            and self.document.analysis(reportage) >= _LEAST_REPORTAGE
        )

    def _share(self, besides: int) -> float:
        """The share of its weight in terms that stand elsewhere than in `besides` blocks from it.

        A line with few terms shares everything.
        """
        counts = self.document.analysis(block_terms)
        frequencies = self.document.analysis(block_frequencies)
        own, apart = counts[self.index], counts[self.index : self.index + besides]
        if own.total() < _FEWEST_TERMS:
            return 1.0
        shared = (t for t in own if frequencies[t] > sum(t in other for other in apart))
        return sum(map(weight_of, shared)) / sum(map(weight_of, own))
