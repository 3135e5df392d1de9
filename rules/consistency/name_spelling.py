"""A name that is spelt in two ways."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from copydesk import Document, Finding, Related, Rule
from copydesk.analysis.names import Likeness, bare, similar_names
from copydesk.analysis.terms import terms_of
from copydesk.english.background import background, weight_of

_TITLES = frozenset(
    "admiral bishop capt captain chancellor coach col colonel congressman congresswoman dame dr"
    " father gen general gov governor judge justice king lady lieutenant lord lt madam major mayor"
    " minister miss mr mrs ms officer pastor pope president prince princess prof professor queen"
    " rep representative rev reverend secretary sen senator sergeant sgt sir sister uncle aunt"
    " brother".split()
)
_VARIANT = frozenset(
    "a.k.a aka also alias called formerly née or sic spelled spelt [ ("
    " da das de del den der des di die dos du el et la las le les los und y".split()
)
"""What stands before another spelling that is given on purpose, or is of another language."""

_QUOTES = frozenset("\"'“”‘’")
_RARE = 5.0
_OFTEN = 4
_SHORT, _LONG = 5, 7
_SHOWN = 3


class _Use(NamedTuple):
    """A name as the article uses it.

    Attributes:
        name: Its spelling.
        places: The tokens.
        before: The names that stand before it, as “David” before “Goldfein”.
        after: The names that stand after it.
    """

    name: str
    places: Sequence[int]
    before: frozenset[str]
    after: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether English articles at large have the word."""
        return any(weight_of(term) < background().unknown for term in terms_of(self.name))

    @property
    def is_rare(self) -> bool:
        """Whether hardly any article has it."""
        return all(weight_of(term) >= _RARE for term in terms_of(self.name))


@dataclass(frozen=True)
class NameSpelling(Rule):
    """A name is spelt in two ways."""

    name: ClassVar = "name-spelling"
    family: ClassVar = "consistency"
    language: ClassVar = "en"

    allowed: tuple[str, ...] = ()

    def check(self, document: Document) -> Iterator[Finding]:
        for likeness in document.analysis(similar_names):
            if {likeness.one, likeness.other}.isdisjoint(self.allowed):
                odd, usual = _ranked(document, likeness)
                if _is_slip(document, odd, usual):
                    yield self._finding(document, odd, usual)

    def _finding(self, document: Document, odd: _Use, usual: _Use) -> Finding:
        tokens = document.tokens
        start, times = tokens.starts[odd.places[0]], len(usual.places)
        shown = [*usual.places[:_SHOWN], *odd.places[1:_SHOWN]]
        where = f"{times} times" if times > 1 else "elsewhere"
        return self.finding(
            document.span(start, start + len(odd.name)),
            f"“{odd.name}” is spelt “{usual.name}” {where}",
            related=[_related(document, i) for i in shown],
        )


def _related(document: Document, i: int) -> Related:
    tokens = document.tokens
    name = bare(tokens.texts[i])
    span = document.span(tokens.starts[i], tokens.starts[i] + len(name))
    return Related(span, f"“{name}” stands here")


def _ranked(document: Document, likeness: Likeness) -> tuple[_Use, _Use]:
    """The name that is the odd one, and the other."""
    uses = [_use(document, name, likeness.places[name]) for name in (likeness.one, likeness.other)]
    odd, usual = sorted(
        uses, key=lambda use: (len(use.places), use.is_known, bool(use.before), -use.places[0])
    )
    return odd, usual


def _use(document: Document, name: str, places: Sequence[int]) -> _Use:
    texts = document.tokens.texts
    return _Use(
        name,
        places,
        frozenset(word for i in places if i and (word := _name(texts[i - 1]))),
        frozenset(
            word
            for i in places
            if i + 1 < len(texts) and texts[i] == name and (word := _name(bare(texts[i + 1])))
        ),
    )


def _name(word: str) -> str:
    """The word if it looks like a part of a name, else nothing."""
    is_name = word[0].isupper() and (len(word) == 1 or bool(terms_of(word)))
    return word if is_name and word.lower() not in _TITLES else ""


def _is_slip(document: Document, odd: _Use, usual: _Use) -> bool:
    """Whether one name is surely meant by both."""
    if not all(terms_of(use.name) for use in (odd, usual)) or _is_variant(document, odd):
        return False
    shared = (odd.before & usual.before) | (odd.after & usual.after)
    if any(len(name) > 1 for name in shared):
        is_slip = odd.is_rare
    else:
        is_slip = _is_unheard_of(document, odd, usual) and _is_established(usual)
    return is_slip and not _stand_together(document, odd, usual)


def _is_unheard_of(document: Document, odd: _Use, usual: _Use) -> bool:
    """Whether a name is no word, nor that of someone else who is introduced."""
    written = document.analysis(_written)
    if odd.is_known or any(use.name.lower() in written for use in (odd, usual)):
        return False
    return not (odd.before or odd.after) or not (usual.before or usual.after)


def _is_established(usual: _Use) -> bool:
    """Whether a name is that of someone or something that the article is about."""
    if len(usual.places) >= _OFTEN or (usual.is_known and len(usual.name) >= _LONG):
        return True
    is_introduced = bool(usual.before or usual.after) or len(usual.places) > 1
    return is_introduced and usual.is_rare and len(usual.name) > _SHORT


def _written(document: Document) -> frozenset[str]:
    return frozenset(document.tokens.texts)


def _is_variant(document: Document, odd: _Use) -> bool:
    """Whether the article says that the name is spelt otherwise as well."""
    words = document.tokens.lowers
    return any(
        not _VARIANT.isdisjoint(words[max(0, i - 2) : i])
        or _QUOTES.issuperset((*words[max(0, i - 1) : i], *words[i + 1 : i + 2]))
        for i in odd.places
    )


def _stand_together(document: Document, odd: _Use, usual: _Use) -> bool:
    """Whether a sentence has both, and so tells of two."""
    one, other = ({_sentence(document, i) for i in use.places} for use in (odd, usual))
    return not one.isdisjoint(other)


def _sentence(document: Document, i: int) -> int:
    start = document.tokens.starts[i]
    return bisect_right(document.sentences, start, key=lambda sentence: sentence.start)
