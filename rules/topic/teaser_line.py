"""A line that advertises another story."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Span, lazy_pattern

if TYPE_CHECKING:
    import regex

_BULLET = lazy_pattern(r"[×►▶▸»›→]+\s*(?=\w)")
_BRACKETED = lazy_pattern(r"\[[^\[\]]+\]$")
_IN_PARENTHESES = lazy_pattern(r"\([^()]+\)$")
_STOPPED = lazy_pattern(r"[.;,…][^\w\s]*$")
_WORD = lazy_pattern(r"[^\W\d_][\w'’.-]*")
_FEWEST_WORDS, _MOST_WORDS = 4, 30
_FEWEST_WORDS_AFTER_CAPITALS = 6
_LONG = 4
_MOSTLY = 0.7
_SECONDS = 1.0


@dataclass(frozen=True)
class TeaserLine(Rule):
    """A line advertises another story."""

    name: ClassVar = "teaser-line"
    family: ClassVar = "topic"
    language: ClassVar = "en"

    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises `ValueError` if a pattern is faulty, so that it is not found out by a text."""
        for pattern in self.patterns:
            _users_pattern(pattern)

    def check(self, document: Document) -> Iterator[Finding]:
        for before, block in pairwise(document.prose):
            if block.kind is BlockKind.PARAGRAPH and self._is_teaser(block.text):
                yield self.finding(
                    document.span(block.start, block.end),
                    f"“{_short(block.text)}” advertises another story",
                    related=_evidence(before),
                )

    def _is_teaser(self, text: str) -> bool:
        if text.count(" ") >= _MOST_WORDS:
            return False
        return _is_labelled(text) or _is_boxed(text) or self._is_known(text)

    def _is_known(self, text: str) -> bool:
        return any(
            _users_pattern(pattern).search(text, timeout=_SECONDS) is not None
            for pattern in self.patterns
        )


@cache
def _users_pattern(pattern: str) -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415  only for patterns that a user wrote

    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise ValueError(f"{pattern!r} is not a pattern: {error}") from error


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"""[\W_]*
        (?: (?P<sure>
              more\ (?:news|stories|headlines|on\ this(?:\ story)?|from\ (?:the\ )?web)
            | (?:full|complete|continuing|more|special)\ coverage
            | (?:read|watch|listen)\ (?:also|next|now)
            | (?:also|now|must|next|further|what\ to)\ read(?:\ next)?
            | trending(?:\ now)? | top\ stories | most\ (?:read|popular|viewed|shared)
            | related\ (?:articles?|stor(?:y|ies)|news|content|coverage|posts?|videos?)
            | recommended\ for\ you | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)
            | don['’]t\ miss | up\ next | next\ (?:story|article|up) | previous\ (?:story|article)
            | sponsored | promoted | around\ the\ web | related\ topics | see\ related
            )
          | (?P<weak>
              read(?:\ more)? | related | see(?:\ also|\ more)? | watch | more | alert | video
            | special | urgent | listen | full\ story | also\ on\ \w+ | photos?
            | gallery | slideshow | in\ pictures | exclusive | breaking | headline
            | latest | recommended | editor['’]s\ note
            )
          | (?P<capitals>
              (?!SOURCE|CREDIT|NOTE|WARNING|CAUTION|IMPORTANT|UPDATE|CORRECTION)(?-i:[A-Z]{5,12})
            )
        )
        \s*(?P<mark>:|[»›>→|–—-](?=\s)|(?:\.\.\.|…)?$)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _is_labelled(text: str) -> bool:
    """Whether it begins with words that lead elsewhere: “Read also: ”.

    Words that also begin sentences, definitions and cross-references count only before a headline.
    """
    match = _label().match(text)
    if not match:
        return False
    rest = text[match.end() :]
    if match["sure"] or (match["weak"] and match["mark"] == ":" and _IN_PARENTHESES.match(text)):
        return True
    fewest = _FEWEST_WORDS_AFTER_CAPITALS if match["capitals"] else _FEWEST_WORDS
    return match["mark"] == ":" and _is_headline(rest, fewest)


def _is_boxed(text: str) -> bool:
    """Whether it is a headline in brackets or behind an arrow, as sites set off their links."""
    if _BRACKETED.match(text):
        return _is_headline(text[1:-1])
    bullet = _BULLET.match(text)
    return bullet is not None and _is_headline(text[bullet.end() :])


def _is_headline(text: str, fewest: int = _FEWEST_WORDS) -> bool:
    """Whether it has some words, most of the longer ones capitalised, and no stop ends it."""
    words = _WORD.findall(text)
    longer = [word for word in words if len(word) >= _LONG]
    if len(words) < fewest or not longer or _STOPPED.search(text):
        return False
    capitalised = [word for word in longer if word[0].isupper()]
    return len(capitalised) >= _MOSTLY * len(longer)


def _evidence(before: Block) -> Iterator[Related]:
    yield Related(Span(*before.span), "the article it stands in")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + "…"
