"""Tells lines that look like headlines from sentences and from the furniture of articles."""

import re
from enum import Enum, auto

from copydesk.document import Block, BlockKind, Document
from copydesk.patterns import lazy_pattern

_STOPPED = lazy_pattern(r"[.:;,…-][^\w\s]*\Z")
_LONGEST_END = 20
_FURNITURE = lazy_pattern(
    r"""(?:by|photos?|images?|file|source|from|with|via|dear|fig(?:ure)?|table|reporting|editing
      |written|copyright|contact|tel|phone|e-?mail|tags?|categor(?:y|ies)|keywords?|updated
      |published|posted|title|author)\b[^\w\s]?\s
    | \w+:\S  # an address, a file
    | [^\w"'“‘\[(]
    | .*(?:@|https?:|\bcourtesy\ of\b|\b(?:image|photo(?:graph)?s?|credit)\s?[:/])""",
    re.IGNORECASE | re.VERBOSE,
)
_FEWEST_WORDS, _MOST_WORDS = 4, 22

_WORD = lazy_pattern(r"[^\W\d_][\w'’]*")
_LONG = 4
_MOST = 0.7

_AUXILIARIES = frozenset(
    "is are was were has have had will won't can can't could couldn't should shouldn't would"
    " wouldn't may might must do does did don't doesn't didn't isn't aren't wasn't".split()
)
_IRREGULAR = frozenset(
    "beaten caught cut fled found fought given gone held hit hurt left lost made"
    " met paid seen sent set shot slain sold stolen struck told took won".split()
)
_VERBS = frozenset(
    """
    accept accuse act add address admit adopt agree aim allow announce appeal appear approve argue
    arrest ask attack attend avoid award back ban battle beat become beg begin bet blame blast
    block boast boost break bring build burn buy call cancel capture catch cause celebrate
    challenge change charge choose claim clash clear climb close collapse come condemn confirm
    confront consider continue cost crash create criticize cut damage dare deal debate debut
    declare defeat defend delay deliver demand demonstrate deny deploy describe die disappear
    dismiss divide dodge donate double drag draw drop earn emerge end endorse erupt escape
    evacuate expand expect explain expose express face fail fall favor fear fight file find fire
    flee fly follow force gain get give grab grill grow halt head hear help hire hit hold honor
    hope hurt identify ignore impose impress improve inch indict inspire investigate invite join
    jump keep kick kill kiss know lack land lash launch lay lead leak learn leave let lift light
    list live look lose make mark marry mean meet mock mourn move mull name need nominate offer
    open oppose order oust outline overcome own pass pay peel pick plan play plead pledge plot
    plunge post praise predict prepare promise prompt propose protect protest prove push put
    question quit raise rally reach react read recall receive recognize record refuse reject
    release remain remember remove rename report request rescue resign respond restore resume
    retire return reveal reverse review ride rip rise rule run rush save say score secure see seek
    seize sell send serve set settle share shed shine shoot show shut sign skip slam slap slip
    snap soar spark speak spend spill split spot spread stand star start stay steal stop storm
    strike strip struggle submit sue suffer suggest support surge surprise surrender survive
    suspend swear sweep swipe take talk target tease tell test thank think threaten throw tie top
    tour trade travel try turn tweet unite unveil update urge use vanish violate visit vote vow
    wait wake walk want warn watch weigh win withdraw woo work worry wow wreck write yield
    """.split()
)
"""The verbs of headlines, in the plain form."""


class Case(Enum):
    """How a line is capitalised."""

    CAPITALS = auto()
    TITLE = auto()
    SENTENCE = auto()


def headline_like(document: Document) -> frozenset[int]:
    """Which blocks of `document.prose` are one line of several words without a stop."""
    return frozenset(i for i, block in enumerate(document.prose) if _is_headline_like(block))


def _is_headline_like(block: Block) -> bool:
    text = block.text
    return (
        block.kind is BlockKind.PARAGRAPH
        and _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS
        and not text[0].islower()
        and not _STOPPED.search(text, max(0, len(text) - _LONGEST_END))
        and "\n" not in text
        and not _FURNITURE.match(text)
    )


def case_of(line: str) -> Case:
    """How most of the longer words of a line are capitalised."""
    if line.isupper():
        return Case.CAPITALS
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG]
    capitalised = sum(word[0].isupper() for word in words)
    return Case.TITLE if words and capitalised >= _MOST * len(words) else Case.SENTENCE


def words_in(line: str) -> int:
    """How many words a line holds, numbers not counted."""
    return len(_WORD.findall(line))


def has_headline_verb(line: str) -> bool:
    """Whether a line says that something happens, as a headline does and a label does not."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(line)]
    return any(map(_is_finite, words)) or "to" in words[1:-1]


def _is_finite(word: str) -> bool:
    if word in _AUXILIARIES or word in _IRREGULAR:
        return True
    if word.endswith("ed") and len(word) >= _LONG and not word.endswith("eed"):
        return True
    if not word.endswith("s"):
        return False
    return bool(_VERBS & {word[:-1], word[:-2], word[:-3] + "y"})
