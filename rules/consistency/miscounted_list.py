"""A list with more or fewer items than it is said to have."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from copydesk import BREAK, Block, BlockKind, Document, Finding, Related, Rule, lazy_pattern
from copydesk.analysis.dates import MONTHS
from copydesk.analysis.quotations import quotations
from copydesk.english.numerals import number, numeral_at, written

_ITEM = r"(?!and\s|or\s)[\w’'“”\"-]+(?:\s(?!and\s|or\s)[\w’'“”\"-]+){0,4}"
_SERIES = lazy_pattern(
    rf":\s(?P<most>{_ITEM}(?:,\s{_ITEM})+)(?P<serial>,)?\s(?:and|or)\s{_ITEM}(?=\.\s|\.?\Z|\.?\n)"
)
"""At least three items, without anything in them that may part them otherwise."""

_PARTED = lazy_pattern(
    r":\s(?P<items>(?:[^.:;!?\n()\ufdd0]+;\s)+(?:and|or)\s[^.:;!?\n()\ufdd0]+)(?=\.\s|\.?\Z|\.\n)"
)
"""Items that semicolons part, in which commas part something else."""

_MARKER = lazy_pattern(r"[ \t]*(?:[-*+•‣◦]|[0-9]{1,3}[.)])[ \t]")
_STOPS = frozenset((".", "!", "?", ";", BREAK))
_LONGEST_CLAUSE = 24
_MOST_ADJECTIVES = 2
_MOST_ITEMS = 20
_MEASURES = frozenset(
    "years months weeks days hours minutes seconds times dollars euros pounds points metres meters"
    " miles kilometres kilometers others".split()
)
_NOT_ALL = frozenset(
    "about approximately around at example examples few first highlights include included includes"
    " including last least like mainly more most next other over roughly some such than to"
    " up".split()
)
"""Words in a clause after which the list need not be of all; in a list, examples follow them."""

_NO_PLURALS = frozenset("as has its his is was this does across always thus us yes".split())


class _Claim(NamedTuple):
    """The words from `start` to `end` of the reading text that say how many items follow."""

    start: int
    end: int
    value: float


class MiscountedList(Rule):
    """A list has more or fewer items than the words before it say."""

    name: ClassVar = "miscounted-list"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        if ":" in document.text:
            yield from self._in_sentences(document)
        if "; and " in document.text or "; or " in document.text:
            yield from self._parted(document)
        yield from self._in_blocks(document)

    def _in_sentences(self, document: Document) -> Iterator[Finding]:
        """Items after a colon, parted by commas."""
        for found in _SERIES.finditer(document.text):
            claim = _claim(document, found.start())
            examples = not _NOT_ALL.isdisjoint(found["most"].split())
            if not claim or examples or document.analysis(quotations).covers(found.start()):
                continue
            items = found["most"].count(",") + 2
            fewest = items if found["serial"] else items - 1  # “bread and butter” may be one
            if not fewest <= claim.value <= items:
                span = document.span(found.start("most"), found.end())
                yield self._finding(document, claim, items, Related(span, "the items"))

    def _parted(self, document: Document) -> Iterator[Finding]:
        """Items after a colon, parted by semicolons."""
        for found in _PARTED.finditer(document.text):
            claim = _claim(document, found.start())
            items = found["items"].count(";") + 1
            if not claim or items == claim.value:
                continue
            if not document.analysis(quotations).covers(found.start()):
                evidence = Related(document.span(*found.span("items")), "the items")
                yield self._finding(document, claim, items, evidence)

    def _in_blocks(self, document: Document) -> Iterator[Finding]:
        """Items each in a block of its own."""
        for index, block in enumerate(document.blocks[:-1]):
            opens = block.kind is BlockKind.PARAGRAPH and block.text.endswith(":")
            if not opens or document.blocks[index + 1].kind is not BlockKind.LIST_ITEM:
                continue
            claim = _claim(document, block.end - 1)
            items = _items(document, index + 1) if claim else []
            if claim and items and len(items) != claim.value:
                last = Related(items[-1].span, f"the last of {len(items)} items")
                yield self._finding(document, claim, len(items), last)

    def _finding(self, document: Document, claim: _Claim, items: int, evidence: Related) -> Finding:
        words = " ".join(document.text[claim.start : claim.end].split())
        return self.finding(
            document.span(claim.start, claim.end),
            f"“{words}” are announced, and {written(items)} follow{'s' * (items == 1)}",
            related=(evidence,),
        )


def _claim(document: Document, colon: int) -> _Claim | None:
    """The one number, with a plural noun, in the clause before a colon that a list follows."""
    tokens = document.tokens
    words = tokens.lowers
    end = tokens.index_at(colon)
    first = end
    while first > max(0, end - _LONGEST_CLAUSE) and words[first - 1] not in _STOPS:
        first -= 1
    clause = words[first:end]
    counted = [i for i in range(first, end) if number(words[i]) is not None]
    counted = [i for i in counted if not _is_in_date(words, i)]
    if len(counted) != 1 or not _NOT_ALL.isdisjoint(clause):
        return None
    at = counted[0]
    found, noun = numeral_at(words, at), _noun(words, at, end)
    names_version = at > first and not tokens.texts[at - 1].islower() and words[at].isdigit()
    if not found or not noun or names_version or not 2 <= found.value <= _MOST_ITEMS:
        return None
    if any(_is_plural(word) for word in words[noun + 1 : end]):  # the list may be of those
        return None
    return _Claim(tokens.starts[at], tokens.end(noun), found.value)


def _is_in_date(words: Sequence[str], i: int) -> bool:
    """Whether a number is a day or a year."""
    if words[i].isdigit() and len(words[i]) == len("2019"):
        return True
    beside = (*words[max(0, i - 1) : i], *words[i + 1 : i + 2])
    return not MONTHS.keys().isdisjoint(beside)


def _noun(words: Sequence[str], at: int, end: int) -> int | None:
    """Where the plural noun stands that the number counts."""
    for i in range(at + 1, min(at + 2 + _MOST_ADJECTIVES, end)):
        if not words[i].replace("-", "").isalpha():
            return None
        if _is_plural(words[i]):
            return None if words[i] in _MEASURES else i
    return None


def _is_plural(word: str) -> bool:
    return len(word) > len("is") and word.endswith("s") and word not in _NO_PLURALS


def _items(document: Document, index: int) -> list[Block]:
    """The items of the list that begins with a block; none if it is not sure where it ends."""
    blocks = document.blocks
    base = _indent(document, blocks[index])
    items: list[Block] = []
    for block in blocks[index:]:
        indent = _indent(document, block)
        if indent > base and items:
            continue
        is_item = block.kind is BlockKind.LIST_ITEM and indent == base
        if not is_item or not _MARKER.match(document.source, _margin(document, block)):
            return [] if block.kind in {BlockKind.CODE, BlockKind.LIST_ITEM} else items
        items.append(block)
    return items


def _margin(document: Document, block: Block) -> int:
    return document.source.rfind("\n", 0, block.span.start) + 1


def _indent(document: Document, block: Block) -> int:
    """How far the line is indented that a block begins in."""
    line = document.source[_margin(document, block) : block.span.start + 1]
    return len(line) - len(line.lstrip())
