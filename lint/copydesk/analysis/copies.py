"""Finds passages that stand in an article twice, word for word or nearly so.

Sentences that begin or end alike are compared; from those that are the same, a passage grows over
the sentences beside them. All of it takes time in proportion to the text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from copydesk.document import OBJECT, Block, BlockKind, Document, Sentence
from copydesk.english.lexicon import FUNCTION_WORDS, PRONOUNS
from copydesk.patterns import lazy_pattern

_SHORTEST = 40
_HEAD, _TAIL = slice(2, 26), slice(-26, -2)
"""What is looked at first of a sentence, without the marks of a quotation, which may differ."""

_WORD = lazy_pattern(r"\w+(?:['’-]\w+)*")
_LONGEST_END = 9
_END = lazy_pattern(r"[.!?…][\"'”’»)\]]*\Z")
_CODE = lazy_pattern(r"[{}|=<>\\]")

_INTERCHANGEABLE = FUNCTION_WORDS - PRONOUNS
_FEWEST_WORDS_NEARLY = 18
_FEWEST_WORDS_BESIDE = 5
_MOST_CHANGED = 0.15
_MOST_LONGER = 1.3
_MOST_EDITS = 4
_LONGEST_EDIT = 6
_LONG = 5
_FARTHEST = 3
"""How many sentences may stand in one copy of a passage only."""

_MOSTLY = 0.75
_SENTENCES = 3
_SHOWN = 8
_FORMULA = 40
"""A shorter passage that stands more than twice is a formula or refrain."""


Changes: TypeAlias = tuple[tuple[str, str], ...]
"""Words of a text and what another has for them; either may be empty."""


class Copy(NamedTuple):
    """A passage that stands twice.

    Attributes:
        first: The sentences of the document that hold it for the first time.
        second: Those that hold it again, all behind `first`.
        words: How many words of the second are copied.
        changes: What the second has for words of the first, where not all are the same.
    """

    first: range
    second: range
    words: int
    changes: Changes

    def sides(self) -> tuple[range, range]:
        """The sentences of the one and of the other."""
        return self.first, self.second


class _Pair(NamedTuple):
    """A sentence, an earlier one that says the same, and what changed."""

    first: int
    second: int
    changes: Changes


def copies(document: Document) -> tuple[Copy, ...]:
    """The passages that come again, in order; none of them a formula or refrain."""
    pairs = {pair.second: pair for pair in _pairs(document)}
    if not pairs:
        return ()
    found = list(_grown(document, pairs))
    times = Counter(copy.first.start for copy in found)
    return tuple(
        copy
        for copy in found
        if copy.words >= _FORMULA
        or (times[copy.first.start] == 1 and not _is_formula(document, copy))
    )


def _is_formula(document: Document, copy: Copy) -> bool:
    """Whether two sections of one pattern begin alike."""
    return all(_opens_section(document, side) for side in copy.sides())


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with a typewriter apostrophe."""
    return _WORD.findall(text.lower().replace("’", "'"))


def _pairs(document: Document) -> Iterator[_Pair]:
    """The sentences of paragraphs that say what an earlier one has said."""
    heads: dict[str, int] = {}
    tails: dict[str, int] = {}
    head_of, tail_of = heads.setdefault, tails.setdefault
    for second, sentence in enumerate(document.sentences):
        text = sentence.text
        if len(text) >= _SHORTEST:
            like = head_of(text[_HEAD], second), tail_of(text[_TAIL], second)
            if like != (second, second) and (pair := _pair(document, like, second)):
                yield pair


def _pair(document: Document, like: tuple[int, int], second: int) -> _Pair | None:
    """The sentence `second` with one of two like it that says the same."""
    for first in sorted(set(like) - {second}):
        changes = _changes(document, document.sentences[first], document.sentences[second])
        if changes is not None:
            return _Pair(first, second, changes)
    return None


