"""A quotation that nobody says."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, Tokens, lazy_pattern
from copydesk.analysis.first_person import is_personal
from copydesk.analysis.genre import Genre, genre
from copydesk.analysis.narration import Passage, ends_sentence, passages
from copydesk.analysis.quotations import quotations
from copydesk.analysis.reference.speakers import (
    brings_up_person,
    introduces_person,
    names_again,
    names_person,
    refers_to_person,
    surnames,
)
from copydesk.analysis.speech import Mention, attributions, nearest, speaker_in
from copydesk.english.attribution import names_speech, tells_of_speech

_FEWEST_WORDS = 5
_FEWEST_WORDS_APART = 8
"""A shorter quotation that is a paragraph may be a note, a motto or an inscription."""
_WORDS_OF_A_LABEL = 4
_LONGEST_LABEL = 100
_WORDS_OF_A_SUBJECT = 3
_WORDS_OF_A_CREDIT = 8
_WORDS_OF_AN_INQUIT = 10
_PARAGRAPHS_OF_DIALOGUE = 3
_MOSTLY_QUOTED = 0.5
_FARTHEST_SPEAKER = 1_500
"""How many characters before a paragraph somebody may have been quoted whom it goes on about."""

_WITHOUT_VOICES = frozenset({Genre.REPORT, Genre.GUIDE})
"""Genres in which each voice but the narrator's is named."""

_REFERENCE = lazy_pattern(r"\s*[(\[][A-Z][^)\]\ufdd0]{0,80}\d{4}")
"""What tells the source in a text with references: (Brook 2001: 2)."""

_LEADS_UP = (":", ",", "—", "–")
_MOST_BETWEEN = 2
"""After so many sentences of narration a speaker may be quoted again and not be named."""

_IN_CLAUSES = frozenset(
    "i me my you your he she it we us our they them there is are was were be been am has have had"
    " do does did will would can could shall should may might must let cannot not that because"
    " but".split()
)
_CONTRACTED = ("n't", "'re", "'ve", "'ll", "'d", "'m")
_DASHES = ("-", "–", "—", "―", "~")


class UnattributedQuotation(Rule):
    """A quotation stands by itself, and nothing around it tells who says it."""

    name: ClassVar = "unattributed-quotation"
    family: ClassVar = "quotation"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        found = document.analysis(passages)
        runs: list[range] = []
        for run in _quoted_runs(found):
            known = runs[-1].stop if runs else 0
            if _lacks_speaker(run, found, document) and not _goes_on(run, known, document):
                runs.append(run)
        if not runs or _is_of_many_voices(document):
            return
        for run in runs:
            evidence = tuple(_evidence(run, found, document))
            for _, group in groupby(found[run.start : run.stop], lambda one: one.block.start):
                quoted = [quotation for passage in group for quotation in passage.quotations]
                words = document.text[quoted[0].inside[0] : quoted[-1].inside[1]]
                yield self.finding(
                    document.span(quoted[0].start, quoted[-1].end),
                    f"nobody is named as saying “{_beginning(words)}”",
                    related=evidence,
                )


def _quoted_runs(found: Sequence[Passage]) -> Iterator[range]:
    """The stretches of passages without a word of the narrator's."""
    numbers = [i for i, passage in enumerate(found) if passage.quotations]
    numbers = [i for i in numbers if not found[i].is_narrated]
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield range(run[0], run[-1] + 1)


def _lacks_speaker(run: range, found: Sequence[Passage], document: Document) -> bool:
    if not run.start:
        return False
    passages_of_run = found[run.start : run.stop]
    before, first, last = found[run.start - 1], passages_of_run[0], passages_of_run[-1]
    if not _is_running_text(before) or _speaks_first(before, first.block, document):
        return False
    if run.stop < len(found):
        after = found[run.stop]
        if _speaks_after(after) if after.block is last.block else _is_credit(after.block):
            return False
    return _is_speech(passages_of_run, document)


def _is_speech(run: Sequence[Passage], document: Document) -> bool:
    """Whether a run reads like something that was said: no title, no gloss, no dialogue."""
    quoted = document.analysis(quotations)
    start, end = run[0].quotations[0].inside[0], run[-1].quotations[-1].inside[1]
    block = run[0].block
    is_apart = run[0].start == block.start and run[-1].end >= block.end
    return (
        not run[0].quotations[0].resumed
        and len({passage.block.start for passage in run}) < _PARAGRAPHS_OF_DIALOGUE
        and all(passage.block.kind is BlockKind.PARAGRAPH for passage in run)
        and all(quoted.is_balanced(passage.block) for passage in run)
        and len(document.text[start:end].split())
        >= (_FEWEST_WORDS_APART if is_apart else _FEWEST_WORDS)
        and document.text[start] not in "(["
        and _is_clause(document.tokens, start, end)
    )


