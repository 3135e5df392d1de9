"""A word that was broken at the end of a line, and still is in the middle of one."""

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from copydesk import Applicability, Document, Edit, Finding, Fix, Related, Rule, lazy_pattern
from copydesk.analysis.terms import terms_of
from copydesk.analysis.vocabulary import vocabulary
from copydesk.analysis.words import is_common_word, is_word

_BREAK = lazy_pattern("-[ \n](?=[a-z])")
_LEFT = lazy_pattern(r"[A-Za-z]++(?![\w’'./@])")
_RIGHT = lazy_pattern(r"[a-z]++(?![\w’'./@]*[\d@/])")
_FARTHEST = 40
_SHORTEST = 5

_SUSPENDING = frozenset(
    "a aber and as at but by e en et for from i if in is it nor of og och oder on or over per plus"
    " than that the then through to u und und via vs versus was with y".split()
)
"""Words that may follow a hyphen that stands for the rest of a word: “pre- and post-war”."""

_FIRST_PARTS = frozenset(
    "afro anglo anti bio co counter cross dis eco electro euro ex fast fee first free full"
    " geo half hard high hyper ill inter intra large long low macro micro mid middle mis multi"
    " near neo non one part post pre pro pseudo quasi re real record second self semi short"
    " single slow small so socio soft state sub third three top trans two ultra un under upper"
    " vice well wide world".split()
)
_LAST_PARTS = frozenset(
    "art backed based bound breaking class driven edge educated elect faced feeling filled"
    " free friendly funded hand handed hit inspired kilometre led level like line looking"
    " maker makers making mile minded month old orientated oriented owned paying produced"
    " qualified quality related rise risk run running scale seeking sided sized speaking"
    " specific sponsored style term time torn trained type wing winner winning worth year".split()
)
"""Parts of compounds that are written with a hyphen."""

_ALSO_LAST = frozenset("being called hand known made man off side up woman".split())
"""Those of function words that are such parts behind some of the first."""


class _Broken(NamedTuple):
    """A word in two parts: where it stands, what it was and whether that is certain."""

    start: int
    end: int
    word: str
    is_sure: bool


class HyphenationBreak(Rule):
    """A word that was broken at the end of a line stands in two parts."""

    name: ClassVar = "hyphenation-break"
    family: ClassVar = "mechanics"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for match in _BREAK.finditer(document.text):
            if broken := _broken(document, match):
                yield self._finding(document, broken)

    def _finding(self, document: Document, broken: _Broken) -> Finding:
        start, end, word, is_sure = broken
        span = document.span(start, end)
        shown = " ".join(document.text[start:end].split())
        fixes: tuple[Fix, ...] = ()
        if document.is_literal(start, end):
            applicability = Applicability.SAFE if is_sure else Applicability.UNSAFE
            fixes = (Fix(applicability, (Edit(span, word),)),)
        return self.finding(
            span,
            f"“{shown}” is “{word}”, broken as at the end of a line",
            related=_elsewhere(document, word),
            fixes=fixes,
        )


def _broken(document: Document, match: re.Match[str]) -> _Broken | None:
    """The word that a hyphen and a space part, if there is evidence of one."""
    text, hyphen = document.text, match.start()
    left = _LEFT.match(text[max(0, hyphen - _FARTHEST) : hyphen][::-1])
    right = _RIGHT.match(text, match.end(), match.end() + _FARTHEST)
    if not left or not right or right[0] in _SUSPENDING:
        return None
    first, last = left[0][::-1], right[0]
    start, end = hyphen - len(first), match.end() + len(last)
    joined, compound = first + last, f"{first}-{last}"
    known = document.analysis(vocabulary)
    if compound.lower() in known:
        return _Broken(start, end, compound, is_sure=True) if match[0] == "- " else None
    is_joined = joined.lower() in known or (len(joined) >= _SHORTEST and is_word(joined))
    if is_joined and not (match[0] == "-\n" and is_common_word(last)):
        return _Broken(start, end, joined, is_sure=not is_common_word(last))
    if match[0] == "- " and _is_compound(first.lower(), last):
        return _Broken(start, end, compound, is_sure=False)
    return None


def _is_compound(first: str, last: str) -> bool:
    """Whether two words are of those that make compounds with a hyphen."""
    if first in _FIRST_PARTS:
        return bool(terms_of(last)) or last in _LAST_PARTS | _ALSO_LAST
    # A plural before it ends a phrase: “all their efforts- made”.
    is_plural = first.endswith("s") and not first.endswith("ss")
    return last in _LAST_PARTS and not is_plural


def _elsewhere(document: Document, word: str) -> Iterator[Related]:
    """Where else the article has the word in one piece."""
    if word.lower() in document.analysis(vocabulary):
        i = document.tokens.lowers.index(word.lower())
        span = document.span(document.tokens.starts[i], document.tokens.end(i))
        yield Related(span, f"“{document.tokens.texts[i]}” is in one piece here")
