"""Tells reviews of the press, which go from one newspaper, and so from one story, to the next."""

from copydesk.analysis.vocabulary import places
from copydesk.document import Document

_PAPERS = frozenset(
    "chronicle economist express figaro gazette globe guardian herald independent journal lat"
    " magazine mail mirror monde newsweek nyt observer post repubblica republic review spiegel"
    " standard star sun telegraph time times today tribune usat welt wp wsj yorker zeitung".split()
)
"""What names of newspapers and magazines end in, and what they are called for short."""

_FEWEST = 4
"""How many papers are named, at least."""

_MOST_PARAGRAPHS = 2
"""Of so many paragraphs, one at least names a paper."""


def is_press_review(document: Document) -> bool:
    """Whether half of the paragraphs name a newspaper or magazine, several of them in all."""
    texts, starts = document.tokens.texts, document.tokens.starts
    named = [i for i in places(document, _PAPERS) if texts[i][0].isupper()]
    papers = {(texts[i - 1] if texts[i - 1][0].isupper() else "", texts[i]) for i in named}
    if len(papers) < _FEWEST:
        return False
    blocks = {document.block_at(starts[i]) for i in named}
    return len(blocks) * _MOST_PARAGRAPHS >= len(document.prose)
