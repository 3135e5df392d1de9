"""Who is taken to say a quotation."""

import time

import pytest
from copydesk import Document
from copydesk.analysis.narration import passages
from copydesk.analysis.speech import Attribution, Mention, attributions, nearest, speaker_in
from copydesk.markup import read_text
from hypothesis import given
from hypothesis import strategies as st

NAME, PRONOUN, NOUN = Mention.NAME, Mention.PRONOUN, Mention.NOUN

SPEAKERS = {
    "“It is cold,” said Ana Brook on Monday.": ("Ana Brook", NAME),
    "“It is cold,” Ana Brook said.": ("Ana Brook", NAME),
    "“It is cold,” she later added.": ("she", PRONOUN),
    "“It is cold,” they say.": ("they", PRONOUN),
    "“It is cold,” said the mayor of Hull in a letter.": ("the mayor of Hull", NOUN),
    "“It is cold,” Brook, who leads the yard, told us.": ("Brook", NAME),
    "“It is cold,” said Dr. Ana Brook.": ("Dr. Ana Brook", NAME),
    "“It is cold,” said Hull lawyer Lee Strand.": ("Lee Strand", NAME),
    "Ana Brook of the Old Yard said: “It is cold.”": ("Ana Brook of the Old Yard", NOUN),
    "A statement for Old Yard said: “It is cold.”": ("A statement for Old Yard", NOUN),
    "As the cry of gulls goes, “it is cold”.": None,
    "“It is cold,” wrote Vincent van der Berg.": ("Vincent van der Berg", NAME),
    "“It is cold,” according to the harbour master.": ("the harbour master", NOUN),
    "Ana Brook said: “It is cold.”": ("Ana Brook", NAME),
    "On Monday he told the council, “It is cold.”": ("he", PRONOUN),
    "The mayor, Lee Strand, has said that it is “cold” in there.": ("The mayor", NOUN),
    "Ana Brook was of the same mind, saying: “It is cold.”": ("Ana Brook", NAME),
    "It was told by Jo May, a fisher, who said: “It is cold.”": ("Jo May", NAME),
    "According to Ana Brook, it is “cold”.": ("Ana Brook", NAME),
    "The union of fishers said it was “cold”.": ("The union of fishers", NOUN),
    "Harbour master Ana Brook said it was “cold”.": ("Ana Brook", NAME),
    "It is a “cold” place.": None,
    "To say “cold” is easy.": None,
    "“It is cold.”": None,
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.items(), ids=list(SPEAKERS))
def test_who_says_a_quotation(text: str, expected: tuple[str, Mention] | None) -> None:
    (found,) = attributions(document := read_text(f"{text}\n"))
    assert _said_by(found, document) == expected


def test_a_speaker_goes_on() -> None:
    document = read_text(
        """“It is cold,” said Ana Brook. “It always was. It rains.” It rained. “It did.”

“So it is,” said Lee.

“It is wet.

“It is cold.”
"""
    )
    assert [(_said_by(one, document), one.is_continued) for one in attributions(document)] == [
        (("Ana Brook", NAME), False),
        (("Ana Brook", NAME), True),
        (("Ana Brook", NAME), True),
        (("Lee", NAME), False),
        (None, False),
        (None, True),
    ]


def test_the_nearest_that_have_a_speaker() -> None:
    text = "“One,” said Ana. “Two.”\n\nIt is “three”. It rained. “Four,” said Lee.\n"
    document = read_text(text)
    before, after = nearest(attributions(document), text.index("rained"))
    assert before is not None
    assert _said_by(before, document) == ("Ana", NAME)
    assert after is not None
    assert _said_by(after, document) == ("Lee", NAME)
    assert nearest((), 7) == (None, None)


def test_who_speaks_without_being_quoted() -> None:
    document = read_text("The hall was cold. The mayor said that it rained. It was claimed.\n")
    found = [speaker_in(document, passage) for passage in passages(document)]
    assert [document.text[one.start : one.end] if one else None for one in found] == [
        None,
        "The mayor",
        "It",
    ]


@given(st.text("ab AB“”,. said\n", max_size=200))
def test_speakers_are_places_in_the_text(text: str) -> None:
    document = read_text(text)
    for attribution in attributions(document):
        if attribution.speaker:
            assert 0 <= attribution.speaker.start < attribution.speaker.end <= len(document.text)


@pytest.mark.parametrize("unit", ["“a,” said he. ", "said ", "“a” ", "Ana, ", "“a,” and said, "])
def test_time_is_linear(unit: str) -> None:
    short, long = (_seconds(unit * (n // len(unit))) for n in (10_000, 40_000))
    assert long < 10 * short + 0.1


def _seconds(text: str) -> float:
    document = read_text(text)
    document.analysis(passages)
    start = time.process_time()
    attributions(document)
    return time.process_time() - start


def _said_by(found: Attribution, document: Document) -> tuple[str, Mention] | None:
    if not found.speaker:
        return None
    return document.text[found.speaker.start : found.speaker.end], found.speaker.mention
