"""What speaks for and against an antecedent of “they” that nobody asks of “he” and “she”.

Nearly every article holds some plural that agrees. What is said of “they” tells persons from
things, and years and miles are hardly ever meant.
"""

from collections.abc import Iterable, Sequence

from copydesk.analysis.reference.agreement import AGREEMENT
from copydesk.analysis.reference.mention_types import Mention
from copydesk.english.leanings import leaning
from copydesk.english.rough_classes import ADVERB, AUXILIARY, classes_of

FEATURES = (
    "leaning to persons",
    "nearest that fits",
    "nearest that fits and is known",
    "nearest group",
    "nearest of he and she",
    "speakers in two sentences before",
)
"""The names of the features, in order."""

_FARTHEST_VERB = 4
"""How many words after “they” are looked at for its verb."""

_CLEAR = 0.3
"""The leaning from which on something is said of persons, or of things."""

_NO_VERB = AUXILIARY | ADVERB
_NOT = frozenset({"not", "to"})

_MEASURES = frozenset(
    "year month week day hour minute second decade century time percent mile kilometer kilometre"
    " meter metre foot feet inch dollar pound degree point cent acre ton season term part way"
    " thing case place number other area example people".split()
)
"""The keys of plurals that “they” hardly ever means, unless they are persons."""


def lean(lowers: Sequence[str], sentence: range, pronoun: int) -> float:
    """How much what is said of a form of “they” is rather said of persons than of things."""
    word = lowers[pronoun].partition("'")[0]
    if word == "they":
        return leaning("subject", verb_after(lowers, sentence, pronoun))
    if word == "their":
        owned = lowers[pronoun + 1 : min(pronoun + 3, sentence.stop)]
        return next(filter(None, (leaning("owner", one) for one in owned)), 0.0)
    return leaning("object", lowers[pronoun - 1]) if pronoun > sentence.start else 0.0


def verb_after(lowers: Sequence[str], sentence: range, subject: int) -> str:
    """The main verb that seems to follow a subject, empty if there is none near."""
    for word in lowers[subject + 1 : min(subject + 1 + _FARTHEST_VERB, sentence.stop)]:
        if not word[0].isalpha():
            break
        if not classes_of(word) & _NO_VERB and word not in _NOT:
            return word
    return ""


def features(before: Iterable[Mention], sentence: int, leaning: float, far: int) -> list[float]:
    """What speaks for and against an antecedent of “they”, in the order of `FEATURES`.

    Args:
        before: The mentions before it, the nearest first.
        sentence: The index of its sentence.
        leaning: How much what is said of it is rather said of persons.
        far: How many sentences away it is if there is none.
    """
    fits = known = group = single = far
    speakers = 0
    for mention in before:
        away = sentence - mention.sentence
        if mention.kind == "pronoun":
            if mention.key in {"he", "she"}:
                single = min(single, away)
        elif mention.kind == "speaker":
            speakers += 0 < away <= 2
        elif level := AGREEMENT["they"](mention):
            if _fits(mention, level, leaning):
                fits = min(fits, away)
            if level > 1 and _is_known(mention, level, leaning):
                known = min(known, away)
            if level == 1 and mention.being == "group":
                group = min(group, away)
    return [leaning, fits, known, group, single, speakers]


def _fits(mention: Mention, level: int, leaning: float) -> bool:
    """Whether what is said can be said of a mention that agrees at some level."""
    if level == 1:
        return mention.subject and leaning >= -_CLEAR
    if mention.being == "person":
        return True
    if leaning > _CLEAR:
        return level > 2 or mention.kind == "pair"
    return mention.key not in _MEASURES


def _is_known(mention: Mention, level: int, leaning: float) -> bool:
    """Whether a mention fits, and its form does not say that it is new."""
    if mention.indefinite or mention.kind == "somebody" or mention.key in _MEASURES:
        return False
    return level > 2 or leaning <= _CLEAR
