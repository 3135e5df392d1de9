"""One spelling for a name and for a word, and what tells two names from one."""

import time
from collections.abc import Callable

import pytest
from copydesk import Document, Finding
from copydesk.analysis.names import are_alike
from copydesk.english.dialect import dialects
from copydesk.markup import read_text
from copydesk.registry import builtin_rules

REGISTRY = builtin_rules()
RULES = ("mixed-dialect", "name-spelling", "term-variation")


def check(rule: str, document: Document) -> list[Finding]:
    return list(REGISTRY[rule]().check(document))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goldfein", "Golfein"),
        ("Hawija", "Hawijah"),
        ("Illston", "Ilston"),
        ("Barrionuevo", "Barrioneuvo"),
        ("Satifex", "Sativex"),
    ],
)
def test_one_letter_makes_names_alike(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria", "Marie"),
        ("Iraq", "Iraqi"),
        ("Roman", "Romans"),
        ("Erdogan", "Erdoğan"),
        ("Guardsman", "Guardsmen"),
        ("Khamenei", "Khomeini"),
        ("Illwein", "Illwein"),
    ],
)
def test_another_word_is_not_alike(one: str, other: str) -> None:
    assert not are_alike(one, other)
    assert not are_alike(other, one)


def test_the_evidence_is_the_usual_spelling_and_the_other_slips() -> None:
    text = "Ana Goldfein spoke. Goldfein sat. Golfein rose. Goldfein left. Then Golfein came."
    (finding,) = check("name-spelling", read_text(text))
    assert text[slice(*finding.span)] == "Golfein"
    assert finding.message == "“Golfein” is spelt “Goldfein” 3 times"
    shown = [text[slice(*related.span)] for related in finding.related]
    assert shown == ["Goldfein"] * 3 + ["Golfein"]


def test_no_word_is_both_american_and_british() -> None:
    table = dialects()
    assert not table.american.keys() & table.british.keys()
    assert {"color", "center"} <= table.american.keys()
    assert {"colour", "centre", "organise"} <= table.british.keys()
    assert not {"organize", "catalog", "program", "check"} & table.words


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "text",
    ["", "Word", "😀" * 1000, "a " * 500_000, "אבג דהו. " * 9, "Die Farbe im Zentrum der Stadt."],
    ids=["empty", "word", "emoji", "one line", "right to left", "german"],
)
def test_nothing_to_find_is_nothing_found(rule: str, text: str) -> None:
    assert check(rule, read_text(text)) == []


def _name(i: int) -> str:
    return "Bo" + "".join(chr(97 + int(digit)) for digit in f"{i:06}") + "in"


HOSTILE: dict[str, Callable[[int], str]] = {
    "alike": lambda n: "".join(f"He met {_name(i)}. " for i in range(n)),
    "one pair": lambda n: "He met Goldfein. She met Golfein. " * n,
    "dialects": lambda n: "The colour of the centers. " * n,
    "quotations": lambda n: "“The colour” of the “centers. " * n,
    "hyphens": lambda n: "".join(f"An {_name(i)} and a Bo-{_name(i)[2:]}. " for i in range(n)),
    "terms": lambda n: "An email and an e-mail, Internet or internet. " * n,
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text(rule: str, text: Callable[[int], str]) -> None:
    def seconds(n: int) -> float:
        document = read_text(text(n))
        _ = document.sentences, document.tokens.lowers
        start = time.process_time()
        check(rule, document)
        return time.process_time() - start

    assert seconds(4000) < 24 * seconds(500) + 0.1
