"""Tells how much an article reads as a news report, by words that such reports are full of."""

from copydesk.analysis.vocabulary import places
from copydesk.document import Document

_WORDS = frozenset(
    "said says told tells added adds yesterday today spokesman spokeswoman spokesperson mr mrs ms"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Who said what on which day, as nobody writes who writes for long."""

_POINTERS = frozenset("last next past this".split())
_PERIODS = frozenset(
    "night week weekend month season year spring summer autumn winter morning afternoon"
    " evening".split()
)
"""“Last night”, “this season”: times that are told from the day of writing."""

_BY_CHANCE = 1.0
"""Taken off their count: one in a short article is no rate."""

_FEW, _MANY = 2.0, 5.0
"""In 1,000 tokens: an encyclopaedia has fewer, most news more."""


def reportage(document: Document) -> float:
    """From 0, an article of another kind, to 1, surely a report."""
    words = document.tokens.lowers
    told = sum(words[at - 1] in _POINTERS for at in places(document, _PERIODS) if at)
    rate = 1000 * (len(places(document, _WORDS)) + told - _BY_CHANCE) / max(1, len(words))
    return min(1.0, max(0.0, (rate - _FEW) / (_MANY - _FEW)))
