"""Finds the words of a web page that are no part of the article on it."""

import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, cached_property
from itertools import groupby
from typing import NamedTuple

from copydesk.analysis.loose_phrases import LoosePhrases
from copydesk.analysis.paragraphs import ends_sentence
from copydesk.analysis.phrases import Match
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places, places_in
from copydesk.document import BREAK, Block, BlockKind, Document

FILE = "data/boilerplate.tsv"

_LONGEST_LINE = 600
"""The most code points in a paragraph that may be boilerplate as a whole."""

_FEWEST_WORDS = 12
"""A paragraph with as many words is running text."""

_FEWEST_LINES = 3
"""Fewer lines that are words of buttons or names of sections are no menu."""

_FEWEST_WORDS_GLUED = 3
"""A phrase with fewer words may begin a sentence."""

_MOST_MENTIONS = 3
"""An article that uses a word more often than that, phrases apart, is about it."""

_LONGEST_EXCERPT = 60
_DASHES = (" -", " –", " —")
_CLOSED = frozenset('.!?”"')
_LINKS = ("](", "][", "</a>", "`_")
_LONGEST_LINK_END = 4
_NEAR = 200
_ADDRESSES = ("://", "www.", "@")
_ENOUGH = 1.0
_LONGEST_SENTENCE = 300
_SENTENCE_ENDS = (". ", "? ", "! ", ") ", "” ", '" ')


class Kind(StrEnum):
    """What words of a page serve for."""

    ADVERT = "advert"
    SIGNUP = "signup"
    SHARE = "share"
    MEDIA = "media"
    NAVIGATION = "navigation"
    REPRINT = "reprint"
    NOTICE = "notice"


_USEFUL_WITH_LINK = frozenset({Kind.SIGNUP, Kind.SHARE, Kind.NAVIGATION, Kind.REPRINT})
"""What an author may mean to stand there as long as it leads somewhere."""


class _Place(StrEnum):
    """Where a phrase counts."""

    LINE = "line"  # as a paragraph
    BODY = "body"  # as a paragraph between paragraphs of running text
    PART = "part"  # as a paragraph together with others of its like
    ANY = "any"  # in a paragraph too: no prose says so


class Boilerplate(NamedTuple):
    """A range of the reading text, and what its words served for."""

    kind: Kind
    start: int
    end: int


class _Phrase(NamedTuple):
    """What is known of a phrase.

    Attributes:
        kind: What it serves for.
        place: Where it counts.
        elements: What it is made of, words that may be missing and gaps left out.
    """

    kind: Kind
    place: _Place
    elements: list[str]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.elements)

    @property
    def keys(self) -> frozenset[str]:
        """Its longest word, or those of which it has one, which tell an article on such things."""
        words = [element.split("/") for element in reversed(self.elements)]
        return frozenset(max(words, key=lambda ones: max(map(len, ones)), default=[""]))

    @property
    def is_sure(self) -> bool:
        """Whether it needs no company of its like."""
        return self.place is not _Place.PART

    @property
    def weight(self) -> float:
        """Two buttons make a line, or the names of four sections."""
        if self.is_sure:
            return _ENOUGH
        return 0.25 if self.kind is Kind.NAVIGATION else 0.5


_Piece = Match[_Phrase]
_Pieces = tuple[_Piece, ...]


def boilerplate(document: Document) -> Mapping[Kind, tuple[Boilerplate, ...]]:
    """The boilerplate of each kind, in order."""
    lines = _Lines(document)
    found = sorted((*lines.whole(), *lines.glued(), *_within(document)), key=_place)
    kinds: dict[Kind, list[Boilerplate]] = {}
    for one in _joined(document, found):
        kinds.setdefault(one.kind, []).append(one)
    return {kind: tuple(ones) for kind, ones in kinds.items()}


def excerpt(document: Document, found: Boilerplate) -> str:
    """The words of a place on one line, cut if they are many."""
    words = document.text[found.start : found.end].replace(BREAK, " ").split()
    text = " ".join(words)
    return (
        text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT].rsplit(' ', 1)[0]}…"
    )


def _place(one: Boilerplate) -> tuple[int, int]:
    return one.start, -one.end


def _joined(document: Document, found: Iterable[Boilerplate]) -> list[Boilerplate]:
    """Without what lies in another; what no word parts from another of its kind is one with it."""
    joined: list[Boilerplate] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is None or one.start >= last.end:
            between = document.text[last.end : one.start] if last else ""
            if last and one.kind is last.kind and not any(map(str.isalnum, between)):
                joined[-1] = last._replace(end=one.end)
            else:
                joined.append(one)
    return joined


@cache
def _table() -> tuple[tuple[str, _Phrase], ...]:
    # Not by importlib.resources: to import that takes longer than to read the table.
    lines = (pkgutil.get_data("copydesk", FILE) or b"").decode().splitlines()
    rows = [_read(*line.split("\t")) for line in lines]
    # Of phrases of the same extent the first counts: the one that says most.
    return tuple(sorted(rows, key=lambda row: (-row[1].is_sure, -row[1].words)))


