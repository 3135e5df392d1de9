"""What word classes the tokens of an article have."""

import time

import pytest
from copydesk import Document
from copydesk.analysis.tags import Tag, tags
from copydesk.english.clitics import parts
from copydesk.english.tag_features import Known, Look, Verbs
from copydesk.english.tagger import Tagger, pack_row, tagger
from copydesk.markup import read_text
from copydesk.packed_table import PackedTable, pack


def tagged(text: str) -> list[str]:
    document = read_text(text)
    found = document.analysis(tags)
    return [found.tag(i).name for i in range(len(document.tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council approved the plan.", "DET NOUN.Sing VERB.Past DET NOUN.Sing PUNCT"),
        ("She has found two old coins.", "PRON AUX.Pres3 VERB.Part NUM ADJ NOUN.Plur PUNCT"),
        ("They hope to visit Paris.", "PRON VERB.Pres PART VERB.Inf PROPN.Sing PUNCT"),
        ("Stop the engine now!", "VERB.Imp DET NOUN.Sing ADV PUNCT"),
        ("He must leave.", "PRON AUX.Mod VERB.Inf PUNCT"),
        ("the man that we saw", "DET NOUN.Sing PRON.Rel PRON VERB.Past"),
        ("I know that he left her.", "PRON VERB.Pres SCONJ PRON VERB.Past PRON PUNCT"),
        ("Her dog sleeps.", "PRON.Poss NOUN.Sing VERB.Pres3 PUNCT"),
    ],
)
def test_words_are_tagged_by_what_they_are_in_the_sentence(text: str, expected: str) -> None:
    assert tagged(text) == expected.split()


def test_the_same_word_is_a_noun_and_a_verb() -> None:
    names = tagged("The reports that he reports were late.")
    assert names[1] == "NOUN.Plur"
    assert names[4] == "VERB.Pres3"


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("don’t", ("do", "n’t")),
        ("Can't", ("Ca", "n't")),
        ("cannot", ("can", "not")),
        ("Anna’s", ("Anna", "’s")),
        ("wouldn't've", ("would", "n't", "'ve")),
        ("I’M", ("I", "’M")),
        ("o’clock", ("o’clock",)),
        ("O'Brien", ("O'Brien",)),
        ("’s", ("’s",)),
        ("well-known", ("well-known",)),
        ("", ("",)),
    ],
)
def test_contractions_are_taken_apart(token: str, expected: tuple[str, ...]) -> None:
    assert parts(token) == expected


def test_both_words_of_a_contraction_have_tags() -> None:
    document = read_text("They don’t think it’s Anna’s.")
    found = document.analysis(tags)
    assert [found.clitic(i) for i in range(6)] == [
        None,
        Tag("PART"),
        None,
        Tag("AUX", "Pres3"),
        Tag("PART"),
        None,
    ]
    assert [found.is_finite(i) for i in range(6)] == [False, True, False, True, False, False]
    assert [found.lemma(i) for i in range(5)] == ["they", "do", "think", "it", "Anna"]


def test_of_two_clitics_the_first_counts() -> None:
    document = read_text("He’d’ve known.")
    found = document.analysis(tags)
    clitic = found.clitic(0)
    assert clitic is not None
    assert (clitic.pos, clitic.is_finite, found.is_finite(0)) == ("AUX", True, True)
    assert found.tag(1) == Tag("VERB", "Part")


def test_breaks_and_objects_have_no_class() -> None:
    document = read_text("# A title\n\nCall `run` twice.\n", "a.md")
    found = document.analysis(tags)
    names = {text: found.tag(i).name for i, text in enumerate(document.tokens.texts)}
    assert names["\ufdd0"] == names["\ufffc"] == "X"
    assert names["Call"] == "VERB.Imp"


