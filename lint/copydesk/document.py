"""An article as blocks, sentences and tokens, tied to the places they were read from.

Two coordinates exist, and only two. A `Span` is a place in `Document.source`, the file's decoded
text. A plain `start`/`end` pair is a place in `Document.text`, what a reader of the article reads:
markup gone, entities decoded, code and comments left out. Rules search the reading text and
`Document.span` turns what they find into a place in the source.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from copydesk.segment import Tokens, tokenize
from copydesk.sentences import sentence_bounds

T = TypeVar("T")

BREAK = "\ufdd0"
"""Stands between two blocks in the reading text and in the tokens: a Unicode noncharacter, so
neither a word nor a space, and no pattern or neighbour test reaches over it by accident."""

OBJECT = "\ufffc"
"""Stands for something inline that is not prose: code, an image, a formula."""

_BETWEEN = f"\n{BREAK}\n"


class Span(NamedTuple):
    """A half-open range of code points in `Document.source`."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block is in the article."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    CAPTION = "caption"
    TABLE_CELL = "table cell"
    FOOTNOTE = "footnote"
    CODE = "code"
    FRONT_MATTER = "front matter"

    @property
    def is_prose(self) -> bool:
        """Whether a reader of the article reads it as language."""
        return self not in _NO_PROSE


_NO_PROSE = (BlockKind.CODE, BlockKind.FRONT_MATTER)


class Run(NamedTuple):
    """A piece of reading text and the source range it stands for.

    A run equal to its source range maps code point by code point; any other (an entity, a line
    break tag, an `OBJECT`) maps as a whole.
    """

    text: str
    start: int
    end: int


class Draft(NamedTuple):
    """A block as a markup reader found it.

    Attributes:
        kind: What it is.
        span: Its source range.
        runs: Its runs in order.
        level: A heading's rank from 1.
        reach: Where the comments end that stand behind its last word and yet inside it.
    """

    kind: BlockKind
    span: Span
    runs: tuple[Run, ...]
    level: int = 0
    reach: int = 0


class Comment(NamedTuple):
    """A comment of the markup.

    Attributes:
        span: The whole of it in the source.
        text: What it says.
        in_block: Whether it stands in or at the end of a prose block, behind words of it.
    """

    span: Span
    text: str
    in_block: bool = False


class Layout(NamedTuple):
    """What a markup reader makes of a source: blocks in order, not overlapping, and comments."""

    blocks: tuple[Draft, ...]
    comments: tuple[Comment, ...] = ()


class Block(NamedTuple):
    """A paragraph, heading, list item and so on.

    `start` and `end` bound its words in the reading text (equal for a block that is not prose);
    `level` is a heading's rank from 1, otherwise 0.
    """

    kind: BlockKind
    span: Span
    start: int
    end: int
    text: str
    level: int = 0


class Sentence(NamedTuple):
    """A sentence in the reading text, without the space around it, and the block it stands in."""

    start: int
    end: int
    text: str
    block: Block


