"""The engine: what rules return is checked, put in order, and outlives a crash of one of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import ClassVar, cast

import pytest
from copydesk import Applicability, Document, Edit, Finding, Fix, Related, Rule, Severity, Span
from copydesk.engine import ActiveRule, Outcome, check
from copydesk.markup import Format, read_text
from copydesk.registry import Registry
from copydesk.suppress import SuppressionRule, Suppressions

TEXT = "The first line.\n\nThe second one.\n\nThe third."

Check = Callable[[Document], Iterable[Finding]]


def rule(called: str, task: Check, severity: Severity = Severity.WARNING) -> ActiveRule:
    """A rule of this name that finds what `task` yields."""

    @dataclass(frozen=True)
    class Made(Rule):
        """Finds what it is told to."""

        name: ClassVar = called
        family: ClassVar = "slips"

        def check(self, document: Document) -> Iterator[Finding]:
            yield from task(document)

    return ActiveRule(Made(), severity)


@dataclass(frozen=True)
class Slip(Rule):
    """Finds the first word."""

    name: ClassVar = "slip"
    family: ClassVar = "slips"

    def check(self, document: Document) -> Iterator[Finding]:
        yield self.finding(document.span(0, 3), "the first word")


def at(name: str, start: int, end: int, message: str = "here") -> Finding:
    return Finding(name, "slips", Severity.INFO, Span(start, end), message)


def run(*rules: ActiveRule, text: str = TEXT, markup: Format = Format.PLAIN) -> Outcome:
    registry = Registry(type(active.rule) for active in rules)
    return check(read_text(text, markup=markup), rules, registry)


def found(*findings: Finding) -> Check:
    return lambda _: findings


def test_findings_are_in_order_of_place_then_rule_then_message() -> None:
    ordered = [
        at("slip", 0, 3),
        at("slip", 0, 5, "a"),
        at("slip", 0, 5, "b"),
        at("tear", 0, 5, "a"),
        at("slip", 4, 5),
        at("tear", 4, 9),
    ]
    for findings in permutations(ordered[:4]):
        slips = found(*(f for f in (*findings, *ordered[4:]) if f.rule == "slip"))
        tears = found(*(f for f in (*findings, *ordered[4:]) if f.rule == "tear"))
        for rules in permutations([rule("slip", slips), rule("tear", tears)]):
            outcome = run(*rules)
            places = [(f.rule, f.span, f.message) for f in outcome.findings]
            assert places == [(f.rule, f.span, f.message) for f in ordered]


def test_a_finding_made_twice_counts_once() -> None:
    outcome = run(rule("slip", found(at("slip", 0, 3), at("slip", 4, 9), at("slip", 0, 3))))
    assert [finding.span for finding in outcome.findings] == [(0, 3), (4, 9)]
    assert len(set(outcome.fingerprints)) == len(outcome.fingerprints) == 2


def test_findings_that_differ_in_anything_both_count() -> None:
    bare = at("slip", 0, 3)
    shown = bare._replace(related=(Related(Span(4, 9), "why"),))
    outcome = run(rule("slip", found(bare, shown)))
    assert [finding.related for finding in outcome.findings] == [bare.related, shown.related]


@pytest.mark.parametrize("severity", list(Severity))
def test_the_severity_is_the_one_that_holds(severity: Severity) -> None:
    outcome = run(rule("slip", found(at("slip", 0, 3)), severity))
    assert [finding.severity for finding in outcome.findings] == [severity]


def test_a_rule_with_defaults_has_its_own_severity() -> None:
    assert ActiveRule.with_defaults(Slip) == ActiveRule(Slip(), Severity.WARNING)


SAFE = Applicability.SAFE


@pytest.mark.parametrize(
    ("finding", "message"),
    [
        (at("slip", 3, 3), "a finding at 3-3, which is no place in the text"),
        (at("slip", 5, 3), "a finding at 5-3, which is no place in the text"),
        (at("slip", -1, 3), "a finding at -1-3, which is no place in the text"),
        (at("slip", 0, 99), "a finding at 0-99, which is no place in the text"),
        (at("tear", 0, 3), "a finding in the name of slips/tear"),
        (at("slip", 0, 3)._replace(family="x"), "a finding in the name of x/slip"),
        (at("slip", 0, 3)._replace(confidence=1.5), "a confidence of 1.5"),
        (at("slip", 0, 3)._replace(confidence=float("nan")), "a confidence of nan"),
        (
            at("slip", 0, 3)._replace(related=(Related(Span(4, 99), ""),)),
            "evidence or a fix at 4-99, which is no place in the text",
        ),
        (
            at("slip", 0, 3)._replace(fixes=(Fix(SAFE, (Edit(Span(4, 2), ""),)),)),
            "evidence or a fix at 4-2, which is no place in the text",
        ),
        (
            at("slip", 0, 3)._replace(
                fixes=(Fix(SAFE, (Edit(Span(4, 6), ""), Edit(Span(0, 5), ""))),)
            ),
            "a fix at 0-3 whose edits overlap",
        ),
    ],
)
def test_a_finding_that_cannot_be_is_a_crash(finding: Finding, message: str) -> None:
    outcome = run(rule("slip", found(at("slip", 4, 9), finding)), rule("tear", found()))
    assert [(f.rule, f.span) for f in outcome.findings] == [("slip", (4, 9))]
    (crash,) = outcome.crashes
    assert crash.rule == "slip"
    assert crash.message.startswith(f"ValueError: {message}")
    assert outcome.suppressions.ran == {"tear"}


def test_edits_side_by_side_and_empty_evidence_are_well() -> None:
    edits = (Edit(Span(3, 5), ""), Edit(Span(0, 3), ""), Edit(Span(5, 5), "x"))
    end = len(TEXT)
    fine = at("slip", 0, end)._replace(
        fixes=(Fix(SAFE, edits), Fix(SAFE, edits)),
        related=(Related(Span(end, end), "the end"),),
        confidence=1.0,
    )
    assert run(rule("slip", found(fine))).crashes == ()


def crash_on(word: str, error: BaseException) -> Check:
    def task(document: Document) -> Iterator[Finding]:
        if word in document.text:
            raise error
        yield from ()

    return task


@pytest.mark.parametrize("error", [KeyError("lost"), RecursionError("deep"), SystemExit(1)])
def test_a_crash_names_the_first_block_on_which_the_rule_crashes_alone(
    error: BaseException,
) -> None:
    outcome = run(rule("slip", crash_on("second", error)), rule("tear", found(at("tear", 0, 3))))
    (crash,) = outcome.crashes
    assert TEXT[slice(*crash.span)] == "The second one."
    assert crash.message.startswith(f"{type(error).__name__}: {error} (test_engine.py:")
    assert [finding.rule for finding in outcome.findings] == ["tear"]


def test_a_crash_in_markup_is_placed_in_the_source() -> None:
    source = "A *b* c.\n\nThe `x` _second_ &amp; more.\n"
    outcome = run(rule("slip", crash_on("&", ValueError())), text=source, markup=Format.MARKDOWN)
    assert source[slice(*outcome.crashes[0].span)] == "The `x` _second_ &amp; more."


def test_a_crash_that_needs_the_whole_names_the_whole() -> None:
    def task(document: Document) -> Iterator[Finding]:
        if len(document.prose) > 1:
            raise ValueError
        yield from ()

    assert run(rule("slip", task)).crashes[0].span == (0, len(TEXT))
    assert run(rule("slip", crash_on("", ValueError())), text="").crashes[0].span == (0, 0)


def test_a_rule_that_took_too_long_is_not_run_again() -> None:
    runs: list[Document] = []

    def task(document: Document) -> Iterator[Finding]:
        runs.append(document)
        raise TimeoutError
        yield

    assert run(rule("slip", task)).crashes[0].span == (0, len(TEXT))
    assert len(runs) == 1


def test_an_interruption_is_no_crash() -> None:
    with pytest.raises(KeyboardInterrupt):
        run(rule("slip", crash_on("", KeyboardInterrupt())))


@pytest.mark.parametrize(("returned", "fault"), [(["text"], "AttributeError"), (None, "TypeError")])
def test_what_a_rule_returns_must_be_findings(returned: object, fault: str) -> None:
    def task(_: Document) -> Iterable[Finding]:
        return cast("Iterable[Finding]", returned)

    assert run(rule("slip", task)).crashes[0].message.startswith(fault)


@dataclass(frozen=True)
class Audit(SuppressionRule):
    """Says how many findings were suppressed."""

    name: ClassVar = "audit"
    family: ClassVar = "audits"

    crash: bool = False

    def audit(self, suppressions: Suppressions) -> Iterator[Finding]:
        yield self.finding(Span(0, 1), f"{len(suppressions.suppressed)} suppressed")
        if self.crash:
            raise ValueError("audited")


def audited(*, crash: bool) -> Outcome:
    text = "<!-- copydesk: ignore slip -->\n\nThe end.\n"
    rules = (ActiveRule(Audit(crash=crash), Severity.INFO), ActiveRule.with_defaults(Slip))
    return check(read_text(text, "a.md"), rules, Registry([Audit, Slip]))


def test_rules_about_suppressions_run_after_all_others() -> None:
    outcome = audited(crash=False)
    assert [(f.message, f.severity) for f in outcome.findings] == [("1 suppressed", Severity.INFO)]
    assert len(outcome.fingerprints) == 1


def test_a_rule_about_suppressions_may_crash_too() -> None:
    outcome = audited(crash=True)
    assert [finding.message for finding in outcome.findings] == ["1 suppressed"]
    assert [crash.rule for crash in outcome.crashes] == ["audit"]


def test_every_finding_that_stands_has_its_fingerprint() -> None:
    spans = [(0, 3), (17, 20), (34, 37)]
    outcome = run(rule("slip", found(*(at("slip", *span) for span in reversed(spans)))))
    alone = [run(rule("slip", found(at("slip", *span)))).fingerprints for span in spans]
    assert [(name,) for name in outcome.fingerprints] == alone
