"""Tells how much an article reads as a news report, by words that such reports are full of."""

from copydesk.analysis.vocabulary import places
from copydesk.document import Document

_WORDS = frozenset(
    "said says told tells added adds yesterday today spokesman spokeswoman spokesperson mr mrs ms"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Who said what on which day, as nobody writes who writes for long."""

_FEW, _MANY = 2.0, 6.0
"""In 1,000 tokens: an encyclopaedia has fewer, most news more."""


def reportage(document: Document) -> float:
    """From 0, an article of another kind, to 1, surely a report."""
    rate = 1000 * len(places(document, _WORDS)) / max(1, len(document.tokens))
    return min(1.0, max(0.0, (rate - _FEW) / (_MANY - _FEW)))
