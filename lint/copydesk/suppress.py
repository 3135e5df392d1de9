"""Takes out the findings that an article's comments or a side file say to ignore."""

import re
from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import accumulate, chain, compress
from typing import NamedTuple, final

from copydesk.document import Comment, Document, Span
from copydesk.patterns import lazy_pattern
from copydesk.registry import Registry
from copydesk.rule import Finding, Rule

_ADDRESS = lazy_pattern(r"copydesk\s*:\s*([\w-]*)", re.IGNORECASE)
_BEFORE_REASON = lazy_pattern(r"--|—|–")


class Verb(StrEnum):
    """What a directive says."""

    IGNORE = "ignore"
    IGNORE_FILE = "ignore-file"
    DISABLE = "disable"
    ENABLE = "enable"


class Directive(NamedTuple):
    """A comment to copydesk: `copydesk: VERB SELECTOR[, SELECTOR] [-- REASON]`.

    Attributes:
        comment: The comment that holds it.
        verb: What it says, as written; one of `Verb` if it is right.
        selectors: The rules and families it names.
        reason: What follows `--`; empty if nothing does.
    """

    comment: Comment
    verb: str
    selectors: tuple[str, ...]
    reason: str


class Ignore(NamedTuple):
    """An entry of a side file: findings of a rule to ignore, told by fingerprint or by text.

    Attributes:
        selector: A rule or family.
        fingerprint: The fingerprint of the one finding meant, or None.
        text: The flagged text, white space aside, or None.
        reason: Why.
        number: Which entry of its file it is, from 0.
    """

    selector: str
    fingerprint: str | None
    text: str | None
    reason: str
    number: int


class Scope(NamedTuple):
    """The source range in which one selector of a directive suppresses findings."""

    directive: Directive
    selector: str
    span: Span


class Suppressions(NamedTuple):
    """What suppressed what in one document.

    Attributes:
        directives: All directives of the document, well-formed or not, in order.
        scopes: What they suppress.
        idle_enables: Directives that enable what is not disabled there, and what that is.
        registry: All rules there are.
        ran: The names of the rules that ran to the end.
        suppressed: The findings that were taken out.
        used_scopes: The scopes that took a finding out.
        used_ignores: The `number` of each side-file entry that took a finding out.
    """

    directives: tuple[Directive, ...]
    scopes: tuple[Scope, ...]
    idle_enables: tuple[tuple[Directive, str], ...]
    registry: Registry
    ran: frozenset[str]
    suppressed: frozenset[Finding]
    used_scopes: frozenset[Scope]
    used_ignores: frozenset[int]

    def unused(self) -> Iterator[Scope]:
        """The scopes that took nothing out although every rule they name has run."""
        for scope in self.scopes:
            if scope not in self.used_scopes and self.judged(scope.selector):
                yield scope

    def judged(self, selector: str) -> bool:
        """Whether all the rules that `selector` stands for have run here."""
        rules = self.registry.named(selector)
        return bool(rules) and rules <= self.ran


class SuppressionRule(Rule):
    """A rule about suppressions: it looks at what they did after all other rules have run."""

    @final
    def check(self, document: Document) -> Iterator[Finding]:
        """Nothing: an article alone does not show what a suppression does."""
        del document
        return iter(())

    @abstractmethod
    def audit(self, suppressions: Suppressions) -> Iterator[Finding]:
        """The findings about the suppressions in one document: pure."""


def directives(document: Document) -> tuple[Directive, ...]:
    """The directives in the comments of a document, in order."""
    return tuple(
        directive for comment in document.comments if (directive := parse_directive(comment))
    )


def parse_directive(comment: Comment) -> Directive | None:
    """The directive in a comment; None if it does not speak to copydesk."""
    text = comment.text.strip()
    address = _ADDRESS.match(text)
    if not address:
        return None
    named, *reason = _BEFORE_REASON.split(text[address.end() :], maxsplit=1)
    selectors = tuple(dict.fromkeys(named.replace(",", " ").split()))
    return Directive(comment, address[1], selectors, "".join(reason).strip())


def suppress(
    document: Document,
    findings: Mapping[Finding, str],
    ignores: Iterable[Ignore],
    registry: Registry,
    ran: frozenset[str],
) -> Suppressions:
    """Which of `findings`, in order and each with its fingerprint, are taken out, and by what."""
    found = directives(document)
    ranges, idle_enables = _ranges(document, found)
    scopes = (*_scopes(document, found), *ranges)
    commented, used_scopes = _by_comment(tuple(findings), scopes, registry)
    listed, used_ignores = _by_entry(document, findings, ignores, registry)
    return Suppressions(
        found,
        scopes,
        tuple(idle_enables),
        registry,
        ran,
        frozenset(commented | listed),
        frozenset(used_scopes),
        frozenset(used_ignores),
    )


