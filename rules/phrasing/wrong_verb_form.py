"""A verb in a form that the auxiliary before it does not take."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from copydesk import BREAK, Document, Finding, Rule, Severity
from copydesk.analysis.clauses import may_end_subject, may_own
from copydesk.analysis.governed_forms import misgoverned
from copydesk.analysis.lexicon import (
    COORDINATORS,
    DETERMINERS,
    HAVE,
    MODALS,
    NEGATED_DO,
    NEGATED_HAVE,
    NEGATED_MODALS,
    PRETERITES,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from copydesk.analysis.verb_forms import (
    IRREGULAR_PASTS,
    PRETERITES_BUT_PARTICIPLES,
    THIRD_PERSON,
    is_plural,
    is_regular_past,
    may_be_third_person,
)
from copydesk.analysis.vocabulary import places

_NEGATED = NEGATED_DO | NEGATED_MODALS
_PERFECT = HAVE | NEGATED_HAVE
_DO = frozenset("do does did".split())
_MUST = frozenset("must should mustn't shouldn't".split())
_WANTS = frozenset(
    "able allow allowed decide decided decides has have hope hopes like likes need needs order tend"
    " tends tried tries try unable want wanted wants wish wishes".split()
)
"""Words that an infinitive follows, and hardly ever a noun after “to”."""

_BETWEEN = frozenset("also always even just never not often only really still".split())
_LOOKED_FOR = MODALS | _NEGATED | THIRD_PERSON | PRETERITES_BUT_PARTICIPLES | {"not", "never"}

_NOUNS = frozenset("can might must will".split())
_SUBJECTS = SUBJECT_PRONOUNS | {"there", "this", "which", "who"}
_WILLED = DETERMINERS | frozenset(
    "divine free good human ill iron living of own political popular public sheer strong".split()
)
"""Words that “will” is a noun after."""

_INVERTS = (RELATIVES - {"who", "which", "that"}) | frozenset(
    "as hardly neither never nor only rarely seldom so than".split()
)
"""Words after which the auxiliary comes before its subject: “how could works of art …”."""

_NEGATIVE = frozenset("little never no not only".split())
_NEAR = 6
_JOINS = COORDINATORS | {"so", "then"}
"""Words that may begin a question: “but will prices fall?”."""

_LONGEST_QUESTION = 40
_STOPS = frozenset((".", "!", "?", BREAK))


class WrongVerbForm(Rule):
    """A verb stands in a form that the auxiliary before it does not take."""

    name: ClassVar = "wrong-verb-form"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        by_words = (
            clash
            for clash in dict.fromkeys(_clashes(document))
            if _is_wrong(tokens.texts, tokens.lowers, *clash)
        )
        for first, last in sorted({*by_words, *misgoverned(document)}):
            if document.is_literal(tokens.starts[first], tokens.end(last)):
                start, end = tokens.starts[first], tokens.end(last)
                message = f"“{tokens.texts[first]}” cannot govern “{tokens.texts[last]}”"
                yield self.finding(document.span(start, end), message)


def _clashes(document: Document) -> Iterator[tuple[int, int]]:
    """The auxiliaries, or “to”, and the verbs after them in a form that they never take."""
    words = document.tokens.lowers
    for i in places(document, _LOOKED_FOR):
        is_verb = words[i] in THIRD_PERSON or words[i] in PRETERITES_BUT_PARTICIPLES
        verb = i if is_verb or i + 1 == len(words) else i + 1
        governor = next((j for j in range(verb - 1, verb - 4, -1) if words[j] not in _BETWEEN), -1)
        if governor >= 0 and _clash(words, governor, verb):
            yield governor, verb


def _clash(words: Sequence[str], governor: int, verb: int) -> bool:
    by, word = words[governor], words[verb]
    if by == "to":
        return word in THIRD_PERSON and words[governor - 1] in _WANTS
    is_past = word in PRETERITES_BUT_PARTICIPLES or (verb - governor > 1 and word in PRETERITES)
    if by in _PERFECT:
        return is_past
    if _is_did_not(words, governor):
        is_past = is_past or word in IRREGULAR_PASTS or is_regular_past(word)
        is_used_to = words[verb : verb + 2] == ["used", "to"]  # often said, and often written
        return (is_past and not is_used_to) or may_be_third_person(word)
    if by in _MUST and word == "to":
        return "".join(words[verb + 1 : verb + 2]).isalpha()
    if (by in MODALS or by in _NEGATED) and (by, word) != ("must", "needs"):
        return is_past or may_be_third_person(word)
    return False


def _is_did_not(words: Sequence[str], at: int) -> bool:
    return words[at] in NEGATED_DO or (words[at] in _DO and words[at + 1] == "not")


def _is_wrong(texts: Sequence[str], words: Sequence[str], governor: int, verb: int) -> bool:
    """Whether the pair, broken nearly everywhere, is no good English here."""
    by, before = words[governor], words[governor - 1] if governor else ""
    if not (texts[governor].islower() and texts[verb].islower()) or not before[:1].isalpha():
        return False
    if by == "to":
        return True
    if (
        before in _INVERTS
        or before.endswith("ly")
        or (before in _JOINS and _is_in_question(words, verb))
        or (by in _NOUNS and not _may_be_subject(by, before))
    ):
        return False
    if by in MODALS and not _NEGATIVE.isdisjoint(words[max(0, governor - _NEAR) : governor]):
        return False  # “at no time would prices fall”
    if by in _PERFECT:
        return not may_own(words, governor)
    return not may_end_subject(words, governor)


def _is_in_question(words: Sequence[str], at: int) -> bool:
    """Whether the sentence ends in a question mark."""
    rest = words[at : at + _LONGEST_QUESTION]
    return next((word for word in rest if word in _STOPS), "") == "?"


def _may_be_subject(by: str, before: str) -> bool:
    """Whether a word before “can”, “might”, “must” or “will” leaves it no noun."""
    if by == "will":
        return before not in _WILLED and not before.endswith("'s")
    return before in _SUBJECTS or is_plural(before)
