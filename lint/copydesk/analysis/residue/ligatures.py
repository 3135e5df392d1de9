"""Words that came apart, or lost letters, at a ligature.

Fonts have one glyph for “ff”, “fi”, “fl”, “ffi” and “ffl”. Where text is taken out of a typeset
page, a space may come before or behind it, or stand in its place.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from copydesk.analysis.characters import rare_characters
from copydesk.analysis.vocabulary import places
from copydesk.analysis.words import is_common_word, is_word
from copydesk.document import Document
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.patterns import lazy_pattern

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_WORDS = frozenset(
    """
    affair affairs affect affected affecting affection affects affiliate affiliated afflicted
    afford affordable amplified artificial baffled beneficial benefit benefits bluff briefly
    buff certificate certificates certification certified chief clarification clarified
    classified cliff coefficient coffee conference confidence confident confidential
    confidentiality configuration configurations configure configured confined confinement
    confirm confirmation confirmed confirms conflict conflicting conflicts cutoff deficit define
    defined defines definitely definition definitions differ difference differences different
    differently difficult difficulties difficulty disqualified diversified effect effective
    effectively effects efficiency efficient effort efforts final finally finance financial
    findings finished firefighter firefighters firmly first five flexibility flexible flight
    flights flow flowers fluff fluid fulfill fulfilled fulfilling glorified handoff
    identification identified identify inefficient infinite inflation influence influenced
    influences influential insufficient intensified justified kickoff layoff magnificent
    modification modifications modified nonprofit notification notified off offence offense
    offensive offer offered offering offers office officer officers offices official officially
    officials offshore outfit pacific payoff plaintiff playoff pontiff prefix profile profiles
    profit profitable profits puff qualification qualified qualify raffle ratified reconfirmed
    refined refining reflect reflected reflecting reflection reflective reflects refugee riff
    runoff sacrifice sacrifices satisfied scientific scientifically scruff sheriff sheriffs
    shuffle shuffled significance significant significantly simplified sniff specific
    specifically specification specifications specified spinoff staff staffing standoff stiff
    stuff suffer suffered suffering sufficient sufficiently suffrage superficial takeoff tariff
    terrific terrified tradeoff traffic traffickers trafficking truffle unaffected unidentified
    unified unofficial verification verified workflow
    """.split()
)
"""Common words with such letters."""

_LIGATURE = lazy_pattern("ffi|ffl|ff|fi|fl")
_PARTED = lazy_pattern(f"(?=({_LIGATURE.pattern}))")
_BEHIND = lazy_pattern("f[fil] (?=[a-z])")
_BEFORE = lazy_pattern(" ff(?=[a-z])")
_CHARACTER = lazy_pattern("[ﬀ-ﬆ]")
_LEFT = lazy_pattern(r"([A-Za-zﬀ-ﬆ]*+)(?: ([A-Za-z]++))?+(?![\w'’-])")
_RIGHT = lazy_pattern(r"([a-zﬀ-ﬆ]*+)(?: ([a-z]++))?+(?![\w-])")
_ENDINGS = ("ff", "fi", "fl")
_SHORT_NAMES = frozenset({"fi", "fl"})
"""Ligatures that end few words, but stand alone: “wi fi”."""

_ALSO_WORDS = frozenset(
    "a ace air airs ba c cant cent cit co con cuff cult de dent e ed ee er et field fight"
    " fighter fighters figure figures file filed files filing fill filled filling fine fined finite"
    " fines fire fires firm firms fish fit five fix flame fled flight flights flow flows fly"
    " ful ice in la le les ll ne ng o of ord out pre pro ra raf rage re refill ruff s shore"
    " sta su super t table ts una uni work x y".split()
)
"""Pieces of words that stand alone as well."""

_JOINTS = frozenset("-'’")
_FARTHEST = 40
_SHORTEST = 4
_LONG = 5


class Split(NamedTuple):
    """A place in the reading text where the parts of a word stand, and the word."""

    start: int
    end: int
    word: str


def split_ligatures(document: Document) -> tuple[Split, ...]:
    """The words that came apart at a ligature, in order."""
    found = {split.start: split for split in (*_apart(document), *_lost(document))}
    return tuple(found[start] for start in sorted(found))


def _apart(document: Document) -> Iterator[Split]:
    """Those that have all their letters."""
    text = document.text
    found = [match.start() for match in _BEHIND.finditer(text)]
    if " ff" in text:
        found += [match.start() + 1 for match in _BEFORE.finditer(text)]
    if not document.analysis(rare_characters).isdisjoint(LIGATURES):
        found += [match.start() for match in _CHARACTER.finditer(text)]
    for place in found:
        left = _LEFT.match(text[max(0, place - _FARTHEST) : place][::-1])
        right = _RIGHT.match(text, place, place + _FARTHEST)
        if left and right:
            piece = left[1][::-1] + right[1]
            start = place - len(left[1])
            yield from _rejoined(start, (left[2] or "")[::-1], piece, right[2] or "")


def _rejoined(start: int, before: str, piece: str, after: str) -> Iterator[Split]:
    """The word that a piece with a ligature makes with its neighbours, if it is none itself."""
    if plain(piece) in _WORDS or is_common_word(plain(piece)):
        return
    if piece == plain(piece) and is_word(piece):  # “Ruff in” is no Ruffin
        return
    end = start + len(piece)
    starts, ends = (bool(_LIGATURE.match(plain(piece))), plain(piece).endswith(_ENDINGS))
    wider = (start - len(before) - 1, end + 1 + len(after))
    if before.lower() in FUNCTION_WORDS and is_common_word(plain(piece + after)):
        before = ""  # “a ﬁ re”
    is_told = len(after) >= _LONG and is_common_word(after)  # “from diff using”
    candidates = (
        (starts and ends and before and after, *wider, before + piece + after),
        (starts and before and piece not in _SHORT_NAMES, wider[0], end, before + piece),
        (ends and after and not is_told, start, wider[1], piece + after),
    )
    for fits, first, last, word in candidates:
        if fits and len(word) >= _SHORTEST and _is_word(word):
            yield Split(first, last, plain(word))
            return


def _lost(document: Document) -> Iterator[Split]:
    """Those that have a space in place of a ligature."""
    tokens, pairs = document.tokens, _pairs()
    for i in places(document, _strange()):
        for pair in pairs[tokens.lowers[i]]:
            first = i - pair.place
            if first < 0 or tokens.lowers[first : first + 2] != [pair.left, pair.right]:
                continue
            if tokens.texts[first + 1] == pair.right and _are_apart(document, first):
                word = tokens.texts[first][0] + pair.word[1:]
                yield Split(tokens.starts[first], tokens.end(first + 1), word)


def _are_apart(document: Document, first: int) -> bool:
    """Whether a space, and nothing else, parts two tokens from each other and none joins them."""
    text, start, end = document.text, document.tokens.starts[first], document.tokens.end(first + 1)
    beside = {text[max(0, start - 1) : start], text[end : end + 1]}
    gap = text[document.tokens.end(first) : document.tokens.starts[first + 1]]
    return gap == " " and beside.isdisjoint(_JOINTS)


class _Pair(NamedTuple):
    """What stands before and behind a ligature in a word, and which of the two is no word."""

    left: str
    right: str
    word: str
    place: int


@cache
def _pairs() -> dict[str, list[_Pair]]:
    """The parts of common words, by the one that stands nowhere else."""
    pairs: dict[str, list[_Pair]] = {}
    for word in sorted(_WORDS):
        for match in _PARTED.finditer(word):
            for end in match.span(1):  # with the ligature and without
                parts = word[: match.start()], word[end:]
                strange = [part for part in parts[::-1] if part not in _ALSO_WORDS]
                if all(parts) and strange:
                    pair = _Pair(*parts, word, parts.index(strange[0]))
                    pairs.setdefault(strange[0], []).append(pair)
    return pairs


@cache
def _strange() -> frozenset[str]:
    return frozenset(_pairs())


def plain(text: str) -> str:
    """A text with its ligatures as letters."""
    return "".join(LIGATURES.get(character, character) for character in text)


def _is_word(text: str) -> bool:
    word = plain(text).lower()
    return word in _WORDS or is_word(word)