@dataclass(frozen=True, eq=False)
class Document:
    """One article, immutable; sentences, tokens and analyses are made when first asked for.

    Attributes:
        source: The file's decoded text, newlines as they are in the file, no byte order mark.
        path: The name to report findings under.
        text: The reading text: the words of all prose blocks, `BREAK` between two blocks.
        blocks: All blocks in order, code and front matter too.
        comments: The comments of the markup.
        notes: What happened on reading that a user should know, such as a fallback encoding.
    """

    source: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...]
    notes: tuple[str, ...]
    _anchors: tuple["_Anchor", ...] = field(repr=False)
    _anchor_starts: tuple[int, ...] = field(repr=False)
    _analyses: dict[object, Any] = field(default_factory=dict[object, Any], init=False, repr=False)

    @classmethod
    def from_layout(
        cls, source: str, layout: Layout, path: str = "<text>", notes: tuple[str, ...] = ()
    ) -> "Document":
        """Lays the prose of a layout out as one reading text.

        Raises:
            ValueError: Blocks overlap or leave the source, which is a fault of the reader.
        """
        _check_order(layout.blocks, len(source))
        runs: list[Run] = []
        blocks: list[Block] = []
        offset = 0
        for draft in layout.blocks:
            words = "".join(run.text for run in draft.runs) if draft.kind.is_prose else ""
            if words and offset:
                runs.append(Run(_BETWEEN, draft.span.start, draft.span.start))
                offset += len(_BETWEEN)
            end = offset + len(words)
            blocks.append(Block(draft.kind, draft.span, offset, end, words, draft.level))
            if words:
                runs.extend(run for run in draft.runs if run.text)
            offset = end
        starts = tuple(accumulate((len(run.text) for run in runs), initial=0))[:-1]
        return cls(
            source,
            path,
            "".join(run.text for run in runs),
            tuple(blocks),
            layout.comments,
            notes,
            tuple(_anchor(run, source) for run in runs),
            starts,
        )

    @cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold words, in order."""
        return tuple(block for block in self.blocks if block.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Words, numbers and marks of the reading text, a `BREAK` between blocks."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all prose blocks, in order; none crosses a block."""
        return tuple(self._split(self.prose))

    @staticmethod
    def _split(blocks: Iterable[Block]) -> Iterator[Sentence]:
        for block in blocks:
            for start, end in sentence_bounds(block.text):
                yield Sentence(block.start + start, block.start + end, block.text[start:end], block)

    def span(self, start: int, end: int) -> Span:
        """The source range of `text[start:end]`.

        A range that begins or ends inside an entity or object takes in the whole of it.
        """
        if not self._anchors:
            return Span(0, 0)
        first = bisect_right(self._anchor_starts, start) - 1
        last = max(first, bisect_right(self._anchor_starts, end - 1) - 1)
        begin = self._anchors[first].source_start(start - self._anchor_starts[first])
        finish = self._anchors[last].source_end(end - self._anchor_starts[last])
        return Span(begin, max(begin, finish))

    def is_literal(self, start: int, end: int) -> bool:
        """Whether the source holds exactly `text[start:end]` there, so that an edit is safe."""
        span = self.span(start, end)
        return self.source[span.start : span.end] == self.text[start:end]

    def block_at(self, offset: int) -> Block:
        """The prose block that holds `text[offset]`, or the one before it if it is a `BREAK`."""
        return self.prose[self.block_index(offset)]

    def block_index(self, offset: int) -> int:
        """The index in `prose` of the block that `block_at` gives."""
        return max(0, bisect_right(self._prose_starts, offset) - 1)

    def analysis(self, function: Callable[["Document"], T]) -> T:
        """What `function` makes of this document, computed once however many rules ask.

        Raises:
            TypeError: It makes an iterator, which the first rule would leave empty for the next.
        """
        analyses = self._analyses
        if function in analyses:
            known: T = analyses[function]
            return known
        made = function(self)
        if hasattr(made, "__next__"):  # quicker to ask than `isinstance`
            raise TypeError(f"an analysis must not return an iterator, as {function!r} does")
        analyses[function] = made
        return made

    @cached_property
    def _prose_starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.prose)


class _Anchor(NamedTuple):
    """The source range of a run, and whether it maps code point by code point."""

    start: int
    end: int
    literal: bool

    def source_start(self, inside: int) -> int:
        return min(self.start + inside, self.end) if self.literal else self.start

    def source_end(self, inside: int) -> int:
        return min(self.start + inside, self.end) if self.literal else self.end


def _anchor(run: Run, source: str) -> _Anchor:
    same_length = run.end - run.start == len(run.text)
    return _Anchor(run.start, run.end, same_length and source.startswith(run.text, run.start))


def _check_order(drafts: Iterable[Draft], length: int) -> None:
    at = 0
    for draft in drafts:
        start, end = draft.span
        if not at <= start <= end <= length:
            raise ValueError(f"block {draft.kind} at {start}-{end} is out of order")
        for run in draft.runs:
            if not start <= run.start <= run.end <= end:
                raise ValueError(f"run at {run.start}-{run.end} leaves its block {start}-{end}")
        at = end
