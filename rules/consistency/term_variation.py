"""A term that is written in two ways."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from copydesk import Document, Finding, Related, Rule, Severity
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import vocabulary

_OPEN = frozenset(
    "code|base data|base data|set health|care life|cycle per|cent time|line time|zone web|page"
    " web|site work|flow work|place".split()
)
"""Words that are written apart or together with the same meaning."""

_CAPITALIZED = frozenset("e-mail email internet website".split())
"""Words that some hold for names."""

_SHORTEST = 6
_SHOWN = 4


class _Spelling(NamedTuple):
    """A way to write a term, and the ranges of tokens that are written so."""

    text: str
    places: Sequence[range]


@dataclass(frozen=True)
class TermVariation(Rule):
    """A term is written with a hyphen and without, apart and together, large and small."""

    name: ClassVar = "term-variation"
    family: ClassVar = "consistency"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    allowed: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for one, other in (*_hyphened(document), *_parted(document), *_capitalized(document)):
            if one.places and other.places and {one.text, other.text}.isdisjoint(self.allowed):
                yield self._finding(document, one, other)

    def _finding(self, document: Document, one: _Spelling, other: _Spelling) -> Finding:
        # The later one is odd where there are as many of both.
        odd, usual = sorted((one, other), key=lambda s: (len(s.places), -s.places[0].start))
        return self.finding(
            document.span(*_bounds(document, odd.places[0])),
            f"“{odd.text}” is written “{usual.text}” elsewhere",
            related=[
                Related(document.span(*_bounds(document, place)), f"“{spelling.text}” stands here")
                for spelling, places in ((usual, usual.places), (odd, odd.places[1:]))
                for place in places[:_SHOWN]
            ],
        )


def _bounds(document: Document, place: range) -> tuple[int, int]:
    return document.tokens.starts[place.start], document.tokens.end(place.stop - 1)


def _hyphened(document: Document) -> Iterator[tuple[_Spelling, _Spelling]]:
    """The words that stand there with a hyphen and without: “co-worker”, “coworker”."""
    words = document.analysis(vocabulary)
    hyphened = sorted(word for word in words if "-" in word and len(word) > _SHORTEST)
    pairs = [(word, word.replace("-", "")) for word in hyphened]
    pairs = [(word, joined) for word, joined in pairs if joined in words and joined.isalpha()]
    places = _places(document, {word for pair in pairs for word in pair})
    for one, other in pairs:
        yield _Spelling(one, places[one]), _Spelling(other, places[other])


def _parted(document: Document) -> Iterator[tuple[_Spelling, _Spelling]]:
    """The words that stand there apart and together: “web site”, “website”."""
    words = document.analysis(vocabulary)
    terms = [term.split("|") for term in sorted(_OPEN)]
    terms = [term for term in terms if "".join(term) in words and words.issuperset(term)]
    places = _places(document, {word for term in terms for word in (term[0], "".join(term))})
    texts = document.tokens.texts
    for first, second in terms:
        apart = [
            range(place.start, place.stop + 1)
            for place in places[first]
            if texts[place.stop : place.stop + 1] == [second]
        ]
        yield (
            _Spelling(f"{first} {second}", apart),
            _Spelling(first + second, places[first + second]),
        )


def _capitalized(document: Document) -> Iterator[tuple[_Spelling, _Spelling]]:
    """The words that stand there with a capital, though no sentence begins, and without."""
    found = sorted(_CAPITALIZED & document.analysis(vocabulary))
    places = _places(document, {form for word in found for form in (word, word.capitalize())})
    for word in found:
        large = word.capitalize()
        inside = [place for place in places[large] if _is_inside(document, place.start)]
        yield _Spelling(large, inside), _Spelling(word, places[word])


def _is_inside(document: Document, i: int) -> bool:
    """Whether small letters before and after a token show that it stands in running text."""
    around = document.tokens.texts[max(0, i - 1) : i] + document.tokens.texts[i + 1 : i + 2]
    return len(around) == 2 and all(map(str.islower, around))


def _places(document: Document, words: AbstractSet[str]) -> dict[str, list[range]]:
    """Where the article itself writes each word so, and not in a quotation."""
    places: dict[str, list[range]] = {word: [] for word in words}
    if words:
        quoted = document.analysis(quotations)
        for i, text in enumerate(document.tokens.texts):
            if text in words and not quoted.covers(document.tokens.starts[i]):
                places[text].append(range(i, i + 1))
    return places
