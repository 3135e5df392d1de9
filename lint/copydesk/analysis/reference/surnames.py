"""Finds persons whom an article calls by the surname, and where it says who they are."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain, compress
from typing import NamedTuple

from copydesk.analysis.headlines import Case, case_of, headline_like
from copydesk.analysis.names import similar_names
from copydesk.analysis.quotations import quotations
from copydesk.analysis.vocabulary import places, places_in, vocabulary
from copydesk.document import BREAK, BlockKind, Document
from copydesk.english.attribution import verbs_of_saying
from copydesk.english.dictionary import dictionary
from copydesk.english.word_classes import (
    FAMOUS,
    GIVEN_NAME,
    GROUP_NOUN,
    MAYBE_PERSON_NOUN,
    MOSTLY_SURNAME,
    ORGANIZATION,
    PERSON_NOUN,
    SURNAME,
    THING_NOUN,
    TITLE,
    classes_of,
)
from copydesk.patterns import lazy_pattern

_FORMS_OF_ADDRESS = frozenset("Mr Mrs Ms".split())
_ADDRESSES = frozenset("mr mrs ms".split())
_GENITIVE = ("'s", "’s")
_NEVER_BARE = FAMOUS | TITLE | ORGANIZATION
_ABBREVIATIONS = _FORMS_OF_ADDRESS | frozenset(
    "Capt Col Dr Gen Gov Hon Jr Lt Prof Rep Rev Sen Sgt St".split()
)
_PARTICLES = frozenset("af al bin da de del den der di dos du el la le ten ter van von".split())

_DONE_BY_PERSONS = frozenset(
    "apologised apologized arrested born charged convicted died graduated jailed married recalled"
    " resigned retired sentenced testified".split()
)
_DONE_TO_PERSONS = frozenset(
    "accused accusing against blamed married murdered praised sued".split()
)
_AUXILIARIES = frozenset("can could did does had has is was will would".split())
_BETWEEN = frozenset("also been had has is later was".split())
_BELONG_TO_PERSONS = frozenset(
    "attorney attorneys boyfriend brother children colleagues daughter family father friends"
    " girlfriend husband lawyer lawyers mother parents sister son supporters widow wife".split()
)
_PRONOUNS = frozenset("he her him himself his she herself".split())
_RECALLED = 60
"""How many tokens after the first use a pronoun may stand that means the person."""

_IN_PARTS = frozenset(
    "acted as by called character film name named nickname play played playing plays role star"
    " title titled".split()
)
"""Words before a form of address that tell of a part, a work or a stage name."""

_BEGIN_SENTENCES = frozenset(
    "After All Although An And Another As At Because Before Both But By Despite During Each Even"
    " Every For Former From He Her Here His How However If In Is It Its Last Later Like Many"
    " Meanwhile Most No Not Now Of On Once One Or Our She Since So Some Still Such Than That The"
    " Their Then There These They This Those Though To Today Two Under Unlike Until Was We What"
    " When Where While Who Why With Without Yesterday Yet".split()
)
"""Words that have a capital before a name because a sentence begins with them."""

_STORY = frozenset(
    "aired character characters comic comics episode fictional novel plot protagonist screenplay"
    " storyline synopsis".split()
)
"""Words of which an article has several that retells a story, whose figures have one name."""

_FEWEST_OF_STORY = 2
_ANIMALS = frozenset("colt dog filly horse horses mare racehorse stallion".split())
"""Words of articles in which an animal may be called “Mr Brook”."""

_LONGEST_NAME = 5
"""In words: a title that is no longer may be the name of what the article is about."""

_NICKNAME_ENDS = frozenset("\"”’')")
_BIRTH_NAME = frozenset("née nee born named called surnamed".split())
_PLACES = frozenset("city county district island province suburb town village".split())
_IN_PLACES = frozenset("at in near".split())
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_AGENCIES = frozenset("Bloomberg Gartner Reuters Xinhua".split())
_SHORTEST = 3


class Sign(StrEnum):
    """What shows that a name is a person's."""

    ADDRESS = "a form of address"
    SPEECH = "a verb of saying"
    DEED = "something that only persons do or suffer"
    SUBJECT = "a verb, with a pronoun for a person after it"
    KIN = "relatives or lawyers"


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
    if words.isdisjoint(_words_with_names()) or len(_STORY & words) >= _FEWEST_OF_STORY:
        return ()
    uses = _uses(document, _candidates(document))
    found = (_bearer(document, name, uses[name]) for name in uses)
    return tuple(sorted((one for one in found if one), key=lambda one: one.first))


