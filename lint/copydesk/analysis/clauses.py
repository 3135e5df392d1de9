"""Tells where a clause may end though no mark shows it: “the town she came from | is small”."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.analysis.lexicon import (
    COORDINATORS,
    FREE_RELATIVES,
    FUNCTION_WORDS,
    MODALS,
    NEGATED,
    PARTICIPLES,
    PARTICLES,
    PRETERITES,
    RELATIVES,
    SUBJECT_PRONOUNS,
)

_LONGEST = 14
"""How many words back a clause is searched for its beginning."""

_QUOTES = frozenset("\"'“”‘’")
_OPENS_RELATIVE = RELATIVES | FREE_RELATIVES | {"than", "as", "there"}
_BEFORE_VERB = (
    SUBJECT_PRONOUNS | MODALS | NEGATED | COORDINATORS | {"to", "not", "do", "does", "did"}
)
_MAKES_VERB = (
    PARTICIPLES
    | PRETERITES
    | PARTICLES
    | frozenset("access advantage apart aside care charge contact control except fun hold".split())
    | frozenset(
        "instead mention need notice part possession rights room sense sight sort track use".split()
    )
)
"""What makes a verb together with a preposition: “taken care of”, “put up with”."""

_OPENS_NOMINAL = FREE_RELATIVES | frozenset(
    "all anyone anything as everyone everything how nothing one ones person place point problem"
    " question reason something than there thing things those truth way where who why".split()
)

_RELATIVE_SUBJECTS = frozenset("that there which who".split())


def may_strand(words: Sequence[str], at: int) -> bool:
    """Whether the preposition `at` may stand without its object: “the town she came from”.

    It may after a verb, and where a relative clause has begun.
    """
    before = words[at - 1] if at else ""
    if before in _MAKES_VERB or before.endswith(("ed", "ing")):
        return True
    if at > 1 and words[at - 2] in _BEFORE_VERB:
        return True
    clause = list(_clause_before(words, at))
    return not _OPENS_RELATIVE.isdisjoint(clause) or _has_bare_relative(clause)


def may_end_subject(words: Sequence[str], at: int) -> bool:
    """Whether the auxiliary `at` may end a clause that is a subject: “what it is”, “all they did”.

    It may where such a clause has begun, or a relative one: “the man he was”.
    """
    clause = list(_clause_before(words, at))
    if len(clause) == 1 and clause[0] in _RELATIVE_SUBJECTS:
        return False  # “her brother, who was”, other than “those who were”
    return not _OPENS_NOMINAL.isdisjoint(clause) or _has_bare_relative(clause)


def may_lack_object(words: Sequence[str], at: int) -> bool:
    """Whether the verb `at` may stand without its object: “the choice that she has | is hard”."""
    if at and words[at - 1] in _BEFORE_VERB - SUBJECT_PRONOUNS:
        return True
    return may_end_subject(words, at) or not RELATIVES.isdisjoint(_clause_before(words, at))


def _has_bare_relative(clause: Sequence[str]) -> bool:
    """Whether a pronoun comes right after a noun: “the man | he was”; the words are reversed."""
    return any(
        word.partition("'")[0] in SUBJECT_PRONOUNS and before not in FUNCTION_WORDS
        for word, before in pairwise(clause)
    )


def _clause_before(words: Sequence[str], at: int) -> Iterator[str]:
    """The words before `at`, the nearest first, as far as the clause surely goes."""
    for i in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        word = words[i]
        if word[0].isalnum():
            yield word
        elif word not in _QUOTES:
            return
