"""The phrasing rules: what a page cannot say about sounds, fixes, markup and odd texts."""

import pytest
from copydesk import Applicability, Finding, Rule
from copydesk.analysis.phrasing.repeats import repeats
from copydesk.english.clauses import may_end_subject, may_strand
from copydesk.english.sound import begins_with_vowel
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

RULES = [rule for rule in builtin_rules().values() if rule.family == "phrasing"]
FUNCTION_WORDS = "the a an its of in to for at is was has had would can that what he I ,".split()


def found(rule: str, text: str, markup: Format = Format.PLAIN) -> list[Finding]:
    return list(builtin_rules()[rule]().check(read_text(text, markup=markup)))


def flagged(rule: str, text: str, markup: Format = Format.PLAIN) -> list[str]:
    return [text[slice(*finding.span)] for finding in found(rule, text, markup)]


def fixed(rule: str, text: str, applicability: Applicability = Applicability.SAFE) -> str:
    for finding in reversed(found(rule, text)):
        for fix in finding.fixes:
            if fix.applicability is applicability:
                for span, replacement in reversed(fix.edits):
                    text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize(
    "words",
    """apple egg idea onion umbrella uncle upper urn hour honest honour heir heirloom honorary
    8 80 800 8,000 8.5 8th 8-year-old 11 18 11th 18-month 11,000 18.5 1850s U-boat-less
    FBI NBA MRI LGBT HTML5-free X-ray F-16 e-mail iPhone eBay M25 A4 MP3 MPs NGOs M.B.A. E.T. RNA
    EU IT AI unidentified uninformed unimportant unlit unknown unravel onerous oneiric Oneida
    Ulster Under Unknown Indian Iowa O'Brien élite ewok mRNA AK-47 SOS MP""".split(),
)
def test_words_that_begin_with_a_vowel(words: str) -> None:
    expected = {"U-boat-less": False, "HTML5-free": None, "SOS": None}
    assert begins_with_vowel(words) is expected.get(words, True)


@pytest.mark.parametrize(
    "word",
    """table yacht year one once one-off one's onetime unit union unique universal unilateral unison
    unanimous use usual utility uterus utopia ubiquitous uranium urine ukulele uvula ufo eulogy
    European Eurasian euphemism ewe 7 1 100 110 180 12 1,100 118 1984 BBC UN US UK U.S. UFO USB
    T-shirt U-turn B-52 United Ugandan Ukrainian Utah who house Hungarian jQuery PhD CIA""".split(),
)
def test_words_that_begin_with_a_consonant(word: str) -> None:
    assert begins_with_vowel(word) is False


@pytest.mark.parametrize(
    "word",
    """herb historic hotel habitual H HIV HD NATO SWAT SQL FIFA RAF LAN SIM NY LA url usb nth hmm
    Mbeki Nguyen Ypres Yves Xi Xavier Euler Uri Oaxaca Ouattara Mr St npm nginx 1800 1150 08 IV x b
    uber Uruguayan Ærø SUV FAQ""".split(),
)
def test_words_whose_sound_is_uncertain(word: str) -> None:
    assert begins_with_vowel(word) is None


def test_fixes_that_are_certain_mend_the_text() -> None:
    assert fixed("wrong-article", "It is A hour. A old man had an unit.") == (
        "It is A hour. An old man had a unit."
    )
    assert fixed("doubled-word", "He is in in the the house.") == "He is in the house."


def test_fixes_that_are_not_certain_are_unsafe() -> None:
    text = "The council approved approved one of the one of the plans."
    assert fixed("doubled-word", text) == text
    assert fixed("doubled-word", text, Applicability.UNSAFE) == (
        "The council approved one of the one of the plans."
    )
    assert fixed("doubled-phrase", text, Applicability.UNSAFE) == (
        "The council approved approved one of the plans."
    )


def test_a_copy_in_markup_is_found_but_not_mended() -> None:
    text = "Read the [the](https://example.org) report on a *unsafe* place."
    (finding,) = found("doubled-word", text, Format.MARKDOWN)
    assert finding.fixes == ()
    assert flagged("wrong-article", text, Format.MARKDOWN) == ["a *unsafe"]