@cache
def _words_with_names() -> frozenset[str]:
    """Words one of which must stand in an article to show that a name is a person's."""
    deeds = _DONE_BY_PERSONS | _BELONG_TO_PERSONS
    return verbs_of_saying() | deeds | _ADDRESSES | _PRONOUNS


def without_genitive(word: str) -> str:
    """A name without the ending of the genitive."""
    return word[:-2] if word.endswith(_GENITIVE) else word


def _candidates(document: Document) -> frozenset[str]:
    """The words that may be surnames: known ones, and what stands after a form of address."""
    texts = document.tokens.texts
    found = {word for word in set(texts) if "A" < word < "[" and classes_of(word) & MOSTLY_SURNAME}
    for i in places(document, _ADDRESSES):
        after = i + 1 + (texts[i + 1 : i + 2] == ["."])
        if texts[i] in _FORMS_OF_ADDRESS and after < len(texts):
            found.add(without_genitive(texts[after]))
    for i in places(document, _BELONG_TO_PERSONS):
        found.add(without_genitive(texts[i - 1]))
    return frozenset(name for name in found if _can_be_name(name))


def _is_known(name: str) -> bool:
    """Whether a word is a surname that is hardly ever anything else."""
    classes = classes_of(name)
    return bool(classes & MOSTLY_SURNAME) and not classes & PERSON_NOUN


