"""Reading plain text."""

from textwrap import fill

import pytest
from copydesk.document import BlockKind, Document, Span
from copydesk.markup import Format, read_text


def read(source: str) -> Document:
    return read_text(source, markup=Format.PLAIN)


def prose(source: str) -> list[str]:
    return [block.text for block in read(source).prose]


def kinds(source: str) -> list[str]:
    return [block.kind.value for block in read(source).blocks]


LONG = "The council of the town met on Monday to talk about the budget of the year."


def test_paragraphs_by_blank_lines() -> None:
    assert prose("One here.\n\n\n  Two here.\n \t \nThree here.") == [
        "One here.",
        "Two here.",
        "Three here.",
    ]


def test_paragraphs_by_lines() -> None:
    assert prose(f"{LONG}\n{LONG}\nA short one.") == [LONG, LONG, "A short one."]


def test_a_headline_glued_to_the_text_is_a_block_of_its_own() -> None:
    source = f"{LONG}\n\nActor Plans to Sue Paper, Donate Proceeds to Others\n{LONG}"
    assert prose(source)[1:] == ["Actor Plans to Sue Paper, Donate Proceeds to Others", LONG]


@pytest.mark.parametrize("width", [50, 72, 100])
def test_hard_wrapped_paragraphs(width: int) -> None:
    first = fill(
        f"{LONG} Mayor Ann Lee Of The Old Town Hall Put It Off. {LONG} It ended late.", width
    )
    second = fill(f"Nobody was glad about it, and most went home. {LONG}", width)
    assert prose(f"A HEADLINE\n{first}\n\n{second}") == ["A HEADLINE", first, second]
    assert prose(f"{first}\n   {second}") == [first, second]


def test_a_sentence_that_plainly_runs_on_is_one_paragraph() -> None:
    source = f"{LONG} And then it went on, as ever, with the roads\nand the school. {LONG}"
    assert prose(source) == [source]
    assert prose("facebook\nyoutube\ninstagram") == ["facebook", "youtube", "instagram"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\v"])
def test_line_ends(line_end: str) -> None:
    assert prose(f"One is.{line_end}{line_end}Two are.{line_end}Three.") == [
        "One is.",
        "Two are.",
        "Three.",
    ]
    run_on = f"{LONG[:-1]} and{line_end}of the next."
    assert prose(run_on) == [f"{LONG[:-1]} and\nof the next."]
    document = read(run_on)
    assert document.span(0, len(document.text)) == Span(0, len(run_on))


def test_a_damaged_ellipsis_ends_no_line() -> None:
    assert prose("He went\x85 and came.") == ["He went\x85 and came."]


def test_places() -> None:
    document = read("  A Title \r\n\r\n\tThe t\u00e9xt 😀 here.\r\n")
    assert [tuple(block.span) for block in document.blocks] == [(2, 9), (15, 31)]
    assert document.span(*document.sentences[1][:2]) == Span(15, 31)


def test_the_title() -> None:
    assert kinds(f"Iraq Claims a Victory\n\n{LONG}") == ["title", "paragraph"]
    assert kinds(f"Who Won?\n{LONG}") == ["title", "paragraph"]
    assert read(f"A Title\n{LONG}").blocks[0].level == 1


@pytest.mark.parametrize(
    "line",
    [
        "Dear Ann,",
        "By Ann Lee",
        "Updated at 11:45 p.m. ET",
        "Monday, October 3, 2019",
        "3 October 2019",
        "19 70",
        LONG,
        "- a",
    ],
)
def test_no_title(line: str) -> None:
    assert read(f"{line}\n\n{LONG}").blocks[0].kind is not BlockKind.TITLE
    assert kinds(line)[0] != "title"


def test_lists_lose_their_marks() -> None:
    source = "They want:\n- bread\n* more\n  of it\n1. wine\n2) rest\n(a) sleep\nb) peace"
    document = read(source)
    assert prose(source) == ["They want:", "bread", "more\nof it", "wine", "rest", "sleep", "peace"]
    assert {block.kind for block in document.blocks[1:]} == {BlockKind.LIST_ITEM}
    assert source[slice(*document.blocks[2].span)] == "more\n  of it"


@pytest.mark.parametrize(
    "line", ["E. coli is here", "(305) 547-0535", "5. 6. 2020", "-5 degrees", "3.5 of them"]
)
def test_no_list_item(line: str) -> None:
    assert kinds(f"They want:\n{line}")[1] == "paragraph"


def test_quotations_lose_their_marks() -> None:
    document = read("Ann wrote:\n> It is\n> so.\n>\n> > Not so.\nWell.")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("paragraph", "Ann wrote:"),
        ("block quote", "It is\nso."),
        ("block quote", "Not so."),
        ("paragraph", "Well."),
    ]


@pytest.mark.parametrize("source", ["", " ", "\n", "\r\n \n", "\ufeff"])
def test_nothing_to_read(source: str) -> None:
    assert read(source).text == source.strip()
    assert read("x" + source).text.startswith("x")
