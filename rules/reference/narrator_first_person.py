"""A first person in an article that is told in the third."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Sentence, lazy_pattern
from copydesk.analysis import first_person
from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.narration import Passage, ends_sentence, passage_at, passages
from copydesk.analysis.quotations import quotations
from copydesk.analysis.speech import attributions, nearest
from copydesk.analysis.tags import tags
from copydesk.english.attribution import tells_of_speech

_FEWEST_SENTENCES = 3
_SENTENCES_FOR_EACH = 2
_FEW = 2
_MOST = 4
_SHORTEST_SPEECH = 20
_LONGEST_ANNOUNCEMENT = 2_000

_OTHER_VOICE = lazy_pattern(
    r"[A-Z][^\s:]*(?:\s+[^\s:]+){0,4}:\s|(?:Dear|Yours|Note|Editor|Disclosure|Update)\b"
)
_BY_THE_AUTHOR = lazy_pattern(
    r"\b(?:contact|follow|email|e-mail|write to|reach) me\b|\bopinions are my own\b"
    r"|\bmy (?:latest|new|recent|last|next) (?:book|article|post|column|piece|paper)\b"
    r"|\bas I (?:wrote|said|noted|reported)\b|\bupdate this (?:article|piece|post|story)\b"
    r"|\byou and me\b",
    re.IGNORECASE,
)
_BY_A_REPORTER = lazy_pattern(
    r"\bI(?:['’](?:ve|d|ll|m))? (?:\w+ )?(?:spoke|spoken|speaking|talked|talking|asked|asking"
    r"|interviewed|met|visited|watched|doubt|bet|suspect|guess|reckon|wonder)\b"
    r"|\b(?:told|tells|showed|shows|asked|assured|reminded) me\b"
)
_BY_AN_ENGINEER = lazy_pattern(r"\bI (?:\w+ )?(?:believe|think|recommend|suggest|prefer|assume)\b")
_LAST_SENTENCE = lazy_pattern(r"[.!?]\s")
_REPORTS = ("reports", "answers", "claims", "quotes")
_CONTRACTED = lazy_pattern(
    r"\w(?:n['’]t|['’](?:re|ve|ll|m))\b|\b(?:it|that|there|here|what|who|let)['’]s\b", re.IGNORECASE
)
_WORDS_FOR_EACH = 100
"""A narrator who contracts more often than once in so many words writes as one speaks."""

_LAST_PARAGRAPHS = 2
"""At the end, or in the first paragraph, an author who writes at all like that may say “I”."""

_OPENING_MARKS = ("'", "‘", '"', "“", "«")
_BULLETS = ("+", "*", "=", ">", "#", "~")
_DASHES = " -–—"
_LIST_MARKS = lazy_pattern(r"[·•|]")

_TOLD_IN_THE_THIRD_PERSON = frozenset({Genre.REPORT, Genre.GUIDE})
_VERBS = frozenset(
    "am believe could did didn't do don't feel felt got had have hope knew know may might must said"
    " saw should think thought want wanted was went were would".split()
)
"""Verbs that “I” so often has that nobody need be asked what they are."""

_AFTER_PRONOUN = frozenset({"ADV", "PUNCT", "CCONJ", "PART", "SCONJ", "ADP"})


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
            if not _is_in_another_voice(sentence, start, document) and not _is_numeral(
                start, document
            ):
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
    if len(said) > _MOST or len({sentence.block.start for sentence, _, _ in said}) > 1:
        return False
    found = document.analysis(passages)
    narrated = sum(p.is_narrated and p.block.kind is BlockKind.PARAGRAPH for p in found)
    others = _sentences(document, document.analysis(first_person.companions))
    kind = document.analysis(genre).genre
    return (
        kind in _TOLD_IN_THE_THIRD_PERSON
        and not any(_is_by_the_author(sentence.text, kind) for sentence, _, _ in said)
        and _FEWEST_SENTENCES + _SENTENCES_FOR_EACH * len(said) <= narrated
        and sum(not _is_from(said[0][0], sentence) for sentence, _, _ in others)
        <= max(_FEW, narrated // 10)
        and not any(_reports(passage_at(found, start)) for _, start, _ in said)
        and not _chats(found, said[0][0].block, document.prose)
    )


def _chats(found: Sequence[Passage], block: Block, prose: Sequence[Block]) -> bool:
    """Whether the narrator writes as one speaks, “it's” and “didn't”, outside of a paragraph."""
    told = [one.narration for one in found if one.is_narrated and one.block is not block]
    contracted = sum(len(_CONTRACTED.findall(narration)) for narration in told)
    words = sum(len(narration.split()) for narration in told)
    is_at_edge = block in (prose[0], *prose[-_LAST_PARAGRAPHS:])
    return contracted * _WORDS_FOR_EACH > words or (is_at_edge and contracted > 0)


def _is_from(first: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence stands in the paragraph of another one and not before it."""
    return sentence.block is first.block and sentence.start >= first.start


