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
    accept accuse act add address admit adopt agree aim allow announce answer appeal appear
    approve argue arrest ask assess attack attend avoid award back ban battle beat become beg
    begin bet blame blast block boast bolster boost break bring build burn buy call cancel
    capture catch cause celebrate challenge change charge cheer choose claim clash clear climb
    clinch close collapse come complete condemn confirm confront congratulate consider contest
    continue cost crash create criticise criticize cut damage dare deal debate debut decide
    declare decline deepen defeat defend defy delay deliver demand demonstrate dent deny deploy
    describe deter die disappear discover dismiss dispute ditch divide dodge donate double drag
    draw drop earn ease eclipse edge emerge end endorse erupt escape evacuate expand expect
    explain expose express eye face fade fail fall favor favour fear fight file find fire flee
    fly foil follow force forge fuel gain get give grab grant grill grow hail halt halve hamper
    head heal hear help hike hint hire hit hold honor honour hope hunt hurt identify ignore
    impose impress improve inch indicate indict inspire investigate invite jail join jump keep
    kick kill kiss know lack lag land lash launch lay lead leak learn leave let lift light
    linger list live look loom lose lure make mar mark marry mean meet miss mock mount mourn
    move mull name narrow near need nominate notch nudge offer open oppose opt order oust
    outline outpace overcome oversee own pass pay peel pick plan play plead pledge plot plunge
    post praise predict prepare probe promise prompt propose protect protest prove push put
    puzzle question quit raise rally reach react read rebuff recall receive recognise recognize
    record recover reduce refuse refute regain reject rejoin release relish rely remain
    remember remove rename repeat report request rescue resign respond restore resume retain
    rethink retire return reveal reverse review ride rip rise rout rue rule run rush sack save
    savour say score scrap seal secure see seek seize sell send serve set settle share shatter
    shed shine shoot show shrug shut sign sink skip slam slap slash slide slip snap snub soar
    soften spark speak spend spill split spot spread spur stall stand star start stay steal
    stop storm strike strip struggle stumble submit succeed sue suffer suggest support surge
    surpass surprise surrender surround survive suspend swear sweep swipe tackle take talk
    target tease tell test thank think threaten thrive throw tie tip top topple tour trade
    travel triumph try tumble turn tweet undergo underline unearth unite unveil update urge use
    usher vanish veto violate visit vote vow wait wake walk wane want warn watch weigh welcome
    widen win wipe withdraw woo work worry worsen wow wreck write yield
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
