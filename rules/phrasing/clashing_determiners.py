"""A determiner left without its noun, as where one phrase was pasted over another."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar

from copydesk import BREAK, Document, Finding, Rule
from copydesk.analysis.impossible_pairs import pairs
from copydesk.analysis.lexicon import (
    ARTICLES,
    BE,
    DEMONSTRATIVES,
    DETERMINERS,
    HAVE,
    NEGATED,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)
from copydesk.analysis.neighbours import clashes

_ALSO_PRONOUNS = frozenset("her his".split())
_BEGINS_NOUN_PHRASE = ARTICLES | POSSESSIVES | DEMONSTRATIVES | {"another"}
_AUXILIARIES = (
    (BE - {"am"}) | HAVE | NEGATED | frozenset("be been could did does should would".split())
)
_NEVER_IN_COMPOUND = frozenset(
    "against among between despite during except from into of onto than toward towards until upon"
    " with".split()
)
_IN_COMPOUND = frozenset(
    "about after around before behind by down in off on out over through under up".split()
)
"""Prepositions that many compounds begin with: “an in depth report”, “the by election”."""

_RARELY_IN_COMPOUND = frozenset("by in on".split())
"""Prepositions that only certain compounds begin with."""

_DEGREES = frozenset("all no per so too".split())
"""What begins a compound or an adjective phrase: “the all too familiar tune”, “the per capita”."""

_MAY_FOLLOW = RELATIVES | frozenset("can might must not will".split())
"""What is a noun too, or begins a phrase as one: “the how and why”, “a not so long time”."""

_FADS = frozenset("crowd joke jokes now then thing things".split())
"""What comes after “in” for what is fashionable, and after “by” as in “the by now familiar”."""

_COMPOUNDS = {
    "as": frozenset("built is yet".split()),
    "at": frozenset("bat home large last least risk sea times will".split()),
    "for": frozenset("hire profit profits rent sale".split()),
    "to": frozenset("be date die do go let".split()),
}
"""What follows the other prepositions in the few compounds that they begin."""

_COMPOUND_ENDS = frozenset(
    "air ballot board book books box clock counter cuff curve edge fact fence fly fray game go grid"
    " ground hill job knee law line making market moment money moon name numbers pitch radar record"
    " road roof scenes shelf side spot table time top wall way weather wheel world".split()
)
"""Nouns that compounds with an article end in: “an over the counter drug”."""

_AFTER_ANY = (
    _BEGINS_NOUN_PHRASE | _AUXILIARIES | _NEVER_IN_COMPOUND | _IN_COMPOUND | frozenset(_COMPOUNDS)
)
_PRONOUNS = frozenset("he her him his it my she them they us we".split())
_AFTER_ARTICLE = (
    _AFTER_ANY | _PRONOUNS | frozenset("and any because but each or some which".split())
)
_CLASHES = (
    dict.fromkeys(POSSESSIVES - _ALSO_PRONOUNS, _AFTER_ANY)
    | dict.fromkeys(ARTICLES, _AFTER_ARTICLE)
    | {"his": (_BEGINS_NOUN_PHRASE - {"that"}) | frozenset("as from into of with".split())}
    | {"every": _BEGINS_NOUN_PHRASE | _AUXILIARIES | {"of"}}
    | {"her": POSSESSIVES - {"her"}}
)

_AFTER_FOREIGN_A = frozenset(
    "capella cappella contrario deux fortiori gogo la posteriori priori".split()
)
_NOUNS_OF_TWO_WORDS = frozenset(
    {("be", "all"), ("could", "have"), ("have", "not"), ("have", "nots"), ("would", "be")}
)
_SENTENCE_ENDS = frozenset(f'.!?:;“"{BREAK}')


class ClashingDeterminers(Rule):
    """A determiner stands before a word that cannot go on with its noun phrase."""

    name: ClassVar = "clashing-determiners"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        for i in clashes(document, _clashes()):
            if not _is_whole(document, i):
                start, end = document.tokens.starts[i], document.tokens.end(i + 1)
                yield self.finding(document.span(start, end), _message(document, i))


@cache
def _clashes() -> Mapping[str, frozenset[str]]:
    """What may not follow each determiner: what is known, and what is never met."""
    impossible = pairs().impossible
    sure = impossible.keys() - _ALSO_PRONOUNS
    return {
        first: known | impossible[first] - _MAY_FOLLOW if first in sure else known
        for first, known in _CLASHES.items()
    }


def _message(document: Document, i: int) -> str:
    first, second = document.tokens.texts[i : i + 2]
    if second in DETERMINERS:
        return f"“{first} {second}” has two determiners for one noun"
    return f"“{first} {second}” leaves “{first}” without a noun"


def _is_whole(document: Document, i: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    texts, words = document.tokens.texts, document.tokens.lowers
    second, third = words[i + 1], "".join(words[i + 2 : i + 3])
    if not _is_determiner(document, i) or _is_object(words, i) or second in _DEGREES:
        return True
    if second in _IN_COMPOUND or second in _COMPOUNDS:
        return _is_compound(second, texts[i + 2 : i + 4])
    if second == "a":
        return third in _AFTER_FOREIGN_A or not third[:1].isalpha() or len(third) == 1
    if second in {"and", "or"}:
        return len(third) == 1  # “a and b”
    if second in _PRONOUNS:
        return third in {"and", "or"} or not third.isalpha()  # “the his and hers towels”
    return (second, third) in _NOUNS_OF_TWO_WORDS


def _is_determiner(document: Document, i: int) -> bool:
    """Whether the first word is no letter, name or part of another word."""
    text, start = document.tokens.texts[i], document.tokens.starts[i]
    if start and document.text[start - 1] in ".&'’`/-":
        return False  # “Q&A with”
    second = document.tokens.lowers[i + 1]
    if text == "A":  # “Plan A is”, but “A its plan”
        before = document.tokens.texts[i - 1] if i else BREAK
        return second in _BEGINS_NOUN_PHRASE and before in _SENTENCE_ENDS
    return not (text == "An" and second in _AUXILIARIES)  # “An has resigned”


def _is_object(words: Sequence[str], i: int) -> bool:
    """Whether “her” may be a pronoun: “she gave her their word”, other than “in her their book”."""
    return words[i] == "her" and (not i or words[i - 1] not in PREPOSITIONS)


def _is_compound(preposition: str, rest: list[str]) -> bool:
    """Whether a compound goes on here that lost its hyphens, not a prepositional phrase."""
    head = rest[0] if rest else ""
    if head in ARTICLES:
        return rest[-1] in _COMPOUND_ENDS
    if preposition in _COMPOUNDS:
        return head in _COMPOUNDS[preposition] or len(head) == 1  # “from a to b”
    if head.isdigit():
        return preposition in {"about", "around", "over", "under"}
    if preposition in _RARELY_IN_COMPOUND:
        return head in pairs().compounds[preposition] | _FADS or "-" in head
    return head not in _BEGINS_NOUN_PHRASE | OBJECT_PRONOUNS and not head[:1].isupper()
