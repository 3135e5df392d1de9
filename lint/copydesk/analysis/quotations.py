"""Pairs quotation marks: what a document quotes, and the marks that pair with nothing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from copydesk.analysis.quotation_marks import Facing, Family, Mark, quotation_marks
from copydesk.document import Block, BlockKind, Document

_CLOSERS = "\"'”’)]"
_STOPS = (".", "!", "?", "…")
_SAID = frozenset(
    "said says added adds told explained explains wrote writes argued argues warned insisted"
    " claimed noted asked replied recalled continued concluded".split()
)
_WORDS_OF_A_SPEAKER = 6
_WINDOW = 120
_FARTHEST = 5
"""The most blocks that a quotation may run over which is not opened anew in each."""


class Quotation(NamedTuple):
    """A stretch of one block in quotation marks, its marks included.

    Attributes:
        start: Where the opening mark begins in the reading text.
        end: Where the closing mark ends; without one, where the block ends or it is resumed.
        opening: The mark that opens it; empty where it only goes on from the block before.
        closing: The mark that closes it; empty where none does.
        level: In how many other quotations it stands.
        resumed: Whether it goes on with a quotation that no mark has closed.
        continued: Whether a later one goes on with it, which is why no mark closes it.
    """

    start: int
    end: int
    opening: str
    closing: str
    level: int = 0
    resumed: bool = False
    continued: bool = False

    @property
    def inside(self) -> tuple[int, int]:
        """The range between the marks."""
        return self.start + len(self.opening), self.end - len(self.closing)


class UnpairedMark(NamedTuple):
    """A mark that opens what nothing closes, or closes what nothing opened, and its block."""

    start: int
    text: str
    opens: bool
    block: Block

    @property
    def end(self) -> int:
        """Where it ends in the reading text."""
        return self.start + len(self.text)


class Quotations:
    """What a document quotes.

    Attributes:
        spans: All quotations in order of their start; they nest, and none crosses another.
        unpaired: The marks without a partner, in order.
        block_quotes: The blocks quoted as a whole.
    """

    def __init__(
        self,
        spans: tuple[Quotation, ...],
        unpaired: tuple[UnpairedMark, ...],
        block_quotes: tuple[Block, ...],
    ) -> None:
        self.spans = spans
        self.unpaired = unpaired
        self.block_quotes = block_quotes

    @cached_property
    def outermost(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other, in order."""
        return tuple(quotation for quotation in self.spans if not quotation.level)

    def around(self, offset: int) -> Quotation | None:
        """The outermost quotation that `offset` stands in."""
        index = bisect_right(self._starts, offset) - 1
        found = self.outermost[index] if index >= 0 else None
        return found if found and offset < found.end else None

    def within(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outermost quotations that begin in a range of the reading text."""
        return self.outermost[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def covers(self, offset: int) -> bool:
        """Whether the character at `offset` is quoted; a quotation's own marks are."""
        return self.around(offset) is not None or self._is_in_block_quote(offset)

    def is_balanced(self, block: Block) -> bool:
        """Whether every mark of `block` has its partner."""
        index = bisect_right(self._unpaired_starts, block.end - 1) - 1
        return index < 0 or self._unpaired_starts[index] < block.start

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.outermost]

    def _is_in_block_quote(self, offset: int) -> bool:
        index = bisect_right(self._block_quote_starts, offset) - 1
        return index >= 0 and offset < self.block_quotes[index].end

    @cached_property
    def _block_quote_starts(self) -> list[int]:
        return [block.start for block in self.block_quotes]

    @cached_property
    def _unpaired_starts(self) -> list[int]:
        return [mark.start for mark in self.unpaired]


