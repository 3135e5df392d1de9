"""The rules on quotation beyond what their pages show: the seed, genres, evidence, limits."""

import time
from pathlib import Path

import pytest
from copydesk import Document, Finding, Rule
from copydesk.analysis.narration import passages
from copydesk.analysis.reference.speakers import brings_up_person, introduces_person, names_person
from copydesk.english.attribution import tells_of_speech
from copydesk.markup import Format, read_file, read_text
from copydesk.registry import builtin_rules
from hypothesis import given
from hypothesis import strategies as st

SEED = Path(__file__).parent.parent / "seeds" / "000_c480b30004142105.txt"
UNBALANCED = builtin_rules()["unbalanced-quotation"]()
UNATTRIBUTED = builtin_rules()["unattributed-quotation"]()


def test_the_seed_has_two_quotations_that_nobody_says() -> None:
    document = read_file(SEED)
    assert _found(UNATTRIBUTED, document) == [
        '"I will continue to work with him personally for as long as it takes"',
        '"All that remains is the strip on the border with Syria"',
    ]


def test_the_seed_is_balanced() -> None:
    assert not _found(UNBALANCED, read_file(SEED))


def test_evidence_for_a_quotation_that_nobody_says() -> None:
    text = """“We shall see,” said Ana Brook on Monday. The council met at noon.

It rained. The vote took a minute. "Nobody has asked us what we want." It was unanimous.
"""
    finding, document = _only(UNATTRIBUTED, text)
    assert finding.message == "nobody is named as saying “Nobody has asked us what we want.”"
    assert _evidence(finding, document) == {
        "the sentence before has no speaker": "The vote took a minute.",
        "who says the nearest quotation before it that has a speaker": "Ana Brook",
    }


def test_evidence_for_a_mark_without_partner() -> None:
    for text, evidence in (
        ('It said "so far and "no further" at once.', '"no further"'),
        ('It said "so far at once.', "."),
        ('It was "fine", it said so far" at once.', '"fine"'),
        ('It said so far" at once.', "I"),
    ):
        finding, document = _only(UNBALANCED, text)
        assert list(_evidence(finding, document).values()) == [evidence], text
        assert _texts([finding], document) == ['"']


QUOTE = "“We have never been given a date, and we are tired of waiting.”"
AROUND = {
    "it stands alone": ("The harbour was closed for two days.", "It opened again today.", True),
    "an interview": ("What are you waiting for now?", "", False),
    "a heading before": ("## Waiting for a date", "", False),
    "a label before": ("Waiting for a date", "", False),
    "a colon before": ("One wish was heard everywhere:", "", False),
    "a verb of saying before": ("The harbour has no plan, critics say.", "", False),
    "a verb of saying and no subject before": ("It is hard to tell what comes.", "", True),
    "a noun of saying before": ("A letter reached the council.", "", False),
    "a quotation before": ("The harbour is “on its way”.", "", True),
    "a person before": ("He lives on the quay.", "", True),
    "an introduction before": ("Ana Brook, 34, owns a boat.", "", False),
    "a credit after": ("The harbour was closed for two days.", "— Ana Brook, fisher", False),
    "a name after": ("The harbour was closed for two days.", "Ana Brook", False),
    "a label after": ("The harbour was closed for two days.", "More news", True),
    "a list": ("The harbour was closed for two days.", None, False),
}


@pytest.mark.parametrize(("before", "after", "expected"), AROUND.values(), ids=list(AROUND))
def test_what_stands_around_a_quotation(before: str, after: str | None, *, expected: bool) -> None:
    quotation = f"* {QUOTE}" if after is None else QUOTE
    text = (
        f"# Harbour\n\nIt has {'no plan and ' * 9}two quays.\n\n{before}\n\n{quotation}\n\n{after}"
    )
    assert bool(_found(UNATTRIBUTED, read_text(text, markup=Format.MARKDOWN))) is expected


WITHIN = {
    "nobody": ("The harbour was closed.", "It opens today.", True),
    "a person before": ("He was in the harbour.", "It opens today.", False),
    "a form of address before": ("The harbour is closed to Mr Strand.", "It opens today.", False),
    "a name before": ("The harbour was sold to Ana Brook.", "It opens today.", False),
    "a place before": ("The harbour was moved to New York City.", "It opens today.", True),
    "a person after": ("The harbour was closed.", "She waved her hand.", False),
    "a name far after": ("The harbour was closed.", "It opens for Ana Brook.", True),
    "a verb after": ("The harbour was closed.", "So the owners wrote.", False),
    "a reference after": ("The harbour was closed.", "(Brook 2001: 2).", False),
}


@pytest.mark.parametrize(("before", "after", "expected"), WITHIN.values(), ids=list(WITHIN))
def test_who_may_say_it_in_the_same_paragraph(before: str, after: str, *, expected: bool) -> None:
    text = f"The quay is {'old and ' * 9}long.\n\n{before} {QUOTE} {after}\n"
    assert bool(_found(UNATTRIBUTED, read_text(text))) is expected


def test_an_article_that_is_mostly_quoted_needs_no_speakers() -> None:
    text = f"The harbour was closed for two days. {QUOTE} It was late. {QUOTE} The end was near.\n"
    assert not _found(UNATTRIBUTED, read_text(text))
    assert len(_found(UNATTRIBUTED, read_text(text + "\nIt has two quays." * 20))) == 2