def _is_by_the_author(sentence: str, kind: Genre) -> bool:
    """Whether the author may well say “I” there: of what he or she wrote, asked, saw or doubts."""
    return (
        _BY_THE_AUTHOR.search(sentence) is not None
        or _BY_A_REPORTER.search(sentence) is not None
        or (kind is Genre.GUIDE and _BY_AN_ENGINEER.search(sentence) is not None)
    )


def _is_numeral(start: int, document: Document) -> bool:
    """Whether “I” is a number, as in “during meiosis I leading to”: no verb of its own follows."""
    tokens = document.tokens
    i = tokens.index_at(start)
    if tokens.texts[i] != "I" or i + 2 >= len(tokens) or tokens.lowers[i + 1] in _VERBS:
        return False
    words = document.analysis(tags)
    after = words.tag(i + 1)
    if words.is_finite(i + 1):
        return words.tag(i + 2).form == "Pres3"  # that one is the verb
    return after.pos not in _AFTER_PRONOUN and after.form not in {"Part", "Inf"}


def _reports(passage: Passage) -> bool:
    """Whether a passage tells what somebody has said, at some length."""
    return tells_of_speech(passage.narration) and any(
        quotation.end - quotation.start >= _SHORTEST_SPEECH for quotation in passage.quotations
    )


def _is_in_another_voice(sentence: Sentence, start: int, document: Document) -> bool:
    """Whether somebody else may be speaking: in an answer, a letter, a note, an aside, a verse."""
    block = sentence.block
    before = document.block_at(block.start - 1) if block.start else None
    return (
        block.kind is not BlockKind.PARAGRAPH
        or not ends_sentence(sentence.text)
        or sentence.text.endswith("?")
        or sentence.text.startswith(_OPENING_MARKS)
        or block.text.startswith(_BULLETS)
        or _LIST_MARKS.search(block.text) is not None
        or not document.analysis(quotations).is_balanced(block)
        or (before is not None and _leads_up(before, document))
        or _OTHER_VOICE.match(block.text) is not None
        or _is_aside(document.text[sentence.start : start])
        or _is_announced(document.text[block.start : sentence.start])
    )


def _leads_up(before: Block, document: Document) -> bool:
    """Whether the paragraph before asks, announces speech, or leaves a quotation open."""
    end = before.text.rstrip().rstrip(_DASHES).endswith((":", "?"))
    return end or not document.analysis(quotations).is_balanced(before)


def _is_aside(before: str) -> bool:
    """Whether `before`, the beginning of a sentence, announces speech or opens a bracket."""
    said, colon, _ = before.rpartition(":")
    return (
        (bool(colon) and tells_of_speech(said))
        or before.rfind("(") > before.rfind(")")
        or before.rfind("[") > before.rfind("]")
    )


def _is_announced(before: str) -> bool:
    """Whether `before`, the paragraph so far, announces what is left: “A girl says: I was six.”."""
    said, colon, _ = before[:_LONGEST_ANNOUNCEMENT].rpartition(":")
    clause = _LAST_SENTENCE.split(said)[-1]
    return bool(colon) and (tells_of_speech(clause) or clause.endswith(_REPORTS))


def _evidence(sentence: Sentence, start: int, end: int, document: Document) -> Iterator[Related]:
    yield Related(document.span(start, end), "the first person")
    for attribution in nearest(document.analysis(attributions), sentence.start):
        if attribution and attribution.speaker:
            speaker = document.span(attribution.speaker.start, attribution.speaker.end)
            yield Related(speaker, "who may have said it: the speaker of a quotation nearby")
            return
