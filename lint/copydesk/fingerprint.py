"""Names findings so that they are known again after edits elsewhere in the file."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from copydesk.document import Document, Span
from copydesk.rule import Finding

_NEAR = 80
_LENGTH = 16


def fingerprints(document: Document, findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each finding, unique in the file: 16 hexadecimal digits.

    Made of the rule, the flagged text and two words of its block on either side (as Harper's
    ignored lints), so that only an edit right there changes it, and neither a paragraph more nor
    other line ends do. Like findings are told apart by their order.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        key = _key(document, finding)
        yield _digest(f"{key}\n{seen[key]}")
        seen[key] += 1


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  a clean file needs no names

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _key(document: Document, finding: Finding) -> str:
    start, end = finding.span
    first, last = _block_around(document, start), _block_around(document, end - 1)
    before = document.source[max(first.start, start - _NEAR) : start].split()[-2:]
    after = document.source[end : min(last.end, end + _NEAR)].split()[:2]
    flagged = document.source[start:end].split()
    parts = (finding.rule, *(" ".join(words).casefold() for words in (before, flagged, after)))
    return "\n".join(parts)


def _block_around(document: Document, offset: int) -> Span:
    """The block that holds an offset, or just that place if none does."""
    i = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    if i >= 0 and offset < document.blocks[i].span.end:
        return document.blocks[i].span
    return Span(offset, offset + 1)
