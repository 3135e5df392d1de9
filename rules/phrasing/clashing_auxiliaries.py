"""Two auxiliaries where one verb belongs, or one before a form that it cannot govern."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.phrasing.neighbours import clashes
from copydesk.analysis.tags import tags
from copydesk.english.clauses import (
    has_two_subjects,
    may_end_subject,
    may_lack_object,
    may_own,
    may_strand,
)
from copydesk.english.grammatical_number import Number, is_nothing_but_noun, noun_number
from copydesk.english.lexicon import (
    BE,
    DO,
    FUNCTION_WORDS,
    HAVE,
    MODALS,
    NEGATED,
    NEGATED_BE,
    NEGATED_DO,
    NEGATED_HAVE,
    NEGATED_MODALS,
    PRETERITES,
    RELATIVES,
    SUBJECT_PRONOUNS,
)

_FINITE = BE | HAVE | DO | MODALS | NEGATED
_AFTER_BE = (_FINITE | PRETERITES | {"be", "been"}) - {"had"}  # “a good time was had by all”
_AFTER_HAVE = (_FINITE | PRETERITES | {"be", "being"}) - {"had"}
_AFTER_MODAL = (_FINITE | PRETERITES | {"been", "of"}) - {"do", "have"}
_AFTER_DO = (BE | HAVE | DO | MODALS | PRETERITES | {"been"}) - {"do", "have"}
_AFTER_TO = (_FINITE | PRETERITES | {"been"}) - {"can", "do", "have", "will"}
_CLASHES = (
    dict.fromkeys(BE | NEGATED_BE | {"be", "been"}, _AFTER_BE)
    | dict.fromkeys(HAVE | NEGATED_HAVE | {"having"}, _AFTER_HAVE)
    | dict.fromkeys(MODALS | NEGATED_MODALS, _AFTER_MODAL)
    | dict.fromkeys(DO | NEGATED_DO, _AFTER_DO)
    | {"do": _AFTER_DO - {"is"}}  # “the best that they do is wait”
    | {"to": _AFTER_TO}
)
_QUANTITIES = frozenset("all as everything than what whatever".split())
"""Words that have parts."""

_NOUNS = frozenset("can might must will".split())
_SUBJECTS = SUBJECT_PRONOUNS | RELATIVES | {"there"}


class ClashingAuxiliaries(Rule):
    """An auxiliary stands before a verb form that it cannot govern."""

    name: ClassVar = "clashing-auxiliaries"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        texts = document.tokens.texts
        for i in clashes(document, _CLASHES):
            if not _is_whole(document, i):
                start, end = document.tokens.starts[i], document.tokens.end(i + 1)
                yield self.finding(
                    document.span(start, end), f"“{texts[i]}” cannot govern “{texts[i + 1]}”"
                )


def _is_whole(document: Document, i: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    texts, words = document.tokens.texts, document.tokens.lowers
    first, second = words[i], words[i + 1]
    before = texts[i - 1] if i else ""
    if not texts[i].islower() or (first in DO and before == "to"):
        return True  # “Will is”, “the IS has”, “what to do will”
    if first in _NOUNS and not (_is_subject(before) or _is_modal(document, i)):
        return True  # “his will is”
    if first == "to":
        return may_strand(words, i)
    if second == "of":
        return _has_part(words, i)
    if first in HAVE and second in BE | PRETERITES:
        is_object_before = may_lack_object(words, i) or has_two_subjects(texts, i)
        return is_object_before if second in BE else may_own(words, i)
    return may_end_subject(words, i)


def _has_part(words: Sequence[str], i: int) -> bool:
    """Whether “of” belongs to another word: “it could of course”, “what she could of it”."""
    after = "".join(words[i + 2 : i + 3])
    return after in {"course", "necessity"} or not _QUANTITIES.isdisjoint(words[max(0, i - 5) : i])


def _is_modal(document: Document, i: int) -> bool:
    """Whether “can”, “might”, “must” or “will” is a verb, after a word that is surely a noun."""
    before, by = document.tokens.lowers[i - 1], document.tokens.lowers[i]
    is_noun = is_nothing_but_noun(before) and noun_number(before) is not None
    if not is_noun or (by == "can" and noun_number(before) is Number.ONE):  # “an oil can is”
        return False
    return document.analysis(tags).tag(i).form == "Mod"


def _is_subject(word: str) -> bool:
    """Whether a word is surely no determiner or adjective before a noun."""
    if word.lower() in FUNCTION_WORDS:
        return word.lower() in _SUBJECTS
    return word[:1].isupper() and not word.endswith(("'s", "’s", "s'", "s’"))
