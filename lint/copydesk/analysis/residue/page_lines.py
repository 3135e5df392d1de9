"""Finds the paragraphs that are, or begin or end with, what web pages put around articles."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from copydesk.analysis.paragraphs import ends_sentence
from copydesk.analysis.quotations import quotations
from copydesk.analysis.residue.page_phrases import (
    ENOUGH,
    Kind,
    Piece,
    Pieces,
    Place,
    kind_of,
    page_phrases,
)
from copydesk.document import Block, BlockKind, Document

_LONGEST_LINE = 600
"""The most code points in a paragraph that may be boilerplate as a whole."""

_FEWEST_WORDS = 12
"""A paragraph with as many words is running text."""

_FEWEST_LINES = 3
"""Fewer lines that are words of buttons or names of sections are no menu."""

_FEWEST_WORDS_GLUED = 3
"""A phrase with fewer words may begin a sentence."""

_DASHES = (" -", " –", " —")
_CLOSED = frozenset('.!?”"')
_LINKS = ("](", "][", "</a>", "`_")
_LONGEST_LINK_END = 4
_NEAR = 200
_ADDRESSES = ("://", "www.", "@")
_LONGEST_SENTENCE = 300
_SENTENCE_ENDS = (". ", "? ", "! ", ") ", "” ", '" ')

_USEFUL_WITH_LINK = frozenset({Kind.SIGNUP, Kind.SHARE, Kind.NAVIGATION, Kind.REPRINT})
"""What an author may mean to stand there as long as it leads somewhere."""


class Boilerplate(NamedTuple):
    """A range of the reading text, and what its words served for."""

    kind: Kind
    start: int
    end: int


class Lines:
    """The paragraphs of a document that begin with phrases, each as far as it consists of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.tokens.lowers

    def whole(self) -> Iterator[Boilerplate]:
        """The paragraphs that are boilerplate; those that follow one another are one."""
        lines = self._whole
        numbered = enumerate(lines)  # in a run of lines, index and place in the list keep step
        for _, group in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
            run = [index for _, index in group]
            pieces = tuple(piece for index in run for piece in lines[index])
            if any(map(self._is_sure, run)) or (
                len(run) >= _FEWEST_LINES and self._weight(pieces) >= ENOUGH
            ):
                first, last = self.document.prose[run[0]], self.document.prose[run[-1]]
                yield Boilerplate(kind_of(pieces), first.start, last.end)

    @cached_property
    def _whole(self) -> dict[int, Pieces]:
        """The paragraphs that consist of phrases, by their index in `document.prose`."""
        whole: dict[int, Pieces] = {}
        for index in self._begun:
            block = self.document.prose[index]
            if _may_be_line(block):
                pieces, rest = self._read(block.start, block.end)
                line = Boilerplate(kind_of(pieces), block.start, block.end) if pieces else None
                if line and rest is None and not is_meant(self.document, line):
                    whole[index] = pieces
        return whole

    @cached_property
    def _begun(self) -> dict[int, None]:
        """The blocks whose first word may begin a phrase, by their index in `document.prose`."""
        tokens, firsts = self.document.tokens, page_phrases().firsts
        starts = [tokens.index_at(block.start) for block in self.document.prose]
        return {
            index: None
            for index, at in enumerate(starts)
            if self.words[at] in firsts or not self.words[at].isalpha()
        }

    def _is_sure(self, index: int) -> bool:
        """Whether a line is boilerplate whatever stands around it."""
        pieces, block = self._whole[index], self.document.prose[index]
        if block.kind is BlockKind.TITLE:
            return len(pieces) > 1 and self._weight(pieces) > ENOUGH
        if any(piece.value.place in {Place.LINE, Place.ANY} for piece in pieces):
            return not self._is_heading(index)
        if any(piece.value.place is Place.BODY for piece in pieces):
            return index in self._body
        return "," not in block.text and self._weight(pieces) >= ENOUGH

    def _is_heading(self, index: int) -> bool:
        """Whether a line is the name of what the next paragraph is about: “Advertising”."""
        pieces, following = self._whole[index], self.document.prose[index + 1 : index + 2]
        if len(pieces) != 1 or pieces[0].value.words > 1 or not following:
            return False
        block = following[0]
        inside = self.document.tokens.between(block.start, block.end)
        words = self.words[inside.start : inside.stop]
        return ends_sentence(block) and not pieces[0].value.keys.isdisjoint(words)

    @cached_property
    def _body(self) -> range:
        """The blocks from the first paragraph of running text to the last."""
        text = [
            index
            for index, block in enumerate(self.document.prose)
            if index not in self._whole
            and ends_sentence(block)
            and block.text.count(" ") >= _FEWEST_WORDS
        ]
        return range(text[0], text[-1]) if text else range(0)

    def glued(self) -> Iterator[Boilerplate]:
        """Phrases before the first word of a paragraph and after its last."""
        for index, block in enumerate(self.document.prose):
            if block.kind is BlockKind.PARAGRAPH and index not in self._whole:
                if index in self._begun:
                    yield from self._before(block)
                if block.text[-1] not in _CLOSED:
                    yield from self._after(block)

    def _before(self, block: Block) -> Iterator[Boilerplate]:
        pieces, rest = self._read(block.start, block.end)
        if (
            pieces
            and rest is not None
            and self.document.tokens.texts[rest][0].isupper()
            and self._stand_apart(pieces)
        ):
            end = self.document.tokens.end(pieces[-1].end - 1)
            found = Boilerplate(kind_of(pieces), block.start, end)
            if not is_meant(self.document, found):
                yield found

    def _after(self, block: Block) -> Iterator[Boilerplate]:
        for start in _last_sentences(block):
            pieces, rest = self._read(start, block.end)
            if pieces and rest is None and self._ends(pieces):
                found = Boilerplate(kind_of(pieces), start, block.end)
                if not is_meant(self.document, found):
                    yield found
                return

    def _weight(self, pieces: Iterable[Piece]) -> float:
        """What they count together; what comes again does not."""
        texts = self.document.tokens.texts
        return sum({texts[p.first]: p.value.weight for p in pieces}.values())

    def _stand_apart(self, pieces: Pieces) -> bool:
        """Whether they are no words of the sentence beside them."""
        if any(p.value.is_sure and p.value.words >= _FEWEST_WORDS_GLUED for p in pieces):
            return True
        buttons = [p for p in pieces if p.value.kind is not Kind.NAVIGATION]
        return len(buttons) >= _FEWEST_LINES and self._weight(buttons) > ENOUGH

    def _ends(self, pieces: Pieces) -> bool:
        """Whether they are no sentence, standing at the end of a paragraph without a stop."""
        texts = self.document.tokens.texts
        return self._stand_apart(pieces) or any(
            p.value.is_sure
            and (p.end - p.first > 1 or p.value.kind is Kind.ADVERT or texts[p.first].isupper())
            for p in pieces
        )

    def _read(self, start: int, end: int) -> tuple[Pieces, int | None]:
        """The phrases at the head of a range, and the token where they cease, if they do."""
        tokens, phrases = self.document.tokens, page_phrases()
        at, stop = tokens.index_at(start), tokens.index_at(end)
        pieces: list[Piece] = []
        while at < stop:
            word = self.words[at]
            piece = phrases.longest(self.words, at, stop)
            if piece:
                pieces.append(piece)
                at = piece.end
            elif pieces and word[0].isalpha() and len(word) > 1:
                return tuple(pieces), at
            elif not pieces and word[0].isalpha():
                return (), at
            else:
                at += 1
        return tuple(pieces), None


