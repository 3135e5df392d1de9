"""Finds of whom the blocks of an article speak: of him, of her, or of the narrator."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from copydesk.analysis.first_person import companions, singular
from copydesk.analysis.vocabulary import places
from copydesk.document import Document

_HE = frozenset("he his him himself he's he'd he'll".split())
_SHE = frozenset("she her hers herself she's she'd she'll".split())


class Voice(StrEnum):
    """Whose pronouns stand in a text."""

    HE = "he"
    SHE = "she"
    NARRATOR = "narrator"


class Heard(NamedTuple):
    """Where a voice is heard.

    Attributes:
        tokens: The pronouns, in order.
        blocks: The blocks that they stand in, in order.
    """

    tokens: Sequence[int]
    blocks: Sequence[int]

    def stands_in(self, start: int, stop: int) -> bool:
        """Whether it is heard between two tokens."""
        return bisect_left(self.tokens, start) < bisect_left(self.tokens, stop)

    def share(self, of: Sequence[int], besides: range) -> float:
        """The share of some blocks in which it is heard, a few left out."""
        others = [block for block in of if block not in besides]
        return len(set(self.blocks).intersection(others)) / max(1, len(others))


def voices(document: Document) -> dict[Voice, Heard]:
    """Where each voice is heard, the narrator's outside quotation only."""
    told = chain(document.analysis(singular), document.analysis(companions))
    found = {
        Voice.HE: places(document, _HE),
        Voice.SHE: places(document, _SHE),
        Voice.NARRATOR: sorted(told),
    }
    starts = [document.tokens.index_at(block.start) for block in document.prose]
    return {voice: Heard(tokens, _blocks(tokens, starts)) for voice, tokens in found.items()}


def _blocks(tokens: Sequence[int], starts: Sequence[int]) -> Sequence[int]:
    return sorted({bisect_left(starts, token + 1) - 1 for token in tokens})
