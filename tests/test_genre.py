"""What kind of text an article is guessed to be."""

import time

import pytest
from copydesk.analysis.genre import Genre, genre
from copydesk.markup import Format, read_text
from hypothesis import given
from hypothesis import strategies as st

STORY = "The council met on Monday in the old hall. It was late, and few people had come. "
SAID = "I came home late that day, and my neighbour gave me a letter for my mother. "
ASKED = """How did you come to build boats?

I was twelve when my uncle bought the yard on the river, and I went there."""
TURNS = "Did you see it?\n\nNo, I did not.\n\nI told you so.\n\nYou never told me.\n\n"
STEP = "* Open the lid.\n* Turn the tap and see that your pot is clean.\n"

ARTICLES = {
    "a report": (f"# Council\n\n{STORY * 3}\n\n{STORY}\n\n{STORY}\n", Genre.REPORT),
    "a report with a stray sentence": (
        f"# Council\n\n{STORY * 3}\n\n{SAID}\n\n{STORY}",
        Genre.REPORT,
    ),
    "a report with quotations": (f"{STORY}\n\n“{SAID}”\n\n{STORY}\n\n“{SAID}”\n", Genre.REPORT),
    "a column": (f"{SAID}\n\n{STORY}\n\n{SAID}\n\n{SAID}\n", Genre.PERSONAL),
    "a column of one paragraph": (SAID * 4, Genre.PERSONAL),
    "a statement": (
        "We built our yard, and we sold our boats to pay for it.\n\n" * 4,
        Genre.PERSONAL,
    ),
    "an interview": (f"{STORY}\n\n" + f"{ASKED}\n\n" * 6, Genre.INTERVIEW),
    "an interview with labels": (
        f"{STORY}\n\n" + "Q: When did it sink?\n\nA: It was in May.\n\n" * 3,
        Genre.INTERVIEW,
    ),
    "questions alone": ("((ABC)) : Why do you build boats?\n\n" * 6, Genre.INTERVIEW),
    "frequent questions": (
        "## Can you pay later?\n\nYou can pay us in May.\n\n## Can you swim?\n\nIt helps you.\n\n"
        * 2,
        Genre.GUIDE,
    ),
    "instructions": (f"# Tea\n\n{STEP * 3}", Genre.GUIDE),
    "documentation": ("# Tea\n\nThe `pot` has a `lid`.\n\n```\npot --lid\n```\n" * 2, Genre.GUIDE),
    "advice": ("You will need a pot, and your lid must fit. You can buy one.\n\n" * 3, Genre.GUIDE),
    "links": ("# Week\n\n" + "* [The pot](https://example.org) is new.\n" * 6, Genre.LIST),
    "a listicle": (
        "".join(f"## {i}. A pot of tea\n\n{STORY}\n\n" for i in range(1, 7)),
        Genre.LIST,
    ),
    "a live blog": (f"{STORY}\n\n" + f"10:15 {STORY}\n\n11:40 {STORY}\n\n" * 3, Genre.TRANSCRIPT),
    "a hearing": (
        "BROOK: It sank.\n\nMAY: It did.\n\nLEE: So it was.\n\n" * 3,
        Genre.TRANSCRIPT,
    ),
    "talk": (TURNS * 4, Genre.TRANSCRIPT),
    "nothing": ("", Genre.REPORT),
}


@pytest.mark.parametrize(("text", "expected"), ARTICLES.values(), ids=list(ARTICLES))
def test_genres(text: str, expected: Genre) -> None:
    guess = genre(read_text(text, markup=Format.MARKDOWN))
    assert guess.genre is expected, guess


def test_what_decided_is_told() -> None:
    guess = genre(read_text(SAID * 4))
    assert guess.reason == "the narrator says “I”"
    assert guess.features.first_singular > 100


@given(st.text())
def test_any_text_has_a_genre(text: str) -> None:
    assert genre(read_text(text)).genre in Genre


@pytest.mark.parametrize("unit", ["Q: ", "Ab: Ab", "10:15\n\n", "(((", "I?\n\n", "1. a\n\n"])
def test_time_is_linear(unit: str) -> None:
    short, long = (_seconds(unit * (n // len(unit))) for n in (10_000, 40_000))
    assert long < 10 * short + 0.1


def _seconds(text: str) -> float:
    document = read_text(text)
    document.sentences  # noqa: B018  made here, so that it is not timed
    start = time.process_time()
    genre(document)
    return time.process_time() - start