def quotations(document: Document) -> Quotations:
    """The quotations of `document`.

    Marks pair within a block. Beyond it a quotation goes on only where the next block opens it
    anew, or where the very next mark closes it, so that a missing mark harms its own block alone.
    """
    pairings = list(_pairings(document))
    for before, after in pairwise(pairings):
        _join(before, after, document)
    return Quotations(
        tuple(span for pairing in pairings for span in pairing.spans()),
        tuple(mark for pairing in pairings for mark in pairing.unpaired()),
        tuple(block for block in document.prose if block.kind is BlockKind.BLOCK_QUOTE),
    )


class _Reading:
    """A quotation being read.

    `close` is where it ends if no surer mark follows. `heir` is the quotation in it that goes on
    with it if nothing closes it, as where the paragraphs of a long quotation were run together.
    """

    __slots__ = ("close", "continued", "heir", "mark", "resumed")

    def __init__(self, mark: Mark) -> None:
        self.mark = mark
        self.close: Mark | None = None
        self.heir: _Reading | None = None
        self.resumed = False
        self.continued = False


class _Pairing:
    """The marks of a prose block as they pair.

    Attributes:
        block: The block.
        number: Which of the prose blocks it is.
        first: The first quotation that opens in it.
        begins_quoted: Whether no word stands before that one.
        open: The quotations not yet closed, each in the one before.
        open_doubles: How many of these are of the one family whose marks are never apostrophes.
        closed: The quotations that are closed.
        stray: Marks that close nothing.
        run_over: What follows the block of a quotation that runs over its end.
    """

    def __init__(self, block: Block, number: int) -> None:
        self.block = block
        self.number = number
        self.first: _Reading | None = None
        self.begins_quoted = False
        self.open: list[_Reading] = []
        self.open_doubles = 0
        self.closed: list[_Reading] = []
        self.stray: list[Mark] = []
        self.run_over: list[Quotation] = []

    def read(self, mark: Mark, text: str) -> None:
        """Takes in the next mark."""
        if mark.facing is not Facing.CLOSING:
            self._settle_if_closed()
        if mark.facing is Facing.CLOSING or (
            mark.facing is Facing.EITHER and self._is_open(mark.family)
        ):
            self._read_closing(mark)
        else:
            self._read_opening(mark, text)

    def finish(self) -> None:
        """Settles what the end of the block decides."""
        self._settle_if_closed()
        for quotation in self.open:
            if quotation.heir:
                quotation.continued = quotation.heir.resumed = True

    def _is_open(self, family: Family) -> bool:
        if family is Family.DOUBLE:
            return self.open_doubles > 0
        return bool(self.open) and self.open[-1].mark.family is family

    def _read_opening(self, mark: Mark, text: str) -> None:
        quotation = _Reading(mark)
        if self.open and self.open[-1].mark.family is mark.family and not self.open[-1].heir:
            start = max(self.open[-1].mark.end, mark.start - _WINDOW)
            if _resumes(text[start : mark.start]):
                self.open[-1].heir = quotation
        self.open.append(quotation)
        self.open_doubles += mark.family is Family.DOUBLE
        if not self.first:
            self.first = quotation
            before = text[self.block.start : mark.start]
            self.begins_quoted = not any(map(str.isalnum, before))

    def _read_closing(self, mark: Mark) -> None:
        if not self._is_open(mark.family):
            if mark.family is Family.DOUBLE and mark.sure:
                self.stray.append(mark)
            return
        while self.open[-1].mark.family is not mark.family:
            self._settle()  # without a close: an apostrophe
        if mark.sure or not self.open[-1].close:
            self.open[-1].close = mark
        if mark.sure:
            self._settle()

    def _settle_if_closed(self) -> None:
        if self.open and self.open[-1].close:
            self._settle()

    def _settle(self) -> None:
        quotation = self.open.pop()
        self.open_doubles -= quotation.mark.family is Family.DOUBLE
        if quotation.close:
            self.closed.append(quotation)

    def spans(self) -> Iterator[Quotation]:
        """The quotations that open in the block, in order, and what runs over its end."""
        pending = [reading for reading in self.open if reading.mark.sure or reading.continued]
        ends: list[int] = []
        for reading in sorted(self.closed + pending, key=lambda reading: reading.mark.start):
            start, end = reading.mark.start, self._end(reading)
            while ends and ends[-1] <= start:
                ends.pop()
            closing = reading.close.text if reading.close else ""
            yield Quotation(
                start,
                end,
                reading.mark.text,
                closing,
                len(ends),
                reading.resumed,
                reading.continued,
            )
            ends.append(end)
        yield from self.run_over

    def _end(self, reading: _Reading) -> int:
        if reading.close:
            return reading.close.end
        return reading.heir.mark.start if reading.heir else self.block.end

    def unpaired(self) -> Iterator[UnpairedMark]:
        """The marks of the block without a partner, in order."""
        marks = [(mark, False) for mark in self.stray]
        marks += [(r.mark, True) for r in self.open if r.mark.sure and not r.continued]
        for mark, opens in sorted(marks, key=lambda pair: pair[0].start):
            yield UnpairedMark(mark.start, mark.text, opens, self.block)


