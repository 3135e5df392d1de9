"""Takes out the findings that an article's comments or a side file say to ignore."""

import re
from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from copydesk.document import Comment, Document, Span
from copydesk.registry import Registry
from copydesk.rule import Finding, Rule

_DIRECTIVE = re.compile(r"\s*copydesk:\s*(?P<verb>[\w-]*)\s*(?P<rest>.*?)\s*", re.DOTALL)
_REASON = re.compile(r"\s*--\s*")


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

    def covers(self, text: str, fingerprint: str) -> bool:
        """Whether this entry means a finding of its rule on `text` with that fingerprint."""
        if self.fingerprint is not None and self.fingerprint != fingerprint:
            return False
        return self.text is None or self.text.split() == text.split()


class Scope(NamedTuple):
    """The source range in which one selector of a directive suppresses findings."""

    directive: Directive
    selector: str
    span: Span


@dataclass(frozen=True)
class Suppressions:
    """What suppressed what in one document.

    Attributes:
        directives: All directives of the document, well-formed or not, in order.
        scopes: What they suppress.
        suppressed: The findings that were taken out.
        used_scopes: The scopes that took a finding out.
        used_ignores: The `number` of each side-file entry that took a finding out.
        registry: All rules there are.
        ran: The names of the rules that ran to the end.
    """

    directives: tuple[Directive, ...]
    scopes: tuple[Scope, ...]
    registry: Registry
    ran: frozenset[str]
    suppressed: list[Finding] = field(default_factory=list[Finding])
    used_scopes: set[Scope] = field(default_factory=set[Scope])
    used_ignores: set[int] = field(default_factory=set[int])

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
    match = _DIRECTIVE.fullmatch(comment.text)
    if not match:
        return None
    named, *reason = _REASON.split(match["rest"], maxsplit=1)
    selectors = tuple(re.split(r"[\s,]+", named)) if named else ()
    return Directive(comment, match["verb"], selectors, "".join(reason))


def suppress(
    document: Document,
    findings: Mapping[Finding, str],
    ignores: Iterable[Ignore],
    registry: Registry,
    ran: frozenset[str],
) -> Suppressions:
    """Which of `findings`, each with its fingerprint, are taken out, and by what."""
    found = directives(document)
    result = Suppressions(found, tuple(_scopes(document, found)), registry, ran)
    entries = tuple(ignores)
    for finding, fingerprint in findings.items():
        scopes = [s for s in result.scopes if _covers(s, finding, registry)]
        text = document.source[slice(*finding.span)]
        used = [
            entry.number
            for entry in entries
            if finding.rule in registry.named(entry.selector) and entry.covers(text, fingerprint)
        ]
        result.used_scopes.update(scopes)
        result.used_ignores.update(used)
        if scopes or used:
            result.suppressed.append(finding)
    return result


def _covers(scope: Scope, finding: Finding, registry: Registry) -> bool:
    inside = scope.span.start <= finding.span.start < scope.span.end
    return inside and finding.rule in registry.named(scope.selector)


def _scopes(document: Document, found: tuple[Directive, ...]) -> Iterator[Scope]:
    for i, directive in enumerate(found):
        start, end = directive.comment.span
        for selector in directive.selectors:
            match directive.verb:
                case Verb.IGNORE:
                    yield Scope(directive, selector, _next_block(document, start))
                case Verb.IGNORE_FILE:
                    yield Scope(directive, selector, Span(0, len(document.source)))
                case Verb.DISABLE:
                    until = _enabled_again(found[i + 1 :], selector, len(document.source))
                    yield Scope(directive, selector, Span(end, until))
                case _:
                    pass


def _enabled_again(later: tuple[Directive, ...], selector: str, end: int) -> int:
    for directive in later:
        if directive.verb == Verb.ENABLE and selector in directive.selectors:
            return directive.comment.span.start
    return end


def _next_block(document: Document, offset: int) -> Span:
    """The prose block that `offset` lies in, else the first one that begins after it."""
    blocks = document.prose
    i = bisect_left(blocks, offset, key=lambda block: block.span.end)
    return blocks[i].span if i < len(blocks) else Span(offset, offset)
