"""Guesses what kind of text an article is, so that rules on reports stay silent elsewhere."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from copydesk.analysis.first_person import companions, singular
from copydesk.document import OBJECT, Block, BlockKind, Document, Sentence
from copydesk.patterns import lazy_pattern

_LABEL = lazy_pattern(
    r"[(\[*]{0,2}(?:([QA])[.:]|([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    r"(?:\)\)|\]|\*{1,2}| \([^)\ufdd0]{1,20}\))?\s?:)\s"
)
_CLOCK = lazy_pattern(r"\W{0,3}(?:\d{1,2}[:.]\d\d(?!\d)|\d{1,2} ?[ap]\.?m\b)")
_NUMBER = lazy_pattern(r"#?\d{1,2}[.):]\s")
_LONGEST_LABEL = 100
_SHORT = 16
_TRAILING = "\"'”’*_) \n"

_IMPERATIVES = frozenset(
    "add apply ask avoid be bring build call check choose click close configure consider copy"
    " create cut do don't download edit enable ensure enter fill find follow get give go hold"
    " install keep learn leave let look make mix move note open paste pick place press pull"
    " push put read remember remove replace run save see select send set stand start stay stir"
    " stop take tell think try turn type update use visit wait wash watch wear write".split()
)
"""Verbs with which an instruction begins."""


class Genre(StrEnum):
    """What kind of text an article is.

    Attributes:
        REPORT: Tells of others in the third person: news, a biography, an entry, a study.
        INTERVIEW: Questions, and the answers of somebody else.
        PERSONAL: Somebody speaks throughout: a column, a blog, a speech, a letter.
        GUIDE: Tells its readers what to do or how something works: instructions, documentation,
            a recipe, a log of changes, frequent questions, a guide for travellers.
        LIST: A row of items: links, places, the best of something.
        TRANSCRIPT: What was said, turn by turn, or what happened, minute by minute.
    """

    REPORT = "report"
    INTERVIEW = "interview"
    PERSONAL = "personal"
    GUIDE = "guide"
    LIST = "list"
    TRANSCRIPT = "transcript"


class Features(NamedTuple):
    """What the genre is guessed by.

    Attributes:
        words: How many tokens there are.
        blocks: How many prose blocks.
        first_singular: “I”, “me”, “my” out of quotation in 1,000 tokens.
        first_plural: “we”, “us”, “our” out of quotation, likewise.
        second: “you”, “your” out of quotation, likewise.
        spoken_blocks: How many blocks have any of “I” and “we” out of quotation.
        asked: The share of the blocks that end in a question.
        answered: The share of the blocks that do, and stand before one that does not.
        asking_headings: The share of the blocks that are headings and ask.
        labels: Names or letters with a colon, with which two or more blocks begin.
        labelled: The share of the blocks that begin with one of these.
        clocked: The share of the blocks that begin with a time of day.
        numbered: How many blocks that are headings or short begin with a number.
        listed: The share of all blocks that are list items.
        linked: The links in a list item, on average.
        technical: The share of all blocks that are code or cells of a table.
        objects: Inline code and the like in 1,000 tokens.
        commanding: The share of the sentences that begin with a verb of instruction, if any speaks
            to the reader.
        turn: The words of a block, on average.
        sentence: The words of a sentence, on average.
    """

    words: int
    blocks: int
    first_singular: float
    first_plural: float
    second: float
    spoken_blocks: int
    asked: float
    answered: float
    asking_headings: float
    labels: int
    labelled: float
    clocked: float
    numbered: int
    listed: float
    linked: float
    technical: float
    objects: float
    commanding: float
    turn: float
    sentence: float

    @property
    def first(self) -> float:
        """“I” and “we” out of quotation in 1,000 tokens."""
        return self.first_singular + self.first_plural

    @property
    def person(self) -> float:
        """“I”, “we” and “you” out of quotation in 1,000 tokens."""
        return self.first + self.second


class Guess(NamedTuple):
    """The genre of an article, what decided, and all that it was guessed by."""

    genre: Genre
    reason: str
    features: Features


def genre(document: Document) -> Guess:
    """What kind of text an article is; a report if nothing speaks for anything else."""
    found = _features(document)
    for kind, reason in _reasons(found):
        if reason:
            return Guess(kind, reason, found)
    return Guess(Genre.REPORT, "nothing speaks for another genre", found)


def _reasons(f: Features) -> Iterable[tuple[Genre, str]]:
    """For each genre in turn what speaks for it, or an empty text."""
    yield Genre.TRANSCRIPT, _log(f)
    yield _dialogue(f), _turns(f)
    yield Genre.PERSONAL, _narrator(f) if f.first_singular >= 5 else ""
    yield Genre.LIST, _items(f)
    yield Genre.GUIDE, _instructions(f)
    yield Genre.PERSONAL, _narrator(f)


def _log(f: Features) -> str:
    if f.clocked >= 0.25 and f.clocked * f.blocks >= 4:
        return "paragraphs begin with the time of day"
    if f.labels >= 3 and f.labelled >= 0.3:
        return "paragraphs begin with the names of several speakers"
    if f.first_singular >= 8 and f.second >= 8 and f.turn < 28 and f.sentence < 12:
        return "short turns speak of “I” and “you”"
    return ""


def _dialogue(f: Features) -> Genre:
    """The genre of questions: frequent ones if they are headings and nobody says “I”."""
    asked_by_readers = f.asking_headings > f.answered / 2 and f.first_singular < 5
    return Genre.GUIDE if asked_by_readers else Genre.INTERVIEW


def _turns(f: Features) -> str:
    if f.labels == 2 and f.labelled >= 0.3 and f.labelled * f.blocks >= 4:
        return "paragraphs begin with the names of two speakers"
    if f.answered >= 0.1 and f.answered * f.blocks >= 3 and f.person >= 10:
        return "paragraphs ask and others answer"
    if f.asked >= 0.3 and f.asked * f.blocks >= 4 and f.person >= 10:
        return "paragraphs ask"
    return ""


def _items(f: Features) -> str:
    if f.listed >= 0.5 and f.linked >= 0.8 and f.objects < 8 and f.technical < 0.05:
        return "most blocks are list items, which have links"
    if f.numbered >= 5 and f.first < 8:
        return "numbered items follow each other"
    return ""


def _instructions(f: Features) -> str:
    if f.technical >= 0.15 or f.objects >= 10:
        return "there is much code"
    if f.commanding >= 0.1 and f.second >= 3:
        return "sentences tell the reader what to do"
    if f.second >= 10 and f.second >= 2 * f.first:
        return "the reader is spoken to"
    if f.listed >= 0.5 and f.first < 10:
        return "most blocks are list items"
    return ""


def _narrator(f: Features) -> str:
    """More than a sentence or two must say “I”: one may have strayed into a report."""
    if f.spoken_blocks < 3 and f.blocks > 3 * f.spoken_blocks:
        return ""
    if f.first_singular >= 3 and f.first * f.words >= 6_000:
        return "the narrator says “I”"
    if f.first >= 8 and f.first * f.words >= 6_000:
        return "the narrator says “we”"
    return ""


class _Beginnings(NamedTuple):
    """How blocks begin.

    Attributes:
        labels: The labels that come back, and how many blocks begin with each.
        clocks: How many begin with a time of day.
        numbers: How many headings and short paragraphs have a number, as items of a listicle do.
    """

    labels: dict[str, int]
    clocks: int
    numbers: int


def _features(document: Document) -> Features:
    words = max(1, len(document.tokens))
    sentences = document.sentences
    blocks = document.prose
    count = max(1, len(blocks))
    said = document.analysis(singular)
    others = document.analysis(companions)
    lowers = document.tokens.lowers
    plural = [i for i in others if not lowers[i].startswith("you")]
    second = len(others) - len(plural)
    kinds = Counter([block.kind for block in document.blocks])
    items = kinds[BlockKind.LIST_ITEM]
    of_all = max(1, len(document.blocks))
    beginnings = _beginnings(blocks)
    asked, answered, asking_headings = _questions(blocks)
    return Features(
        words=words,
        blocks=len(blocks),
        first_singular=1000 * len(said) / words,
        first_plural=1000 * len(plural) / words,
        second=1000 * second / words,
        spoken_blocks=_spoken_blocks(document, (*said, *plural)),
        asked=asked / count,
        answered=answered / count,
        asking_headings=asking_headings / count,
        labels=len(beginnings.labels),
        labelled=sum(beginnings.labels.values()) / count,
        clocked=beginnings.clocks / count,
        numbered=beginnings.numbers,
        listed=items / of_all,
        linked=(document.source.count("](") + document.source.count("<a ")) / items if items else 0,
        technical=(kinds[BlockKind.CODE] + kinds[BlockKind.TABLE_CELL]) / of_all,
        objects=1000 * (document.text.count(OBJECT) + document.text.count("``") // 2) / words,
        commanding=_commands(sentences) / max(1, len(sentences)) if second else 0,
        turn=words / count,
        sentence=words / max(1, len(sentences)),
    )


def _spoken_blocks(document: Document, tokens: Iterable[int]) -> int:
    """How many blocks hold any of some tokens."""
    return len({document.block_index(document.tokens.starts[i]) for i in tokens})


def _beginnings(blocks: Iterable[Block]) -> _Beginnings:
    labels: Counter[str] = Counter()
    clocks = numbers = 0
    for block in blocks:
        head = block.text[:_LONGEST_LABEL]
        if (":" in head or head[1:2] == ".") and (match := _LABEL.match(head)):
            labels[match[1] or match[2]] += 1
        if head[0].isdigit() or not head[0].isalnum():
            clocks += _CLOCK.match(head) is not None
            numbers += _NUMBER.match(head) is not None and _is_short(block)
    again = {label: number for label, number in labels.items() if number > 1}
    return _Beginnings(again, clocks, numbers)


def _is_short(block: Block) -> bool:
    headed = block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}
    return headed and len(block.text) <= _LONGEST_LABEL


def _questions(blocks: Sequence[Block]) -> tuple[int, int, int]:
    """How many blocks ask, how many are answered by the next, how many of these are headings."""
    asks = [block.text[-_SHORT:].rstrip(_TRAILING).endswith("?") for block in blocks]
    answered = [
        block
        for block, (asked, asks_too) in zip(blocks, pairwise(asks), strict=False)
        if asked and not asks_too
    ]
    headings = sum(block.kind is BlockKind.HEADING for block in answered)
    return sum(asks), len(answered), headings


def _commands(sentences: Sequence[Sentence]) -> int:
    first = (sentence.text.partition(" ")[0].lower() for sentence in sentences)
    return sum(word in _IMPERATIVES for word in first)
