"""Phrases with alternatives and gaps, matched against tokens."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, product
from typing import Generic, NamedTuple, TypeVar

from copydesk.analysis.phrases import Match
from copydesk.document import BREAK, OBJECT

T = TypeVar("T")

STOPS = frozenset(".!?…")
_BARRIERS = STOPS | {BREAK, OBJECT}
_GAP = "*"
_NOTHING = ""
"""Stands for what a phrase cannot lack if it may lack any word."""

_NUMBER = "#"
_REACH = 12
"""The most tokens that a gap inside a phrase takes."""

_LONGEST_END = 60
"""The most tokens that a gap at the end of a phrase takes."""

_MOST_MARKS = 3
"""The most marks that may stand before a word of a phrase."""

Element = frozenset[str]
"""What may stand in one place of a phrase."""

_ANYTHING: Element = frozenset({_GAP})


class LoosePhrases(Generic[T]):
    """Phrases in a small language, by the words they may begin with.

    A phrase is a line of elements: `this/that` for one word or the other, a final `?` where the
    word may be missing, `#` for a number, `#-word` for a number with an ending, a mark for itself,
    `*` for up to a dozen words of the same sentence, at the end of a phrase for its rest. Marks
    between words do not count; the end of a sentence does.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Raises `ValueError` if a phrase begins with a gap."""
        self._phrases = [(phrase.split(), value) for phrase, value in phrases]
        self._by_first: dict[str, list[tuple[list[str], T]]] = {}
        for elements, value in self._phrases:
            for word in _firsts(elements):
                if word == _GAP:
                    raise ValueError(f"{' '.join(elements)!r} begins with a gap")
                self._by_first.setdefault(word, []).append((elements, value))
        self._rests: dict[str, _Rests[T]] = {}
        self.firsts = frozenset(self._by_first)
        """What a phrase may begin with."""

    def may_occur(self, vocabulary: AbstractSet[str]) -> bool:
        """Whether a text of these words may hold a phrase."""
        needs = self._needs
        return _NOTHING in needs or any(
            not any(map(vocabulary.isdisjoint, others))
            for word, alternatives in needs.items()
            if word in vocabulary
            for others in alternatives
        )

    @cached_property
    def _needs(self) -> dict[str, list[list[Element]]]:
        """What else phrases cannot lack, by the words of the place with the longest ones."""
        needs: dict[str, list[list[Element]]] = {}
        for elements, _ in self._phrases:
            required = _required(elements) or [frozenset({_NOTHING})]
            for word in required[0]:
                needs.setdefault(word, []).append(required[1:])
        return needs

    def longest(self, words: Sequence[str], first: int, stop: int) -> Match[T] | None:
        """The longest phrase that begins with token `first` and ends before `stop`."""
        head = _key(words[first])
        if head not in self.firsts:
            return None
        rests = self._rests.get(head) or self._expand(head)
        second = words[first + 1] if first + 1 < stop else ""
        if second.isalpha() and rests.seconds and second not in rests.seconds:
            return None
        best: Match[T] | None = None
        for rest, value in rests.rests:
            end = _end(words, first + 1, stop, rest)
            if end is not None and (best is None or end > best.end):
                best = Match(first, end, value)
        return best

    def _expand(self, head: str) -> "_Rests[T]":
        """What may follow a first word; laid out when the word is met, for few ever are."""
        rests = [
            (tuple(rest), value)
            for elements, value in self._by_first[head]
            for first, *rest in _expanded(elements)
            if head in first
        ]
        made = self._rests[head] = _Rests(rests, _seconds(rests))
        return made


class _Rests(NamedTuple, Generic[T]):
    """What may follow the first word of phrases, and what may stand second; empty if anything."""

    rests: list[tuple[tuple[Element, ...], T]]
    seconds: Element


def _firsts(elements: Sequence[str]) -> set[str]:
    """The words that a phrase may begin with: those of the first element that cannot be missing."""
    firsts: set[str] = set()
    for element in elements:
        firsts.update(element.removesuffix("?").split("/"))
        if not element.endswith("?"):
            break
    return firsts


def _required(elements: Sequence[str]) -> list[Element]:
    """The words that a phrase cannot lack, the longer first, as these are mostly rarer."""
    words = [e.split("/") for e in elements if e[0].isalpha() and not e.endswith("?")]
    return [frozenset(ones) for ones in sorted(words, key=lambda ones: -min(map(len, ones)))]


def _seconds(rests: Iterable[tuple[tuple[Element, ...], object]]) -> Element:
    """What may stand second; empty if anything may."""
    firsts = [rest[0] if rest else _ANYTHING for rest, _ in rests]
    return frozenset() if _ANYTHING in firsts else frozenset(word for one in firsts for word in one)


def _expanded(elements: Sequence[str]) -> Iterator[list[Element]]:
    """The phrase with and without each word that may be missing."""
    choices = [_choices(element) for element in elements]
    return (list(chain.from_iterable(chosen)) for chosen in product(*choices))


def _choices(element: str) -> tuple[tuple[Element, ...], ...]:
    words = (frozenset(element.removesuffix("?").split("/")),)
    return (words, ()) if element.endswith("?") else (words,)


def _key(word: str) -> str:
    """What a token is called in a phrase: a number by its sign, `4.3k` too."""
    if not word[0].isdecimal():
        return word
    ending = word.lstrip("0123456789.,:/")
    return _NUMBER + ending if len(ending) > 1 else _NUMBER


def _end(words: Sequence[str], at: int, stop: int, elements: Sequence[Element]) -> int | None:
    """Where the tokens from `at` that are `elements` end; None if they are not."""
    for index, element in enumerate(elements):
        if element == _ANYTHING:
            rest = elements[index + 1 :]
            return _end_after_gap(words, at, stop, rest) if rest else sentence_end(words, at, stop)
        after = _step(words, at, stop, element)
        if after is None:
            return None
        at = after
    return at


def _end_after_gap(
    words: Sequence[str], at: int, stop: int, elements: Sequence[Element]
) -> int | None:
    for start in range(at, min(at + _REACH, stop)):
        end = _end(words, start, stop, elements)
        if end is not None:
            return end
        if words[start] in _BARRIERS:
            return None
    return None


def _step(words: Sequence[str], at: int, stop: int, element: Element) -> int | None:
    """The token after the one that is `element`, marks before a word passed over."""
    for index in range(at, min(at + _MOST_MARKS + 1, stop)):
        word = words[index]
        if word in element or _key(word) in element:
            return index + 1
        if word[0].isalnum() or word in _BARRIERS:
            return None
    return None


def sentence_end(words: Sequence[str], at: int, stop: int) -> int | None:
    """Where the sentence that goes on at `at` ends, its stop not included; None if far away."""
    for index in range(at, min(at + _LONGEST_END, stop)):
        if words[index] in _BARRIERS:
            return index
    return stop if stop - at <= _LONGEST_END else None
