"""What one token of a pattern may be: a word, a lemma, a tag, a reading, and what is made of these.

A slot is asked twice: first what the word alone tells, so that hardly any sentence need be tagged,
then everything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from copydesk.analysis.tags import NONE, Tag, Tags, tags
from copydesk.document import Document
from copydesk.english.dictionary import letters_of

LONGEST_GAP = 12
"""The most tokens that a gap takes."""


class Reader:
    """What slots can ask of a document's tokens, seen from within one sentence."""

    def __init__(self, document: Document, sentence: range) -> None:
        """Takes the sentence as the range of its tokens."""
        self._document = document
        self.sentence = sentence

    def word(self, index: int) -> str:
        """The token in lower case; empty outside the sentence."""
        return self._document.tokens.lowers[index] if index in self.sentence else ""

    def text(self, index: int) -> str:
        """The token as written; empty outside the sentence."""
        return self._document.tokens.texts[index] if index in self.sentence else ""

    def tag(self, index: int) -> Tag:
        """The tag of the token; that of a break outside the sentence."""
        return self._tags.tag(index) if index in self.sentence else NONE

    def lemma(self, index: int) -> str:
        """The lemma of the token; empty outside the sentence."""
        return self._tags.lemma(index) if index in self.sentence else ""

    @cached_property
    def _tags(self) -> Tags:
        return self._document.analysis(tags)


Told = Callable[[str], bool | None]
Holds = Callable[[Reader, int], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """What a token may be, and how many in a row. Slots are joined by `&`, `|` and `~`.

    Attributes:
        told: What a word in lower case alone tells: True or False, None if more must be asked. The
            word is empty where the sentence is over.
        holds: Whether a token is it, by all that can be known.
        words: All words that it can be, None if they are not known by name.
        least: The fewest tokens that it takes.
        most: The most tokens that it takes.
        greedy: Whether it takes as many as it can rather than as few.
        name: What its tokens are called in a match.
    """

    told: Told
    holds: Holds
    words: frozenset[str] | None = None
    least: int = 1
    most: int = 1
    greedy: bool = True
    name: str = ""

    def __and__(self, other: "Slot") -> "Slot":
        """Both at once."""
        if self.words is None or other.words is None:
            words = self.words or other.words
        else:
            words = self.words & other.words
        return Slot(
            lambda word: _both(self.told, other.told, word),
            lambda reader, index: self.holds(reader, index) and other.holds(reader, index),
            words,
        )

    def __or__(self, other: "Slot") -> "Slot":
        """One or the other."""
        words = None if self.words is None or other.words is None else self.words | other.words
        return replace(~(~self & ~other), words=words)

    def __invert__(self) -> "Slot":
        """Any token but this, the edge of the sentence too."""
        return Slot(
            lambda word: None if (told := self.told(word)) is None else not told,
            lambda reader, index: not self.holds(reader, index),
        )

    def optional(self) -> "Slot":
        """This or nothing."""
        return replace(self, least=0)

    def repeated(self, least: int, most: int) -> "Slot":
        """From `least` to `most` tokens in a row that are this."""
        return replace(self, least=least, most=most)

    def named(self, name: str) -> "Slot":
        """The same; a match gives what it took under this name."""
        return replace(self, name=name)


def _both(one: Told, other: Told, word: str) -> bool | None:
    """The conjunction of two things that may be unknown, as Kleene has it."""
    first = one(word)
    if first is False:
        return False
    second = other(word)
    return second if first or second is False else None


def word(words: str | Iterable[str]) -> Slot:
    """One of some words or marks in lower case: in a string with blanks between, or one by one.

    They are tokens as in `Tokens.lowers`: `don't` is one, with a typewriter apostrophe.
    """
    known = frozenset(words.split() if isinstance(words, str) else words)
    return Slot(known.__contains__, lambda reader, index: reader.word(index) in known, known)


EDGE = word([""])
"""Where the sentence begins or ends."""


def where(test: Callable[[str], bool]) -> Slot:
    """A token whose word in lower case passes a test, which is asked of the edge (`""`) too."""
    return Slot(test, lambda reader, index: test(reader.word(index)))


def written(test: Callable[[str], bool]) -> Slot:
    """A token that passes a test as written, capitals and all."""
    return Slot(_unknown, lambda reader, index: test(reader.text(index)))


def tag(names: str) -> Slot:
    """A token of one of some tags, such as `NOUN` or `VERB.Past`: see `copydesk.analysis.tags`."""
    known = frozenset(names.split())

    def holds(reader: Reader, index: int) -> bool:
        found = reader.tag(index)
        return found.pos in known or found.name in known

    return Slot(_unknown, holds)


def lemma(words: str) -> Slot:
    """A form of one of some words, by its tag: `lemma("go")` is “went” too."""
    known = frozenset(words.split())
    return Slot(_unknown, lambda reader, index: reader.lemma(index) in known)


def _unknown(_word: str) -> bool | None:
    return None


def can_be(letters: str) -> Slot:
    """A word that can be of one of some classes: the letters of `dictionary.Reading`."""
    return where(lambda word: not set(letters).isdisjoint(letters_of(word)))


def only(letters: str) -> Slot:
    """A word that the dictionary has as some of these classes, and as nothing else."""
    return where(lambda word: bool(found := letters_of(word)) and not found.strip(letters))


def gap(most: int, of: Slot | None = None) -> Slot:
    """Up to `most` tokens of the sentence, as few as will do; only such as `of`, if given.

    Raises:
        ValueError: It is longer than `LONGEST_GAP`.
    """
    if most > LONGEST_GAP:
        raise ValueError(f"a gap of {most} tokens is longer than {LONGEST_GAP}")
    return replace(of or where(bool), least=0, most=most, greedy=False)


LOWER = written(str.islower)
"""A word without capitals."""
