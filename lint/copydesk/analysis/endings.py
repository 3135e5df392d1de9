"""Finds the paragraphs of running text that do not end as sentences do."""

from itertools import chain, pairwise
from typing import NamedTuple

from copydesk.document import Block, BlockKind, Document
from copydesk.patterns import lazy_pattern

_CLOSERS = "\"'“”’»)]*_"
_STOPS = (".", "!", "?", "…", ":", ";", "。", "！", "？", "।", "؟", "۔")
_NOTES = lazy_pattern(r"(?:\s?\[\w{1,3}\])+\Z|[\d*†‡¹²³⁰-⁹]{1,3}\Z")
_SENTENCE_START = lazy_pattern(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])*\s+")
_LONGEST_END = 30
_FEWEST_WORDS = 12
_SHORTEST = 60
_FEWEST_WORDS_OF_SENTENCE = 5
_APART = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE})
_LAST_WORD = lazy_pattern(r"[^\W_][\w'’.-]*(?=\W*\Z)")
_FEWEST_WRAPPED = 50
_KEPT_LINES = 4


class Unfinished(NamedTuple):
    """A paragraph without a stop.

    Attributes:
        block: The paragraph.
        before: The block of prose before it.
        next: The block that follows, be it prose or not.
    """

    block: Block
    before: Block | None
    next: Block | None

    @property
    def last_sentence(self) -> str:
        """What stands after its last stop."""
        return last_sentence(self.block.text)

    @property
    def sentences(self) -> int:
        """How many sentences have ended in it."""
        return sum(1 for _ in _SENTENCE_START.finditer(self.block.text))


class Endings(NamedTuple):
    """How the paragraphs of an article end.

    Attributes:
        stopped: How many of running text end in a stop.
        unfinished: Those of running text that end in none.
        short: Shorter ones, of several words, that end in none.
    """

    stopped: int
    unfinished: tuple[Unfinished, ...]
    short: tuple[Unfinished, ...]


def endings(document: Document) -> Endings:
    """How the paragraphs of running text end.

    One that leads over to a list, to code or to a quotation set apart needs no stop, and lines of
    an address or a poem are no running text.
    """
    stopped = 0
    unfinished: list[Unfinished] = []
    short: list[Unfinished] = []
    before: Block | None = None
    for block, following in pairwise(chain(document.blocks, (None,))):
        if block is None:
            break
        if block.kind is BlockKind.PARAGRAPH:
            if is_stopped(block.text):
                stopped += len(block.text) >= _SHORTEST
            elif not _needs_no_stop(block.text, following):
                found = unfinished if is_running(block.text) else short
                found.append(Unfinished(block, before, following))
        if block.text:
            before = block
    return Endings(stopped, tuple(unfinished), tuple(short))


def is_running(text: str) -> bool:
    """Whether a text is long enough to be more than a label or a line of verse."""
    return len(text) >= _SHORTEST and text.count(" ") + text.count("\n") >= _FEWEST_WORDS - 1


def is_stopped(text: str) -> bool:
    """Whether a text ends in a stop, perhaps before the number of a note."""
    if text.endswith("."):
        return True
    end = text[-_LONGEST_END:].rstrip(_CLOSERS)
    if end.endswith(_STOPS):
        return True
    return _NOTES.sub("", text[-_LONGEST_END:]).rstrip(_CLOSERS + " ").endswith(_STOPS)


def last_sentence(text: str) -> str:
    """What stands after the last stop of a text, the one that ends it apart."""
    starts = [found.end() for found in _SENTENCE_START.finditer(text)]
    return text[starts[-1] if starts else 0 :]


def last_word(text: str) -> str:
    """The last word of a text, whatever marks follow it."""
    found = _LAST_WORD.search(text, max(0, len(text) - _LONGEST_END))
    return found[0] if found else ""


def _needs_no_stop(text: str, following: Block | None) -> bool:
    """Whether a text is a label or one of lines, or what follows may be the rest of it."""
    is_label = text.count(" ") < _FEWEST_WORDS_OF_SENTENCE - 1
    leads_over = following is not None and following.kind not in _APART
    return is_label or leads_over or _is_of_lines(text)


def _is_of_lines(text: str) -> bool:
    """Whether the line before the last is too short to have been broken for its width."""
    *lines, _ = text.rsplit("\n", _KEPT_LINES)
    return bool(lines) and min(map(len, lines[-_KEPT_LINES + 1 :])) < _FEWEST_WRAPPED