def _is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether there is a word in a range that sentences have and titles have not."""
    words = [tokens.lowers[i] for i in tokens.between(start, end)]
    return not _IN_CLAUSES.isdisjoint(words) or any(w.endswith(_CONTRACTED) for w in words)


def _is_running_text(passage: Passage) -> bool:
    """Whether a passage is part of the story: no heading, no label, no question put to someone."""
    text = passage.block.text
    return (
        passage.block.kind is BlockKind.PARAGRAPH
        and ends_sentence(text)
        and len(text[:_LONGEST_LABEL].split()) > _WORDS_OF_A_LABEL
        and not passage.narration.rstrip().endswith("?")
    )


def _speaks_first(before: Passage, block: Block, document: Document) -> bool:
    """Whether the sentence before tells who says a quotation in `block`.

    In the same paragraph anybody in that sentence may be the speaker. In the paragraph before it
    takes somebody who speaks there, is introduced, or has been quoted already.
    """
    if (
        before.narration.rstrip().endswith(_LEADS_UP)
        or speaker_in(document, before)
        or _ends_in_inquit(before, document)
        or _is_speaker(before)
    ):
        return True
    is_known = names_again(before.narration, document.analysis(surnames))
    if before.block is block:
        return tells_of_speech(before.narration) or brings_up_person(before.narration) or is_known
    return (
        names_speech(before.narration)
        or introduces_person(before.narration)
        or ((is_known or refers_to_person(before.narration)) and _has_spoken(before, document))
    )


def _ends_in_inquit(passage: Passage, document: Document) -> bool:
    """Whether a few words after a quotation tell, in whatever verb, who says it: “Bary raps.”."""
    if not passage.quotations:
        return False
    inquit = document.text[passage.quotations[-1].end : passage.end].split()
    return 1 < len(inquit) <= _WORDS_OF_AN_INQUIT


def _has_spoken(before: Passage, document: Document) -> bool:
    """Whether a person has been quoted not long before a passage, or in it."""
    last, _ = nearest(document.analysis(attributions), before.end)
    return (
        last is not None
        and last.speaker is not None
        and last.speaker.mention is not Mention.NOUN
        and before.start - last.quotation.end < _FARTHEST_SPEAKER
    )


def _goes_on(run: range, known: int, document: Document) -> bool:
    """Whether somebody is quoted again after a sentence or two that bring up nobody else.

    It is not known who says the quotations before the passage `known`.
    """
    found = document.analysis(passages)
    for number in range(run.start - 1, max(known, run.start - _MOST_BETWEEN - 1) - 1, -1):
        passage = found[number]
        if passage.block is not found[run.start].block:
            return False
        if _is_speaker(passage) and (passage.quotations or speaker_in(document, passage)):
            return True
        if not passage.is_narrated:
            return True
        if names_person(passage.narration):
            return False
    return False


def _is_speaker(passage: Passage) -> bool:
    """Whether a passage tells that a person speaks."""
    return tells_of_speech(passage.narration) and brings_up_person(passage.narration)


def _speaks_after(after: Passage) -> bool:
    """Whether the sentence after tells who says a quotation, or goes on with its speaker."""
    subject = " ".join(after.narration.split()[:_WORDS_OF_A_SUBJECT])
    return (
        tells_of_speech(after.narration)
        or brings_up_person(subject)
        or _REFERENCE.match(after.narration) is not None
    )


def _is_credit(block: Block) -> bool:
    """Whether a block is the line under a quotation that names its source."""
    text = block.text.strip()
    return text.startswith(_DASHES) or (
        len(text.split()) <= _WORDS_OF_A_CREDIT and not ends_sentence(text) and names_person(text)
    )


def _is_of_many_voices(document: Document) -> bool:
    """Whether the article is an interview, a dialogue, a column or a collection of quotations."""
    quoted = document.analysis(quotations).outermost
    length = sum(quotation.end - quotation.start for quotation in quoted)
    return (
        length > _MOSTLY_QUOTED * len(document.text)
        or document.analysis(is_personal)
        or document.analysis(genre).genre not in _WITHOUT_VOICES
    )


def _evidence(run: range, found: Sequence[Passage], document: Document) -> Iterator[Related]:
    before = found[run.start - 1]
    yield Related(document.span(before.start, before.end), "the sentence before has no speaker")
    around = nearest(document.analysis(attributions), found[run.start].start)
    for attribution, which in zip(around, ("before", "after"), strict=True):
        if attribution and attribution.speaker:
            speaker = document.span(attribution.speaker.start, attribution.speaker.end)
            yield Related(speaker, f"who says the nearest quotation {which} it that has a speaker")


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
