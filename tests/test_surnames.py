"""Surnames, and what words stand for."""

from itertools import product, repeat
from time import process_time

import pytest
from copydesk.analysis.reference.name_signs import Sign
from copydesk.analysis.reference.surnames import bearers
from copydesk.english.people import (
    Gender,
    Kind,
    given_name_gender,
    is_place,
    is_surname,
    noun_class,
)
from copydesk.english.word_classes import PLURAL, SURNAME, classes_of, pack
from copydesk.markup import read_text
from copydesk.packed_table import PackedTable


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("It rained. Mr Xyzzyk was late for it.", Sign.ADDRESS),
        ("It rained. McAllister said so.", Sign.SPEECH),
        ("It rained. McAllister was later arrested.", Sign.DEED),
        ("It rained. We met McAllister’s lawyers there.", Sign.KIN),
        ("It rained. McAllister bought a coat, and wore her hat.", Sign.SUBJECT),
    ],
)
def test_signs_of_a_person(text: str, sign: Sign) -> None:
    (found,) = read_text(text).analysis(bearers)
    assert found.sign is sign
    assert found.full is None


@pytest.mark.parametrize(
    "before",
    [
        "Ana McAllister came.",
        "J. McAllister came.",
        "Judge McAllister came.",
        "Judge Ana van McAllister came.",
        "A lawyer, McAllister, came.",
        "The lawyers Brook and McAllister came.",
        "McAllister, 42, came.",
        "It was an Ana McAllister-style arrival.",
    ],
)
def test_introductions(before: str) -> None:
    assert read_text(f"{before} Later McAllister said that she was glad.").analysis(bearers) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ana González came. Later Gonzalez said that she was glad.",
        "Mrs Lindqvist\n\nIt is a painting. Mrs Lindqvist sat for it, and said she was glad.",
        "The plot of the novel is short. McAllister bought a coat, and wore her hat.",
        "The horse won. Mr Xyzzyk was fed.",
        "The poets of McAllister bought a coat, and wore her hat.",
        "It was He Xyzzyk who wrote. Mr Xyzzyk was late.",
    ],
)
def test_who_is_known_otherwise(text: str) -> None:
    assert read_text(text).analysis(bearers) == ()


def test_growth_of_uses() -> None:
    text = "It rained. " + " ".join(
        repeat("Mr Aab said Mrs Aac told McAllister that he was sad.", 5_000)
    )
    assert [one.name for one in read_text(text).analysis(bearers)] == ["Aab", "Aac"]


def test_growth_of_names() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = ["".join(three) for three in product("X", letters, letters, letters)]
    document = read_text("It rained. " + " ".join(f"Mr {name} said he was." for name in names))
    start = process_time()
    assert len(document.analysis(bearers)) == len(names)
    assert process_time() - start < 3  # it took nine times as long to look in the text for each


def test_word_classes() -> None:
    assert given_name_gender("ana") is Gender.FEMALE
    assert given_name_gender("Ivan") is Gender.MALE
    assert given_name_gender("Robin") is Gender.EITHER
    assert given_name_gender("table") is None
    assert is_surname("kowalski")
    assert is_place("New York")
    assert noun_class("actresses") == (Kind.PERSON, Gender.FEMALE, True)
    assert noun_class("committee") == (Kind.GROUP, Gender.EITHER, False)
    assert noun_class("horse") == (Kind.ANIMAL, Gender.EITHER, False)
    assert noun_class("letters") == (Kind.THING, Gender.EITHER, True)
    assert noun_class("the") is None


def test_packed_classes() -> None:
    table = {"Ana": 2, "New York": 16, "aunts": PLURAL | 1}
    packed = PackedTable(pack(table))
    assert packed.whole() == {"Ana": "2", "New York": "16", "aunts": str(PLURAL | 1)}
    assert classes_of("Kowalski") & SURNAME
    assert not classes_of("kowalskis")
