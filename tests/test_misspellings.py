"""Misspellings: what tells them, and what is left alone."""

import pytest
from copydesk.analysis.phrasing.misspellings import misspellings
from copydesk.analysis.phrasing.spellings import Spellings, is_one_edit, meant_by, read, write
from copydesk.markup import read_text


def found(text: str) -> list[tuple[str, str]]:
    """What is found in a text, and the first that each may stand for."""
    document = read_text(text)
    return [
        (" ".join(document.tokens.texts[one.first : one.end]), one.meant[0])
        for one in misspellings(document)
    ]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goverment", ("government",)),  # a letter left out
        ("politicial", ("political",)),  # one too many
        ("ultimitely", ("ultimately",)),  # another
        ("remarkbale", ("remarkable",)),  # in the wrong order
        ("ceonomic", ("economic",)),  # at the beginning
        ("agreemetn", ("agreement",)),  # at the end
        ("collegues", ("colleagues",)),  # listed
        ("dont", ("don't",)),
        ("government", ()),
        ("colour", ()),
        ("semver", ()),  # a term
        ("froblic", ()),
        ("x", ()),
    ],
)
def test_a_word_that_is_none_stands_for_one_like_it(word: str, meant: tuple[str, ...]) -> None:
    assert meant_by(word) == meant


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("word", "wood", True),
        ("word", "words", True),
        ("word", "wrd", True),
        ("word", "wrod", True),
        ("word", "drow", False),
        ("word", "wooden", False),
        ("word", "wean", False),
    ],
)
def test_one_edit(word: str, other: str, *, expected: bool) -> None:
    assert is_one_edit(word, other) is is_one_edit(other, word) is expected


def test_a_table_is_read_as_it_was_written() -> None:
    table = Spellings({"alot": "a_lot", "teh": "the"}, {"tt5": " trust "}, {"tt5": " tryst "})
    assert read(write(table)) == Spellings(table.listed, table.common, table.rare)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They moved to a small ho meland of the west.", [("ho meland", "homeland")]),
        ("They moved to a small ho  meland of the west.", []),
        ("All men over fiftytwo were asked for it.", [("fiftytwo", "fifty-two")]),
        ("It is a matter forthe courts of the land.", [("forthe", "for the")]),
        ("They said it was a grearest day for all.", [("grearest", "greatest")]),
        ("They [g]rearest it was a day for all of us.", []),
        ("They said grearest and grearest day of all.", []),  # a term
        ("They said it was un grearest day for all.", []),  # another language
        ("Their wai is old. They are waiing with joined hands.", []),  # a form of a foreign word
        ("We read “grearest day” and it was fun for all.", []),  # a title
        ("We read it as the goverment [sic] on the board.", []),
        ("grearest", []),
        ("", []),
    ],
)
def test_misspellings_are_told_from_terms_and_other_languages(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["zqx" * 50_000, " ".join(f"zq{n:x}v" for n in range(30_000)), "goverment " * 20_000]
)
def test_odd_texts_are_read(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("air-conditionting", ("air-conditioning",)),
        ("pre-empted", ()),
        ("co-op", ()),
    ],
)
def test_the_parts_of_a_compound_are_looked_at(word: str, meant: tuple[str, ...]) -> None:
    assert meant_by(word) == meant
