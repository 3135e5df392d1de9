"""Of which word a form is a form."""

import pytest
from copydesk.english.dictionary import Dictionary, dictionary, pack
from copydesk.english.lemmas import lemma, lemma_in
from copydesk.packed_table import PackedTable


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("went", "VERB.Past", "go"),
        ("Children", "NOUN.Plur", "child"),
        ("found", "VERB.Past", "find"),
        ("found", "VERB.Inf", "found"),
        ("left", "ADJ", "left"),
        ("left", "VERB.Part", "leave"),
        ("saw", "NOUN.Sing", "saw"),
        ("saw", "VERB.Past", "see"),
        ("better", "ADJ.Cmp", "good"),
        ("better", "ADV.Cmp", "well"),
        ("was", "AUX.Past", "be"),
        ("n’t", "PART", "not"),
        ("'s", "AUX.Pres3", "be"),
        ("them", "PRON", "they"),
        ("Us", "PRON", "we"),
        ("an", "DET", "a"),
        ("Brussels", "PROPN.Sing", "Brussels"),
        ("IRAQ", "PROPN.Sing", "IRAQ"),
        ("quickly", "ADV", "quickly"),
        ("1990s", "NOUN.Plur", "1990s"),
    ],
)
def test_a_form_has_the_lemma_that_fits_its_tag(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("vlogs", "NOUN.Plur", "vlog"),
        ("frobbies", "NOUN.Plur", "frobby"),
        ("glitzes", "VERB.Pres3", "glitz"),
        ("zaxes", "NOUN.Plur", "zax"),
        ("frobbing", "VERB.Ing", "frob"),
        ("googled", "VERB.Past", "google"),
        ("unzipped", "VERB.Part", "unzip"),
        ("self-funded", "VERB.Part", "self-fund"),
        ("blurbed", "VERB.Past", "blurb"),
        ("s", "NOUN.Plur", "s"),
        ("", "NOUN.Plur", ""),
        ("-s", "NOUN.Plur", "-s"),
    ],
)
def test_an_unknown_form_is_told_by_its_ending(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


def test_exceptions_go_before_readings_and_hold_for_one_tag_only() -> None:
    readings = {"lives": "s2fe/z1", "live": "a/v"}
    table = Dictionary(PackedTable(pack(readings, {("NOUN.Plur", "lives"): "being"})))
    assert sorted(table.forms()) == ["live", "lives"]
    assert lemma_in(table, "lives", "NOUN.Plur") == "being"
    assert lemma_in(table, "lives", "VERB.Pres3") == "live"


def test_a_part_of_a_packed_form_is_no_form() -> None:
    table = Dictionary(PackedTable(pack({"catalogue": "n", "catalysts": "s1"}, {})))
    assert table.letters("catalysts") == "s"
    assert not table.letters("catalyst")
    assert not table.letters("cata")
    assert not table.letters("")


def test_the_classes_of_a_form() -> None:
    assert set(dictionary().letters("walks")) == {"s", "z"}
    assert not dictionary().letters("frobbies")
