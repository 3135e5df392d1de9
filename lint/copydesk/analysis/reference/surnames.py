"""Finds persons whom an article calls by the surname, and where it says who they are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from copydesk.analysis.headlines import headline_like
from copydesk.analysis.reference.full_names import (
    FORMS_OF_ADDRESS,
    block_number,
    is_full,
    is_introduced,
    is_of_another_kind,
)
from copydesk.analysis.reference.name_signs import (
    ADDRESSES,
    BELONG_TO_PERSONS,
    Sign,
    is_quoted,
    is_surely_person,
    sign,
    words_with_names,
)
from copydesk.analysis.reference.name_variants import is_misspelt, title_names
from copydesk.analysis.vocabulary import places, places_in, vocabulary
from copydesk.document import BlockKind, Document
from copydesk.english.clitics import without_genitive
from copydesk.english.word_classes import (
    FAMOUS,
    MOSTLY_SURNAME,
    ORGANIZATION,
    TITLE,
    classes_of,
)

_NEVER_BARE = FAMOUS | TITLE | ORGANIZATION
_STORY = frozenset(
    "aired character characters comic comics episode fictional novel plot protagonist screenplay"
    " storyline synopsis".split()
)
"""Words of which an article has several that retells a story, whose figures have one name."""

_FEWEST_OF_STORY = 2
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_GROUPS = frozenset("Bloomberg Gartner Nusra Qaeda Qaida Reuters Shabaab Shabab Xinhua".split())
_SHORTEST = 3


class Bearer(NamedTuple):
    """A person who is called by the surname somewhere.

    Attributes:
        name: The surname.
        sign: What shows that it is one.
        shown: The token where it does.
        first: The first token in running text, out of quotation, that is the name alone.
        full: The first token at which more of the name stands, or a title, if any does.
    """

    name: str
    sign: Sign
    shown: int
    first: int
    full: int | None


def bearers(document: Document) -> tuple[Bearer, ...]:
    """Those who are not introduced where they are first mentioned, by their office or by a word."""
    words = document.analysis(vocabulary)
    if words.isdisjoint(words_with_names()) or len(_STORY & words) >= _FEWEST_OF_STORY:
        return ()
    uses = _uses(document, _candidates(document))
    found = (_bearer(document, name, uses[name]) for name in uses)
    return tuple(sorted((one for one in found if one), key=lambda one: one.first))


def _candidates(document: Document) -> frozenset[str]:
    """The words that may be surnames: known ones, and what stands after a form of address."""
    texts = document.tokens.texts
    found = {word for word in set(texts) if "A" < word < "[" and classes_of(word) & MOSTLY_SURNAME}
    for i in places(document, ADDRESSES):
        after = i + 1 + (texts[i + 1 : i + 2] == ["."])
        if texts[i] in FORMS_OF_ADDRESS and after < len(texts):
            found.add(without_genitive(texts[after]))
    for i in places(document, BELONG_TO_PERSONS):
        found.add(without_genitive(texts[i - 1]))
    return frozenset(name for name in found if _can_be_name(name))


def _can_be_name(word: str) -> bool:
    """Whether a word is written like a name and is not one that may stand alone."""
    return (
        len(word) >= _SHORTEST
        and word[0].isupper()
        and not word.isupper()
        and word.replace("-", "").isalpha()
        and not classes_of(word) & _NEVER_BARE
        and word not in _GROUPS
    )


def _uses(document: Document, names: frozenset[str]) -> dict[str, list[int]]:
    """Where each name stands, in the genitive or not."""
    if not names:
        return {}
    forms = {name + ending: name for name in names for ending in ("", "'s", "’s", "'", "’")}
    texts = document.tokens.texts
    uses: dict[str, list[int]] = {}
    for i in places_in(texts, forms.keys()):
        uses.setdefault(forms[texts[i]], []).append(i)
    return uses


def _bearer(document: Document, name: str, uses: Sequence[int]) -> Bearer | None:
    """The person, if the name is nothing else and stands alone where it comes first."""
    first = _first_alone(document, uses)
    if first is None or is_introduced(document, first) or name in document.analysis(title_names):
        return None
    full = next((i for i in uses if i > first and is_full(document, i)), None)
    if full is not None and block_number(document, full) <= block_number(document, first):
        return None
    if name in document.analysis(_hyphened):  # “an Ana Brook-style arrival”
        return None
    if any(is_of_another_kind(document, i) for i in uses):
        return None
    shown = [(found, i) for i in uses if (found := sign(document, i))]
    if not is_surely_person(document, name, shown) or is_misspelt(document, name, first):
        return None
    return Bearer(name, *shown[0], first, full)


def _first_alone(document: Document, uses: Iterable[int]) -> int | None:
    """The first use in running text, none if one that tells more comes before it."""
    for i in uses:
        if is_full(document, i):
            return None
        if _is_running(document, i):
            return i
    return None


def _hyphened(document: Document) -> frozenset[str]:
    """What stands before hyphens."""
    return frozenset(word.partition("-")[0] for word in set(document.tokens.texts) if "-" in word)


def _is_running(document: Document, i: int) -> bool:
    """Whether a token stands in running text, out of quotation."""
    number = block_number(document, i)
    return (
        document.prose[number].kind in _RUNNING
        and number not in document.analysis(headline_like)
        and not is_quoted(document, i)
    )
