"""Tells passages in which somebody is quoted whom the article names elsewhere, too."""

from copydesk.analysis.quotations import quotations
from copydesk.analysis.topic.articles import article_of
from copydesk.analysis.topic.passages import Passage, body
from copydesk.analysis.topic.wording import name_terms
from copydesk.document import Document

_MOST_TOLD, _LARGEST_SHARE_TOLD = 25, 0.6
"""How many words of the writer's own stand in a quotation, and what share they are at most."""

_BEFORE = "said"
"""Stands for what is before the first word, so that a name can be the first one."""


def quotes_known_speaker(document: Document, passage: Passage) -> bool:
    """Whether a passage is mostly quoted, and all names beside the quotation stand elsewhere.

    Who spoke is of the article, so what was said is, whatever it takes up.
    """
    told = _told(document, passage)
    if told is None:
        return False
    article = document.analysis(article_of)
    own = article.bags[passage.first : passage.last + 1]
    names = name_terms([_BEFORE, *told])
    return bool(names) and all(
        article.frequencies[name] > sum(name in bag.terms for bag in own) for name in names
    )


def _told(document: Document, passage: Passage) -> list[str] | None:
    """The words of a passage that are not quoted, None if these are too many."""
    tokens, quoted = document.tokens, document.analysis(quotations)
    inside = tokens.between(*body(document, passage))
    told = [tokens.texts[i] for i in inside if not quoted.covers(tokens.starts[i])]
    is_quotation = len(told) <= min(_MOST_TOLD, _LARGEST_SHARE_TOLD * len(inside))
    return told if is_quotation else None
