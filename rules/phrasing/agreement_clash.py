"""A verb in the singular after a subject in the plural, or the reverse."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.phrasing.disagreement import disagreement
from copydesk.analysis.phrasing.subjects import Clash
from copydesk.analysis.quotations import quotations

_SAID = frozenset("was were wasn't weren't do does don't doesn't".split())


class AgreementClash(Rule):
    """A verb has another number than its subject."""

    name: ClassVar = "agreement-clash"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for clash in disagreement(document):
            if not _is_cited(document, clash):
                yield self._finding(document, clash)

    def _finding(self, document: Document, clash: Clash) -> Finding:
        tokens = document.tokens
        subject, verb = (document.span(tokens.starts[i], tokens.end(i)) for i in clash)
        message = (
            f"“{tokens.texts[clash.verb]}” does not agree with “{tokens.texts[clash.subject]}”"
        )
        return self.finding(verb, message, related=[Related(subject, "its subject")])


def _is_cited(document: Document, clash: Clash) -> bool:
    """Whether it is set off by markup, or quoted as people say it: “we was”, “there is many”."""
    tokens = document.tokens
    start, end = tokens.starts[min(clash)], tokens.end(max(clash))
    if not document.is_literal(start, end):
        return True
    is_said = tokens.lowers[clash.verb] in _SAID or clash.verb < clash.subject
    return is_said and document.analysis(quotations).covers(start)
