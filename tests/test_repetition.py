"""What comes again in an article, and how it is told."""

import time
from collections.abc import Callable

import pytest
from copydesk import Document, Finding
from copydesk.markup import Format, read_text
from copydesk.registry import builtin_rules

REGISTRY = builtin_rules()
FAMILY = [name for name, rule in REGISTRY.items() if rule.family == "repetition"]
PARAGRAPHS = [
    "The council approved the plan for the old harbour on Monday after a debate of four hours.",
    "Fishing boats will move to the southern basin until then. Their owners are worried by that.",
    "Yes.",
    "Work on the northern quay is to begin in May and will take two years, the council said.",
]


def check(rule: str, document: Document) -> list[Finding]:
    return list(REGISTRY[rule]().check(document))


def found(rule: str, *paragraphs: str) -> list[Finding]:
    return check(rule, read_text("\n\n".join(paragraphs)))


def test_a_body_extracted_twice_is_one_finding_that_knows_both_places() -> None:
    document = read_text("\n\n".join(PARAGRAPHS * 2))
    (finding,) = check("repeated-paragraph", document)
    (related,) = finding.related
    first, second = (document.source[slice(*span)] for span in (related.span, finding.span))
    assert first == second == "\n\n".join(PARAGRAPHS)
    assert "4 paragraphs together" in finding.message
    assert not check("repeated-sentence", document)


def test_a_body_extracted_three_times_is_two_findings() -> None:
    assert len(found("repeated-paragraph", *PARAGRAPHS * 3)) == 2


def test_the_evidence_says_what_differs() -> None:
    copy = PARAGRAPHS[3].replace("northern quay is to", "nothern quay is to")
    (finding,) = found("repeated-paragraph", *PARAGRAPHS, copy)
    assert finding.related[0].message == "stands here first, with “northern” for “nothern”"


@pytest.mark.parametrize(
    ("old", "new"), [("northern", "southern"), ("May", "June"), ("two", "three")]
)
def test_another_fact_makes_another_sentence(old: str, new: str) -> None:
    copy = PARAGRAPHS[3].replace(old, new)
    assert copy != PARAGRAPHS[3]
    assert not found("repeated-paragraph", *PARAGRAPHS, copy)


def test_code_that_differs_is_not_taken_for_the_same() -> None:
    line = "Set the level of the water with `{}` before you open any of the gates of the lock."
    text = "\n\n".join([line.format("high"), PARAGRAPHS[0], line.format("low"), PARAGRAPHS[3]])
    same = text.replace("`low`", "`high`")
    assert not check("repeated-paragraph", read_text(text, markup=Format.MARKDOWN))
    assert len(check("repeated-paragraph", read_text(same, markup=Format.MARKDOWN))) == 1


@pytest.mark.parametrize("rule", FAMILY)
@pytest.mark.parametrize(
    "text",
    ["", "Word", "😀" * 1000, "a " * 500_000, "אבג דהו. " * 9, "Ja. " * 999],
    ids=["empty", "word", "emoji", "one line", "right to left", "short"],
)
def test_nothing_to_find_is_nothing_found(rule: str, text: str) -> None:
    assert check(rule, read_text(text)) == []


SAME = "The council approved the plan for the harbour after a debate of four hours and more."
HOSTILE: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: f"{SAME}\n\n" * n,
    "one paragraph": lambda n: f"{SAME} " * n,
    "alike at first": lambda n: "".join(f"{SAME[:-1]} {i}.\n\n" for i in range(n)),
    "one long sentence": lambda n: f"{SAME[:30]} {'word ' * n * 10}.\n\n" + f"{SAME}\n\n" * n,
    "headings": lambda n: "# The same heading\n\n" * n,
}


@pytest.mark.parametrize("rule", FAMILY)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text(rule: str, text: Callable[[int], str]) -> None:
    def seconds(n: int) -> float:
        document = read_text(text(n), markup=Format.MARKDOWN)
        _ = document.sentences, document.tokens.lowers
        start = time.process_time()
        check(rule, document)
        return time.process_time() - start

    assert seconds(4000) < 24 * seconds(500) + 0.1
