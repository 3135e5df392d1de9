"""A preposition left without its object, as where one phrase was pasted over another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.clauses import may_strand
from copydesk.analysis.lexicon import ARTICLES, BE, DEMONSTRATIVES, HAVE, POSSESSIVES
from copydesk.analysis.neighbours import clashes

_BEGINS_NOUN_PHRASE = ARTICLES | POSSESSIVES | DEMONSTRATIVES
_AUXILIARIES = BE | HAVE | frozenset("been could did does should would".split())
_ADVERBIAL = frozenset("at by during for in on".split())
"""Prepositions that may be put before an object, if rarely: “of, in part, his making”."""

_PREPOSITIONS = _ADVERBIAL | frozenset("from into of to with".split())
_OF = frozenset({"of"})
_PRONOUNS = frozenset("he she they we".split())
_CLASHES = (
    dict.fromkeys(
        "among at despite during from into of to toward towards upon with".split(),
        _PREPOSITIONS | _AUXILIARIES | _PRONOUNS,
    )
    # The others are adverbs or conjunctions as well.
    | dict.fromkeys("against between within without".split(), _PREPOSITIONS)
    | dict.fromkeys("about across after before behind on over through under until".split(), _OF)
    | {"by": _PREPOSITIONS - {"for", "to"}}
    | {"for": _AUXILIARIES | frozenset("from into of with".split())}
    | {"in": frozenset("into of".split())}
)
_CLASHES["to"] -= {"have"}


@dataclass(frozen=True)
class ClashingPrepositions(Rule):
    """A preposition stands before a word that cannot begin its object."""

    name: ClassVar = "clashing-prepositions"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        texts, words = document.tokens.texts, document.tokens.lowers
        for i in clashes(document, _CLASHES):
            if (
                texts[i].islower()
                and not _has_object(texts[i + 1], texts[i + 2 : i + 3])
                and not may_strand(words, i)
            ):
                start, end = document.tokens.starts[i], document.tokens.end(i + 1)
                pair = document.text[start:end]
                yield self.finding(
                    document.span(start, end), f"“{pair}” leaves “{texts[i]}” without an object"
                )


def _has_object(second: str, rest: list[str]) -> bool:
    """Whether the second word begins an adverbial, after which the object may follow."""
    third = rest[0] if rest else ""
    if second == "of":
        return third in {"all", "course"}
    if second in {"from", "to"}:
        return third.isdigit()  # “at depths of from 10 to 20 metres”
    begins = third in _BEGINS_NOUN_PHRASE or third[:1].isupper() or third[:1].isdigit()
    return second in _ADVERBIAL and not begins
