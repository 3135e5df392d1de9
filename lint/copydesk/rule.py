"""What a rule is, and what it reports."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import ClassVar, NamedTuple

from copydesk.document import Document, Span
from copydesk.levels import Severity


class Applicability(StrEnum):
    """Whether a fix may be applied unseen."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Put `text` in the place of a range of the source."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding: all its edits together, not overlapping."""

    applicability: Applicability
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """A place that shows why something was found, and what it shows."""

    span: Span
    message: str


class Finding(NamedTuple):
    """A defect in an article.

    Attributes:
        rule: The name of the rule that found it.
        family: The family of that rule.
        severity: The rule's default, or what the configuration says instead.
        span: The smallest range of the source that holds the defect; never empty.
        message: What is wrong, quoting the text, in one clause.
        related: The evidence.
        confidence: The probability that this is a defect, where it has been measured.
        fixes: Ways to mend it, the best first.
    """

    rule: str
    family: str
    severity: Severity
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    confidence: float | None = None
    fixes: tuple[Fix, ...] = ()


class Rule(ABC):
    """One kind of defect to look for.

    The docstring of a subclass is the one-line summary. One with options is a frozen dataclass,
    and its fields are these. A Markdown page of the same stem lies beside its file.

    Attributes:
        name: Kebab-case, a noun phrase that names the defect; the file has the same stem.
        family: The group of rules it belongs to, for built-in rules the name of their folder.
        severity: The severity of its findings unless the configuration says otherwise.
        default: Whether it runs when nothing is selected.
        language: "en" for a rule on English words; what it finds in a paragraph of another
            language does not count. None if it holds in any.
        min_confidence: Its findings with a lower confidence are not reported unless the user has
            asked for another limit.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    default: ClassVar[bool] = True
    language: ClassVar[str | None] = None
    min_confidence: ClassVar[float] = 0.0

    @abstractmethod
    def check(self, document: Document) -> Iterator[Finding]:
        """The findings in `document`: pure, so the same document gives the same findings."""

    def finding(
        self,
        span: Span,
        message: str,
        *,
        related: Iterable[Related] = (),
        confidence: float | None = None,
        fixes: Iterable[Fix] = (),
    ) -> Finding:
        """A finding of this rule at `span`."""
        return Finding(
            self.name,
            self.family,
            self.severity,
            span,
            message,
            tuple(related),
            confidence,
            tuple(fixes),
        )


def replacement(
    document: Document,
    start: int,
    end: int,
    text: str,
    applicability: Applicability = Applicability.SAFE,
) -> Iterator[Fix]:
    """The fix that puts `text` for `document.text[start:end]`, a safe one unless told otherwise.

    None where markup stands in the range, or where `text` would need escaping in the source.
    """
    if document.is_literal(start, end) and not set(text) & set("&<>"):
        yield Fix(applicability, (Edit(document.span(start, end), text),))
