"""A first person in an article that is told in the third."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from copydesk import BlockKind, Document, Finding, Related, Rule, Sentence
from copydesk.analysis import first_person
from copydesk.analysis.attribution import tells_of_speech
from copydesk.analysis.narration import Passage, passage_at, passages
from copydesk.analysis.quotations import quotations

_FEWEST_SENTENCES = 5
_FEW = 2
_MOST = 4
_SHORTEST_SPEECH = 20

_OTHER_VOICE = re.compile(
    r"[A-Z][^\s:]*(?:\s+[^\s:]+){0,4}:\s|(?:Dear|Yours|Note|Editor|Disclosure|Update)\b"
)
_BY_THE_AUTHOR = re.compile(
    r"\b(?:contact|follow|email|e-mail|write to|reach) me\b|\bopinions are my own\b"
    r"|\bmy (?:latest|new|recent|last|next) (?:book|article|post|column|piece|paper)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NarratorFirstPerson(Rule):
    """A sentence outside quotation says “I” in an article that is told in the third person."""

    name: ClassVar = "narrator-first-person"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        said = list(_sentences(document, document.analysis(first_person.singular)))
        if not said or not _is_in_third_person(said, document):
            return
        for sentence, start, end in said:
            if not _is_in_another_voice(sentence, start, document):
                yield self.finding(
                    document.span(sentence.start, sentence.end),
                    f"“{document.text[start:end]}” stands outside quotation in an article told in"
                    " the third person",
                    related=_evidence(sentence, start, end, document),
                )


def _sentences(document: Document, tokens: tuple[int, ...]) -> Iterator[tuple[Sentence, int, int]]:
    """The sentences that hold `tokens`, each with the range of the first of them."""
    starts = [sentence.start for sentence in document.sentences] if tokens else []
    offsets = [(document.tokens.starts[i], document.tokens.end(i)) for i in tokens]
    for number, group in groupby(offsets, lambda pair: bisect_right(starts, pair[0]) - 1):
        yield document.sentences[number], *next(group)


def _is_in_third_person(said: Sequence[tuple[Sentence, int, int]], document: Document) -> bool:
    """Whether the narrator stays out of the article, but for a few sentences in one place.

    One who says “I” in two places is the author. One who says “I” beside a quotation is a
    reporter: “That’s all,” he told me.
    """
    found = document.analysis(passages)
    narrated = sum(p.is_narrated and p.block.kind is BlockKind.PARAGRAPH for p in found)
    others = _sentences(document, document.analysis(first_person.companions))
    return (
        len(said) <= _MOST
        and len({sentence.block.start for sentence, _, _ in said}) == 1
        and not any(_BY_THE_AUTHOR.search(sentence.text) for sentence, _, _ in said)
        and _FEWEST_SENTENCES * len(said) <= narrated
        and sum(1 for _ in others) <= max(_FEW, narrated // 10)
        and not any(_reports(passage_at(found, start)) for _, start, _ in said)
    )


def _reports(passage: Passage) -> bool:
    """Whether a passage tells what somebody has said, at some length."""
    return tells_of_speech(passage.narration) and any(
        quotation.end - quotation.start >= _SHORTEST_SPEECH for quotation in passage.quotations
    )


def _is_in_another_voice(sentence: Sentence, start: int, document: Document) -> bool:
    """Whether somebody else may be speaking: in an answer, a letter, a note, an aside."""
    block = sentence.block
    before = document.block_at(block.start - 1) if block.start else None
    quoted = document.analysis(quotations)
    return (
        block.kind is not BlockKind.PARAGRAPH
        or not quoted.is_balanced(block)
        or (before is not None and not quoted.is_balanced(before))
        or (before is not None and before.text.rstrip().endswith((":", "?")))
        or _OTHER_VOICE.match(block.text) is not None
        or sentence.text.endswith("?")
        or _is_aside(document.text[sentence.start : start])
    )


def _is_aside(before: str) -> bool:
    """Whether `before`, the beginning of a sentence, announces speech or opens a bracket."""
    said, colon, _ = before.rpartition(":")
    return (
        (bool(colon) and tells_of_speech(said))
        or before.rfind("(") > before.rfind(")")
        or before.rfind("[") > before.rfind("]")
    )


def _evidence(sentence: Sentence, start: int, end: int, document: Document) -> Iterator[Related]:
    yield Related(document.span(start, end), "the first person")
    quoted = document.analysis(quotations).within(sentence.block.start, sentence.block.end)
    if quoted:
        nearest = min(quoted, key=lambda one: abs(one.start - sentence.start))
        yield Related(document.span(nearest.start, nearest.end), "the nearest quotation")
