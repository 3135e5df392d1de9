"""Edits of an article by tokens and by patterns, of which classes of damage are made."""

import random
import re
from collections.abc import Callable, Iterable

from copydesk import Document

from bench.corruptions import Damage, Damager


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def before_words(document: Document, wanted: Callable[[int], bool]) -> list[int]:
    """The tokens for which `wanted` holds and that a word follows in the block."""
    tokens = document.tokens
    return [i for i in range(len(tokens) - 1) if wanted(i) and tokens.texts[i + 1][0].isalpha()]


def pick(chance: random.Random, places: Iterable[int]) -> int | None:
    """One of the places; None if there is none."""
    found = list(places)
    return chance.choice(found) if found else None


def insert_after(document: Document, i: int, text: str) -> Damage:
    """`text` put behind a token as a word of its own."""
    at = document.span(document.tokens.starts[i], document.tokens.end(i)).end
    return Damage(at, at, f" {text}")


def replace_token(document: Document, i: int, text: str) -> Damage:
    """`text` put for a token."""
    start, end = document.span(document.tokens.starts[i], document.tokens.end(i))
    return Damage(start, end, text)


def change(pattern: str, made: Callable[[str, random.Random], str]) -> Damager:
    """What does something to one match of a pattern in the reading text."""
    compiled = re.compile(pattern)

    def damage(document: Document, chance: random.Random) -> Damage | None:
        found = [match.span() for match in compiled.finditer(document.text)]
        literal = [place for place in found if document.is_literal(*place)]
        if not literal:
            return None
        start, end = chance.choice(literal)
        return Damage(*document.span(start, end), made(document.text[start:end], chance))

    return damage
