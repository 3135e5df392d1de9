"""A comparative after “more”, or a superlative after “most”."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity, lazy_pattern
from copydesk.analysis.lexicon import BE, FUNCTION_WORDS, POSSESSIVES

_PAIR = lazy_pattern(r"(mo(?:re|st))\s+([a-z]+)")
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
"""Adjectives that are compared by their endings."""

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
_BEFORE_MOST = BE | POSSESSIVES | {"the", "be", "been"}


class DoubledComparison(Rule):
    """An adjective is compared twice, by “more” or “most” and by its ending."""

    name: ClassVar = "doubled-comparison"
    family: ClassVar = "phrasing"
    severity: ClassVar = Severity.ERROR
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        tokens = document.tokens
        for found in _PAIR.finditer(document.text):
            if _compared().get(found[2]) == found[1]:
                i = tokens.index_at(found.start(2))
                whole = tokens.texts[i - 1 : i + 1] == [found[1], found[2]]
                if whole and _is_wrong(tokens.lowers, i, found[1]):
                    message = f"“{found[1]} {found[2]}” compares twice"
                    yield self.finding(document.span(*found.span()), message)


def _is_wrong(words: list[str], i: int, by: str) -> bool:
    """Whether “more” or “most” at `i - 1` belongs to the adjective and not to a noun after it."""
    before = words[i - 2] if i > 1 else ""
    after = "".join(words[i + 1 : i + 2])
    if by == "most":
        return before in _BEFORE_MOST and (words[i], after) != ("best", "practices")
    if before in _SINGULAR:
        return True
    if before == "once" or (before == "or" and words[i] in _ADVERBS):
        return False  # “a year or more later”
    ends = not after[:1].isalnum() or after in _BEGINS_NO_NOUN
    return ends and (before in _BEFORE or words[i] not in _ADVERBS)


@cache
def _compared() -> dict[str, str]:
    """Comparatives and superlatives, and the word that is too much before each."""
    forms = {"better": "more", "worse": "more", "best": "most", "worst": "most"}
    for adjective in _SHORT:
        stem = _stem(adjective)
        forms |= {f"{stem}er": "more", f"{stem}est": "most"}
    return forms


def _stem(adjective: str) -> str:
    if adjective in _DOUBLED:
        return adjective + adjective[-1]
    if adjective.endswith("y") and adjective[-2] not in _VOWELS:
        return f"{adjective[:-1]}i"
    return adjective.removesuffix("e")