def _read(kind: str, place: str, phrase: str) -> tuple[str, _Phrase]:
    elements = [one for one in phrase.split() if one[0].isalnum() and one[-1] != "?"]
    return phrase, _Phrase(Kind(kind), _Place(place), elements)


@cache
def _phrases() -> LoosePhrases[_Phrase]:
    return LoosePhrases(_table())


@cache
def _unspoken() -> LoosePhrases[_Phrase]:
    """The phrases that no prose says."""
    return LoosePhrases((text, phrase) for text, phrase in _table() if phrase.place is _Place.ANY)


@cache
def _beginnings() -> frozenset[str]:
    """How the unspoken phrases begin: with a capital, for they are no parts of sentences."""
    firsts = _unspoken().firsts
    return frozenset({*map(str.capitalize, firsts), *map(str.upper, firsts)})


class _Lines:
    """The paragraphs of a document that begin with phrases, each as far as it consists of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.tokens.lowers

    def whole(self) -> Iterator[Boilerplate]:
        """The paragraphs that are boilerplate; those that follow one another are one."""
        lines = self._whole
        numbered = enumerate(lines)  # in a run of lines, index and place in the list keep step
        for _, group in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
            run = [index for _, index in group]
            pieces = tuple(piece for index in run for piece in lines[index])
            if any(map(self._is_sure, run)) or (
                len(run) >= _FEWEST_LINES and self._weight(pieces) >= _ENOUGH
            ):
                first, last = self.document.prose[run[0]], self.document.prose[run[-1]]
                yield Boilerplate(_kind(pieces), first.start, last.end)

    @cached_property
    def _whole(self) -> dict[int, _Pieces]:
        """The paragraphs that consist of phrases, by their index in `document.prose`."""
        whole: dict[int, _Pieces] = {}
        for index in self._begun:
            block = self.document.prose[index]
            if _may_be_line(block):
                pieces, rest = self._read(block.start, block.end)
                line = Boilerplate(_kind(pieces), block.start, block.end) if pieces else None
                if line and rest is None and not _is_meant(self.document, line):
                    whole[index] = pieces
        return whole

    @cached_property
    def _begun(self) -> dict[int, None]:
        """The blocks whose first word may begin a phrase, by their index in `document.prose`."""
        tokens, firsts = self.document.tokens, _phrases().firsts
        starts = [tokens.index_at(block.start) for block in self.document.prose]
        return {
            index: None
            for index, at in enumerate(starts)
            if self.words[at] in firsts or not self.words[at].isalpha()
        }

    def _is_sure(self, index: int) -> bool:
        """Whether a line is boilerplate whatever stands around it."""
        pieces, block = self._whole[index], self.document.prose[index]
        if block.kind is BlockKind.TITLE:
            return len(pieces) > 1 and self._weight(pieces) > _ENOUGH
        if any(piece.value.place in {_Place.LINE, _Place.ANY} for piece in pieces):
            return not self._is_heading(index)
        if any(piece.value.place is _Place.BODY for piece in pieces):
            return index in self._body
        return "," not in block.text and self._weight(pieces) >= _ENOUGH

    def _is_heading(self, index: int) -> bool:
        """Whether a line is the name of what the next paragraph is about: “Advertising”."""
        pieces, following = self._whole[index], self.document.prose[index + 1 : index + 2]
        if len(pieces) != 1 or pieces[0].value.words > 1 or not following:
            return False
        block = following[0]
        inside = self.document.tokens.between(block.start, block.end)
        words = self.words[inside.start : inside.stop]
        return ends_sentence(block) and not pieces[0].value.keys.isdisjoint(words)

    @cached_property
    def _body(self) -> range:
        """The blocks from the first paragraph of running text to the last."""
        text = [
            index
            for index, block in enumerate(self.document.prose)
            if index not in self._whole
            and ends_sentence(block)
            and block.text.count(" ") >= _FEWEST_WORDS
        ]
        return range(text[0], text[-1]) if text else range(0)

    def glued(self) -> Iterator[Boilerplate]:
        """Phrases before the first word of a paragraph and after its last."""
        for index, block in enumerate(self.document.prose):
            if block.kind is BlockKind.PARAGRAPH and index not in self._whole:
                if index in self._begun:
                    yield from self._before(block)
                if block.text[-1] not in _CLOSED:
                    yield from self._after(block)

    def _before(self, block: Block) -> Iterator[Boilerplate]:
        pieces, rest = self._read(block.start, block.end)
        if (
            pieces
            and rest is not None
            and self.document.tokens.texts[rest][0].isupper()
            and self._stand_apart(pieces)
        ):
            end = self.document.tokens.end(pieces[-1].end - 1)
            found = Boilerplate(_kind(pieces), block.start, end)
            if not _is_meant(self.document, found):
                yield found

    def _after(self, block: Block) -> Iterator[Boilerplate]:
        for start in _last_sentences(block):
            pieces, rest = self._read(start, block.end)
            if pieces and rest is None and self._ends(pieces):
                found = Boilerplate(_kind(pieces), start, block.end)
                if not _is_meant(self.document, found):
                    yield found
                return

    def _weight(self, pieces: Iterable[_Piece]) -> float:
        """What they count together; what comes again does not."""
        texts = self.document.tokens.texts
        return sum({texts[p.first]: p.value.weight for p in pieces}.values())

    def _stand_apart(self, pieces: _Pieces) -> bool:
        """Whether they are no words of the sentence beside them."""
        if any(p.value.is_sure and p.value.words >= _FEWEST_WORDS_GLUED for p in pieces):
            return True
        buttons = [p for p in pieces if p.value.kind is not Kind.NAVIGATION]
        return len(buttons) >= _FEWEST_LINES and self._weight(buttons) > _ENOUGH

    def _ends(self, pieces: _Pieces) -> bool:
        """Whether they are no sentence, standing at the end of a paragraph without a stop."""
        texts = self.document.tokens.texts
        return self._stand_apart(pieces) or any(
            p.value.is_sure
            and (p.end - p.first > 1 or p.value.kind is Kind.ADVERT or texts[p.first].isupper())
            for p in pieces
        )

    def _read(self, start: int, end: int) -> tuple[_Pieces, int | None]:
        """The phrases at the head of a range, and the token where they cease, if they do."""
        tokens, phrases = self.document.tokens, _phrases()
        at, stop = tokens.index_at(start), tokens.index_at(end)
        pieces: list[_Piece] = []
        while at < stop:
            word = self.words[at]
            piece = phrases.longest(self.words, at, stop)
            if piece:
                pieces.append(piece)
                at = piece.end
            elif pieces and word[0].isalpha() and len(word) > 1:
                return tuple(pieces), at
            elif not pieces and word[0].isalpha():
                return (), at
            else:
                at += 1
        return tuple(pieces), None


def _is_meant(document: Document, found: Boilerplate) -> bool:
    """Whether its author wants it there: it is quoted, or it leads somewhere."""
    return _leads_somewhere(document, found) or document.analysis(quotations).covers(found.start)


def _may_be_line(block: Block) -> bool:
    """Whether a block may be boilerplate as a whole; “- Advertisement -” is read as an item."""
    if len(block.text) > _LONGEST_LINE:
        return False
    if block.kind is BlockKind.LIST_ITEM:
        return block.text.endswith(_DASHES)
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.TITLE}


def _leads_somewhere(document: Document, found: Boilerplate) -> bool:
    """Whether what asks readers to do something lets them do it: there is a link or an address."""
    if found.kind not in _USEFUL_WITH_LINK:
        return False
    block, span = document.block_at(found.start).span, document.span(found.start, found.end)
    start = max(block.start, span.start - _NEAR)
    end = min(block.end, span.end + _NEAR) + _LONGEST_LINK_END
    source = document.source[start:end]
    if any(mark in source for mark in _LINKS):
        return True
    return found.kind is Kind.SIGNUP and any(mark in source for mark in _ADDRESSES)


def _kind(pieces: _Pieces) -> Kind:
    """What most of them serve for."""
    weights: dict[Kind, float] = defaultdict(float)
    for piece in pieces:
        weights[piece.value.kind] += piece.value.weight
    return max(weights, key=weights.__getitem__)


def _last_sentences(block: Block) -> Iterator[int]:
    """Where the last two sentences of a paragraph begin, in the reading text, the longer first."""
    lowest = max(0, len(block.text) - _LONGEST_SENTENCE)
    ends = [at for at in _sentence_ends(block.text, lowest) if at < len(block.text)]
    return (block.start + at for at in sorted(ends)[-2:])


def _sentence_ends(text: str, lowest: int) -> Iterator[int]:
    for end in _SENTENCE_ENDS:
        at = len(text)
        for _ in range(2):
            at = text.rfind(end, lowest, at)
            if at < 0:
                break
            yield at + len(end)


def _within(document: Document) -> Iterator[Boilerplate]:
    """The phrases that no prose says, wherever they stand, unless the article is about them."""
    tokens, phrases, beginnings = document.tokens, _unspoken(), _beginnings()
    pieces = [
        piece
        for index in places_in(tokens.texts, beginnings)
        if (piece := phrases.longest(tokens.lowers, index, len(tokens)))
    ]
    mentions = _mentions(document, pieces) if pieces else Counter[str]()
    for piece in pieces:
        start, end = tokens.starts[piece.first], tokens.end(piece.end - 1)
        found = Boilerplate(piece.value.kind, start, end)
        is_subject = sum(map(mentions.__getitem__, piece.value.keys)) > _MOST_MENTIONS
        if not is_subject and not _is_meant(document, found):
            yield found


def _mentions(document: Document, pieces: Iterable[_Piece]) -> Counter[str]:
    """How often the article uses the keys of phrases in its own words."""
    keys = frozenset(key for piece in pieces for key in piece.value.keys)
    words = document.tokens.lowers
    mentions = Counter(words[index] for index in places(document, keys))
    for piece in pieces:
        mentions.subtract(set(words[piece.first : piece.end]) & keys)
    return mentions