def _changes(document: Document, one: Sentence, other: Sentence) -> Changes | None:
    """What `other` says differently; None if it does not say the same as `one`."""
    if not (_is_comparable(one, other) and _END.search(other.text[-_LONGEST_END:])):
        return None
    if OBJECT in other.text or not document.is_literal(other.start, other.end):
        # What stands for code, and where links lead, has to be the same too.
        return () if _have_same_source(document, one, other) else None
    before, after = words_of(one.text), words_of(other.text)
    return _slips(before, after) if len(after) >= _FEWEST_WORDS_NEARLY else _equal(before, after)


def _equal(before: Sequence[str], after: Sequence[str]) -> Changes | None:
    return () if before == after else None


def _is_comparable(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences of running text are about as long."""
    shorter, longer = sorted((len(one.text), len(other.text)))
    return (
        longer <= _MOST_LONGER * shorter
        and _is_running_text(one)
        and _is_running_text(other)
        and not _CODE.search(other.text)
    )


def _have_same_source(document: Document, one: Sentence, other: Sentence) -> bool:
    here, there = (document.span(s.start, s.end) for s in (one, other))
    if here.end - here.start != there.end - there.start:
        return False
    return document.source[slice(*here)].split() == document.source[slice(*there)].split()


def _slips(before: Sequence[str], after: Sequence[str]) -> Changes | None:
    """Where two texts differ; None if they do by more than a slip here and there."""
    changes: list[tuple[str, str]] = []
    left = max(1, _MOST_CHANGED * len(after))
    for old, new in _edits(before, after):
        left -= max(len(old), len(new))
        if left < 0 or len(changes) == _MOST_EDITS or not _is_slip(old, new):
            return None
        changes.append((" ".join(old), " ".join(new)))
    return tuple(changes)


def _edits(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words that stand in one of two texts only, side by side."""
    i = j = 0
    while i < len(before) or j < len(after):
        if before[i : i + 1] == after[j : j + 1]:
            i, j = i + 1, j + 1
            continue
        skipped, added = _resumed(before[i:], after[j:])
        yield list(before[i : i + skipped]), list(after[j : j + added])
        i, j = i + skipped, j + added


def _resumed(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words to pass over in each of two texts until they go on alike."""
    for both in range(1, 2 * _LONGEST_EDIT + 1):
        for skipped in range(max(0, both - _LONGEST_EDIT), min(both, _LONGEST_EDIT) + 1):
            rest = before[skipped : skipped + 2]
            if rest == after[both - skipped : both - skipped + 2]:
                return skipped, both - skipped
    return len(before), len(after)


def _is_slip(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether words were left out, added or misspelt, not others put for them.

    Where a number, a name or a thing differs, two sentences of one pattern tell of two things.
    """
    if any(map(str.isdigit, "".join((*old, *new)))):
        return False
    if not old or not new:
        return True
    if _INTERCHANGEABLE.issuperset((*old, *new)):
        return True
    return len(old) == len(new) and all(map(_is_misspelling, old, new))


def _is_misspelling(one: str, other: str) -> bool:
    """Whether two long words have the same letters but for one, or in another order."""
    if min(len(one), len(other)) < _LONG or one.removesuffix("s") == other.removesuffix("s"):
        return False
    lost, won = Counter(one) - Counter(other), Counter(other) - Counter(one)
    return one[0] == other[0] and lost.total() <= 1 and won.total() <= 1


def _grown(document: Document, pairs: dict[int, _Pair]) -> Iterator[Copy]:
    """The passages around pairs of sentences, none of which overlap in their second place."""
    sentences = document.sentences
    done = 0
    for anchor in pairs.values():
        if anchor.second < done:
            continue
        members = [*reversed(list(_back(document, anchor, done))), anchor]
        members += _ahead(document, pairs, anchor, members[0].second)
        running = [i for i, pair in enumerate(members) if _is_running_text(sentences[pair.second])]
        members = members[running[0] : running[-1] + 1]
        done = members[-1].second + 1
        yield Copy(
            range(members[0].first, members[-1].first + 1),
            range(members[0].second, done),
            sum(len(words_of(sentences[pair.second].text)) for pair in members),
            tuple(change for pair in members for change in pair.changes),
        )


def _back(document: Document, at: _Pair, done: int) -> Iterator[_Pair]:
    """The pairs right before one, the nearest first."""
    pair: _Pair | None = at
    while pair and pair.first and pair.second > done:
        pair = _beside(document, pair.first - 1, pair.second - 1)
        if pair:
            yield pair


def _ahead(document: Document, pairs: dict[int, _Pair], at: _Pair, limit: int) -> Iterator[_Pair]:
    """The pairs that follow on one, as far as the first copy does not reach the second."""
    pair: _Pair | None = at
    while pair and pair.first + 1 < limit and pair.second + 1 < len(document.sentences):
        first, second = pair.first + 1, pair.second + 1
        pair = _beside(document, first, second) or _after_gap(pairs, first, second, limit)
        if pair:
            yield pair


def _beside(document: Document, first: int, second: int) -> _Pair | None:
    """Two sentences next to a pair, if they are a pair, however short."""
    one, other = document.sentences[first].text, document.sentences[second].text
    if OBJECT in one:
        return None
    if one == other:
        return _Pair(first, second, ())
    before, after = words_of(one), words_of(other)
    changes = _slips(before, after) if len(after) >= _FEWEST_WORDS_BESIDE else None
    return None if changes is None else _Pair(first, second, changes)


def _after_gap(pairs: dict[int, _Pair], first: int, second: int, limit: int) -> _Pair | None:
    """The next pair a few sentences on."""
    for ahead in range(second, second + _FARTHEST + 1):
        pair = pairs.get(ahead)
        if pair and first <= pair.first <= min(first + _FARTHEST, limit - 1):
            return pair
    return None


def _is_running_text(sentence: Sentence) -> bool:
    return sentence.block.kind is BlockKind.PARAGRAPH and len(sentence.block.text) >= _SHORTEST


def is_passage(document: Document, copy: Copy) -> bool:
    """Whether a copy is of whole paragraphs, or as long as one."""
    if len(copy.second) >= _SENTENCES and copy.words >= _FORMULA:
        return True
    return all(is_whole(document, side) for side in copy.sides())


def is_whole(document: Document, side: range) -> bool:
    """Whether some sentences make up most of a paragraph."""
    held: Counter[Block] = Counter()
    for sentence in document.sentences[side.start : side.stop]:
        held[sentence.block] += len(sentence.text)
    return any(length >= _MOSTLY * len(block.text) for block, length in held.items())


def _opens_section(document: Document, side: range) -> bool:
    """Whether some sentences stand right under a heading or label."""
    before, at = document.sentences[max(0, side.start - 1)], document.sentences[side.start]
    if before.block is at.block:
        return False
    return is_label(before.block)


def is_label(block: Block) -> bool:
    """Whether a block is a heading, or as short as one."""
    return block.kind is BlockKind.HEADING or len(block.text) < _SHORTEST


def place(document: Document, side: range) -> tuple[int, int]:
    """Where some sentences begin and end in the reading text."""
    return document.sentences[side.start].start, document.sentences[side.stop - 1].end


def excerpt(document: Document, side: range) -> str:
    """The first words of some sentences, in quotation marks."""
    words = document.sentences[side.start].text.split()
    shown = " ".join(words[:_SHOWN]).strip('"“”')
    return f"“{shown} …”"


def told(changes: Changes) -> str:
    """What the first copy has in the place of what stands in the second."""
    if not changes:
        return "stands here first"
    parts = (
        f"“{old}” for “{new}”" if old and new else f"“{old}”" if old else f"no “{new}”"
        for old, new in changes
    )
    return f"stands here first, with {', '.join(parts)}"
