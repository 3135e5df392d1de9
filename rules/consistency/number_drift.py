"""A number of people or things that changes on the way through the article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from copydesk import BREAK, Block, BlockKind, Document, Finding, Related, Rule
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places
from copydesk.english.numerals import number, numeral_at, written

_DEATH = frozenset("killed dead died slain killing kills deaths fatalities".split())
_INJURY = frozenset("injured wounded hurt injuring wounding injuries".split())
_OUTCOMES = _DEATH | _INJURY
_ACTIVE = frozenset("killed killing kills injured injuring wounded wounding".split())
_PASSIVE = frozenset("killed dead died slain injured wounded hurt deaths fatalities".split())
_PEOPLE = frozenset("people persons".split())
_AUXILIARIES = frozenset("is are was were be been being have has had who left".split())

_DEFINITE = frozenset("the these those all".split())
_INEXACT = frozenset(
    "about almost another approximately around as between estimated extra first further just last"
    " least less many more most nearly next only or other others over roughly second some than to"
    " under".split()
)
"""Words next to a number after which it is not the number of all."""

_UPDATES = frozenset(
    "ago another april august city confirmed december during each earlier february initial"
    " initially january july june later least march month november october previous previously"
    " respectively revised rise risen rising rose second separate september since so still third"
    " toll total updated week weekend year years yesterday".split()
)
"""Words in a sentence that may speak of another time, event or count."""

_LEAD = 2
"""Paragraphs after the title in which the article says again what the title says."""
_FEWEST_LETTERS = 4


class _Count(NamedTuple):
    """How many of something there are, in the tokens `[first:end]`."""

    first: int
    end: int
    value: float
    kind: str
    definite: bool


class NumberDrift(Rule):
    """The number of the same people or things changes within an article."""

    name: ClassVar = "number-drift"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = dict.fromkeys((*_title_against_lead(document), *_recalled(document)))
        for first, other in found:
            yield self._finding(document, first, other)

    def _finding(self, document: Document, first: _Count, other: _Count) -> Finding:
        (start, end), told = (_place(document, count) for count in (other, first))
        words, before = (" ".join(document.text[a:b].split()) for a, b in ((start, end), told))
        by = written(abs(other.value - first.value))
        return self.finding(
            document.span(start, end),
            f"“{words}” differs by {by} from “{before}” before",
            related=(Related(document.span(*told), f"here it is {written(first.value)}"),),
        )


def _place(document: Document, count: _Count) -> tuple[int, int]:
    return document.tokens.starts[count.first], document.tokens.end(count.end - 1)


def _title_against_lead(document: Document) -> Iterator[tuple[_Count, _Count]]:
    """Numbers in the title, and the first that the paragraphs after it give instead."""
    title = document.prose[0] if document.prose else None
    if not title or not _is_title(title):
        return
    told = {count.kind: count for count in _counts(document, title)}
    if not told:
        return
    paragraphs = (block for block in document.prose[1:] if block.kind is BlockKind.PARAGRAPH)
    lead = [count for block in islice(paragraphs, _LEAD) for count in _counts(document, block)]
    for kind, count in told.items():
        values = {other.value for other in lead if other.kind == kind}
        if len(values) == 1 and count.value not in values and not _stands_later(document, count):
            yield count, next(other for other in lead if other.kind == kind)


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.TITLE or (block.kind is BlockKind.HEADING and block.level == 1)


def _stands_later(document: Document, count: _Count) -> bool:
    """Whether the number of the title comes up again, so that both may be right."""
    words = document.tokens.lowers
    later = range(document.tokens.index_at(document.prose[1].start), len(words))
    return any(number(words[i].removesuffix("-year")) == count.value for i in later)


def _recalled(document: Document) -> Iterator[tuple[_Count, _Count]]:
    """The one number of the dead or injured, and “the 14 people killed” that recalls another."""
    by_kind = defaultdict[str, list[_Count]](list)
    for i in places(document, _OUTCOMES):
        if count := _casualties(document, i):
            by_kind[count.kind].append(count)
    for counts in by_kind.values():
        told = [count for count in counts if not count.definite]
        if len({count.value for count in told}) != 1:
            continue
        for count in counts:
            recalls = count.definite and count.first > told[0].first
            if recalls and count.value != told[0].value:
                yield told[0], count


def _counts(document: Document, block: Block) -> Iterator[_Count]:
    """The exact numbers of one block with the noun each counts."""
    words = document.tokens.lowers
    for i in document.tokens.between(block.start, block.end):
        if words[i] in _OUTCOMES:
            if count := _casualties(document, i):
                yield count
        elif count := _things(document, i):
            yield count


def _things(document: Document, i: int) -> _Count | None:
    """The number `i` with the plural noun next to it; a measure with the word before it too."""
    words = document.tokens.lowers
    found = numeral_at(words, i)
    if not found or i + 1 >= len(words) or found.value < 2:
        return None
    noun, before = words[i + 1], words[i - 1] if i else ""
    is_noun = noun.isalpha() and noun.endswith("s") and len(noun) >= _FEWEST_LETTERS
    if (
        not is_noun
        or noun in _NO_COUNTS
        or document.analysis(quotations).covers(document.tokens.starts[i])
    ):
        return None
    if noun in _MEASURES:  # “jailed for 5 years” against “for 6 years”
        kind = f"{before} {noun}"
        return _Count(i, i + 2, found.value, kind, definite=False) if before in _LINKS else None
    if before in _INEXACT:
        return None
    return _Count(i, i + 2, found.value, noun, definite=False)


def _casualties(document: Document, i: int) -> _Count | None:
    """The number of those whom word `i` says to be dead or injured."""
    words = document.tokens.lowers
    kind = "killed" if words[i] in _DEATH else "injured"
    at = _number_before(words, i) if words[i] in _PASSIVE else None
    if at is None and words[i] in _ACTIVE and numeral_at(words, i + 1):
        at = i + 1
    if at is None:
        return None
    found = numeral_at(words, at)
    first, end = min(at, i), max(at, i) + 1
    if words[at + 1 : at + 2] and words[at + 1] in _PEOPLE:
        end = max(end, at + 2)
    elif at > i and not _ends_phrase(words, at + 1):
        return None
    if not found or not _is_exact(document, at, end):
        return None
    return _Count(first, end, found.value, kind, at > 0 and words[at - 1] in _DEFINITE)


def _number_before(words: Sequence[str], i: int) -> int | None:
    """Where the number stands of the people who are subject of the participle `i`."""
    at = i - 1
    while at >= 0 and words[at] in _AUXILIARIES:
        at -= 1
    if at >= 0 and words[at] in _PEOPLE:
        at -= 1
    return at if numeral_at(words, at) else None


def _ends_phrase(words: Sequence[str], i: int) -> bool:
    """Whether no noun follows that would tell who they were."""
    return i >= len(words) or not words[i][0].isalpha() or words[i] in _AFTER_NUMBERS


def _is_exact(document: Document, at: int, end: int) -> bool:
    """Whether the number at `at` is of all, in the words of the narrator, here and now."""
    tokens = document.tokens
    words = tokens.lowers
    before = words[at - 1] if at else ""
    if before in _INEXACT or words[at + 1 : at + 2] == ["of"]:
        return False
    if document.analysis(quotations).covers(tokens.starts[at]):
        return False
    near = (*_sentence_before(words, at), *_sentence_after(words, end))
    return _UPDATES.isdisjoint(near) and not any(_is_year(word) for word in near)


def _sentence_before(words: Sequence[str], at: int) -> Sequence[str]:
    first = at
    while first > 0 and at - first < _WIDEST and words[first - 1] not in _STOPS:
        first -= 1
    return words[first:at]


def _sentence_after(words: Sequence[str], at: int) -> Sequence[str]:
    end = at
    while end < len(words) and end - at < _WIDEST and words[end] not in _STOPS:
        end += 1
    return words[at:end]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}


_STOPS = frozenset((".", "!", "?", BREAK))
_WIDEST = 60
_AFTER_NUMBERS = frozenset(
    "after and as at before but by during in including near on when while".split()
)
_LINKS = frozenset("to for".split())
_MEASURES = frozenset("years months weeks days hours minutes miles metres meters".split())
_NO_COUNTS = frozenset(
    "acres billions cents degrees dollars euros feet games goals grams inches kilometers kilometres"
    " litres matches millions others percents points pounds seconds shares things thousands times"
    " tonnes tons yards ways tips reasons".split()
)
