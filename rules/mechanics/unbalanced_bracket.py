"""A bracket without its partner."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from copydesk import Block, Document, Finding, Related, Rule, Severity, lazy_pattern
from copydesk.analysis.brackets import Unpaired, unpaired_brackets

_CODE = lazy_pattern(r"[{}\\|]|[=<>!]=|=>|->|\w\(\)|\(\)|;\s*\Z|=\$|\$\(|//|`|\w_\w|\ufffc\S*[)\]]")
_QUOTES = frozenset("\"'“”‘’«»`")
_MOST_IN_BLOCK = 2
"""More without a partner in one paragraph are a drawing, a formula or code."""

_WORDS_SHOWN = 4
_SHOWN = 80


class UnbalancedBracket(Rule):
    """A bracket has no partner in its paragraph."""

    name: ClassVar = "unbalanced-bracket"
    family: ClassVar = "mechanics"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        unpaired = document.analysis(unpaired_brackets)
        in_block = Counter(one.block for one in unpaired)
        for one in unpaired:
            block = document.prose[one.block]
            if in_block[one.block] <= _MOST_IN_BLOCK and not _is_mentioned(one, document.text):
                if _CODE.search(block.text):
                    continue
                yield self.finding(
                    document.span(one.start, one.start + 1),
                    _message(one, block, document.text),
                    related=(_evidence(one, block, document),),
                )


def _is_mentioned(one: Unpaired, text: str) -> bool:
    """Whether the text speaks of the bracket: in quotation marks, or apart from all words."""
    before, after = text[max(0, one.start - 1) : one.start], text[one.start + 1 : one.start + 2]
    is_quoted = before in _QUOTES and after in _QUOTES
    return is_quoted or not (before.strip() or after.strip())


def _message(one: Unpaired, block: Block, text: str) -> str:
    if one.opens:
        words = text[one.start + 1 : min(one.start + _SHOWN, block.end)].split()[:_WORDS_SHOWN]
        return f"“{one.text}” before “{' '.join(words)}” is never closed"
    words = text[max(one.start - _SHOWN, block.start) : one.start].split()[-_WORDS_SHOWN:]
    shown = " ".join(words)
    if one.other is not None:
        return f"“{one.text}” after “{shown}” closes what another kind of bracket opens"
    return f"“{one.text}” after “{shown}” closes nothing"


def _evidence(one: Unpaired, block: Block, document: Document) -> Related:
    """Where the partner is missing: in the place of another bracket, or in the paragraph."""
    if one.other is not None:
        return Related(document.span(one.other, one.other + 1), "the bracket that opens")
    if one.opens:
        return Related(document.span(block.end - 1, block.end), "the paragraph ends without one")
    return Related(document.span(block.start, block.start + 1), "the paragraph begins without one")
