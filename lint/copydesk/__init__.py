"""A linter for articles: the names a rule needs."""

from copydesk.document import BREAK, OBJECT, Block, BlockKind, Document, Sentence, Span
from copydesk.levels import Severity
from copydesk.patterns import lazy_pattern
from copydesk.rule import (
    Applicability,
    Edit,
    Finding,
    Fix,
    Related,
    Rule,
    replacement,
)
from copydesk.segment import Token, Tokens

__version__ = "0.1.0"

__all__ = [
    "BREAK",
    "OBJECT",
    "Applicability",
    "Block",
    "BlockKind",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Related",
    "Rule",
    "Sentence",
    "Severity",
    "Span",
    "Token",
    "Tokens",
    "lazy_pattern",
    "replacement",
]
