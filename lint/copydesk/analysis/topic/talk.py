"""Tells how much an article talks to its readers, by words that encyclopaedias do without."""

from copydesk.analysis.vocabulary import places
from copydesk.document import Document

_WORDS = frozenset("i me my you your we us our i'm i've you're we're don't it's that's".split())
_FEW, _MANY = 10.0, 40.0
"""In 1,000 tokens: nearly all encyclopaedic articles have fewer, what is spoken has more."""


def talk(document: Document) -> float:
    """From 0, an article that is written about something, to 1, surely talk."""
    rate = 1000 * len(places(document, _WORDS)) / max(1, len(document.tokens))
    return min(1.0, max(0.0, (rate - _FEW) / (_MANY - _FEW)))
