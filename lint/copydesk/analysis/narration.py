"""Parts what the narrator of an article says from what others are quoted to say."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from copydesk.analysis.quotations import Quotation, Quotations, quotations
from copydesk.document import Block, Document
from copydesk.patterns import lazy_pattern

_LONGEST_END = 20
_WORD = lazy_pattern(r"\w")


class Passage(NamedTuple):
    """A sentence of the narrator with all that it quotes, be that several sentences.

    Attributes:
        start: Where it begins in the reading text.
        end: Where it ends.
        block: The block it stands in.
        quotations: The quotations in it that stand in no other, in order.
        narration: What is left of its text without them.
    """

    start: int
    end: int
    block: Block
    quotations: tuple[Quotation, ...]
    narration: str

    @property
    def is_narrated(self) -> bool:
        """Whether any of its words are the narrator's."""
        return not self.quotations or _WORD.search(self.narration) is not None


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of all prose blocks, in order."""
    return tuple(_passages(document, document.analysis(quotations)))


def ends_sentence(text: str) -> bool:
    """Whether a block ends in a stop, and so is no headline, label or credit."""
    return (
        text[-_LONGEST_END:]
        .rstrip()
        .rstrip("\"'”’»)]")
        .endswith((".", "!", "?", "…", ":", ";", ","))
    )


def passage_at(found: Sequence[Passage], offset: int) -> Passage:
    """The one of the passages of a document that holds `offset`."""
    return found[bisect_right(found, offset, key=lambda passage: passage.start) - 1]


def _passages(document: Document, quoted: Quotations) -> Iterator[Passage]:
    """The sentences, joined where a quotation goes on over the end of one."""
    for _, group in groupby(document.sentences, lambda sentence: sentence.block.start):
        sentences = list(group)
        block = sentences[0].block
        if not quoted.within(block.start, block.end):
            for sentence in sentences:
                yield Passage(sentence.start, sentence.end, block, (), sentence.text)
            continue
        start = sentences[0].start
        for one, other in pairwise(sentences):
            cut = _cut(one.end, other.start, quoted)
            if cut and start < cut:
                yield _passage(document, start, cut, block, quoted)
                start = cut
        yield _passage(document, start, sentences[-1].end, block, quoted)


def _cut(end: int, start: int, quoted: Quotations) -> int | None:
    """Where to part the sentence up to `end` from that from `start`, if at all.

    A mark that was taken for the last of the one or the first of the other is put right.
    """
    quotation = quoted.around(start)
    if not quotation or quotation.start == start:
        return start
    if end <= quotation.start + len(quotation.opening):
        return quotation.start
    if quotation.closing and start >= quotation.end - len(quotation.closing):
        return quotation.end
    return None


def _passage(document: Document, start: int, end: int, block: Block, quoted: Quotations) -> Passage:
    text = document.text[start:end]
    end = start + len(text.rstrip())
    start += len(text) - len(text.lstrip())
    held = quoted.within(start, end)
    pieces: list[str] = []
    at = start
    for quotation in held:
        pieces.append(document.text[at : quotation.start])
        at = quotation.end
    pieces.append(document.text[at:end])
    return Passage(start, end, block, held, " ".join(pieces))
