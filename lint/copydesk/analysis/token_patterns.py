"""Finds patterns of tokens, which are written as plain Python data.

    STRAY = TokenPatterns(
        [
            ((word("for in"), word("the").named("stray"), word("a an"), word("year"), word("ago")),
             "“{}” stands before an article"),
        ]
    )
    for match in STRAY.find(document):
        match.tokens("stray"), match.value

A pattern is a tuple of slots (`copydesk.analysis.token_slots`). A match lies within one sentence;
where that begins or ends, the word beside it reads as empty, which `EDGE` asks for and `~word("…")`
accepts.

Each pattern is looked up by the rarest of its words and one beside it, and all that words can tell
is asked before a sentence is tagged. So a table costs what it hits, not what it holds; a pattern
needs a slot of words that are known by name.

spaCy's `Matcher` has operators on attributes of the user's, LanguageTool's rules unify features of
several tokens: what patterns cannot say, a rule asks of the match in Python.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, takewhile
from typing import Generic, NamedTuple, TypeVar

from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.token_slots import Reader, Slot
from copydesk.analysis.vocabulary import places
from copydesk.document import Document

T = TypeVar("T")

Pattern = tuple[Slot, ...]
"""Slots in a row."""

_FREQUENT = (
    "the of and to in a is was for that on as with by it he at from his be are this were an which"
    " or not had but have they has their its one been who she her also all there after more will"
    " when first we would other up i you out into no about so can than what if do some only two"
    " then over time him new could these may them"
).split()
_WEIGHTS = {word: 1 / rank for rank, word in enumerate(_FREQUENT, 1)} | {",": 1.0, ".": 1.0}
"""How often frequent words are met, against the most frequent (Zipf's law)."""

_RARE = 1 / 400
"""The same for any other word."""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """The tokens `[first:end]` fit a pattern.

    Attributes:
        first: The index of the first token.
        end: The index after the last.
        value: What the table has for the pattern.
        captures: What each named slot took.
    """

    first: int
    end: int
    value: T
    captures: dict[str, range]

    def tokens(self, name: str) -> range:
        """The tokens that the slot of this name took; empty if it took none."""
        return self.captures.get(name, range(self.first, self.first))


class TokenPatterns(Generic[T]):
    """Patterns, and a value for each."""

    def __init__(
        self, patterns: Iterable[tuple[Pattern, T]], unless: Iterable[Pattern] = ()
    ) -> None:
        """Takes patterns, and others that undo what they find where they overlap with it.

        Raises:
            ValueError: A pattern has no slot of words known by name that takes just one token.
        """
        self._entries = [
            _Entry(pattern, value, anchor := _anchor(pattern), _fixed(pattern, anchor))
            for pattern, value in patterns
        ]
        self._unless = tuple((pattern, None) for pattern in unless)

    def find(self, document: Document) -> Iterator[Match[T]]:
        """The matches in an article, in order of their first token; they may overlap."""
        found: dict[tuple[int, int], Match[T]] = {}
        words = document.tokens.lowers
        for at in places(document, self._index.keys()):
            for step, by_neighbour in self._index[words[at]].items():
                neighbour = words[at + step] if 0 <= at + step < len(words) else ""
                for number in by_neighbour.get(neighbour, ()):
                    if self._entries[number].may_match(words, at):
                        for match in _matches(document, self._entries[number], at):
                            found[match.first, number] = match
        kept = [found[key] for key in sorted(found)]
        return iter(self._left(document, kept) if kept and self._unless else kept)

    def _left(self, document: Document, found: list[Match[T]]) -> list[Match[T]]:
        """The matches that no exception overlaps."""
        taken = {
            index
            for exception in self._exceptions.find(document)
            for index in range(exception.first, exception.end)
        }
        return [match for match in found if taken.isdisjoint(range(match.first, match.end))]

    @cached_property
    def _exceptions(self) -> "TokenPatterns[None]":
        return TokenPatterns(self._unless)

    @cached_property
    def _index(self) -> "_Index":
        """The patterns by the words of a slot, the step to a slot beside it, and its words.

        The step is 0 where the words beside it are not known by name.
        """
        index: _Index = {}
        for number, entry in enumerate(self._entries):
            step, neighbours = _neighbour(entry)
            for word in entry.slots[entry.anchor].words or ():
                by_neighbour = index.setdefault(word, {}).setdefault(step, {})
                for neighbour in neighbours if step else (word,):
                    by_neighbour.setdefault(neighbour, []).append(number)
        return index


_Index = dict[str, dict[int, dict[str, list[int]]]]


class _Entry(NamedTuple, Generic[T]):
    """A pattern of a table.

    Attributes:
        slots: The pattern.
        value: What the table has for it.
        anchor: The slot that it is looked up by.
        fixed: How far from the anchor which words must stand, as far as it is always as far.
    """

    slots: Pattern
    value: T
    anchor: int
    fixed: "_Fixed"

    def may_match(self, words: Sequence[str], at: int) -> bool:
        """Whether the words around token `at`, the anchor, are those that must be there."""
        for step, known in self.fixed:
            if not 0 <= at + step < len(words) or words[at + step] not in known:
                return False
        return True


_Fixed = tuple[tuple[int, frozenset[str]], ...]


def _fixed(slots: Pattern, anchor: int) -> _Fixed:
    """The words that stand at one distance from the anchor in all matches, nearest first."""
    found: list[tuple[int, frozenset[str]]] = []
    for step, beside in ((1, slots[anchor + 1 :]), (-1, slots[:anchor][::-1])):
        single = takewhile(lambda slot: slot.least == slot.most == 1, beside)
        found += (
            (step * far, slot.words)
            for far, slot in enumerate(single, 1)
            if slot.words and "" not in slot.words
        )
    return tuple(found)


def _anchor(slots: Pattern) -> int:
    """The slot whose words are met least often."""
    single = [at for at, slot in enumerate(slots) if slot.words and slot.least == slot.most == 1]
    named = [at for at in single if "" not in (slots[at].words or ())]
    if not named:
        raise ValueError("a pattern needs a slot of words that are known by name")
    return min(named, key=lambda at: _weight(slots[at].words or ()))


def _weight(words: Iterable[str]) -> float:
    return sum(_WEIGHTS.get(word, _RARE) for word in words)


def _neighbour(entry: _Entry[T]) -> tuple[int, frozenset[str]]:
    """The step from the anchor to a slot of known words beside it, and these words."""
    beside = {
        step: entry.slots[entry.anchor + step]
        for step in (-1, 1)
        if 0 <= entry.anchor + step < len(entry.slots)
    }
    known = {
        step: slot.words
        for step, slot in beside.items()
        if slot.words and "" not in slot.words and slot.least == slot.most == 1
    }
    if not known:
        return 0, frozenset()
    return min(known.items(), key=lambda item: _weight(item[1]))


def _matches(document: Document, entry: _Entry[T], at: int) -> Iterator[Match[T]]:
    """The matches of a pattern whose anchor is token `at`."""
    reader = Reader(document, document.analysis(sentence_tokens).around(at))
    before = entry.slots[: entry.anchor]
    nearest, farthest = at - sum(s.least for s in before), at - sum(s.most for s in before)
    for first in range(nearest, max(farthest, reader.sentence.start - 1) - 1, -1):
        if _counts(reader, entry.slots, first, _may_hold) is None:
            continue
        counts = _counts(reader, entry.slots, first, _holds)
        if counts is not None:
            yield _match(reader.sentence, entry, first, counts)


_Test = Callable[[Reader, Slot, int], bool]


def _may_hold(reader: Reader, slot: Slot, index: int) -> bool:
    return slot.told(reader.word(index)) is not False


def _holds(reader: Reader, slot: Slot, index: int) -> bool:
    return slot.holds(reader, index)


def _counts(reader: Reader, slots: Pattern, at: int, test: _Test) -> tuple[int, ...] | None:
    """How many tokens from `at` on each slot takes; None if they do not fit."""
    if not slots:
        return ()
    slot = slots[0]
    most = min(slot.most, reader.sentence.stop + 1 - at)  # the edge is one token more
    fitting = takewhile(lambda index: test(reader, slot, index), range(at, at + most))
    choices = range(slot.least, len(tuple(fitting)) + 1)
    for count in reversed(choices) if slot.greedy else choices:
        rest = _counts(reader, slots[1:], at + count, test)
        if rest is not None:
            return (count, *rest)
    return None


def _match(sentence: range, entry: _Entry[T], first: int, counts: tuple[int, ...]) -> Match[T]:
    bounds = [
        min(max(bound, sentence.start), sentence.stop)
        for bound in accumulate(counts, initial=first)
    ]
    captures = {
        slot.name: range(start, end)
        for slot, (start, end) in zip(entry.slots, pairwise(bounds), strict=True)
        if slot.name
    }
    return Match(bounds[0], bounds[-1], entry.value, captures)