def _resumes(before: str) -> bool:
    """Whether a mark after `before`, the words of a quotation, opens its next paragraph.

    Where these end by telling who is speaking, the closing mark has been forgotten.
    """
    words = before.rstrip()
    if words == before or not words.rstrip(_CLOSERS).endswith(_STOPS):
        return False
    _, comma, clause = words.rpartition(",")
    speaker = clause.split()[:_WORDS_OF_A_SPEAKER] if comma else []
    return not any(word.rstrip(".!?") in _SAID for word in speaker)


def _pairings(document: Document) -> Iterator[_Pairing]:
    """The blocks that hold marks, read."""
    numbered = enumerate(document.prose)
    pairing: _Pairing | None = None
    for mark in quotation_marks(document.text):
        if pairing and mark.start < pairing.block.end:
            pairing.read(mark, document.text)
            continue
        if pairing:
            pairing.finish()
            yield pairing
        number, block = next(pair for pair in numbered if mark.start < pair[1].end)
        pairing = _Pairing(block, number)
        pairing.read(mark, document.text)
    if pairing:
        pairing.finish()
        yield pairing


def _join(before: _Pairing, after: _Pairing, document: Document) -> None:
    """Lets a quotation that `before` leaves open go on in `after`, the next block with marks."""
    between = document.prose[before.number : after.number + 1]
    if len(between) > _FARTHEST + 1 or any(b.kind is not before.block.kind for b in between):
        return
    for reading in reversed(before.open):
        if reading.continued:
            continue
        if len(between) == 2 and _resumes_in(reading, after, document.text):
            return
        if _ends_in(reading, after):
            for block in between[1:-1]:
                before.run_over.append(_rest(block, block.end, ""))
            close = after.stray.pop(0)
            before.run_over.append(_rest(after.block, close.end, close.text))
            return


def _resumes_in(reading: _Reading, after: _Pairing, text: str) -> bool:
    """Whether the next block begins with the same mark; if so, notes it."""
    first = after.first
    if (
        first is None
        or first.mark.family is not reading.mark.family
        or not after.begins_quoted
        or not (reading.mark.sure or text[reading.mark.end : reading.mark.end + 1].isupper())
    ):
        return False
    reading.continued = first.resumed = True
    return True


def _ends_in(reading: _Reading, after: _Pairing) -> bool:
    """Whether the very next mark, in a block further on, is its closing mark; if so, notes it."""
    stray = after.stray[0] if after.stray else None
    if (
        stray is None
        or not reading.mark.sure
        or (reading.mark.text == '"') != (stray.text == '"')
        or (after.first is not None and after.first.mark.start < stray.start)
    ):
        return False
    reading.continued = True
    return True


def _rest(block: Block, end: int, closing: str) -> Quotation:
    """The part in `block` of a quotation that no mark has opened there."""
    return Quotation(block.start, end, "", closing, resumed=True, continued=not closing)