def _by_comment(
    findings: Sequence[Finding], scopes: Iterable[Scope], registry: Registry
) -> tuple[set[Finding], set[Scope]]:
    suppressed: set[Finding] = set()
    used: set[Scope] = set()
    for selector, group in _grouped(scopes).items():
        rules = registry.named(selector)
        if not rules:  # of which there can be as many as comments
            continue
        concerned = [finding for finding in findings if finding.rule in rules]
        starts = [finding.span.start for finding in concerned]
        # How many scopes begin, less how many end, at each finding: nothing here may cost scopes
        # times findings, which an article can have in thousands.
        changes = [0] * (len(concerned) + 1)
        for scope in group:
            first, last = (bisect_left(starts, offset) for offset in scope.span)
            if first < last:
                used.add(scope)
                changes[first] += 1
                changes[last] -= 1
        suppressed.update(compress(concerned, accumulate(changes)))
    return suppressed, used


def _grouped(scopes: Iterable[Scope]) -> dict[str, list[Scope]]:
    groups: dict[str, list[Scope]] = {}
    for scope in scopes:
        groups.setdefault(scope.selector, []).append(scope)
    return groups


def _by_entry(
    document: Document,
    findings: Mapping[Finding, str],
    ignores: Iterable[Ignore],
    registry: Registry,
) -> tuple[set[Finding], set[int]]:
    suppressed: set[Finding] = set()
    used: set[int] = set()
    entries = _indexed(ignores)
    for finding, fingerprint in findings.items() if entries else ():
        text = _plain(document.source[slice(*finding.span)])
        keys = ((fingerprint, None), (None, text), (fingerprint, text))
        for entry in chain.from_iterable(entries.get(key, ()) for key in keys):
            if finding.rule in registry.named(entry.selector):
                suppressed.add(finding)
                used.add(entry.number)
    return suppressed, used


def _indexed(ignores: Iterable[Ignore]) -> dict[tuple[str | None, str | None], list[Ignore]]:
    """Entries by the fingerprint and the text that a finding must have, None for any."""
    entries: dict[tuple[str | None, str | None], list[Ignore]] = {}
    for entry in ignores:
        text = None if entry.text is None else _plain(entry.text)
        entries.setdefault((entry.fingerprint, text), []).append(entry)
    return entries


def _plain(text: str) -> str:
    return " ".join(text.split())


def _scopes(document: Document, found: Iterable[Directive]) -> Iterator[Scope]:
    """What directives suppress that stand alone."""
    for directive in found:
        if directive.verb == Verb.IGNORE:
            span = _block_for(document, directive.comment)
        elif directive.verb == Verb.IGNORE_FILE:
            span = Span(0, len(document.source))
        else:
            continue
        for selector in directive.selectors:
            yield Scope(directive, selector, span)


def _ranges(
    document: Document, found: Iterable[Directive]
) -> tuple[list[Scope], list[tuple[Directive, str]]]:
    """What is disabled from one directive to another, and the directives that enable nothing."""
    scopes: list[Scope] = []
    idle: list[tuple[Directive, str]] = []
    disabled: dict[str, list[Directive]] = {}
    for directive in found:
        for selector in directive.selectors:
            if directive.verb == Verb.DISABLE:
                disabled.setdefault(selector, []).append(directive)
            elif directive.verb == Verb.ENABLE and selector in disabled:
                end = directive.comment.span.start
                scopes += _up_to(end, selector, disabled.pop(selector))
            elif directive.verb == Verb.ENABLE:
                idle.append((directive, selector))
    for selector, left in disabled.items():
        scopes += _up_to(len(document.source), selector, left)
    return scopes, idle


def _up_to(end: int, selector: str, opened: Iterable[Directive]) -> Iterator[Scope]:
    return (Scope(d, selector, Span(d.comment.span.end, end)) for d in opened)


def _block_for(document: Document, comment: Comment) -> Span:
    """The prose block that a comment stands in, else the next one."""
    blocks = document.prose
    offset = comment.span.start
    after = bisect_right(blocks, offset, key=lambda block: block.span.start)
    if comment.in_block and after:
        return blocks[after - 1].span
    return blocks[after].span if after < len(blocks) else Span(offset, offset)
