"""Takes sentences out of the quotations of other articles and puts them into reports."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk import OBJECT, Block, BlockKind, Document
from copydesk.analysis import first_person
from copydesk.analysis.narration import Passage, passages
from copydesk.analysis.quotations import Quotation, quotations
from copydesk.english.attribution import tells_of_speech

from bench.corruptions import Damage

_SENTENCE = re.compile(r"[A-Z].*[.!?]", re.DOTALL)
FIRST_PERSON = re.compile(r"\b(?:I|me|my|myself)\b")
_SHORTEST, _LONGEST = 8, 40
_SHORTEST_REPORT = 8
_MOST_COMPANIONS = 2
_TRIES = 40


def quoted_sentence(
    others: Sequence[Document], chance: random.Random, *, personal: bool = False
) -> str:
    """What another article quotes, whole sentences without their marks; "" if none is found.

    `personal` asks for words in the first person.
    """
    for _ in range(_TRIES):
        found = list(_sentences(chance.choice(others)))
        found = [words for words in found if not personal or FIRST_PERSON.search(words)]
        if found:
            return chance.choice(found)
    return ""


def _sentences(document: Document) -> Iterator[str]:
    for quotation in document.analysis(quotations).outermost:
        start, end = quotation.inside
        words = " ".join(document.text[start:end].split())
        if words.endswith(","):  # as before “he said”
            words = words[:-1] + "."
        fits = _SHORTEST <= len(words.split()) <= _LONGEST and OBJECT not in words
        if quotation.closing and fits and _SENTENCE.fullmatch(words):
            yield words


def said_first(document: Document, *, apart: bool) -> list[Passage]:
    """The sentences that begin with all they quote and go on with who says it: “…,” said Ana Brook.

    `apart` asks for those that are a paragraph of their own, and otherwise for the others.
    """
    return [
        passage
        for passage in document.analysis(passages)
        if len(passage.quotations) == 1
        and passage.block.kind is BlockKind.PARAGRAPH
        and passage.quotations[0].start == passage.start
        and tells_of_speech(passage.narration)
        and _SENTENCE.fullmatch(words_of(document, passage.quotations[0]))
        and (passage.end - passage.start >= len(passage.block.text.strip())) is apart
    ]


def words_of(document: Document, quotation: Quotation) -> str:
    """A quotation without its marks as a sentence; "" if it is short or goes on elsewhere."""
    start, end = quotation.inside
    words = document.text[start:end].rstrip().removesuffix(",")
    if not quotation.closing or quotation.resumed or len(words.split()) < _SHORTEST:
        return ""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def replaced(document: Document, passage: Passage, words: str) -> Damage | None:
    """`words` put for a sentence, unless there is markup in it."""
    if not document.is_literal(passage.start, passage.end):
        return None
    return Damage(*document.span(passage.start, passage.end), words)


def is_report(document: Document) -> bool:
    """Whether an article is of some length and its narrator does not speak of himself."""
    companions = len(first_person.companions(document))
    talks = companions > _MOST_COMPANIONS or first_person.singular(document)
    return len(document.sentences) >= _SHORTEST_REPORT and not talks


def between_paragraphs(document: Document, words: str, chance: random.Random) -> Damage | None:
    """`words` as a paragraph of their own in a report."""
    paragraphs = list(_closed_paragraphs(document))
    if len(paragraphs) < 3 or not is_report(document):
        return None
    at = chance.choice(paragraphs[:-1]).span.end
    return Damage(at, at, f"\n\n{words}")


def within_a_paragraph(document: Document, words: str, chance: random.Random) -> Damage | None:
    """`words` between two sentences of a paragraph of a report."""
    quoted = document.analysis(quotations)
    inner = [
        one.end
        for one, other in pairwise(document.analysis(passages))
        if one.block == other.block and one.block.kind is BlockKind.PARAGRAPH
        if not _goes_on(quoted.around(one.end - 1))
    ]
    if not inner or not is_report(document):
        return None
    end = chance.choice(inner)
    at = document.span(end - 1, end).end
    return Damage(at, at, f" {words}")


def _closed_paragraphs(document: Document) -> Iterator[Block]:
    quoted = document.analysis(quotations)
    for block in document.prose:
        if block.kind is BlockKind.PARAGRAPH and not _goes_on(quoted.around(block.end - 1)):
            yield block


def _goes_on(quotation: Quotation | None) -> bool:
    return quotation is not None and quotation.continued
