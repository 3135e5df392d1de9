"""Finds the mentions that “he”, “she” and “they” can stand for, and the pronouns themselves.

Names, nouns for persons, groups and animals, plurals, pairs joined by “and”, and the pronouns of
an article, by the rough classes of its words. A thing in the singular is left out: none of the
three pronouns can mean it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise, repeat

from copydesk.analysis.reference import traits
from copydesk.analysis.reference.mention_types import Mention, Mentions, Number
from copydesk.analysis.reference.traits import PEOPLE
from copydesk.document import Document
from copydesk.english.rough_classes import (
    ACRONYM,
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COMMON,
    COORDINATOR,
    DETERMINER,
    GENITIVE,
    HE,
    INDEFINITE,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUNS,
    REFERENT,
    SEVERAL,
    SHE,
    SOMEBODY,
    SPEAKER,
    THEY,
    TIME,
    VERB,
    classes_of,
)
from copydesk.english.word_classes import ALSO_WORD, GIVEN_NAME, PLACE, PLURAL, TITLE
from copydesk.segment import Tokens

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

_STARTS = CAPITAL | REFERENT | PRONOUNS | SPEAKER | SOMEBODY | SEVERAL
_SOME = SOMEBODY | SEVERAL
_LISTED_NAME = GIVEN_NAME | PLACE | TITLE
_SMALL = DETERMINER | PREPOSITION | COORDINATOR | NUMBER
_NOT_ONLY_NOUN = VERB | ADVERB | ADJECTIVE
_WITHIN_PHRASE = NOUN | ADJECTIVE | CAPITAL
_BEFORE_NOUN = DETERMINER | POSSESSIVE | NUMBER | PREPOSITION | GENITIVE | ADJECTIVE
_BEFORE_VERB = PRONOUNS | SPEAKER | AUXILIARY
_NO_NOUN = VERB | CAPITAL
_NAMED = NOUN | CAPITAL
_ARTICLE = DETERMINER | POSSESSIVE
_AFTER_ARTICLE = ADJECTIVE | CAPITAL
_PLURAL_OR_PEOPLE = PLURAL | PEOPLE
_NEW = INDEFINITE | NUMBER
_ENDS_PAIR = VERB | PREPOSITION

_OPENERS = frozenset("\"“‘':([—–-•*")
_LINKS = frozenset("de da di du van von der den bin ibn al el la le".split())
_EACH = frozenset("each every any no either neither".split())
_AND = frozenset({"and", "&"})


def mentions(document: Document) -> Mentions:
    """What a document mentions."""
    return mentions_in(document, range(len(document.sentences)))


def mentions_in(document: Document, wanted: Iterable[int]) -> Mentions:
    """What some sentences of a document mention, by their indices in order; the others nothing."""
    sentences = document.analysis(token_ranges)
    reader = _Reader(document.tokens, sentences)
    found: list[Mention] = []
    starts: list[int] = []
    for number in wanted:
        starts += repeat(len(found), number + 1 - len(starts))
        found += reader.read(number)
    starts += repeat(len(found), len(sentences) + 1 - len(starts))
    for names in reader.names.values():
        traits.share(names)
    return Mentions(found, starts, sentences)


def token_ranges(document: Document) -> list[range]:
    """The tokens of each sentence."""
    offsets = repeat(document.tokens.starts)
    first = map(bisect_left, offsets, [sentence.start for sentence in document.sentences])
    stop = map(bisect_left, offsets, [sentence.end for sentence in document.sentences])
    return list(map(range, first, stop))


class _Reader:
    """Reads the mentions of one sentence after the other.

    Attributes:
        classes: The classes of each token.
        before: Those of the token before it in its sentence, none if it is the first.
        after: Those of the token after it, likewise.
        sentences: The tokens of each sentence.
        names: The names that were read, by their keys.
    """

    def __init__(self, tokens: Tokens, sentences: Sequence[range]) -> None:
        self.texts = tokens.texts
        self.lowers = tokens.lowers
        self.sentences = sentences
        self.classes = list(map(classes_of, tokens.texts))
        self.before = [0, *self.classes]
        self.after = [*self.classes[1:], 0]
        for sentence in sentences:
            self.before[sentence.start] = self.after[sentence.stop - 1] = 0
        self.names: defaultdict[str, list[Mention]] = defaultdict(list)
        self.sentence = range(0)
        self.number = -1
        self.headline: bool | None = None

    def read(self, number: int) -> list[Mention]:
        """The mentions of a sentence, its pairs first."""
        self.sentence, self.number, self.headline = self.sentences[number], number, None
        sentence = self.sentence
        begins = map(_STARTS.__and__, self.classes[sentence.start : sentence.stop])
        found: list[Mention] = []
        after = sentence.start
        for i in compress(sentence, begins):  # a comprehension takes four times as long
            if i >= after and (mention := self._mention(i, self.classes[i])):
                found.append(mention)
                after = mention.last + 1
        if len(found) > 1 and not _AND.isdisjoint(self.lowers[found[0].last : found[-1].first]):
            return [*self._pairs(found), *found]
        return found

    def _mention(self, i: int, what: int) -> Mention | None:
        if what & PRONOUNS:
            return self._pronoun(i, what)
        if what & SPEAKER:
            return Mention(i, i, self.number, "speaker", "i")
        if what & CAPITAL and self._is_name(i, what):
            return self._name(i, what)
        if what & REFERENT and self._is_noun(i, what):
            return self._noun(i, what)
        if what & _SOME and self._stands_alone(i):
            return self._somebody(i, what)
        return None

    def _stands_alone(self, i: int) -> bool:
        """Whether no noun follows a word like “many”, as in “thousands lost their homes”."""
        after = self.after[i]
        if not after & _WITHIN_PHRASE:
            return True
        is_verb = after & VERB and not after & _NAMED
        return bool(is_verb) and not self.after[i + 1] & _WITHIN_PHRASE

    def _pronoun(self, i: int, what: int) -> Mention:
        if what & HE:
            return Mention(i, i, self.number, "pronoun", "he", gender="he")
        if what & SHE:
            return Mention(i, i, self.number, "pronoun", "she", gender="she")
        if what & THEY:
            return Mention(i, i, self.number, "pronoun", "they", "plural")
        return Mention(i, i, self.number, "pronoun", "it")

    def _somebody(self, i: int, what: int) -> Mention:
        """A word like “someone” or “many”."""
        number: Number = "plural" if what & SEVERAL else "either"
        found = Mention(i, i, self.number, "somebody", self.lowers[i], number, "person")
        found.indefinite = True
        found.subject = self._verb_after(i)
        return found

    def _is_name(self, i: int, what: int) -> bool:
        """Whether a word with a capital is a name, and not just the first of its sentence."""
        if what & TIME:
            return False
        if what & ACRONYM or not what & COMMON:
            return True
        is_within = i > self.sentence.start and self.texts[i - 1] not in _OPENERS
        if is_within and not self._is_headline():
            return True
        if what & _LISTED_NAME and not what & ALSO_WORD:
            return True
        goes_on = self.after[i] & CAPITAL and not what & ADVERB
        return bool(goes_on) and not self._is_headline()

    def _is_headline(self) -> bool:
        """Whether nearly all words of the sentence have a capital; found out when first asked."""
        if self.headline is None:
            self.headline = self._has_most_capitals()
        return self.headline

    def _has_most_capitals(self) -> bool:
        if self.texts[self.sentence.stop - 1] == ".":
            return False
        classes = self.classes[self.sentence.start : self.sentence.stop]
        words = [what for what in classes if what & ~_SMALL]
        capitals = sum(1 for what in words if what & CAPITAL)
        return len(words) > 2 and capitals > _MOST_CAPITALS * len(words)

    def _name(self, first: int, what: int) -> Mention:
        last, words = first, [what]
        while not what & GENITIVE and (part := self._next_part(last)):
            last, what = part, self.classes[part]
            words.append(what)
        number, being, gender, full = traits.of_name(tuple(words))
        key = self._bare(last)
        found = Mention(first, last, self.number, "name", key, number, being, gender)
        found.full = full
        found.subject = self._is_subject(first, last)
        self.names[key].append(found)
        return found

    def _next_part(self, last: int) -> int:
        """The word with which a name goes on, 0 if it ends here."""
        what = self.after[last]
        if not what & CAPITAL:
            last += 1
            if last == self.sentence.stop:
                return 0
            dot = self.texts[last] == "." and len(self.texts[last - 1]) < _SHORT
            if not dot and self.texts[last] not in _LINKS:
                return 0
            what = self.after[last]
        return last + 1 if what & CAPITAL and not what & TIME else 0

    def _is_noun(self, i: int, what: int) -> bool:
        """Whether a word that can be a noun is one here."""
        if not what & _NOT_ONLY_NOUN:
            return True
        before, after = self.before[i], self.after[i]
        if what & ADJECTIVE and after & _WITHIN_PHRASE:
            return bool(before & NUMBER)
        if not what & VERB:
            return True
        if before & _BEFORE_NOUN:
            return self.lowers[i - 1] != "to"
        return _is_noun_or_verb(what, before, after)

    def _noun(self, i: int, what: int) -> Mention | None:
        last = i
        while not what & GENITIVE:
            after = self.after[last]
            if not after & NOUN or after & _NO_NOUN:
                break
            last, what = last + 1, after
        first, marker = self._article(i)
        if not what & REFERENT and not marker & NUMBER:
            return None
        number, being, gender, _ = traits.of_noun(what)
        if marker & NUMBER:
            number = "plural"
        elif number == "singular" and self.lowers[first] in _EACH:
            number = "either"
        key = _singular(self._bare(last), what)
        found = Mention(first, last, self.number, "noun", key, number, being, gender)
        found.subject = self._is_subject(first, last)
        found.indefinite = bool(marker & _NEW)
        return found

    def _article(self, i: int) -> tuple[int, int]:
        """Where the phrase of noun `i` begins, and the classes of its article and number."""
        first, number = i, 0
        for _ in range(_FARTHEST_ARTICLE):
            what = self.before[first]
            if what & _ARTICLE:
                return first - 1, what | number
            if what & NUMBER:
                number = NUMBER
            elif not what & _AFTER_ARTICLE or what & GENITIVE:
                break
            first -= 1
        return first, number

    def _is_subject(self, first: int, last: int) -> bool:
        if self.classes[last] & GENITIVE or self.before[first] & PREPOSITION:
            return False
        return self._verb_after(last)

    def _verb_after(self, last: int) -> bool:
        for i in range(last, last + _FARTHEST_VERB):
            what = self.after[i]
            if what & VERB:
                return True
            if not what & ADVERB:
                break
        return False

    def _bare(self, i: int) -> str:
        lower = self.lowers[i]
        return lower[:-2] if self.classes[i] & GENITIVE else lower.rstrip("'")

    def _pairs(self, found: Sequence[Mention]) -> Iterator[Mention]:
        """The names and nouns that “and” joins, each pair as one."""
        for one, other in pairwise([one for one in found if one.kind in {"name", "noun"}]):
            if 0 < other.first - one.last - 1 <= _COORDINATION and self._are_joined(one, other):
                pair = Mention(one.first, other.last, self.number, "pair", other.key, "plural")
                pair.being = "person" if "person" in {one.being, other.being} else one.being
                pair.subject = other.subject
                yield pair

    def _are_joined(self, one: Mention, other: Mention) -> bool:
        between = slice(one.last + 1, other.first)
        if _AND.isdisjoint(self.lowers[between]):
            return False
        return not any(what & _ENDS_PAIR for what in self.classes[between])


def _is_noun_or_verb(what: int, before: int, after: int) -> bool:
    """Whether a word that can be a noun or a verb is a noun, by the words beside it."""
    if before & _BEFORE_VERB:
        return False
    if before & COORDINATOR:
        return bool(what & _PLURAL_OR_PEOPLE)
    if what & PLURAL or (what & PEOPLE and before & CAPITAL):  # as in “a Leeds man”
        return not after & _ARTICLE
    return bool(before & _NAMED and after & VERB)


def _singular(word: str, classes: int) -> str:
    if not classes & PLURAL or not word.endswith("s"):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
