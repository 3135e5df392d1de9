"""Which way the writing of an article runs."""

from unicodedata import bidirectional

from copydesk.analysis.characters import rare_characters
from copydesk.document import Document

_HEBREW = "\u0590"
"""No letter before this block is written from right to left."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def right_to_left_letters(document: Document) -> frozenset[str]:
    """The letters and digits of the article that are written from right to left, each once."""
    characters = document.analysis(rare_characters)
    return frozenset(
        one
        for one in characters
        if one >= _HEBREW and one.isalnum() and bidirectional(one) in _RIGHT_TO_LEFT
    )
