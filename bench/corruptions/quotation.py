"""Quotations that lost a mark, or whoever says them."""

import random
from collections.abc import Iterator, Sequence

from copydesk import Document
from copydesk.analysis.quotations import Quotation, quotations

from bench.corruptions import Damage, corruption, transplant
from bench.corruptions.quoted import (
    between_paragraphs,
    quoted_sentence,
    replaced,
    said_first,
    within_a_paragraph,
    words_of,
)


@corruption("an opening quotation mark taken out", "unbalanced-quotation")
def opening_mark_taken_out(document: Document, chance: random.Random) -> Damage | None:
    """A quotation is closed and never opened."""
    return _taken_out(document, chance, opening=True)


@corruption("a closing quotation mark taken out", "unbalanced-quotation")
def closing_mark_taken_out(document: Document, chance: random.Random) -> Damage | None:
    """A quotation is opened and never closed."""
    return _taken_out(document, chance, opening=False)


def _taken_out(document: Document, chance: random.Random, *, opening: bool) -> Damage | None:
    whole = list(_whole_quotations(document))
    if not whole:
        return None
    quotation = chance.choice(whole)
    at = quotation.start if opening else quotation.end - 1
    return Damage(*document.span(at, at + 1), "", document.block_at(at).span)


def _whole_quotations(document: Document) -> Iterator[Quotation]:
    for one in document.analysis(quotations).outermost:
        has_double_marks = {one.opening, one.closing} <= set('"“”')
        inside = document.is_literal(one.start, one.start + 1)
        if has_double_marks and inside and not one.resumed and not one.continued:
            yield one


@transplant("a quotation of another article as a paragraph", "unattributed-quotation")
def quotation_as_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A quotation that nobody says stands between two paragraphs."""
    words = quoted_sentence(others, chance)
    return between_paragraphs(document, f'"{words}"', chance) if words else None


@transplant("a quotation of another article in a paragraph", "unattributed-quotation")
def quotation_in_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """A quotation that nobody says stands between two sentences."""
    words = quoted_sentence(others, chance)
    return within_a_paragraph(document, f'"{words}"', chance) if words else None


@corruption("who says a quotation cut off", "unattributed-quotation")
def speaker_cut_off(document: Document, chance: random.Random) -> Damage | None:
    """“…,” said Ana Brook: that is the paragraph, and the speaker is lost."""
    return _cut_off(document, chance, apart=True)


@corruption("who says a quotation cut off in a paragraph", "unattributed-quotation")
def speaker_cut_off_in_paragraph(document: Document, chance: random.Random) -> Damage | None:
    """The same among other sentences."""
    return _cut_off(document, chance, apart=False)


def _cut_off(document: Document, chance: random.Random, *, apart: bool) -> Damage | None:
    found = said_first(document, apart=apart)
    if not found:
        return None
    passage = chance.choice(found)
    (quotation,) = passage.quotations
    words = f"{quotation.opening}{words_of(document, quotation)}{quotation.closing}"
    return replaced(document, passage, words)
