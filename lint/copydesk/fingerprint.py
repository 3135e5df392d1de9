"""Names findings so that they are known again after edits elsewhere in the file."""

from collections import Counter
from collections.abc import Iterable, Iterator

from copydesk.document import Document
from copydesk.rule import Finding

_NEAR = 80
_LENGTH = 16


def fingerprints(document: Document, findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each finding, unique in the file: 16 hexadecimal digits.

    Made of the rule, the flagged text and two words on either side (as Harper's ignored lints),
    so that only an edit right there changes it; like findings are told apart by their order.
    """
    from hashlib import sha256  # noqa: PLC0415  a clean file needs no names

    seen: Counter[str] = Counter()
    for finding in findings:
        key = _key(document, finding)
        yield sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
        seen[key] += 1


def _key(document: Document, finding: Finding) -> str:
    start, end = finding.span
    source = document.source
    before = source[max(0, start - _NEAR) : start].split()[-2:]
    after = source[end : end + _NEAR].split()[:2]
    flagged = source[start:end].split()
    parts = (finding.rule, *(" ".join(words).casefold() for words in (before, flagged, after)))
    return "\n".join(parts)
