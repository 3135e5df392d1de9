"""A comparative after “more”, or a superlative after “most”."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Fix, Rule, Severity, replacement
from copydesk.analysis.vocabulary import places
from copydesk.english.dictionary import letters_of
from copydesk.english.grammatical_number import Number, noun_number
from copydesk.english.lexicon import BE, FUNCTION_WORDS, POSSESSIVES
from copydesk.english.verb_forms import is_regular_past

_SHORT = (
    "big bold brave brief bright broad busy cheap clean clear clever close cold cool cruel cute"
    " damp dark deep dense dirty dry dull early easy fair fancy fast fat few fierce fine firm fit"
    " flat fresh friendly funny gentle grand great green happy hard healthy heavy high hot hungry"
    " kind large late lazy light likely lively lonely long loose loud lovely low lucky mad merry"
    " mild narrow near neat new nice noisy odd old plain poor pretty proud pure quick quiet rare"
    " rich risky rough rude sad safe scary sharp short shy silly simple sleepy slim slow small"
    " smart smooth soft steep sticky stiff strange strict strong stupid sweet tall tasty thick"
    " thin tidy tight tiny tough tricky ugly warm weak wealthy wet wide wild wise young".split()
)
"""Adjectives that are compared by their endings, whatever else the form may be."""

_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset("big fat fit flat hot mad sad slim thin wet".split())
_BEFORE = (
    BE
    | POSSESSIVES
    | frozenset(
        "be become becomes became been being even far feel feels get gets it's look looks lot seem"
        " seems that's".split()
    )
)
"""Words before “more” after which it does not count what a verb acts on: “earn more later”."""

_ADVERBS = frozenset("closer earlier faster later longer lower nearer quicker slower".split())
_SINGULAR = frozenset("a an much".split())
_BEGINS_NO_NOUN = FUNCTION_WORDS | {"able", "not"}
_PAIRED = frozenset(
    ("best", after)
    for after in "case effort friend friends interest interests practice practices".split()
)
_SORTS = frozenset(
    "bigger greater higher larger newer older poorer richer smaller wealthier younger".split()
)
"""Comparatives that make a sort of things, of which there may be more."""

_OF_SORTS = frozenset("class education end income order school".split())
_QUOTES = frozenset("\"'“‘")
_MORE, _MOST = "more", "most"


class DoubledComparison(Rule):
    """An adjective is compared twice, by “more” or “most” and by its ending."""

    name: ClassVar = "doubled-comparison"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for i in places(document, frozenset({_MORE, _MOST})):
            by, adjective = tokens.texts[i], "".join(tokens.texts[i + 1 : i + 2])
            if _compared_by(adjective) == by and _is_wrong(tokens.lowers, i + 1, by):
                span = document.span(tokens.starts[i], tokens.end(i + 1))
                fixes = _fixes(document, i)
                yield self.finding(span, f"“{by} {adjective}” compares twice", fixes=fixes)


def _fixes(document: Document, i: int) -> Iterator[Fix]:
    """Leaves the first word out."""
    start, end = document.tokens.starts[i], document.tokens.starts[i + 1]
    return replacement(document, start, end, "")


def _compared_by(adjective: str) -> str:
    """What is too much before a comparative or superlative in lower case; empty for other words."""
    if adjective in _compared():
        return _compared()[adjective]
    if "c" not in letters_of(adjective):
        return ""
    if adjective.endswith("est"):
        return _MOST
    letters = letters_of(adjective)
    return _MORE if adjective.endswith("er") and not letters.strip("cq") else ""


def _is_wrong(words: Sequence[str], i: int, by: str) -> bool:
    """Whether “more” or “most” at `i - 1` belongs to the adjective and not to a noun after it."""
    before = words[i - 2] if i > 1 else ""
    after = "".join(words[i + 1 : i + 2])
    if by == _MOST:
        return before != "at" and (words[i], after) not in _PAIRED
    if before in _QUOTES:
        before = words[i - 3] if i > 2 else ""
    if before in _SINGULAR | POSSESSIVES or (before, words[i]) == ("no", "longer"):
        return True
    if before == "once" or (before == "or" and words[i] in _ADVERBS):
        return False  # “a year or more later”
    if before in {"and", "or"} and i > 2 and _compared_by(words[i - 3]) == _MORE:
        return True  # “cheaper and more quicker”
    if not after[:1].isalnum() or after in _BEGINS_NO_NOUN:
        return before in _BEFORE or words[i] not in _ADVERBS
    return not _may_count(words, i, after) or (before in _BEFORE and is_regular_past(after))


def _may_count(words: Sequence[str], i: int, noun: str) -> bool:
    """Whether “more” may tell how many: “more older people came”."""
    if words[i] in _ADVERBS:
        return True
    return words[i] in _SORTS and (noun_number(noun) is not Number.ONE or noun in _OF_SORTS)


@cache
def _compared() -> dict[str, str]:
    """Frequent comparatives and superlatives, and the word that is too much before each."""
    forms = {"better": _MORE, "lesser": _MORE, "worse": _MORE, "best": _MOST, "worst": _MOST}
    for adjective in _SHORT:
        stem = _stem(adjective)
        forms |= {f"{stem}er": _MORE, f"{stem}est": _MOST}
    return forms


def _stem(adjective: str) -> str:
    if adjective in _DOUBLED:
        return adjective + adjective[-1]
    if adjective.endswith("y") and adjective[-2] not in _VOWELS:
        return f"{adjective[:-1]}i"
    return adjective.removesuffix("e")
