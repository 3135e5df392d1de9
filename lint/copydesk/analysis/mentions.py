"""Finds the mentions that “he”, “she” and “they” can stand for, and the pronouns themselves.

Names, nouns for persons, groups and animals, plurals, pairs joined by “and”, and the pronouns of
an article, by the rough classes of its words. A thing in the singular is left out: none of the
three pronouns can mean it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from copydesk.analysis import rough_classes as rough
from copydesk.analysis import word_classes as known
from copydesk.analysis.rough_classes import classes_of
from copydesk.document import Document

Kind = Literal["name", "noun", "pair", "somebody", "pronoun", "speaker"]
Number = Literal["singular", "plural", "either"]
Being = Literal["person", "group", "place", "thing", "animal", "unknown"]
Pronoun = Literal["he", "she", "they", "it", ""]

_FARTHEST_ARTICLE = 5
"""How many words before a noun are looked at for its article."""

_COORDINATION = 5
"""How many words may stand between the two that “and” joins."""

_FARTHEST_VERB = 3
"""How many words after a mention are looked at for its verb."""

_MOST_CAPITALS = 0.75
"""The share of words with a capital from which on a sentence is a headline."""

_SHORT = 5
"""The letters from which on a word is no abbreviation, whose dot may stand within a name."""

_PEOPLE = known.PERSON_NOUN | known.MALE_NOUN | known.FEMALE_NOUN
_SMALL = rough.DETERMINER | rough.PREPOSITION | rough.COORDINATOR | rough.NUMBER
_BEFORE_NOUN = (
    rough.DETERMINER
    | rough.POSSESSIVE
    | rough.NUMBER
    | rough.PREPOSITION
    | rough.GENITIVE
    | rough.ADJECTIVE
)
_STARTS = (
    rough.CAPITAL | rough.REFERENT | rough.PRONOUNS | rough.SPEAKER | rough.SOMEBODY | rough.SEVERAL
)
_OPENERS = frozenset("\"“‘':([—–-•*")
_LINKS = frozenset("de da di du van von der den bin ibn al el la le".split())
_EACH = frozenset("each every any no either neither".split())


@dataclass(slots=True)
class Mention:
    """Words that mean somebody or something.

    Attributes:
        first: Its first token.
        last: Its last token.
        sentence: The index of its sentence.
        kind: Its form.
        key: What it has in common with other mentions of the same: the last word of a name, a noun
            in the singular, the nominative of a pronoun, in lower case.
        number: Its number; a team may be “it” or “they”.
        being: What it stands for, as far as its words tell.
        gender: The pronoun that alone agrees, if that is “he” or “she”.
        subject: Whether a verb seems to follow it.
        indefinite: Whether it brings up something new: “a man”, “some people”.
        full: Whether it is a name of several words.
    """

    first: int
    last: int
    sentence: int
    kind: Kind
    key: str
    number: Number = "singular"
    being: Being = "unknown"
    gender: Pronoun = ""
    subject: bool = False
    indefinite: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of an article.

    Attributes:
        all: The mentions by sentence; in each the pairs come first, then all by their first token.
        starts: For each sentence the index of its first mention, and at the end how many there are.
        sentences: The tokens of each sentence.
    """

    all: list[Mention]
    starts: list[int]
    sentences: list[range]

    def of(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence, none if there is no such sentence."""
        if not 0 <= sentence < len(self.sentences):
            return []
        return self.all[self.starts[sentence] : self.starts[sentence + 1]]


def mentions(document: Document) -> Mentions:
    """What a document mentions."""
    tokens = document.tokens
    sentences = [tokens.between(one.start, one.end) for one in document.sentences]
    classes = list(map(classes_of, tokens.texts))
    reader = _Reader(tokens.texts, tokens.lowers, classes)
    found: list[Mention] = []
    starts = [0]
    for number, inside in enumerate(sentences):
        found += reader.read(inside, number)
        starts.append(len(found))
    _share_within_names(found)
    return Mentions(found, starts, sentences)


class _Reader:
    """Reads the mentions of a sentence at a time."""

    def __init__(self, texts: Sequence[str], lowers: Sequence[str], classes: Sequence[int]) -> None:
        self.texts = texts
        self.lowers = lowers
        self.classes = classes
        self.start = self.stop = self.number = 0
        self.headline: bool | None = None

    def read(self, inside: range, number: int) -> list[Mention]:
        """The mentions of a sentence, its pairs first."""
        self.start, self.stop, self.number = inside.start, inside.stop, number
        self.headline = None
        found: list[Mention] = []
        after = self.start
        classes = self.classes
        for i in [i for i in inside if classes[i] & _STARTS]:
            if i >= after and (mention := self._mention(i, classes[i])):
                found.append(mention)
                after = mention.last + 1
        return [*self._pairs(found), *found] if len(found) > 1 else found

    def _mention(self, i: int, what: int) -> Mention | None:
        if what & rough.PRONOUNS:
            return self._pronoun(i, what)
        if what & rough.SPEAKER:
            return Mention(i, i, self.number, "speaker", "i")
        if what & rough.CAPITAL and self._is_name(i, what):
            return self._name(i)
        if what & rough.REFERENT and self._is_noun(i, what):
            return self._noun(i)
        if what & (rough.SOMEBODY | rough.SEVERAL) and self._stands_alone(i):
            return self._somebody(i, what)
        return None

    def _pronoun(self, i: int, what: int) -> Mention:
        if what & rough.HE:
            return Mention(i, i, self.number, "pronoun", "he", gender="he")
        if what & rough.SHE:
            return Mention(i, i, self.number, "pronoun", "she", gender="she")
        if what & rough.THEY:
            return Mention(i, i, self.number, "pronoun", "they", "plural")
        return Mention(i, i, self.number, "pronoun", "it")

    def _somebody(self, i: int, what: int) -> Mention:
        number: Number = "plural" if what & rough.SEVERAL else "either"
        found = Mention(i, i, self.number, "somebody", self.lowers[i], number, "person")
        found.indefinite = True
        found.subject = self._verb_after(i)
        return found

    def _stands_alone(self, i: int) -> bool:
        """Whether “many”, “some” or “those” has no noun after it."""
        after = self._class(i + 1)
        return not after & (rough.NOUN | rough.ADJECTIVE | rough.CAPITAL)

    def _class(self, i: int) -> int:
        """The classes of a token of this sentence, none outside."""
        return self.classes[i] if self.start <= i < self.stop else 0

    def _is_name(self, i: int, what: int) -> bool:
        """Whether a word with a capital is a name, and not just the first of its sentence."""
        if what & rough.TIME:
            return False
        if what & rough.ACRONYM or not what & rough.COMMON:
            return True
        headline = self._is_headline()
        if i > self.start and not headline and self.texts[i - 1] not in _OPENERS:
            return True
        if what & (known.GIVEN_NAME | known.PLACE | known.TITLE) and not what & known.ALSO_WORD:
            return True
        next_ = self._class(i + 1)
        return bool(next_ & rough.CAPITAL) and not what & rough.ADVERB and not headline

    def _is_headline(self) -> bool:
        """Whether nearly all words of the sentence have a capital; found out when first asked."""
        if self.headline is None:
            self.headline = self._has_most_capitals()
        return self.headline

    def _has_most_capitals(self) -> bool:
        words = [what for what in self.classes[self.start : self.stop] if what & ~_SMALL]
        capitals = sum(1 for what in words if what & rough.CAPITAL)
        return len(words) > 2 and capitals > _MOST_CAPITALS * len(words)

    def _name(self, first: int) -> Mention:
        last = first
        while not self.classes[last] & rough.GENITIVE and (part := self._next_part(last)):
            last = part
        words = [i for i in range(first, last + 1) if self.classes[i] & rough.CAPITAL]
        size = max((k for k, i in enumerate(words[:-1], 1) if self._is_title(i)), default=0)
        titles, parts = words[:size], words[size:]
        found = Mention(
            first, last, self.number, "name", self._bare(words[-1]), full=len(parts) > 1
        )
        found.subject = self._is_subject(first, last)
        self._describe_name(found, titles, parts)
        return found

    def _is_title(self, i: int) -> bool:
        return bool(self.classes[i] & known.TITLE)

    def _next_part(self, last: int) -> int:
        """The token with which a name goes on, 0 if it ends here."""
        i = last + 1
        if i < self.stop and not self.classes[i] & rough.CAPITAL:
            dot = self.texts[i] == "." and len(self.texts[last]) < _SHORT
            if not dot and self.texts[i] not in _LINKS:
                return 0
            i += 1
        if i >= self.stop or not self.classes[i] & rough.CAPITAL or self.classes[i] & rough.TIME:
            return 0
        return i

    def _describe_name(self, name: Mention, titles: list[int], parts: list[int]) -> None:
        """Sets what a name stands for by the words that it is made of."""
        whole = 0
        for i in parts:
            whole |= self.classes[i]
        head, tail = self._given_name(parts), self.classes[parts[-1]]
        name.being = "person" if titles else _being_of_name(head, tail, whole, len(parts))
        if titles:
            name.gender = _gender_of_noun(self.classes[titles[0]] | self.classes[titles[-1]])
        if not name.gender and name.being in {"person", "unknown"}:
            name.gender = _gender_of_name(head)
        if name.being in {"group", "place"}:
            name.number = "either"
        elif tail & known.PLURAL and tail & _PEOPLE:
            name.number, name.being, name.gender = "plural", "person", ""

    def _given_name(self, parts: list[int]) -> int:
        """The classes of the first word of a name that can be a given name."""
        given = (self.classes[i] for i in parts if self.classes[i] & known.GIVEN_NAME)
        return next(given, self.classes[parts[0]])

    def _is_noun(self, i: int, what: int) -> bool:
        """Whether a word that can be a noun is one here."""
        if not what & (rough.VERB | rough.ADVERB | rough.ADJECTIVE):
            return True
        before, after = self._class(i - 1), self._class(i + 1)
        if what & rough.ADJECTIVE and after & (rough.NOUN | rough.ADJECTIVE | rough.CAPITAL):
            return bool(before & rough.NUMBER)
        if not what & rough.VERB or before & _BEFORE_NOUN:
            return self.lowers[i - 1] != "to" or not what & rough.VERB
        return self._is_noun_or_verb(what, before, after)

    def _is_noun_or_verb(self, what: int, before: int, after: int) -> bool:
        """Whether a word that can be a noun or a verb is a noun, by the words beside it."""
        if before & (rough.PRONOUNS | rough.SPEAKER | rough.AUXILIARY):
            return False
        if before & rough.COORDINATOR:
            return bool(what & (known.PLURAL | _PEOPLE))
        if what & known.PLURAL or self._follows_name(before, what):
            return not after & (rough.DETERMINER | rough.POSSESSIVE)
        return bool(before & (rough.NOUN | rough.CAPITAL) and after & rough.VERB)

    @staticmethod
    def _follows_name(before: int, what: int) -> bool:
        """Whether a noun for a person stands behind a name: “a Leeds man”."""
        return bool(what & _PEOPLE and before & rough.CAPITAL)

    def _noun(self, i: int) -> Mention | None:
        last = i
        while (
            not self.classes[last] & rough.GENITIVE
            and self._class(last + 1) & rough.NOUN
            and not self._class(last + 1) & (rough.VERB | rough.CAPITAL)
        ):
            last += 1
        what = self.classes[last]
        first, marker = self._article(i)
        if not what & rough.REFERENT and not marker & rough.NUMBER:
            return None
        found = Mention(first, last, self.number, "noun", _singular(self._bare(last), what))
        found.being = _being_of_noun(what)
        found.gender = _gender_of_noun(what)
        found.subject = self._is_subject(first, last)
        found.indefinite = bool(marker & (rough.INDEFINITE | rough.NUMBER))
        if what & known.PLURAL or marker & rough.NUMBER:
            found.number = "plural"
        elif what & known.GROUP_NOUN or self.lowers[first] in _EACH:
            found.number = "either"
        return found

    def _article(self, i: int) -> tuple[int, int]:
        """Where the phrase of noun `i` begins, and the classes of its article and number."""
        first = i
        number = 0
        for k in range(i - 1, max(self.start, i - _FARTHEST_ARTICLE) - 1, -1):
            what = self.classes[k]
            if what & (rough.DETERMINER | rough.POSSESSIVE):
                return k, what | number
            if what & rough.NUMBER:
                number = rough.NUMBER
            elif not what & (rough.ADJECTIVE | rough.CAPITAL) or what & rough.GENITIVE:
                break
            first = k
        return first, number

    def _is_subject(self, first: int, last: int) -> bool:
        return (
            not self.classes[last] & rough.GENITIVE
            and not self._class(first - 1) & rough.PREPOSITION
            and self._verb_after(last)
        )

    def _verb_after(self, last: int) -> bool:
        for i in range(last + 1, min(last + 1 + _FARTHEST_VERB, self.stop)):
            if self.classes[i] & rough.VERB:
                return True
            if not self.classes[i] & rough.ADVERB:
                break
        return False

    def _bare(self, i: int) -> str:
        lower = self.lowers[i]
        return lower[:-2] if self.classes[i] & rough.GENITIVE else lower.rstrip("'")

    def _pairs(self, found: Sequence[Mention]) -> Iterator[Mention]:
        """The names and nouns that “and” joins, each pair as one."""
        for one, other in pairwise(one for one in found if one.kind in {"name", "noun"}):
            between = range(one.last + 1, other.first)
            if 0 < len(between) <= _COORDINATION and self._joins(between):
                pair = Mention(one.first, other.last, self.number, "pair", other.key, "plural")
                pair.being = "person" if "person" in {one.being, other.being} else one.being
                pair.subject = other.subject
                yield pair

    def _joins(self, between: range) -> bool:
        words = self.lowers[between.start : between.stop]
        return ("and" in words or "&" in words) and not any(
            self.classes[i] & (rough.VERB | rough.PREPOSITION) for i in between
        )


def _being_of_name(head: int, tail: int, whole: int, length: int) -> Being:
    if whole & known.ORGANIZATION or (length == 1 and tail & rough.ACRONYM):
        return "group"
    given = head & known.GIVEN_NAME
    if tail & known.PLACE and not (given and length > 1):
        return "unknown" if given else "place"
    if given or (length == 1 and tail & known.MOSTLY_SURNAME):
        return "person"
    return "unknown"


def _being_of_noun(classes: int) -> Being:
    if classes & (_PEOPLE | known.MAYBE_PERSON_NOUN):
        return "person"
    if classes & known.GROUP_NOUN:
        return "group"
    return "animal" if classes & known.ANIMAL_NOUN else "thing"


def _gender_of_noun(classes: int) -> Pronoun:
    if classes & known.MALE_NOUN:
        return "" if classes & known.FEMALE_NOUN else "he"
    return "she" if classes & known.FEMALE_NOUN else ""


def _gender_of_name(classes: int) -> Pronoun:
    if classes & known.MALE_NAME:
        return "he"
    return "she" if classes & known.FEMALE_NAME else ""


def _singular(word: str, classes: int) -> str:
    if not classes & known.PLURAL or not word.endswith("s"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _share_within_names(found: Sequence[Mention]) -> None:
    """Lets all mentions of a name know what most of them tell."""
    votes: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    names = [mention for mention in found if mention.kind == "name"]
    for mention in names:
        weight = 2 if mention.full else 1
        votes[mention.key]["person" if mention.being == "person" else "other"] += (
            weight if mention.being == "person" else mention.being != "unknown"
        )
        votes[mention.key][mention.gender] += weight
    for mention in names:
        vote = votes[mention.key]
        if mention.number == "plural":
            continue
        if vote["person"] > vote["other"]:
            mention.being, mention.number = "person", "singular"
        if mention.being in {"person", "unknown"} and vote["he"] != vote["she"]:
            mention.gender = "he" if vote["he"] > vote["she"] else "she"
