"""Finds the words of a web page that are no part of the article on it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from copydesk.analysis.residue.page_lines import Boilerplate, Lines, is_meant
from copydesk.analysis.residue.page_phrases import (
    Kind,
    Piece,
    unspoken_beginnings,
    unspoken_phrases,
)
from copydesk.analysis.vocabulary import places
from copydesk.document import BREAK, Document

_MOST_MENTIONS = 3
"""An article that uses a word more often than that, phrases apart, is about it."""

_LONGEST_EXCERPT = 60


def boilerplate(document: Document) -> Mapping[Kind, tuple[Boilerplate, ...]]:
    """The boilerplate of each kind, in order."""
    lines = Lines(document)
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


def _within(document: Document) -> Iterator[Boilerplate]:
    """The phrases that no prose says, wherever they stand, unless the article is about them."""
    tokens, phrases, beginnings = document.tokens, unspoken_phrases(), unspoken_beginnings()
    pieces = [
        piece
        for index in places(document, phrases.firsts)
        if tokens.texts[index] in beginnings
        and (piece := phrases.longest(tokens.lowers, index, len(tokens)))
    ]
    mentions = _mentions(document, pieces) if pieces else Counter[str]()
    for piece in pieces:
        start, end = tokens.starts[piece.first], tokens.end(piece.end - 1)
        found = Boilerplate(piece.value.kind, start, end)
        is_subject = sum(map(mentions.__getitem__, piece.value.keys)) > _MOST_MENTIONS
        if not is_subject and not is_meant(document, found):
            yield found


def _mentions(document: Document, pieces: Iterable[Piece]) -> Counter[str]:
    """How often the article uses the keys of phrases in its own words."""
    keys = frozenset(key for piece in pieces for key in piece.value.keys)
    words = document.tokens.lowers
    mentions = Counter(words[index] for index in places(document, keys))
    for piece in pieces:
        mentions.subtract(set(words[piece.first : piece.end]) & keys)
    return mentions