def test_an_author_who_speaks_throughout_may_quote_without_speakers() -> None:
    text = f"{'The quay is old. ' * 9}\n\n{QUOTE}\n\n{'The quay is long. ' * 9}\n\n"
    assert len(_found(UNATTRIBUTED, read_text(text))) == 1
    assert not _found(UNATTRIBUTED, read_text(text + "We know it. I saw it. You saw it. " * 3))


def test_a_paragraph_that_goes_on_with_a_quotation_is_attributed() -> None:
    text = f"The quay is {'old and ' * 9}long.\n\nShe said: “It is cold.\n\n{QUOTE}\n\nIt rained.\n"
    assert not _found(UNATTRIBUTED, read_text(text))


def test_a_mark_in_the_wrong_encoding_is_left_to_others() -> None:
    assert not _found(UNBALANCED, read_text('It was â€œfine, and soâ€" it was.\n'))


def test_headings_and_cells_may_hold_a_single_mark() -> None:
    text = '# It is 5" wide, "so\n\n| a "b | c |\n| --- | --- |\n| "d | e |\n\nIt is "so.\n'
    assert len(_found(UNBALANCED, read_text(text, markup=Format.MARKDOWN))) == 1


def test_passages_keep_quotations_whole() -> None:
    text = '"It is! So," she said. "Well. Fine." He left. "One. Two." It was "good". Now.\n'
    document = read_text(text)
    found = passages(document)
    assert [document.text[one.start : one.end] for one in found] == [
        '"It is! So," she said.',
        '"Well. Fine."',
        "He left.",
        '"One. Two."',
        'It was "good".',
        "Now.",
    ]
    assert [one.is_narrated for one in found] == [True, False, True, False, True, True]
    assert [one.narration.split() for one in found][4] == ["It", "was", "."]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She said so.", True),
        ("He denied it.", True),
        ("Critics point out a flaw.", True),
        ("In a statement on Monday", True),
        ("He began:", True),
        ("The state called it off.", False),
        ("A large demand was met.", False),
    ],
)
def test_words_of_saying(sentence: str, *, expected: bool) -> None:
    assert tells_of_speech(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was Ana Brook.", True),
        ("When Ana de la Mare left", True),
        ("Mr. Strand left.", True),
        ("It was in New York.", False),
        ("The Islamic State has ceded ground.", False),
        ("It met the Scarlet Pimpernel.", False),
        ("A BBC NEWS report", False),
        ("However Monday was dry.", False),
    ],
)
def test_names_of_persons(sentence: str, *, expected: bool) -> None:
    assert names_person(sentence) is expected


def test_a_pronoun_brings_up_a_person() -> None:
    assert brings_up_person("Then she left.")
    assert not brings_up_person("Then it rained.")


def test_a_name_before_a_comma_introduces() -> None:
    assert introduces_person("Ana Brook, 34, owns a boat.")
    assert not introduces_person("A boat was sold to Ana Brook, 34.")


def test_time_is_linear_in_the_length_of_a_name() -> None:
    short, long = (_seconds_to_read_name("The " * times) for times in (50_000, 200_000))
    assert long < 10 * short + 0.1


def _seconds_to_read_name(text: str) -> float:
    start = time.process_time()
    assert not names_person(text)
    return time.process_time() - start


NOISE = st.lists(
    st.sampled_from(
        [
            '"',
            '"',
            "“",
            "”",
            "'",
            "‘",
            " ",
            " ",
            "\n\n",
            ". ",
            "He",
            "said",
            "we are here",
            "Ana",
            "?",
        ]
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize("rule", [UNBALANCED, UNATTRIBUTED], ids=lambda rule: rule.name)
@given(text=NOISE | st.text())
def test_findings_are_places_in_the_text(rule: Rule, text: str) -> None:
    document = read_text(text)
    for finding in rule.check(document):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        for related in finding.related:
            assert 0 <= related.span.start < related.span.end <= len(text)


@pytest.mark.parametrize("rule", [UNBALANCED, UNATTRIBUTED], ids=lambda rule: rule.name)
@pytest.mark.parametrize("unit", ['"a ', 'a" ', 'It is. "We are so very here now." ', "Ana Brook "])
def test_time_is_linear(rule: Rule, unit: str) -> None:
    short, long = (_seconds(rule, unit * (n // len(unit))) for n in (8_000, 32_000))
    assert long < 10 * short + 0.1


def _seconds(rule: Rule, text: str) -> float:
    document = read_text(text)
    document.analysis(passages)
    start = time.process_time()
    list(rule.check(document))
    return time.process_time() - start


def _found(rule: Rule, document: Document) -> list[str]:
    findings = sorted(rule.check(document), key=lambda finding: finding.span)
    return _texts(findings, document)


def _texts(findings: list[Finding], document: Document) -> list[str]:
    return [document.source[slice(*finding.span)] for finding in findings]


def _only(rule: Rule, text: str) -> tuple[Finding, Document]:
    document = read_text(text)
    (finding,) = rule.check(document)
    return finding, document


def _evidence(finding: Finding, document: Document) -> dict[str, str]:
    return {one.message: document.source[slice(*one.span)] for one in finding.related}
