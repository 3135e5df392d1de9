"""Collects the running text of one block while a markup reader walks over it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from copydesk.document import OBJECT, BlockKind, Comment, Draft, Run, Span
from copydesk.patterns import lazy_pattern

FILLED_OBJECT = "\ufdd1"
FILLED_NOTHING = "\ufdd2"
"""Stand, in what a parser is shown, for characters that the markup must not be read from: a
template's tags are an object or nothing. Noncharacters of three bytes, neither space nor mark."""

DISCRETIONARY = frozenset("\u00ad\u200b")
"""Characters that, written as an entity, only say where a word may be broken."""

_FILLED = lazy_pattern(f"{FILLED_OBJECT}+|{FILLED_NOTHING}+")


class Leaf:
    """The runs of a block that is being read; ranges side by side in the source become one run.

    Attributes:
        source: The text that is read.
        shown: The text that the parser saw, as long as the source. In running text they differ
            only where one of the fillers stands, or a substitute for a lone surrogate.
    """

    def __init__(self, source: str, shown: str) -> None:
        self.source = source
        self.shown = shown
        self._is_filled = FILLED_OBJECT in shown or FILLED_NOTHING in shown
        self._runs: list[Run] = []
        self._start = self._end = -1
        self._reach = 0

    def add_source(self, start: int, end: int) -> None:
        """Appends a range of the source as it is, less what is filled."""
        self._reach = end
        if self._is_filled:
            for filled in _FILLED.finditer(self.shown, start, end):
                if self.source[filled.start()] == filled[0][0]:
                    continue  # it stands in the source itself
                self._add_range(start, filled.start())
                if filled[0][0] == FILLED_OBJECT:
                    self.add(OBJECT, filled.start(), filled.end())
                start = filled.end()
        self._add_range(start, end)

    def add(self, text: str, start: int, end: int) -> None:
        """Appends text that stands for a range of the source, usually as a whole."""
        if self.source.startswith(text, start) and end - start == len(text):
            self._add_range(start, end)
        else:
            self._close()
            self._runs.append(Run(text, start, end))

    def add_comment(self, end: int) -> None:
        """Notes that a comment that ends here is no end of the block."""
        self._reach = end

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been added since the last block."""
        return not self._runs and self._end < 0

    @property
    def ends_in_space(self) -> bool:
        """Whether a word that is added now begins a line or follows white space."""
        if self._end >= 0:
            return self.source[self._end - 1].isspace()
        return not self._runs or self._runs[-1].text[-1].isspace()

    def mark(self) -> int:
        """A place to go back to."""
        self._close()
        return len(self._runs)

    def text_from(self, mark: int) -> str:
        """What has been added since `mark`."""
        self._close()
        return "".join(run.text for run in self._runs[mark:])

    def go_back(self, mark: int) -> None:
        """Drops what has been added since `mark`."""
        self._close()
        del self._runs[mark:]

    def take(self, kind: BlockKind, level: int = 0) -> Draft | None:
        """The block, none if it would be blank; one that holds objects alone is no prose.

        A heading of objects keeps its level, for it begins a section.

        What is added from now on belongs to the next.
        """
        self._close()
        runs, self._runs = self._runs, []
        reach, self._reach = self._reach, 0
        while runs and runs[-1].text.isspace():
            runs.pop()
        if runs:
            runs[-1] = _without_trailing_space(runs[-1])
        words = "".join(run.text for run in runs)
        if not words or words.isspace():
            return None
        if not words.replace(OBJECT, "").strip():
            kind = BlockKind.CODE
        span = Span(runs[0].start, runs[-1].end)
        return Draft(kind, span, tuple(runs), level, max(span.end, reach))

    def _add_range(self, start: int, end: int) -> None:
        if start != self._end and start < end:
            # What stands between has vanished: the spaces before and after it are one.
            if self.ends_in_space:
                start += len(self.source[start:end]) - len(self.source[start:end].lstrip(" "))
            self._close()
            self._start = start
        if start < end:
            self._end = end

    def _close(self) -> None:
        if self._end >= 0:
            self._runs.append(Run(self.source[self._start : self._end], self._start, self._end))
            self._end = -1


def _without_trailing_space(run: Run) -> Run:
    text = run.text.rstrip()
    is_range = len(run.text) == run.end - run.start
    return Run(text, run.start, run.start + len(text)) if is_range else run


def placed(comments: Iterable[Comment], drafts: Iterable[Draft]) -> Iterator[Comment]:
    """The comments, told which of them stand in a prose block; both in order of their start."""
    blocks = [draft for draft in drafts if draft.kind.is_prose]
    starts = [block.span.start for block in blocks]
    for comment in comments:
        index = bisect_right(starts, comment.span.start) - 1
        in_block = index >= 0 and comment.span.start < blocks[index].reach
        yield comment._replace(in_block=in_block)


def with_title(drafts: Iterable[Draft], *, at_top: bool = False) -> tuple[Draft, ...]:
    """The blocks, the first heading of level 1 as their title, perhaps only before all prose."""
    titled = list(drafts)
    for index, draft in enumerate(titled):
        if draft.kind == BlockKind.HEADING and draft.level == 1:
            titled[index] = draft._replace(kind=BlockKind.TITLE)
            break
        if at_top and draft.kind.is_prose:
            break
    return tuple(titled)
