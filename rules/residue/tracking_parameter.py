"""An address with what its readers are counted by."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Applicability, Document, Edit, Finding, Fix, Rule
from copydesk.analysis.residue.residues import Residue, compiled, left_behind, quoted

_SIGNS = ("utm_", "clid=", "mc_cid=", "mc_eid=", "igsh", "_hsenc=", "_hsmi=", "mkt_tok=")
_NAME = r"(?:utm_[a-z]{2,20}|(?:dc|fb|g|ms|tw|y)clid|mc_[ce]id|igsh(?:id)?|_hsenc|_hsmi|mkt_tok)"
_PARAMETER = rf"{_NAME}=[^\s&#<>\"'“”‘’)\]\ufdd0\ufffc]*"
_PARAMETERS = rf"[?&]{_PARAMETER}(?:&{_PARAMETER})*"
_ADDRESS = r"\w[./]\w"
_FARTHEST = 300
_SUBJECT = frozenset("fbclid gclid parameter parameters utm".split())


class TrackingParameter(Rule):
    """An address that a reader sees tells where its readers come from."""

    name: ClassVar = "tracking-parameter"
    family: ClassVar = "residue"

    def check(self, document: Document) -> Iterator[Finding]:
        if "=" not in document.text or not any(sign in document.text for sign in _SIGNS):
            return
        for start, end, _ in left_behind(document, _parameters(document.text), _SUBJECT):
            yield self.finding(
                document.span(start, end),
                f"{quoted(document, start, end)} only tells where readers come from",
                fixes=_fixes(document, start, end),
            )


def _parameters(text: str) -> Iterator[Residue]:
    for found in compiled(_PARAMETERS).finditer(text):
        before = text[max(0, found.start() - _FARTHEST) : found.start()]
        if before[-1:].strip() and compiled(_ADDRESS).search(before.split()[-1]):
            yield Residue(*found.span(), "")


def _fixes(document: Document, start: int, end: int) -> Iterator[Fix]:
    """The address without them; what follows takes over the question mark."""
    if document.is_literal(start, end):
        shift = document.text[end : end + 1] == "&"
        span = document.span(start + shift, end + shift)
        yield Fix(Applicability.SAFE, (Edit(span, ""),))
