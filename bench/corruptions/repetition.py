"""Text that an article holds twice, as a faulty extraction or a careless paste leaves it."""

import random
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from copydesk import Block, BlockKind, Document

from bench.corruptions import Damage, corruption

_FEWEST_WORDS = 8
_FEWEST_PARAGRAPHS = 4
_LONG = 20
_NEAR = 3
_TEASER = 120
_WORD = re.compile(r"\b[a-z]{5,}\b")
_LETTERS = re.compile(r"(?<=\w)\w\w(?=\w)")


def _paragraphs(document: Document) -> list[Block]:
    """The paragraphs of at least a short sentence, of an article that has several."""
    found = [
        block
        for block in document.prose
        if block.kind is BlockKind.PARAGRAPH
        and len(block.text.split()) >= _FEWEST_WORDS
        and block.text.rstrip("\"'”’)").endswith((".", "!", "?"))
    ]
    return found if len(found) >= _FEWEST_PARAGRAPHS else []


def _lines(document: Document, block: Block) -> tuple[int, int]:
    """The lines of the source that hold a block, its markup too."""
    start = document.source.rfind("\n", 0, block.span.start) + 1
    end = document.source.find("\n", block.span.end)
    return start, end if end >= 0 else len(document.source)


def _pasted(
    document: Document, chance: random.Random, change: Callable[[str, random.Random], str]
) -> Damage | None:
    """A paragraph, changed, put behind itself or a later one."""
    paragraphs = _paragraphs(document)
    if not paragraphs:
        return None
    i = chance.randrange(len(paragraphs))
    start, end = _lines(document, paragraphs[i])
    _, at = _lines(document, paragraphs[chance.randrange(i, len(paragraphs))])
    return Damage(at, at, f"\n\n{change(document.source[start:end], chance)}")


@corruption("a paragraph pasted a second time", "repeated-paragraph")
def same_paragraph(document: Document, chance: random.Random) -> Damage | None:
    """A paragraph comes again, at once or later."""
    return _pasted(document, chance, lambda text, _: text)


def _edited(text: str, chance: random.Random) -> str:
    """A text with straight marks, or with a word mistyped, left out or put in."""
    if not chance.randrange(4):
        return re.sub("[‘’]", "'", re.sub("[“”]", '"', text)).replace("\u2014", " - ")
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    made = chance.choice(
        ("", f"{word[0]} {word[0]}", _LETTERS.sub(lambda two: two[0][::-1], word[0], count=1))
    )
    return text[: word.start()] + made + text[word.end() :]


@corruption("a paragraph pasted a second time and edited", "repeated-paragraph")
def edited_paragraph(document: Document, chance: random.Random) -> Damage | None:
    """A paragraph comes again with one word or its marks changed."""
    return _pasted(document, chance, _edited)


@corruption("the body extracted twice", "repeated-paragraph")
def doubled_body(document: Document, chance: random.Random) -> Damage | None:
    """The text from one of the first paragraphs to the end stands twice."""
    paragraphs = _paragraphs(document)
    if not paragraphs:
        return None
    start, _ = _lines(document, chance.choice(paragraphs[:2]))
    body = document.source[start:].rstrip()
    joint = chance.choice(("\n\n", "\n\n", "\n\n* * *\n\n", " "))
    return Damage(start + len(body), len(document.source), f"{joint}{body}\n")


def _sentences(block: Block, document: Document) -> Sequence[str]:
    return [
        document.source[slice(*document.span(sentence.start, sentence.end))]
        for sentence in document.sentences
        if sentence.block is block and len(sentence.text.split()) >= _LONG
    ]


@corruption("a long sentence left behind a few lines away", "repeated-sentence")
def same_sentence(document: Document, chance: random.Random) -> Damage | None:
    """A sentence of a paragraph comes again at the end of this one or one of the next two."""
    paragraphs = _paragraphs(document)
    if not paragraphs:
        return None
    i = chance.randrange(len(paragraphs) - 1)
    found = _sentences(paragraphs[i], document)
    if not found:
        return None
    after = chance.choice(paragraphs[i : i + _NEAR])
    _, at = _lines(document, after)
    return Damage(at, at, f" {chance.choice(found)}")


@corruption("the opening cut off and put before the text", "repeated-opening")
def cut_opening(document: Document, chance: random.Random) -> Damage | None:
    """The first paragraph stands before itself, shortened as in a list of articles."""
    paragraphs = _paragraphs(document)
    if not paragraphs or len(paragraphs[0].text) < _TEASER:
        return None
    start, _ = _lines(document, paragraphs[0])
    text = " ".join(paragraphs[0].text.split())
    cut = text[: chance.randint(_TEASER // 2, len(text) - _TEASER // 4)]
    if chance.randrange(2):
        cut = cut.rpartition(" ")[0]
    return Damage(start, start, cut + chance.choice(("", "...", "…", " …", " [...]")) + "\n\n")


@corruption("a heading pasted over a later one of its level", "repeated-heading")
def same_heading(document: Document, chance: random.Random) -> Damage | None:
    """A heading bears the words of the one before it."""
    headings = [block for block in document.prose if block.kind is BlockKind.HEADING]
    pairs = [
        (one, other)
        for one, other in pairwise(headings)
        if one.level == other.level and document.is_literal(other.start, other.end)
    ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    return Damage(*document.span(other.start, other.end), one.text)
