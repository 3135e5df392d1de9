"""Two words of grammar side by side that never are, as where words were lost or put in."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrasing.neighbours import clashes
from copydesk.english.clauses import may_end_subject
from copydesk.english.impossible_pairs import ADVERBS, pairs
from copydesk.english.lexicon import (
    ARTICLES,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DEMONSTRATIVES,
    DETERMINERS,
    FREE_RELATIVES,
    HAVE,
    MODALS,
    OBJECT_PRONOUNS,
    PARTICLES,
    POSSESSIVES,
    PREPOSITIONS,
    PRETERITES,
    QUANTIFIERS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)

_OF_OTHER_RULES = ARTICLES | POSSESSIVES | PREPOSITIONS | {"every", "to"}
_STANDS_ALONE = frozenset("both few many some such that these this those what".split())
"""Determiners that are pronouns too, so that a phrase may end with them."""

_OPENS_CLAUSE = SUBORDINATORS | RELATIVES | FREE_RELATIVES
_SUBJECTS = SUBJECT_PRONOUNS | {"there"}
_ALSO_NAMES = frozenset("it may us who will".split())
_FINITE = AUXILIARIES | PRETERITES | {"to"}
_AFTER_AUXILIARY = (
    COORDINATORS | _OPENS_CLAUSE | DEMONSTRATIVES | _SUBJECTS | ADVERBS | _FINITE
) - {"than"}
_MAY_FOLLOW: Sequence[tuple[frozenset[str], frozenset[str]]] = (
    (BE, _AFTER_AUXILIARY | OBJECT_PRONOUNS | {"than"}),
    (HAVE, _AFTER_AUXILIARY | {"of"}),
    (AUXILIARIES, _AFTER_AUXILIARY),
    (PRETERITES, COORDINATORS | _OPENS_CLAUSE | _FINITE | (PREPOSITIONS - {"of"})),
    (frozenset({"we"}), AUXILIARIES | COORDINATORS | frozenset("of that the which with".split())),
    (SUBJECT_PRONOUNS, AUXILIARIES | COORDINATORS | frozenset("of that which".split())),
    (OBJECT_PRONOUNS, SUBJECT_PRONOUNS),
    (RELATIVES, COORDINATORS | RELATIVES | DETERMINERS | PREPOSITIONS | ADVERBS),
    (SUBORDINATORS, ADVERBS),
    (frozenset({"there"}), DETERMINERS),
    (frozenset({"very", "too"}), COORDINATORS),
    (ADVERBS, COORDINATORS | _OPENS_CLAUSE | PARTICLES | {"of"}),
    (QUANTIFIERS, frozenset("and be".split())),
    (COORDINATORS, COORDINATORS | OBJECT_PRONOUNS | {"itself"}),
)
"""What may follow a word of the first kind that it belongs to: where a clause ends with the word,
and in a question. The pairs are rare for another reason."""

_AFTER_COURSE = frozenset("course necessity".split())


class ClashingWords(Rule):
    """Two words of grammar stand side by side that never do."""

    name: ClassVar = "clashing-words"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for i in clashes(document, _clashes()):
            if not _is_whole(document, i):
                start, end = document.tokens.starts[i], document.tokens.end(i + 1)
                first, second = document.tokens.texts[i : i + 2]
                message = f"“{second}” cannot follow “{first}”"
                yield self.finding(document.span(start, end), message)


@cache
def _clashes() -> Mapping[str, frozenset[str]]:
    """What may not follow each word, as far as no other rule is meant to find it."""
    impossible = pairs().impossible
    firsts = impossible.keys() - _OF_OTHER_RULES - _STANDS_ALONE
    return {first: impossible[first] - _may_follow(first) for first in firsts}


def _may_follow(first: str) -> frozenset[str]:
    return next((rest for kind, rest in _MAY_FOLLOW if first in kind), frozenset({"and"}))


def _is_whole(document: Document, i: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    words = document.tokens.lowers
    first, second, after = words[i], words[i + 1], "".join(words[i + 2 : i + 3])
    before = words[i - 1] if i else ""
    if _is_name(document, i) or (second == "of" and after in _AFTER_COURSE):
        return True
    if first in SUBJECT_PRONOUNS:
        return before in AUXILIARIES or _is_gapped(before, second) or after == "one"
    if first in AUXILIARIES | PRETERITES:
        is_noun = first in MODALS and before in DETERMINERS
        return is_noun or _is_inverted(words, i) or may_end_subject(words, i)
    return (before == "or" and first == "not") or (before in OBJECT_PRONOUNS and first == "no")


def _is_name(document: Document, i: int) -> bool:
    """Whether the first word is a name or part of one: “in May to”, “The Who and”."""
    text, before = document.tokens.texts[i], document.tokens.texts[i - 1] if i else ""
    is_lower = text.islower() or text == "I"
    return not is_lower and (text.lower() in _ALSO_NAMES or before[:1].isalnum())


def _is_gapped(before: str, second: str) -> bool:
    """Whether a verb may be left out: “he is a baker and she a smith”."""
    joins = not before[:1].isalnum() or before in COORDINATORS | SUBORDINATORS
    return joins and second in ARTICLES | POSSESSIVES


def _is_inverted(words: Sequence[str], i: int) -> bool:
    """Whether a question may begin here: “why can the mayor”."""
    is_determiner = words[i + 1] in ARTICLES | POSSESSIVES
    return is_determiner and (not i or words[i - 1] not in _SUBJECTS)