def _can_be_name(word: str) -> bool:
    """Whether a word is written like a name and is not one that may stand alone."""
    return (
        len(word) >= _SHORTEST
        and word[0].isupper()
        and not word.isupper()
        and word.replace("-", "").isalpha()
        and not classes_of(word) & _NEVER_BARE
        and word not in _AGENCIES
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
    if first is None or _is_introduced(document, first) or name in document.analysis(_title_names):
        return None
    full = next((i for i in uses if i > first and _is_full(document, i)), None)
    if full is not None and _block_number(document, full) <= _block_number(document, first):
        return None
    if name in document.analysis(_hyphened):  # “an Ana Brook-style arrival”
        return None
    if any(_is_of_another_kind(document, i) for i in uses):
        return None
    shown = [(sign, i) for i in uses if (sign := _sign(document, i))]
    if not _is_surely_person(document, name, shown) or _is_misspelt(document, name, first):
        return None
    return Bearer(name, *shown[0], first, full)


def _first_alone(document: Document, uses: Iterable[int]) -> int | None:
    """The first use in running text, none if one that tells more comes before it."""
    for i in uses:
        if _is_full(document, i):
            return None
        if _is_running(document, i):
            return i
    return None


def _is_surely_person(document: Document, name: str, shown: Sequence[tuple[Sign, int]]) -> bool:
    """Whether what shows that a name is a person’s can be trusted.

    A form of address alone is not enough in an article on animals (“Mr Brook”, a horse), nor for a
    name that no list has, unless that does something, too.
    """
    if not shown or {sign for sign, _ in shown} != {Sign.ADDRESS}:
        return bool(shown)
    if not _ANIMALS.isdisjoint(document.analysis(vocabulary)):
        return False
    texts = document.tokens.texts
    after = (texts[i + 1] for _, i in shown if i + 1 < len(texts))
    return bool(classes_of(name) & SURNAME) or any(map(_is_verb, after))


def _title_names(document: Document) -> frozenset[str]:
    """The words of a title that is a name: “Ana Brook”, “Portrait of Mrs Brook”."""
    title = document.prose[0].text
    words = title.split()
    is_name = 1 < len(words) <= _LONGEST_NAME and title[0].isupper() and not title.endswith(".")
    return frozenset(words) if is_name else frozenset()


def _is_misspelt(document: Document, name: str, first: int) -> bool:
    """Whether a name spelt almost alike has been given in full: then the spelling is the defect."""
    alike = (one for one in document.analysis(similar_names) if name in one[:2])
    others = (one.places[one.other if name == one.one else one.one] for one in alike)
    places = chain(chain.from_iterable(others), _spelt_otherwise(document, name))
    title, texts = document.analysis(_title_names), document.tokens.texts
    return any(i < first and (_is_full(document, i) or texts[i] in title) for i in places)


def _spelt_otherwise(document: Document, name: str) -> Iterator[int]:
    """The first tokens of the names that differ in their accents or by a last letter."""
    names, plain = document.analysis(_plain_names), _without_accents(name)
    for key in (plain, plain[:-1]):
        yield from (i for other, i in names.get(key, {}).items() if other != name)


def _plain_names(document: Document) -> dict[str, dict[str, int]]:
    """Words with a capital and where each stands first, by their letters and by all but the last.

    All are without accents.
    """
    texts = document.tokens.texts
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for i in compress(range(len(texts)), map(str.istitle, texts)):
        plain = _without_accents(without_genitive(texts[i]))
        for key in (plain, plain[:-1]):
            found[key].setdefault(texts[i], i)
    return found


def _without_accents(word: str) -> str:
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _hyphened(document: Document) -> frozenset[str]:
    """What stands before hyphens."""
    return frozenset(word.partition("-")[0] for word in set(document.tokens.texts) if "-" in word)


def _sign(document: Document, i: int) -> Sign | None:
    """What shows that the name at token `i`, out of quotation, is a person's."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    before = i - 2 if i > 1 and texts[i - 1] == "." else i - 1
    if texts[max(before, 0)] in _FORMS_OF_ADDRESS:
        name = without_genitive(texts[i])
        is_name = classes_of(name) & SURNAME or not _is_word(name)
        is_shown = is_name and not _is_invented(document, before) and not _is_quoted(document, i)
        return Sign.ADDRESS if is_shown else None
    if not _is_known(without_genitive(texts[i])) or _is_quoted(document, i):
        return None
    after = lowers[i + 1 : i + 2]
    if without_genitive(texts[i]) != texts[i]:
        return Sign.KIN if not _BELONG_TO_PERSONS.isdisjoint(after) else None
    return _sign_of_verb(document, i)


def _sign_of_verb(document: Document, i: int) -> Sign | None:
    """What a verb beside the name at token `i` shows."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    after = i + 1
    while after < len(texts) - 1 and lowers[after] in _BETWEEN:
        after += 1
    verb = lowers[i + 1] if i + 1 < len(texts) else BREAK
    if after < len(texts) and lowers[after] in _DONE_BY_PERSONS:
        return Sign.DEED
    if verb in verbs_of_saying() or (lowers[i - 1] in {"said", "says"} and verb in {".", ","}):
        return Sign.SPEECH
    if not _is_pronoun_near(document, i):
        return None
    if lowers[i - 1] in _DONE_TO_PERSONS:
        return Sign.DEED
    if lowers[i - 1] == "of":
        return None  # “the poets of Brook wrote”
    return Sign.SUBJECT if _is_verb(texts[i + 1] if i + 1 < len(texts) else BREAK) else None


@cache
def _is_verb(word: str) -> bool:
    """Whether a word can be the verb after a name."""
    return word in _AUXILIARIES or (
        word.islower() and bool({*"dz"} & {*dictionary().letters(word)})
    )


@cache
def _is_word(name: str) -> bool:
    """Whether a name is an ordinary word, too."""
    lower = name.lower()
    return classes_of(lower) != 0 or any(map(str.islower, dictionary().letters(lower)))


def _is_invented(document: Document, i: int) -> bool:
    """Whether the form of address at token `i` is part of a title or role: “as Mrs Potts”."""
    before = document.tokens.lowers[max(0, i - 3) : i]
    return (
        not before
        or not _IN_PARTS.isdisjoint(before)
        or before[-1:] in ([opening] for opening in "\"“'‘")
    )


def _is_full(document: Document, i: int) -> bool:
    """Whether a given name, an initial, an office or another name stands beside token `i`.

    In a headline each word has a capital, and only a given name counts.
    """
    texts = document.tokens.texts
    before = _before(texts, i)
    word = texts[before] if before >= 0 else BREAK
    if _is_in_capitals(document, i):
        return bool(classes_of(word) & (GIVEN_NAME | TITLE)) and word not in _FORMS_OF_ADDRESS
    after = texts[i + 1] if i + 1 < len(texts) else BREAK
    if without_genitive(texts[i]) == texts[i] and (after[0].isupper() or _goes_on(texts, i)):
        return True
    if word in _NICKNAME_ENDS or word in _BIRTH_NAME:
        return True
    if not word[0].isupper() or word in _FORMS_OF_ADDRESS:
        return False
    return word not in _BEGIN_SENTENCES or (before > 0 and texts[before - 1][0].isalnum())


def _goes_on(texts: Sequence[str], i: int) -> bool:
    """Whether a name goes on after a particle: “Brook van Reed”."""
    after = texts[i + 1 : i + 3]
    return len(after) == 2 and after[0] in _PARTICLES and after[1][0].isupper()


def _before(texts: Sequence[str], i: int) -> int:
    """The token before token `i`, particles of the name and the dot of an abbreviation left out."""
    before = i - 1
    while before > 0 and texts[before] in _PARTICLES:
        before -= 1
    if before > 0 and texts[before] == ".":
        word = texts[before - 1]
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()):
            before -= 1
    return before