def test_only_sentences_that_are_asked_about_are_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    original = Tagger.tag

    def counted(self: Tagger, forms: list[str]) -> list[int]:
        seen.append(forms)
        return original(self, forms)

    monkeypatch.setattr(Tagger, "tag", counted)
    document = read_text("One came. Two went.\n\nThree stayed.")
    found = document.analysis(tags)
    assert not seen
    assert found.tag(4).name == "VERB.Past"
    assert found.tag(5).name == "PUNCT"
    assert found.tag(6).name == "X"
    assert found.tag(6).name == "X"
    assert found is document.analysis(tags)
    assert seen == [["Two", "went", "."]]


def test_many_are_tagged_together_as_one_by_one() -> None:
    text = "They don’t stay. Two went.\n\nThree came, and she’d seen it."
    found = read_text(text).analysis(tags)
    document = read_text(text)
    together = document.analysis(tags)
    assert together.tag(5) == found.tag(5)
    assert together.between(2, 9) == [found.tag(i) for i in range(2, 9)]
    assert together.between(0, len(document.tokens)) == [
        found.tag(i) for i in range(len(document.tokens))
    ]
    assert together.clitic(1) == Tag("PART")
    assert together.between(3, 3) == []


@pytest.mark.parametrize(
    "text",
    ["", "Yes", "?!" * 500, "\U0001f600 \U0001f600", "אבג דהו.", "Der Hund lief über die Straße."],
)
def test_anything_can_be_tagged(text: str) -> None:
    document = read_text(text)
    assert len(tagged(text)) == len(document.tokens)


def test_a_sentence_does_not_depend_on_what_was_tagged_before() -> None:
    text = "The old man the boats, which leak."
    once = tagged(text)
    for i in range(300):
        tagged(f"Word{i} and other{i}ing things were {i}.")
    assert tagged(text) == once


def test_long_input_is_tagged_in_time_in_proportion() -> None:
    def seconds(document: Document) -> float:
        found = tags(document)
        start = time.process_time()
        found.tag(0)
        return time.process_time() - start

    tagged("the cat sat on a mat")
    short, long = (read_text("the cat sat on a mat " * n) for n in (500, 5000))
    for document in (short, long):
        assert len(document.tokens), len(document.sentences)
    assert seconds(long) < 40 * max(seconds(short), 0.001)


@pytest.mark.parametrize("few", [0, 3, 1000])
def test_the_greatest_sum_wins_among_the_tags_a_form_can_have(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copydesk.english.tagger.FEW", few)  # then all weights are read
    known = Known(frozenset(), {"a": "01", "b": "1"}, {"any": "012"}, {})
    rows = {"b": pack_row({2: 500}), "wa": pack_row({0: 3}), "-sb": pack_row({1: 900, 0: -900})}
    model = Tagger(("N", "V", "X"), known, PackedTable(pack(rows)))
    assert model.tag(["a"]) == [0]
    assert model.tag(["a", "b"]) == [0, 1]
    assert model.tag(["b", "a"]) == [1, 1]
    assert model.tag(["unknown"]) == [2]


def test_the_last_verb_is_forgotten_where_a_clause_ends() -> None:
    verbs = Verbs(("AUX.Past", "NOUN.Sing", "PUNCT", "SCONJ"))
    assert verbs.after("!", "0", "was") == "0"
    assert verbs.after("0", "1", "dog") == "0"
    assert verbs.after("0", "2", ",") == "0"
    assert verbs.after("0", "2", ";") == "!"
    assert verbs.after("0", "3", "because") == "!"


@pytest.mark.parametrize(
    ("form", "normal", "shape"),
    [
        ("Paris", "paris", "X"),
        ("NATO", "nato", "U"),
        ("iPhone", "iphone", "xX"),
        ("1984", "#4", "d"),
        ("12,500", "##,###", "dx"),
        ("’s", "'s", "px"),
        ("—", "—", "p"),
        ("", "", "p"),
    ],
)
def test_how_a_form_looks(form: str, normal: str, shape: str) -> None:
    look = Look(form, Known(frozenset(), {}, {}, {}))
    assert (look.normal, look.shape) == (normal, shape)


def test_the_model_knows_the_tags_it_promises() -> None:
    names = tagger().names
    assert len(names) == len(set(names))
    assert {Tag(*name.split(".")).pos for name in names} == set(
        "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
    )
