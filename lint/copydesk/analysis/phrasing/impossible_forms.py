"""Tells forms of verbs that “can”, “did not”, “must” or “have” never take, by the words alone."""

from collections.abc import Sequence

from copydesk.document import BREAK
from copydesk.english.clauses import may_end_subject, may_own
from copydesk.english.lexicon import (
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATED_DO,
    NEGATED_HAVE,
    NEGATED_MODALS,
    PRETERITES,
    RELATIVES,
    SUBJECT_PRONOUNS,
)
from copydesk.english.verb_forms import (
    IRREGULAR_PASTS,
    PRETERITES_BUT_PARTICIPLES,
    is_plural,
    is_regular_past,
    may_be_third_person,
)

_PERFECT = HAVE | NEGATED_HAVE
_MODALS = MODALS | NEGATED_MODALS
_MUST = frozenset("must should mustn't shouldn't".split())

ALSO_NOUNS = frozenset("can might must will".split())
"""Modals that are nouns, too."""

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


def is_impossible(words: Sequence[str], by: int, verb: int) -> bool:
    """Whether the auxiliary `by` never takes the form of the verb after it.

    Nothing but adverbs stands between them; the words are in lower case.
    """
    return _clashes(words, by, verb) and not _is_whole(words, by, verb)


def _clashes(words: Sequence[str], by: int, verb: int) -> bool:
    """Whether the form is wrong, unless one of the two is no verb."""
    governor, word = words[by], words[verb]
    is_past = word in PRETERITES_BUT_PARTICIPLES or (verb - by > 1 and word in PRETERITES)
    if governor in _PERFECT:
        return is_past
    if governor in NEGATED_DO or (governor in DO and words[by + 1] == "not"):
        is_past = is_past or word in IRREGULAR_PASTS or is_regular_past(word)
        is_used_to = words[verb : verb + 2] == ["used", "to"]  # often said, and often written
        return (is_past and not is_used_to) or may_be_third_person(word)
    if governor in _MUST and word == "to":
        return verb == by + 1 and "".join(words[verb + 1 : verb + 2]).isalpha()
    if governor in _MODALS and (governor, word) != ("must", "needs"):
        return is_past or may_be_third_person(word)
    return False


def _is_whole(words: Sequence[str], by: int, verb: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    governor, before = words[by], words[by - 1] if by else ""
    if not before[:1].isalpha() or before in _INVERTS or before.endswith("ly"):
        return True
    if before in _JOINS and _is_in_question(words, verb):
        return True
    if governor in ALSO_NOUNS and not _may_be_subject(governor, before):
        return True
    if governor in MODALS and not _NEGATIVE.isdisjoint(words[max(0, by - _NEAR) : by]):
        return True  # “at no time would prices fall”
    if governor in MODALS and _first_word(words, by) in _NEGATIVE:
        return True  # “only when the sale has begun will prices fall”
    return may_own(words, by) if governor in _PERFECT else may_end_subject(words, by)


def _first_word(words: Sequence[str], at: int) -> str:
    """The word that the sentence begins with, empty if it is far."""
    first = max(0, at - _LONGEST_QUESTION)
    before = next((i for i in range(at - 1, first, -1) if words[i] in _STOPS), None)
    return "" if before is None else words[before + 1]


def _is_in_question(words: Sequence[str], at: int) -> bool:
    """Whether the sentence ends in a question mark."""
    rest = words[at : at + _LONGEST_QUESTION]
    return next((word for word in rest if word in _STOPS), "") == "?"


def _may_be_subject(by: str, before: str) -> bool:
    """Whether a word before “can”, “might”, “must” or “will” leaves it no noun."""
    if by == "will":
        return before not in _WILLED and not before.endswith("'s")
    return before in _SUBJECTS or is_plural(before)
