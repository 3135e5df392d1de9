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
_ENTRY = lazy_pattern(r"[^\w\"“‘'(\[$€£]|[a-z]|\(?\w{1,3}[.)]\s")


def whole_paragraphs(document: Document) -> tuple[int, ...]:
    """Which blocks of `document.prose` are paragraphs of whole sentences.

    None if there are fewer than `FEWEST` or more than `MOST`.
    """
    blocks = document.prose
    shaped = [
        index
        for index, block in enumerate(blocks)
        if ends_sentence(block) and not _ENTRY.match(block.text)
    ]
    if not FEWEST <= len(shaped) <= MOST:
        return ()
    terms = document.analysis(block_terms)
    whole = tuple(index for index in shaped if terms[index].total() >= _FEWEST_TERMS)
    return whole if len(whole) >= FEWEST else ()


def ends_sentence(block: Block) -> bool:
    """Whether a block is a paragraph that ends in a stop, however short."""
    start = max(0, len(block.text) - _LONGEST_END)
    return block.kind is BlockKind.PARAGRAPH and bool(_SENTENCE_END.search(block.text, start))
