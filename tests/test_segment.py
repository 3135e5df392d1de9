"""Sentences and tokens."""

import time
from collections.abc import Callable

import pytest
from copydesk.segment import Token, tokenize
from copydesk.sentences import sentence_bounds
from hypothesis import given
from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
STOPS = st.text(st.sampled_from(list(".!?…\"'”’()[] \n\tAaI1")), max_size=80)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    "expected",
    [
        # abbreviations
        "Mr. Hall met Gen. Ada Reed.|Dr. J. R. Ames left.",
        "MR. HALL MET GEN. REED.|THEY LEFT.",
        "She works in the U.S. Senate.|He left the U.S.|The talks go on.",
        "See fig. 3, vol. 2, No. 5.|Is it right?|No.|He lost.",
        "It was Jan. 5.|On Sept. 11 it rained.",
        "Ames Inc. shares fell.|He sued Ames Inc.|The firm paid.",
        "It is approx. 3.14 km away, e.g. here.|Then it ends.",
        "He moved to Salem, Ore.|The rest stayed.",
        "They sued in Ames v. Hall.|Both lost.",
        "It was 36 °C.|Winters are cold.",
        "He has no.|She has.",
        "He likes tea, rum, etc.|Ames does not.",
        "We met the rep.|Bill left.",
        "Ames Jr. left.|It’s late for Hall Jr.|He’s gone.",
        # the hour
        "It began at 5 p.m. Monday.|It ended at 6 p.m. ET.|It was 7 p.m.|Police left.",
        # numbers in lists
        "1. First item is good.",
        "It cost $5.50.|He paid.",
        # marks of every kind
        "Really?!|Yes!!|No…|Well...|Maybe.",
        "He knew … nothing ... at all.",
        "I hear . . . nothing.|He left.",
        "She spoke to Ann Lee .|I have plans.",
        # quotations
        "“I am glad.|We won the cup,” she said.|“It is late.”",
        '"Are you sure?" Lee asked.|"Why?" he said.|"Go!"|She went.',
        "“Are you sure?” the man asked.",
        "He said “Stop.”|She did not.",
        "The '90s were good.|‘We won.’|He left.",
        # what follows
        "He left.[1]|She came.[2][3]|They ate. [4]|Done.",
        "the end.|then it was over.|yes it was.",
        "The band Wham! was loud.|Was it?|it was.",
        "He sold the phone.|iPhone sales rose.",
        # parentheses
        "I am sure (really. Yes.).|Next.",
        "(I am sure.|Really.)|Next.",
        "He (see p. 5 left.|She stayed.",
        "It had the word.Another did not.",
        "See example.com.|Then go to http://a.example/b.c.|Then stop.",
    ],
)
def test_sentences(expected: str) -> None:
    wanted = expected.split("|")
    assert sentences(" ".join(wanted)) == wanted


def test_sentences_end_without_a_space_where_a_frequent_opener_follows() -> None:
    assert sentences("He left.The town slept.") == ["He left.", "The town slept."]
    assert sentences("He wrote it in Node.js and ASP.NET.") == [
        "He wrote it in Node.js and ASP.NET."
    ]


def test_sentences_leave_the_space_around_them_out() -> None:
    assert sentences("\n One is here. \t Two is there. \n") == ["One is here.", "Two is there."]
    assert sentences(" \n ") == []


def test_sentences_cross_line_ends() -> None:
    assert sentences("This goes\non here.\nThat is all.") == ["This goes\non here.", "That is all."]


@given(ANY_TEXT | STOPS)
def test_sentences_hold_everything_but_space(text: str) -> None:
    at = 0
    for start, end in sentence_bounds(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t stop, it's John's.", "Don’t stop , it's John's ."),
        ("U.S. troops, e.g. here", "U.S. troops , e.g. here"),
        ("a well-known 8-year-old’s '90s toy", "a well-known 8-year-old’s '90s toy"),
        ("12,500 3.14 10:30 5km 10th $5 20%", "12,500 3.14 10:30 5km 10th $ 5 20 %"),
        ("(a.b@example.org)", "( a.b@example.org )"),
        (
            "http://a.example/b?c=d, www.example.org/x.",
            "http://a.example/b?c=d , www.example.org/x .",
        ),
        ("Wait...what?!…", "Wait ... what ? ! …"),
        ("nai\u0308ve café 日本", "nai\u0308ve café 日本"),
        ("hid\u200bden snake_case", "hid \u200b den snake_case"),
        ("end\n\ufdd0\nThe \ufffc", "end \ufdd0 The \ufffc"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokenize(text).texts == expected.split(" ")


@given(ANY_TEXT | STOPS)
def test_tokens_hold_everything_but_space(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for token in tokens:
        assert not text[at : token.start].strip()
        assert text[token.start : token.end] == token.text
        assert token.text
        assert not any(char.isspace() for char in token.text)
        at = token.end
    assert not text[at:].strip()


def test_tokens_are_a_sequence_with_columns() -> None:
    tokens = tokenize("It’s HERE now")
    assert tokens.lowers == ["it's", "here", "now"]
    assert tokens[1] == Token("HERE", 5, 9)
    assert tokens[1:] == [Token("HERE", 5, 9), Token("now", 10, 13)]
    assert (tokens.index_at(5), tokens.index_at(6), tokens.index_at(99)) == (1, 2, 3)
    assert tokens.between(0, 10) == range(2)
    assert len(tokens) == 3


@pytest.mark.parametrize(
    "unit",
    ["!?", ". ", "A. ", "(a. A", '." ', "? Smith ", "1. ", "[1] ", "\n.", "x@", "http://.", "-a"],
)
@pytest.mark.parametrize("work", [sentences, tokenize])
def test_time_grows_with_length_and_no_faster(unit: str, work: Callable[[str], object]) -> None:
    short, long = (_seconds(work, unit * (size // len(unit))) for size in (8_000, 64_000))
    assert long < 24 * short + 0.05  # 8 is linear, 64 quadratic


def _seconds(work: Callable[[str], object], text: str) -> float:
    def once() -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    return min(once() for _ in range(2))
