"""Tells whole paragraphs from the lines, labels and entries that stand between them."""

from copydesk.analysis.terms import block_terms
from copydesk.document import Block, BlockKind, Document
from copydesk.patterns import lazy_pattern

FEWEST = 5
"""In an article with fewer paragraphs there is no saying what the rest of it is about."""

MOST = 1_000
"""A text with more paragraphs is a book or a heap of articles, not an article on something."""

_FEWEST_TERMS = 4
_SENTENCE_END = lazy_pattern(r"[.!?…][^\w\s]*(?:\s?\[\d{1,3}\])*\Z")
"""A stop, whatever closes behind it, and numbers of references."""

_LONGEST_END = 20
_LEAST_LEAD, _LEAST_OPEN = 12, 25
"""Of fewer words, what ends in a colon announces a list, and what ends in no stop is a label."""

_ENTRY = lazy_pattern(r"[^\w\"“‘'(\[$€£]|[a-z]|\(?\w{1,3}[.)]\s")


def whole_paragraphs(document: Document) -> tuple[int, ...]:
    """Those of the `shaped_paragraphs` that hold enough to tell what they are about.

    None if there are fewer than `FEWEST` or more than `MOST`.
    """
    shaped = document.analysis(shaped_paragraphs)
    if not FEWEST <= len(shaped) <= MOST:
        return ()
    terms = document.analysis(block_terms)
    whole = tuple(index for index in shaped if terms[index].total() >= _FEWEST_TERMS)
    return whole if len(whole) >= FEWEST else ()


def shaped_paragraphs(document: Document) -> tuple[int, ...]:
    """Which blocks of `document.prose` are paragraphs, not lines, labels and entries."""
    return tuple(
        index
        for index, block in enumerate(document.prose)
        if (ends_sentence(block) or _breaks_off(block)) and not _ENTRY.match(block.text)
    )


def ends_sentence(block: Block) -> bool:
    """Whether a block is a paragraph that ends in a stop, however short."""
    start = max(0, len(block.text) - _LONGEST_END)
    return block.kind is BlockKind.PARAGRAPH and bool(_SENTENCE_END.search(block.text, start))


def _breaks_off(block: Block) -> bool:
    """Whether a block is a paragraph, by its length, that ends in no stop."""
    least = _LEAST_LEAD if block.text.endswith(":") else _LEAST_OPEN
    return block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= least
