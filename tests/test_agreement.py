"""Number, tense and government: what pages cannot show of quotations, fixes and odd texts."""

from time import process_time

import pytest
from copydesk import Applicability, Document, Finding, Rule
from copydesk.analysis.phrasing.clashing_times import PERFECT_CONFIDENCE, SINCE_CONFIDENCE
from copydesk.analysis.phrasing.subjects import openings, subject, verb_number
from copydesk.english.grammatical_number import Number, noun_number
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules

NAMES = ("agreement-clash", "number-clash", "tense-clash", "wrong-verb-form", "doubled-comparison")


def rule(name: str) -> Rule:
    return builtin_rules()[name]()


def found(name: str, text: str, markup: Format = Format.PLAIN) -> list[Finding]:
    return list(rule(name).check(read_text(text, markup=markup)))


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("road", Number.ONE),
        ("analysis", Number.ONE),
        ("roads", Number.SEVERAL),
        ("children", Number.SEVERAL),
        ("causes", Number.SEVERAL),
        ("species", None),
        ("people", None),
        ("news", None),
        ("aircraft", None),
        ("accessible", None),
        ("qwertz", None),
    ],
)
def test_the_number_of_nouns(word: str, number: Number | None) -> None:
    assert noun_number(word) is number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("is", Number.ONE),
        ("haven't", Number.SEVERAL),
        ("becomes", Number.ONE),
        ("include", Number.SEVERAL),
        ("put", None),
        ("outbid", None),
        ("went", None),
        ("reports", None),
    ],
)
def test_the_number_of_verbs(word: str, number: Number | None) -> None:
    assert verb_number(word) is number


def test_clauses_open_at_sentences_and_after_conjunctions() -> None:
    document = read_text("In May, the roads close. But they know when rain is near.")
    words = document.tokens.lowers
    opened = {words[at]: word for at, word in document.analysis(openings).items()}
    assert opened == {"in": "", "the": "", "but": "", "they": "", "rain": "when"}
    assert subject(document, words.index("the")) is None  # “close” is a noun as well


def test_a_subject_reaches_to_its_verb() -> None:
    document = read_text("The end of the roads in Oslo often is near.")
    made = subject(document, 0)
    assert made is not None
    assert (made.head, made.verb, made.is_long) == (1, 8, True)


def test_what_people_say_is_left_as_they_say_it() -> None:
    assert not found("agreement-clash", "“We was there,” he said. “There is many of them.”")
    assert found("agreement-clash", "“The results of rain is clear,” he said.")


@pytest.mark.parametrize("text", ["They *is* late.", "A `x` roads. This [requirements](a.md)."])
def test_what_markup_sets_off_is_left(text: str) -> None:
    for name in NAMES:
        assert not found(name, text, Format.MARKDOWN)


def test_evidence_shows_the_subject() -> None:
    text = "The results of the study was clear."
    [finding] = found("agreement-clash", text)
    [related] = finding.related
    assert text[slice(*related.span)] == "results"


def test_a_doubled_comparison_is_mended_safely() -> None:
    text = "It is more faster."
    [finding] = found("doubled-comparison", text)
    [fix] = finding.fixes
    [(span, replaced)] = fix.edits
    assert fix.applicability is Applicability.SAFE
    assert text[: span.start] + replaced + text[span.end :] == "It is faster."


def test_the_singular_is_offered_and_not_put_unseen() -> None:
    [finding] = found("number-clash", "It is a new countries.")
    [fix] = finding.fixes
    assert fix.applicability is Applicability.UNSAFE
    assert [edit.text for edit in fix.edits] == ["country"]


def test_a_past_with_since_is_less_sure_than_a_perfect_with_yesterday() -> None:
    [perfect] = found("tense-clash", "He has left yesterday.")
    [past] = found("tense-clash", "They fled the town since the operation began.")
    assert perfect.confidence == PERFECT_CONFIDENCE
    assert past.confidence == SINCE_CONFIDENCE
    assert SINCE_CONFIDENCE < PERFECT_CONFIDENCE


HOSTILE = [
    "the cat of " * 4_000,
    "In the end, " + "the road " * 6_000,
    "she " * 12_000,
    "has " * 12_000 + "yesterday",
    "a new " * 6_000 + "roads",
    "to " * 12_000,
    "who there one of these " * 3_000,
    "more better " * 6_000,
    "since then he left since the " * 2_000,
    "\n\n".join(["The results was."] * 3_000),
]


@pytest.mark.parametrize("text", ["", "a", "The", "to", "has", "who", "ago", "last", "🙂" * 50])
@pytest.mark.parametrize("name", NAMES)
def test_short_texts_do_no_harm(name: str, text: str) -> None:
    assert found(name, text) == []


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_long_texts_take_no_longer_than_their_length(text: str) -> None:
    short = read_text(text[: len(text) // 4])
    whole = read_text(text)
    for name in NAMES:
        times = [_time(name, document) for document in (short, whole)]
        assert times[1] < 16 * times[0] + 0.5, name


def _time(name: str, document: Document) -> float:
    start = process_time()
    list(rule(name).check(document))
    return process_time() - start