def is_meant(document: Document, found: Boilerplate) -> bool:
    """Whether its author wants it there: it is quoted, or it leads somewhere."""
    return _leads_somewhere(document, found) or document.analysis(quotations).covers(found.start)


def _leads_somewhere(document: Document, found: Boilerplate) -> bool:
    """Whether what asks readers to do something lets them do it: there is a link or an address."""
    if found.kind not in _USEFUL_WITH_LINK:
        return False
    block, span = document.block_at(found.start).span, document.span(found.start, found.end)
    start = max(block.start, span.start - _NEAR)
    end = min(block.end, span.end + _NEAR) + _LONGEST_LINK_END
    source = document.source[start:end]
    if any(mark in source for mark in _LINKS):
        return True
    return found.kind is Kind.SIGNUP and any(mark in source for mark in _ADDRESSES)


def _may_be_line(block: Block) -> bool:
    """Whether a block may be boilerplate as a whole; “- Advertisement -” is read as an item."""
    if len(block.text) > _LONGEST_LINE:
        return False
    if block.kind is BlockKind.LIST_ITEM:
        return block.text.endswith(_DASHES)
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.TITLE}


def _last_sentences(block: Block) -> Iterator[int]:
    """Where the last two sentences of a paragraph begin, in the reading text, the longer first."""
    lowest = max(0, len(block.text) - _LONGEST_SENTENCE)
    ends = [at for at in _sentence_ends(block.text, lowest) if at < len(block.text)]
    return (block.start + at for at in sorted(ends)[-2:])


def _sentence_ends(text: str, lowest: int) -> Iterator[int]:
    for end in _SENTENCE_ENDS:
        at = len(text)
        for _ in range(2):
            at = text.rfind(end, lowest, at)
            if at < 0:
                break
            yield at + len(end)
