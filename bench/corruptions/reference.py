"""Articles that lost what their words refer to."""

import random
from collections.abc import Sequence

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption, transplant
from bench.corruptions.quoted import (
    FIRST_PERSON,
    between_paragraphs,
    is_report,
    quoted_sentence,
    replaced,
    said_first,
    within_a_paragraph,
    words_of,
)

_MOST_CUT = 5
_SHORTEST = 9


@corruption("the first one to five sentences cut off", "dangling-opening")
def beheaded(document: Document, chance: random.Random) -> Damage | None:
    """The article begins in its midst."""
    body = [one for one in document.sentences if one.block.kind is BlockKind.PARAGRAPH]
    if len(body) < _SHORTEST:
        return None
    first = body[chance.randint(1, _MOST_CUT)]
    start = document.span(body[0].start, body[0].end).start
    return Damage(start, document.span(first.start, first.end).start, "")


@transplant("a quotation without its marks as a paragraph", "narrator-first-person")
def first_person_as_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """What another article quotes in the first person is a paragraph of the narrator's."""
    words = quoted_sentence(others, chance, personal=True)
    return between_paragraphs(document, words, chance) if words else None


@transplant("a quotation without its marks in a paragraph", "narrator-first-person")
def first_person_in_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """What another article quotes in the first person is a sentence of the narrator's."""
    words = quoted_sentence(others, chance, personal=True)
    return within_a_paragraph(document, words, chance) if words else None


@corruption("a quotation that lost its marks and its speaker", "narrator-first-person")
def marks_and_speaker_lost(document: Document, chance: random.Random) -> Damage | None:
    """“I was there,” said Ana Brook: what is left of it is “I was there.”, and no marks."""
    found = [*said_first(document, apart=True), *said_first(document, apart=False)]
    found = [one for one in found if FIRST_PERSON.search(words_of(document, one.quotations[0]))]
    if not found or not is_report(document):
        return None
    passage = chance.choice(found)
    return replaced(document, passage, words_of(document, passage.quotations[0]))