def test_nothing_is_found_over_a_block_or_an_object() -> None:
    text = (
        "# The end of the\n\nthe house of a\n\n* of\n* of the `x` the\n\n| to | to |\n|---|---|\n"
    )
    for rule in RULES:
        assert flagged(rule.name, text, Format.MARKDOWN) == []


def test_a_damage_is_reported_once() -> None:
    text = "It stands in a in a row, is of the of the best, a plan to are."
    findings = [finding for rule in RULES for finding in rule().check(read_text(text))]
    assert sorted(text[slice(*finding.span)] for finding in findings) == [
        "in a in a",
        "of the of the",
        "to are",
    ]


def test_three_copies_are_one_finding() -> None:
    (finding,) = found("doubled-word", "He saw the the the cat.")
    assert finding.message == "“the” stands 3 times in a row"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee won. Then Ann Lee Lee lost, as Ann Lee said.", ["Lee Lee"]),
        ("Ann Lee Lee lost, and Lee was sad, as was Lee.", []),
        ("The Late Late Show beat The Late Show. Late is Late.", []),
        ("Duran Duran sang. Duran is one, Duran another of Duran Duran.", []),
        ("Duran Duran sang.", []),
    ],
)
def test_a_name_is_doubled_where_the_rest_of_the_text_says_so(
    text: str, expected: list[str]
) -> None:
    assert flagged("doubled-word", text) == expected


def test_columns_are_no_neighbours() -> None:
    assert flagged("doubled-word", "yield    yield    gap\tgap") == []


def test_repeats_are_those_of_the_words() -> None:
    tokens = "a b a b c A B c c".split()
    document = read_text(" ".join(tokens))
    for length in range(1, 5):
        lowers = [token.lower() for token in tokens]
        assert list(repeats(document, length)) == [
            i
            for i in range(len(lowers))
            if lowers[i : i + length] == lowers[i + length : i + 2 * length]
            and i + 2 * length <= len(lowers)
        ]


@given(st.lists(st.sampled_from(["a", "b", "é", "Ж", "naïve"]), max_size=30))
def test_repeats_agree_with_their_definition(words: list[str]) -> None:
    document = read_text(" ".join(words))
    for length in range(1, 4):
        places = range(len(words) - 2 * length + 1)
        assert list(repeats(document, length)) == [
            i for i in places if words[i : i + length] == words[i + length : i + 2 * length]
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the town she came from", True),
        ("a disease he had for", True),
        ("what it is made of", True),
        ("the leaders of", False),
        ("that is in the old and long forgotten small town hall of", False),
    ],
)
def test_prepositions_that_may_be_stranded(text: str, *, expected: bool) -> None:
    words = text.split()
    assert may_strand(words, len(words) - 1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what it is", True),
        ("the man he was", True),
        ("those who are", True),
        ("his brother , who was", False),
        ("he said he was", False),
        ("the government is", False),
    ],
)
def test_auxiliaries_that_may_end_a_subject(text: str, *, expected: bool) -> None:
    words = text.split()
    assert may_end_subject(words, len(words) - 1) is expected


@given(st.lists(st.sampled_from(FUNCTION_WORDS), max_size=40))
def test_no_heap_of_function_words_is_too_odd(words: list[str]) -> None:
    document = read_text(" ".join(words))
    for rule in RULES:
        for finding in rule().check(document):
            assert 0 <= finding.span.start < finding.span.end <= len(document.source)


@pytest.mark.parametrize(
    "text", ["", " ", "a", "the", "A.", "a \ufffc", "“", "a “", "an £", "the a"]
)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_shortest_texts_do_no_harm(rule: type[Rule], text: str) -> None:
    list(rule().check(read_text(text)))


@pytest.mark.parametrize(
    "piece", ["the ", "a b ", "of to ", "is was ", "a ", "Li Li ", "“ ", "was he ", "x y z x y z "]
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """A hundred times the text takes nowhere near ten thousand times the time."""
    from time import process_time  # noqa: PLC0415

    def seconds(text: str) -> float:
        document = read_text(text)
        _ = document.tokens.lowers
        start = process_time()
        for rule in RULES:
            list(rule().check(document))
        return process_time() - start

    short = max(seconds(piece * 500), 1e-3)
    assert seconds(piece * 50_000) < 1000 * short