def _is_in_capitals(document: Document, i: int) -> bool:
    """Whether a token stands in a line in which most words have capitals."""
    number = _block_number(document, i)
    block = document.prose[number]
    is_line = number in document.analysis(headline_like) or block.kind in {
        BlockKind.TITLE,
        BlockKind.HEADING,
    }
    return is_line and case_of(block.text) is not Case.SENTENCE


def _block_number(document: Document, i: int) -> int:
    return document.block_index(document.tokens.starts[i])


def _is_running(document: Document, i: int) -> bool:
    """Whether a token stands in running text, out of quotation."""
    number = _block_number(document, i)
    return (
        document.prose[number].kind in _RUNNING
        and number not in document.analysis(headline_like)
        and not _is_quoted(document, i)
    )


def _is_quoted(document: Document, i: int) -> bool:
    return document.analysis(quotations).covers(document.tokens.starts[i])


def _is_introduced(document: Document, i: int) -> bool:
    """Whether a word beside a name says who that is: “coach Brook”, “Brook, a lawyer”."""
    texts = document.tokens.texts
    before = _before(texts, i)
    if texts[before] in _FORMS_OF_ADDRESS:
        before -= 1
    persons = PERSON_NOUN | MAYBE_PERSON_NOUN
    if before > 1 and texts[before] == "and" and texts[before - 1][0].isupper():
        before -= 2  # “the coaches Brook and Reed”
    role = texts[before - 1] if before > 0 and texts[before] == "," else texts[max(before, 0)]
    if classes_of(role) & persons:
        return True
    at = i + 1 if texts[i] == without_genitive(texts[i]) else i + 2  # “Brook’s shop, a man who”
    after = texts[at : at + 2]
    return after[:1] in ([","], ["("], ["–"], ["—"]) and _EXPLAINS.match(after[-1]) is not None


_EXPLAINS = lazy_pattern(r"(?:an?|the|who|whose|one|now|then|formerly|his|her|their|our|my)\Z|\d")


def _is_of_another_kind(document: Document, i: int) -> bool:
    """Whether a name stands in a reference to a paper, or is that of a place, a family, a thing."""
    texts = document.tokens.texts
    after = texts[i + 1 : i + 3]
    before = texts[max(0, i - 1)]
    return (
        after[:1] in (["et"], ["&"], ["["], ["/"])
        or (after[:1] == ["("] and after[-1].isdecimal())
        or (after[:1] == [","] and after[-1].isdecimal() and len(after[-1]) == 4)
        or before.lower() in _IN_PLACES
        or before in {"&", "/", "-", "the", "The", "a", "an"}
        or (i < 3 and texts[0] in _FORMS_OF_ADDRESS)
        or (before == "of" and _is_place_before(texts[max(0, i - 2)]))
        or bool(classes_of(before) & (GROUP_NOUN | THING_NOUN))
    )


def _is_place_before(word: str) -> bool:
    """Whether “of” and a name after a word make a place or an institution of it."""
    return word[0].isupper() or word in _PLACES


def _is_pronoun_near(document: Document, i: int) -> bool:
    """Whether a pronoun that can mean the person stands in the paragraph, not far after a name."""
    end = document.prose[_block_number(document, i)].end
    stop = min(document.tokens.index_at(end), i + _RECALLED)
    return not _PRONOUNS.isdisjoint(document.tokens.lowers[i:stop])
