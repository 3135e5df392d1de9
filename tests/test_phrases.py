"""Phrases of a list are found, the longest first."""

import pytest
from copydesk.analysis.phrases import PhraseTable
from copydesk.markup import read_text

TABLE = PhraseTable({"in order": 1, "in order to": 2, "don’t miss": 3, "stop": 4})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In order to go", ["In order to"]),
        ("all in order, in order to", ["in order", "in order to"]),
        ("Don't miss, don’t miss", ["Don't miss", "don’t miss"]),
        ("Stop. Stop", ["Stop", "Stop"]),
        ("in\n\norder", []),
        ("nothing", []),
        ("in", []),
        ("", []),
    ],
)
def test_finds_the_longest_phrase_at_each_place(text: str, found: list[str]) -> None:
    document = read_text(text)
    matches = TABLE.find(document)
    assert [" ".join(document.tokens.texts[m.first : m.end]) for m in matches] == found


def test_gives_what_is_known_of_a_phrase() -> None:
    assert [match.value for match in TABLE.find(read_text("Stop in order to miss."))] == [4, 2]


def test_a_phrase_has_words() -> None:
    with pytest.raises(ValueError, match="no words"):
        PhraseTable({" ": 1})
