"""Finds verbs whose number is not that of the pronoun before them: “she have”."""

from copydesk.analysis.phrasing.moods import may_be_wished
from copydesk.analysis.phrasing.subjects import Clash, is_same_in_the_past, openings, verb_number
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.tags import tags
from copydesk.document import Document
from copydesk.english.dictionary import letters_of
from copydesk.english.grammatical_number import Number
from copydesk.english.lexicon import COORDINATORS, PREPOSITIONS

PRONOUNS: dict[str, Number] = {
    "he": Number.ONE,
    "she": Number.ONE,
    "it": Number.ONE,
    "they": Number.SEVERAL,
    "we": Number.SEVERAL,
}
_BEFORE_OTHERS = PREPOSITIONS | frozenset("except like than".split())
"""Words after which a pronoun is no subject."""

_JOINS = frozenset("& and nor or".split())

_INVERTED = frozenset(
    "am are be ca can could did do does had has have is may might must shall should was were wo"
    " will would".split()
)
_NEAR = 8


def by_pronoun(document: Document, i: int) -> Clash | None:
    """“She have”."""
    return Clash(i, i + 1) if _clashes_with_pronoun(document, i) else None


def _clashes_with_pronoun(document: Document, i: int) -> bool:
    words = document.tokens.lowers
    word, verb = words[i], words[i + 1]
    number = verb_number(verb)
    if number is PRONOUNS[word] or (number is None and not _may_be_of(verb, PRONOUNS[word].other)):
        return False
    before = words[i - 1] if i else ""
    if before == "]":
        return False  # “[T]he town”
    if before == "not" and i > 1:
        before = words[i - 2]  # “does not he”
    if before in _BEFORE_OTHERS or _is_auxiliary(before):
        return False
    if before in _JOINS and PRONOUNS[word] is Number.ONE:
        return False  # “John and he are”
    if PRONOUNS[word] is Number.ONE and not _is_indicative(document, i):
        return False
    return number is not None or _is_tagged(document, i + 1)


def _may_be_of(word: str, number: Number) -> bool:
    """Whether a word may be a verb in a number, and otherwise only a noun."""
    letters = letters_of(word)
    if number is Number.ONE:
        return "z" in letters and not letters.strip("szn")
    return "v" in letters and not letters.strip("nv") and not is_same_in_the_past(word)


def _is_tagged(document: Document, verb: int) -> bool:
    tag = document.analysis(tags).tag(verb)
    return tag.name in {"VERB.Pres", "VERB.Pres3", "VERB.Inf"}


def _is_auxiliary(word: str) -> bool:
    return word.removesuffix("n't") in _INVERTED or word.endswith("'d")  # “what'd he say”


def _is_indicative(document: Document, i: int) -> bool:
    """Whether the verb after the pronoun `i` is neither wished for nor demanded."""
    words = document.tokens.lowers
    start = document.analysis(sentence_tokens).around(i).start
    left, verb = words[max(start, i - _NEAR) : i], words[i + 1]
    if words[i] == "it" and left and not _opens_it(document, i):
        return False
    return not may_be_wished(verb, left)


def _opens_it(document: Document, i: int) -> bool:
    before = document.tokens.lowers[i - 1]
    return (
        not before[0].isalnum()
        or before in COORDINATORS
        or document.analysis(openings).get(i) is not None
    )
