"""Several persons or things that the article has not brought up."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from copydesk import BlockKind, Document, Finding, Related, Rule, lazy_pattern
from copydesk.analysis.quotations import quotations
from copydesk.analysis.reference.counted import Sort, singles
from copydesk.analysis.vocabulary import vocabulary
from copydesk.english.numerals import number_words, written
from copydesk.english.people import Kind, noun_class

_WINDOW = 3
"""How many sentences a reader looks back, the one of the words included."""

_FARTHEST = 8
"""How many headings he looks back over."""

_LONGEST = 250
"""In how many tokens. What is longer is no prose, or too much to be sure of."""

_SETS = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
_TRIGGERS = frozenset({*_SETS, "both", "latter", "former", "two", "three", "four", "five", "six"})
_FORMS = {"both": ("both", "Both")}
_LEADS = frozenset("the other all".split())

_REFERENCE = lazy_pattern(
    r"""
    (?P<words>
      (?:[Tt]he\s+(?:other\s+)?|[Aa]ll\s+)(?P<number>two|three|four|five|six)
    | (?P<both>[Bb]oth)
    | [Tt]he\s+(?P<set>pair|duo|trio|quartet)
    | [Tt]he\s+(?:latter|former(?=\s+(?:is|was|has|had|will|would)\b))
    )
    (?![\w’'-]) (?:\s+(?P<next>[a-z]+)(?![\w’'-])(?:\s+(?P<after>\w+))?)?
    """,
    re.VERBOSE,
)
_GOES_ON = frozenset(
    "of who whom whose that which in from with on at for to by accused involved behind named called"
    " known held responsible living born between under against".split()
)
"""Words after which the phrase itself says who or what they are."""

_VERBS = frozenset(
    "are were have had will would could should did also said say met agreed later then".split()
)
"""Words before which a number or “both” stands alone."""

_GROUPS = frozenset(
    "armies sides teams clubs cities towns villages states provinces islands groups airlines banks"
    " newspapers".split()
)
_TIMES = frozenset("days hours minutes months seasons weeks years".split())
_PAIRED = frozenset(
    "adults ages children genders hands houses men parents people persons sexes women".split()
)
"""Nouns that go with “both” or “all” at first mention."""


class _Need(NamedTuple):
    """The words up to `end` of the reading text refer to so many of a sort."""

    end: int
    many: int
    sort: Sort


class CountedReference(Rule):
    """Words refer to several, such as “the two men”, and fewer stand before them."""

    name: ClassVar = "counted-reference"
    family: ClassVar = "reference"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        lowers = document.tokens.lowers
        for i in _places(document):
            first = i
            while first and lowers[first - 1] in _LEADS and i - first < 2:
                first -= 1
            start = document.tokens.starts[first]
            found = _REFERENCE.match(document.text, start)
            need = _need(found) if found else None
            if not need or document.analysis(quotations).covers(start):
                continue
            reach = _reach(document, start)
            if first - reach <= _LONGEST:
                before = singles(document, reach, first, need.many, need.sort)
                if before is not None and len(before) < need.many:
                    yield self._finding(document, start, need, list(before.values()))

    def _finding(self, document: Document, start: int, need: _Need, before: list[int]) -> Finding:
        words = " ".join(document.text[start : need.end].split())
        tokens = document.tokens
        spans = (document.span(tokens.starts[i], tokens.end(i)) for i in before)
        how_many = f"only {written(len(before))}" if before else "none"
        return self.finding(
            document.span(start, need.end),
            f"“{words}” refers to {written(need.many)}, and there is {how_many} before it",
            related=[Related(span, "one that it could be") for span in spans],
        )


def _places(document: Document) -> list[int]:
    """The tokens that may count something.

    The words are frequent, so the text is searched for those it has and not all its tokens.
    """
    tokens, text = document.tokens, document.text
    found: list[int] = []
    for word in _TRIGGERS & document.analysis(vocabulary):
        for form in _FORMS.get(word, (word,)):
            at = text.find(form)
            while at >= 0:
                i = tokens.index_at(at)
                if i < len(tokens) and tokens.starts[i] == at and tokens.lowers[i] == word:
                    found.append(i)
                at = text.find(form, at + len(form))
    return sorted(found)


def _need(found: re.Match[str]) -> _Need | None:
    """What the words refer to, none if they may be said without anything before them."""
    noun, after = found["next"] or "", found["after"] or ""
    end = found.start("next") if noun else found.end()
    alone = _Need(
        found.start() + len(found.string[found.start() : end].rstrip()),
        _count(found),
        Sort.ANYTHING,
    )
    if found["set"]:
        return None if noun in _GOES_ON else alone._replace(sort=Sort.PERSON)
    if not (found["number"] or found["both"]) or noun in _VERBS:
        return alone
    goes_on = after in _GOES_ON or after == "and" or after.endswith("ing")
    is_paired = noun in _PAIRED and not found[0].lower().startswith("the")
    is_known = noun in _TIMES or is_paired or (found["both"] and noun == "sides")
    sort = None if is_known or goes_on else _sort(noun)
    return sort and _Need(found.end("next"), alone.many, sort)


def _count(found: re.Match[str]) -> int:
    return _SETS.get(found["set"]) or number_words().get(found["number"], 2)


def _sort(noun: str) -> Sort | None:
    """What a plural noun is one of."""
    known = noun_class(noun)
    if noun in _GROUPS or (known and known.plural and known.kind is Kind.GROUP):
        return Sort.GROUP
    return Sort.PERSON if known and known.plural and known.kind is Kind.PERSON else None


def _reach(document: Document, offset: int) -> int:
    """The token from which on a reader remembers what stands before `offset`."""
    sentences = document.sentences
    number = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    first, read = number, 1
    while first and read < _WINDOW and number - first < _FARTHEST:
        first -= 1
        read += sentences[first].block.kind is not BlockKind.HEADING
    return document.tokens.index_at(sentences[max(first, 0)].start)
