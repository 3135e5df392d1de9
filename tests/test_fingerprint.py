"""Fingerprints: unique in a file, and the same after edits elsewhere in it."""

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest
from copydesk import Document, Finding, Severity, Span
from copydesk.fingerprint import fingerprints
from copydesk.markup import Format, read_text
from hypothesis import given
from hypothesis import strategies as st

Read = Callable[[str], Document]

WORDS = st.sampled_from("the cod a hen said red red, (red) RED: red. “red” no".split())
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=6)


def plain(text: str) -> Document:
    return read_text(text, markup=Format.PLAIN)


def marked(text: str) -> Document:
    return read_text(text, markup=Format.MARKDOWN)


def findings(document: Document, word: str = "red", rule: str = "colour") -> Iterator[Finding]:
    """One for every time that a word stands in the source."""
    for found in re.finditer(word, document.source, re.IGNORECASE):
        yield Finding(rule, "family", Severity.INFO, Span(*found.span()), "a colour")


def named(document: Document) -> list[str]:
    return list(fingerprints(document, findings(document)))


@given(PARAGRAPHS)
def test_they_are_unique_in_a_file(paragraphs: list[str]) -> None:
    names = named(plain("\n\n".join(paragraphs)))
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[0-9a-f]{16}", name) for name in names)


@given(PARAGRAPHS)
def test_they_are_the_same_each_time(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert named(plain(text)) == named(plain(text))


@given(PARAGRAPHS, st.integers(0, 6))
def test_they_survive_a_paragraph_more(paragraphs: list[str], at: int) -> None:
    edited = [*paragraphs[:at], "Something else was said.", *paragraphs[at:]]
    for read in (plain, marked):
        assert named(read("\n\n".join(edited))) == named(read("\n\n".join(paragraphs)))


@given(PARAGRAPHS)
def test_they_are_the_same_with_other_line_ends(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert named(plain(text.replace("\n", "\r\n"))) == named(plain(text))


@given(PARAGRAPHS.map("\n\n".join), st.randoms())
def test_rules_have_names_of_their_own(text: str, random: Random) -> None:
    document = plain(text)
    found = [*findings(document), *findings(document, rule="hue"), *findings(document, "hen")]
    random.shuffle(found)
    names = list(fingerprints(document, found))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("read", [plain, marked])
@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("He saw a red hen there today.", "She never saw a red hen there now."),
        ("A red hen.", "A  red\then."),
        ("A red hen.", "A Red hen."),
        ("One.\n\nRed was here.", "One. Two.\n\nRed was here."),
        ("It was red.\n\nTwo.", "It was red.\n\nThree. Two."),
        ("A red hen.\n\nA red cow.", "A blue hen.\n\nA red cow."),
    ],
)
def test_edits_that_change_nothing(read: Read, text: str, edited: str) -> None:
    assert set(named(read(edited))) <= set(named(read(text)))


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("He saw a red hen there.", "He saw one red hen there."),
        ("He saw a red hen there.", "He saw a red hen here."),
    ],
)
def test_edits_right_there_make_another_finding(text: str, edited: str) -> None:
    assert named(plain(text)) != named(plain(edited))


def test_lines_may_be_wrapped_elsewhere() -> None:
    assert named(marked("> A red hen.")) == named(marked("A red\nhen."))


def test_like_findings_are_told_apart_by_their_order() -> None:
    before = named(plain("A red hen.\n\nA cow.\n\nA red hen."))
    after = named(plain("A red hen.\n\nA red hen.\n\nA cow.\n\nA red hen."))
    assert before == after[:2]
    assert len(set(after)) == 3


def test_a_finding_outside_of_all_blocks_has_a_name() -> None:
    document = marked("A hen.\n\n<!-- red -->\n\nA cow.")
    moved = marked("A cow.\n\nA pig.\n\n<!-- red -->\n")
    assert named(document) == named(moved)
    assert named(read_text("\n\nred", markup=Format.HTML)) != []


def test_a_name_that_must_not_change() -> None:
    """Side files hold names, so another version of copydesk has to come to the same."""
    assert named(plain("He saw a red hen there.\n\nRed.")) == [
        "40936f6121973328",
        "963e0a7d12f8bc74",
    ]
