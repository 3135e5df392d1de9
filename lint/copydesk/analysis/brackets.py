"""Finds the round and square brackets that pair with nothing."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copydesk.document import BREAK, Document
from copydesk.patterns import lazy_pattern

_BRACKET = lazy_pattern(r"[()\[\]]")
_BRACKET_OR_BREAK = lazy_pattern(rf"[()\[\]{BREAK}]")
_PARTNER = {")": "(", "]": "["}
_SMILING = lazy_pattern(
    r"(?<![\w;:])(?:[:;=]|[;:]['^o]|=-)\)|(?<![;:])[;:]-\)|(?<!\w)[xX]\)|[(\[][:;=][-'^]?(?!\w)"
)
_FROWNING = lazy_pattern(r"(?<!\w)[:;=]['-]?[(\[](?!\w)")
_ENUMERATED = lazy_pattern(r"""(?:\A|[\s(\[;,:“"*])(?:\d{1,3}[a-z]?|[A-Za-z]|[ivxIVX]{1,5})\Z""")
_FIRST = lazy_pattern(r"(?:\A|[\s(])[aA1iI]\Z")
_LABEL = lazy_pattern(rf"(?:\A|[\n{BREAK}])[\w.]{{1,5}}\Z")
_INTERVAL = lazy_pattern(r"\s*[-+−]?[\w.∞]+(?:-\w+)?\s*[,;]\s*[-+−]?[\w.∞]+(?:-\w+)?\s*")
_EYES = (":", ";")
_LONGEST_NUMBER = 7
_LONGEST_INTERVAL = 40
_LONGEST_MISMATCH = 120
_DEEPEST = 3
_MOST = 100
"""More brackets that do not pair in one block are a drawing."""

_FARTHEST = 5
"""The most paragraphs that an aside may run over."""


class Unpaired(NamedTuple):
    """A bracket without its partner.

    Attributes:
        start: Where it stands.
        text: The bracket.
        block: The number of its block among those of prose.
        other: Where the bracket of another kind stands that takes its partner's place.
    """

    start: int
    text: str
    block: int
    other: int | None = None

    @property
    def opens(self) -> bool:
        """Whether it opens what nothing closes."""
        return self.text in "(["


def unpaired_brackets(document: Document) -> tuple[Unpaired, ...]:
    """The brackets of `document` without a partner, less marks of lists and parts of faces.

    They pair within a block. Beyond it an aside goes on only where the very next bracket without
    a partner closes it.
    """
    if not _left(_BRACKET_OR_BREAK.findall(document.text)).strip(BREAK):
        return ()
    unpaired: list[Unpaired] = []
    for number, block in enumerate(document.prose):
        if 0 < len(_left(_BRACKET.findall(block.text))) <= _MOST:
            reading = _Reading(document.text, number)
            for match in _BRACKET.finditer(document.text, block.start, block.end):
                reading.read(match[0], match.start())
            unpaired += reading.unpaired()
    return tuple(_without_asides(unpaired))


def _left(found: Iterable[str]) -> str:
    """What is left of brackets without the pairs; of deep nests some stay, which does no harm."""
    left = "".join(found)
    for _ in range(_DEEPEST):
        left = left.replace("()", "").replace("[]", "")
    return left


class _Reading:
    """The brackets of one block as they are read."""

    def __init__(self, text: str, block: int) -> None:
        self.text = text
        self.block = block
        self.open: list[tuple[str, int]] = []
        self.open_kinds = {"(": 0, "[": 0}
        self.lost: list[Unpaired] = []
        self.is_uncertain = False

    def read(self, bracket: str, at: int) -> None:
        """Takes in the next bracket."""
        if bracket in "([":
            if not self._frowns(at):
                self.open.append((bracket, at))
                self.open_kinds[bracket] += 1
        elif self.open_kinds[_PARTNER[bracket]]:
            self._close(bracket, at)
        elif not self._is_mark(bracket, at):
            self._read_stray(bracket, at)

    def unpaired(self) -> Iterator[Unpaired]:
        """The brackets without a partner, in order.

        Where items are numbered “a)” in an aside, or a face ends one, there is no telling what
        closes it.
        """
        lost = [one for one in self.lost if not (one.text == ")" and self.is_uncertain)]
        lost += (
            Unpaired(at, bracket, self.block)
            for bracket, at in self.open
            if not (self._smiles(at) or self._hangs_on_word(at))
        )
        yield from sorted(lost)

    def _close(self, bracket: str, at: int) -> None:
        if bracket == ")" and self._may_be_none(at):
            self.is_uncertain = True
        while True:
            opening, start = self.open.pop()
            self.open_kinds[opening] -= 1
            if opening == _PARTNER[bracket]:
                return
            if not self._is_interval(start, at):
                self.lost.append(Unpaired(start, opening, self.block))

    def _read_stray(self, bracket: str, at: int) -> None:
        """Takes in a bracket that closes none of its kind, but perhaps one of the other."""
        other = self.open[-1][1] if self.open else None
        if other is None or at - other > _LONGEST_MISMATCH:
            self.lost.append(Unpaired(at, bracket, self.block))
            return
        self.open_kinds[self.open.pop()[0]] -= 1
        if not self._is_interval(other, at):
            self.lost.append(Unpaired(at, bracket, self.block, other))

    def _is_mark(self, bracket: str, at: int) -> bool:
        """Whether a bracket that closes nothing is none: a part of a face, or a list's mark."""
        is_mark = self._is_enumerator(at) or self.text[at - 1] in _EYES
        return (bracket == ")" and is_mark) or self._smiles(at)

    def _may_be_none(self, at: int) -> bool:
        """Whether a bracket that closes an aside may rather be the mark of its first item."""
        is_first = self._is_enumerator(at) and _FIRST.search(self._before(at))
        return bool(is_first) or self._smiles(at)

    def _is_enumerator(self, at: int) -> bool:
        after = self.text[at + 1 : at + 2]
        if after and not (after.isspace() or after.isalnum()):
            return False
        before = self._before(at)
        return bool(_ENUMERATED.search(before) or _LABEL.search(before))

    def _before(self, at: int) -> str:
        return self.text[max(0, at - _LONGEST_NUMBER) : at]

    def _frowns(self, at: int) -> bool:
        return any(_FROWNING.match(self.text, i) for i in range(max(0, at - 2), at))

    def _smiles(self, at: int) -> bool:
        start = max(0, at - 2)
        return any(_SMILING.match(self.text, i) for i in range(start, at + 1))

    def _hangs_on_word(self, at: int) -> bool:
        """Whether a bracket is the mouth of a face that hangs on a word, and opens nothing."""
        after = self.text[at + 1 : at + 2]
        return self.text[at - 1] in _EYES and (not after or after.isspace())

    def _is_interval(self, start: int, end: int) -> bool:
        if end - start > _LONGEST_INTERVAL:
            return False
        return _INTERVAL.fullmatch(self.text, start + 1, end) is not None


def _without_asides(unpaired: list[Unpaired]) -> Iterator[Unpaired]:
    """All but those that open and close an aside of several blocks."""
    asides: set[int] = set()
    opened: list[Unpaired] = []
    for one in unpaired:
        if one.opens:
            opened.append(one)
        elif opened and opened[-1].text == _PARTNER[one.text] and one.other is None:
            opening = opened.pop()
            if one.block - opening.block <= _FARTHEST:
                asides |= {opening.start, one.start}
        else:
            opened.clear()
    return (one for one in unpaired if one.start not in asides)
