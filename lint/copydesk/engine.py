"""Runs rules over documents."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from copydesk.analysis.language import foreign_blocks, holds_names
from copydesk.document import Block, Document, Draft, Layout, Run, Span
from copydesk.fingerprint import fingerprints
from copydesk.levels import Severity
from copydesk.registry import Registry
from copydesk.rule import Finding, Rule
from copydesk.suppress import Ignore, SuppressionRule, Suppressions, suppress


class ActiveRule(NamedTuple):
    """A rule with its options, and what holds for its findings.

    Attributes:
        rule: The rule.
        severity: The severity that its findings are given.
        min_confidence: Findings with a lower confidence do not count; None for the rule's own
            limit.
    """

    rule: Rule
    severity: Severity
    min_confidence: float | None = None

    @classmethod
    def with_defaults(cls, rule: type[Rule]) -> "ActiveRule":
        """The rule as it is without any configuration."""
        return cls(rule(), rule.severity)

    def counts(self, finding: Finding) -> bool:
        """Whether a finding of this rule is sure enough."""
        least = self.rule.min_confidence if self.min_confidence is None else self.min_confidence
        return finding.confidence is None or finding.confidence >= least


class Crash(NamedTuple):
    """A rule that raised on a document: which, where as far as it can be told, and what."""

    rule: str
    span: Span
    message: str


class Outcome(NamedTuple):
    """What the rules say of one document.

    Attributes:
        document: The document.
        findings: The findings that stand, in order of their place.
        fingerprints: The name of each of `findings`, in the same order.
        crashes: The rules that crashed.
        suppressions: What was taken out, and by what.
        notes: What a user should know of the document: how it was read, and where rules are silent.
    """

    document: Document
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    crashes: tuple[Crash, ...]
    suppressions: Suppressions
    notes: tuple[str, ...] = ()


class Found(NamedTuple):
    """What rules found in a document, before anything is suppressed, and which crashed."""

    document: Document
    findings: dict[Finding, None]
    crashes: list[Crash]


def check(
    document: Document,
    rules: Sequence[ActiveRule],
    registry: Registry,
    ignores: Iterable[Ignore] = (),
) -> Outcome:
    """What the rules say of one document: `find`, then `conclude`."""
    (outcome,) = conclude(find([document], rules), rules, registry, [ignores])
    return outcome


def find(documents: Iterable[Document], rules: Iterable[ActiveRule]) -> tuple[Found, ...]:
    """Runs every rule; one that crashes is recorded and the others still run.

    Each rule goes through all documents before the next one does, because the processor has its
    code and tables at hand then: for 32 news articles that saves an eighth of the time.
    """
    all_found = tuple(Found(document, {}, []) for document in documents)
    for active in rules:
        for found in all_found:
            try:
                for finding in active.rule.check(found.document):
                    if standing := _standing(active, found.document, finding):
                        found.findings[standing] = None
            except (Exception, SystemExit) as error:  # noqa: BLE001  a fault of a rule is its crash
                span = _crash_span(active, found.document, error)
                found.crashes.append(_crash(active, error, span))
    return all_found


def conclude(
    all_found: Iterable[Found],
    rules: Sequence[ActiveRule],
    registry: Registry,
    ignores: Iterable[Iterable[Ignore]],
) -> Iterator[Outcome]:
    """What remains of what was found in each document when all is suppressed that shall be.

    Args:
        all_found: What `rules` found, document by document.
        rules: The rules that ran.
        registry: All rules there are, by which suppressions are understood.
        ignores: The entries of a side file for each of the documents.
    """
    names = frozenset(active.rule.name for active in rules)
    auditors = [(one, one.rule) for one in rules if isinstance(one.rule, SuppressionRule)]
    for found, ignored in zip(all_found, ignores, strict=True):
        document, findings, crashes = found
        ran = names - {crash.rule for crash in crashes}
        named = _named(document, findings)
        suppressions = suppress(document, named, ignored, registry, ran)
        audited = _audit(document, auditors, suppressions, crashes)
        named |= _named(document, audited)
        left = (finding for finding in named if finding not in suppressions.suppressed)
        kept = tuple(sorted(left, key=_order))
        marks = tuple(named[finding] for finding in kept)
        notes = (*document.notes, *_language_note(document, rules))
        yield Outcome(document, kept, marks, tuple(crashes), suppressions, notes)


def _stands_in(blocks: Sequence[Block], finding: Finding) -> bool:
    """Whether a finding begins in one of some blocks, which are in order."""
    at = bisect_right(blocks, finding.span.start, key=lambda block: block.span.start)
    return at > 0 and finding.span.start < blocks[at - 1].span.end


def _is_on_english(active: ActiveRule) -> bool:
    return active.rule.language == "en"


def _language_note(document: Document, rules: Iterable[ActiveRule]) -> Iterator[str]:
    """That rules are silent on paragraphs of another language, if there are both."""
    foreign = sum(not holds_names(block) for block in document.analysis(foreign_blocks))
    all_blocks = len(document.prose)
    if foreign and any(map(_is_on_english, rules)):
        which = "is" if foreign == all_blocks else f"is in {foreign} of {all_blocks} paragraphs"
        yield f"{which} not in English, so rules on English words say nothing there"


def _named(document: Document, findings: Iterable[Finding]) -> dict[Finding, str]:
    """Findings in order and the fingerprint of each."""
    found = sorted(findings, key=_order)
    return dict(zip(found, fingerprints(document, found), strict=True))


def _audit(
    document: Document,
    auditors: Iterable[tuple[ActiveRule, SuppressionRule]],
    suppressions: Suppressions,
    crashes: list[Crash],
) -> dict[Finding, None]:
    """What the rules about suppressions find; a crash of one is added to `crashes`."""
    findings: dict[Finding, None] = {}
    for active, rule in auditors:
        try:
            for finding in rule.audit(suppressions):
                if kept := _kept(active, document, finding):
                    findings[kept] = None
        except (Exception, SystemExit) as error:  # noqa: BLE001  as above
            crashes.append(_crash(active, error, _whole(document)))
    return findings


def _standing(active: ActiveRule, document: Document, finding: Finding) -> Finding | None:
    """What `_kept` keeps; of a rule on English words nothing in a paragraph of another language."""
    kept = _kept(active, document, finding)
    if kept and _is_on_english(active) and _stands_in(document.analysis(foreign_blocks), kept):
        return None
    return kept


def _kept(active: ActiveRule, document: Document, finding: Finding) -> Finding | None:
    """A finding at the severity that holds; None if it is not sure enough.

    Raises:
        ValueError: It is not well-formed.
    """
    if fault := _fault(finding, active.rule, len(document.source)):
        raise ValueError(fault)
    return finding._replace(severity=active.severity) if active.counts(finding) else None


def _fault(finding: Finding, rule: Rule, length: int) -> str | None:
    if (finding.rule, finding.family) != (rule.name, rule.family):
        return f"a finding in the name of {finding.family}/{finding.rule}"
    if finding.confidence is not None and not 0 <= finding.confidence <= 1:
        return f"a confidence of {finding.confidence}"
    start, end = finding.span
    if not 0 <= start < end <= length:
        return f"a finding at {start}-{end}, which is no place in the text"
    edits = [sorted(edit.span for edit in fix.edits) for fix in finding.fixes]
    for first, last in chain((r.span for r in finding.related), *edits):
        if not 0 <= first <= last <= length:
            return f"evidence or a fix at {first}-{last}, which is no place in the text"
    if any(one.end > other.start for spans in edits for one, other in pairwise(spans)):
        return f"a fix at {start}-{end} whose edits overlap"
    return None


def _order(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.message


def _crash(active: ActiveRule, error: BaseException, span: Span) -> Crash:
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place else ""
    return Crash(active.rule.name, span, f"{type(error).__name__}: {error}{where}")


def _crash_span(active: ActiveRule, document: Document, error: BaseException) -> Span:
    """The first block on which alone the rule crashes too, else the whole document."""
    if isinstance(error, TimeoutError):  # to try again would take as long, block after block
        return _whole(document)
    for block in document.prose:
        alone = _alone(document, block)
        try:
            for finding in active.rule.check(alone):
                _standing(active, alone, finding)
        except (Exception, SystemExit):  # noqa: BLE001  this is the search for one
            return block.span
    return _whole(document)


def _whole(document: Document) -> Span:
    return Span(0, len(document.source))


def _alone(document: Document, block: Block) -> Document:
    draft = Draft(block.kind, block.span, (Run(block.text, *block.span),), block.level)
    return Document.from_layout(document.source, Layout((draft,)), document.path)
