"""Boilerplate and assistant residue where a page cannot show it."""

import time

import pytest
from copydesk.analysis.loose_phrases import LoosePhrases
from copydesk.analysis.phrases import Match
from copydesk.analysis.residue.boilerplate import boilerplate
from copydesk.markup import read_text
from copydesk.registry import builtin_rules
from copydesk.segment import tokenize

REGISTRY = builtin_rules()
BEFORE = "The council approved the plan for the new harbour on Monday after a long and loud debate."
AFTER = (
    "Work on the first pier is to begin in May, the mayor said, and will take two years or three."
)


def found(text: str, path: str = "<text>") -> list[str]:
    document = read_text(text, path)
    places = [place for places in boilerplate(document).values() for place in places]
    return [document.text[place.start : place.end] for place in sorted(places, key=lambda p: p[1])]


def between(line: str) -> str:
    return f"Harbour plan\n\n{BEFORE}\n\n{line}\n\n{AFTER}\n"


def match(phrase: str, text: str) -> Match[None] | None:
    words = tokenize(text).lowers
    return LoosePhrases([(phrase, None)]).longest(words, 0, len(words))


@pytest.mark.parametrize(
    ("phrase", "text", "end"),
    [
        ("skip/jump to main? content", "Jump to content", 3),
        ("skip/jump to main? content", "Skip to main content", 4),
        ("# shares", "4.3k shares", 2),
        ("a #-word article", "A 500-word article", 3),
        ("get * inbox", "Get the best of us in your inbox", 8),
        ("sign up *", "Sign up, dear reader, for more. Now", 8),
        ("certainly ! here", "Certainly! Here", 3),
    ],
)
def test_a_loose_phrase_matches(phrase: str, text: str, end: int) -> None:
    found = match(phrase, text)
    assert found is not None
    assert found.end == end


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("skip to content", "Skip to main content"),
        ("get * inbox", "Get up. My inbox is full"),
        ("get * inbox", "Get one two three four five six seven eight nine ten eleven twelve inbox"),
        ("certainly ! here", "Certainly here"),
    ],
)
def test_a_loose_phrase_does_not_match(phrase: str, text: str) -> None:
    assert match(phrase, text) is None


def test_a_phrase_may_not_begin_with_a_gap() -> None:
    with pytest.raises(ValueError, match="begins with a gap"):
        LoosePhrases([("* newsletter", None)])


@pytest.mark.parametrize(
    "line",
    ["- Advertisement -", "Story Continues Below", "7 Comments", "Loading…", "Share Tweet"],
)
def test_a_line_of_the_page_is_found(line: str) -> None:
    assert found(between(line)) == [line.removeprefix("- ")]


@pytest.mark.parametrize("line", ["- Advertisements", "Share", "Home Sport", "Loading the trucks"])
def test_a_line_of_the_article_is_not(line: str) -> None:
    assert found(between(line)) == []


def test_a_link_that_works_is_left_alone() -> None:
    line = "[Subscribe to our newsletter](https://example.org)"
    assert found(between(line), "a.md") == []
    assert found(between("Subscribe to our newsletter"), "a.md") == ["Subscribe to our newsletter"]


def test_two_sentences_stuck_to_a_paragraph_are_found_together() -> None:
    assert found(between(f"{BEFORE} Already a subscriber? Log in")) == [
        "Already a subscriber? Log in"
    ]


def test_a_title_is_boilerplate_only_if_nothing_else_is_in_it() -> None:
    assert found(f"4.3k SHARES Facebook Twitter\n\n{BEFORE}\n\n{AFTER}") == [
        "4.3k SHARES Facebook Twitter"
    ]
    assert found(f"Vote now\n\n{BEFORE}\n\n{AFTER}") == []


HOSTILE = (
    "share ",
    "Your email address will not be published. ",
    "get want sign up for to ",
    "as of my last knowledge ",
    "Advertisement\n\n",
    "turn0",
    "😀",
    ",",
    "Share. ",
)
RULES = ("share-widget", "assistant-residue", "teaser-line")


def seconds(text: str) -> float:
    document = read_text(text)
    assert len(document.tokens) + len(document.prose)
    start = time.process_time()
    for name in RULES:
        list(REGISTRY[name]().check(document))
    return time.process_time() - start


@pytest.mark.parametrize("text", HOSTILE)
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    size = 40_000 // len(text)
    short = min(seconds(text * size) for _ in range(3))
    assert min(seconds(text * size * 4) for _ in range(2)) < 9 * short + 0.2


@pytest.mark.parametrize("text", ["", "Share", "Werbung", "اشترك في النشرة الإخبارية"])
def test_little_or_foreign_text_is_survived(text: str) -> None:
    document = read_text(text)
    assert not boilerplate(document)
