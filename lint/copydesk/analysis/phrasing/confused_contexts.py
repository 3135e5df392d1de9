"""Finds words that stand for others that sound or look alike, where those are at home and they not.

A table tells, for a word and one it is taken for, the neighbours between which the other is often
met and this one never. A neighbour is a word in lower case or a kind of word: `@` with a capital,
`#` a number, `.` a mark or the end of a block, `?` unknown, else the readings that the dictionary
has, in capitals: `NV` is what can be a noun and a verb.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from copydesk.analysis.phrasing.confusions import Confusion
from copydesk.analysis.vocabulary import places
from copydesk.document import BREAK, Document
from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.memo import Memo
from copydesk.shipped import shipped_text

FILE = "data/confused_contexts.txt.z"
ANY = ""
"""Stands in a context for any neighbour."""

_END = "."
_ENDS = (_END,)
_NUMERALS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred"
    " thousand million billion dozen".split()
)
_FREQUENT = FUNCTION_WORDS | frozenset(
    "not also only just even very most than there here never always often so too then now own"
    " both such".split()
)
"""Words that are no kind but themselves."""

_STOPS = frozenset(".;:!?)(")


class Context(NamedTuple):
    """The two tokens before a word and the two after it, each a word, a kind or `ANY`."""

    second_before: str
    before: str
    after: str
    second_after: str


def _codes(text: str) -> tuple[str, ...]:
    """What a token is in a context: the word, then its kind; either may be all."""
    word = text.lower().replace("’", "'")
    if text == BREAK or text in _STOPS:
        return _ENDS
    if word in _FREQUENT or "'" in word:
        return (word,)
    if text == "," or word in _NUMERALS:
        return (word, _END if text == "," else "#")
    if not text[0].isalpha():
        return ("#" if text[0].isdigit() else text,)
    return ("@",) if text[0].isupper() else (word, _kind(word))


def _kind(word: str) -> str:
    return "".join(sorted({*letters_of(word).upper()})) or "?"


codes = Memo(_codes)
"""The codes of tokens, remembered."""


class Contexts(NamedTuple):
    """What a word stands for, by the token after it and, where any may follow, by the one before.

    The keys are `after`, then `before`, then `second_after`; or `before` and `second_before`.
    """

    by_after: dict[str, dict[str, dict[str, str]]]
    by_before: dict[str, dict[str, str]]


@cache
def table() -> Mapping[str, Contexts]:
    """The table that comes with copydesk; its card `confused_contexts.md` tells how it was made."""
    return read(shipped_text(FILE))


def read(text: str) -> dict[str, Contexts]:
    """The table in a text: a line for each pair of words, `wrong>right`, and its contexts."""
    made: dict[str, Contexts] = {}
    for line in text.splitlines():
        pair, *contexts = line.split(" ")
        wrong, _, right = pair.partition(">")
        rows = made.setdefault(wrong, Contexts({}, {}))
        for context in contexts:
            second_before, before, after, second_after = context.split("|")
            if after:
                by_before = rows.by_after.setdefault(after, {})
                by_before.setdefault(before, {})[second_after] = right
            else:
                rows.by_before.setdefault(before, {})[second_before] = right
    return made


def write(contexts: Mapping[tuple[str, str], Sequence[Context]]) -> str:
    """What `read` reads, of contexts by the word and what it stands for."""
    lines = (
        " ".join((f"{wrong}>{right}", *("|".join(context) for context in some)))
        for (wrong, right), some in contexts.items()
    )
    return "\n".join(lines)


def lookalikes(document: Document) -> Iterator[Confusion]:
    """The words of an article that stand for others, in order."""
    return find(document, table())


def find(document: Document, known: Mapping[str, Contexts]) -> Iterator[Confusion]:
    """The words that stand for others by a given table.

    What stands before a word is not enough at the end of a clause: “it was cheaper then”.
    """
    texts, words = document.tokens.texts, document.tokens.lowers
    last = len(texts) - 1
    for i in places(document, known.keys()):
        rows = known[words[i]]
        after = codes[texts[i + 1]] if i < last else _ENDS
        before = codes[texts[i - 1]] if i else _ENDS
        if rows.by_after.keys().isdisjoint(after) and rows.by_before.keys().isdisjoint(before):
            continue
        if texts[i].islower() or _opens(texts, i):
            found = _by_after(rows, texts, i)
            if not found and _END not in after:
                found = _by_before(rows, texts, i)
            if found:
                yield found


def _opens(texts: Sequence[str], i: int) -> bool:
    """Whether a word begins a sentence, and no name or title, by its capital."""
    begins = i == 0 or not texts[i - 1][0].isalnum()
    return begins and texts[i][1:].islower() and _follows(texts, i).islower()


def _follows(texts: Sequence[str], i: int) -> str:
    return texts[i + 1] if i + 1 < len(texts) else ""


def _by_after(rows: Contexts, texts: Sequence[str], i: int) -> Confusion | None:
    for after in _codes_at(texts, i + 1):
        if by_before := rows.by_after.get(after):
            for before in (*_codes_at(texts, i - 1), ANY):
                if by_second := by_before.get(before):
                    for second in (*_codes_at(texts, i + 2), ANY):
                        if right := by_second.get(second):
                            first = i - 1 if before and i else i
                            end = min(i + (3 if second else 2), len(texts))
                            return Confusion(first, end, i, right)
    return None


def _by_before(rows: Contexts, texts: Sequence[str], i: int) -> Confusion | None:
    for before in _codes_at(texts, i - 1):
        if by_second := rows.by_before.get(before):
            for second in (*_codes_at(texts, i - 2), ANY):
                if right := by_second.get(second):
                    return Confusion(max(0, i - (2 if second else 1)), i + 1, i, right)
    return None


def _codes_at(texts: Sequence[str], i: int) -> tuple[str, ...]:
    return codes[texts[i]] if 0 <= i < len(texts) else _ENDS
