"""What words can be, told from each alone: enough to find the mentions of an article quickly.

The tagger (`copydesk.analysis.tags`) knows better and takes ten times as long; to find who may be
meant by a pronoun, it finds hardly more (see the card `antecedents.md`).
"""

from collections.abc import Callable

from copydesk.english.dictionary import letters_of
from copydesk.english.lexicon import (
    AUXILIARIES,
    COORDINATORS,
    FUNCTION_WORDS,
    PREPOSITIONS,
)
from copydesk.english.word_classes import (
    ANIMAL_NOUN,
    FEMALE_NOUN,
    GIVEN_NAME,
    GROUP_NOUN,
    MALE_NOUN,
    MAYBE_PERSON_NOUN,
    PERSON_NOUN,
    PLURAL,
    SURNAME,
    THING_NOUN,
)
from copydesk.english.word_classes import (
    classes_of as known_classes,
)
from copydesk.memo import Memo

NOUN = 1 << 20
"""Can be a noun."""
REFERENT = 1 << 21
"""Can be a noun that “he”, “she” or “they” can stand for."""
VERB = 1 << 22
"""Can be a verb that makes a clause."""
ADJECTIVE = 1 << 23
"""Can stand between an article and its noun."""
ADVERB = 1 << 24
NUMBER = 1 << 25
"""Makes a noun plural: a number other than one, “several”."""
DETERMINER = 1 << 26
INDEFINITE = 1 << 27
"""A determiner that brings up something new: “a”, “some”, “every”."""
POSSESSIVE = 1 << 28
PREPOSITION = 1 << 29
COORDINATOR = 1 << 30
AUXILIARY = 1 << 31
CAPITAL = 1 << 32
"""Begins with a capital, and is of no closed class."""
ACRONYM = 1 << 33
GENITIVE = 1 << 34
"""Ends with “’s”."""
SPEAKER = 1 << 35
"""“I”, “we”, “you” and their forms."""
SOMEBODY = 1 << 36
"""“Someone”, “everybody”, “one”: a person who is not named."""
SEVERAL = 1 << 37
"""“Many”, “others”, “those”: several who are not named."""
HE = 1 << 38
SHE = 1 << 39
IT = 1 << 40
THEY = 1 << 41
TIME = 1 << 42
"""Days and months."""
COMMON = 1 << 43
"""Is an ordinary word, too, whatever its capital says."""

PRONOUNS = HE | SHE | IT | THEY

_PERSONAL_NAMES = GIVEN_NAME | SURNAME
_NOUNS = PERSON_NOUN | MAYBE_PERSON_NOUN | GROUP_NOUN | ANIMAL_NOUN | THING_NOUN
_REFERENTS = (_NOUNS & ~THING_NOUN) | MALE_NOUN | FEMALE_NOUN | PLURAL
_LONGEST_ACRONYM = 6
_PREFIXES = ("al-", "el-", "ul-", "d'", "o'")
"""What stands in lower case before the capital of a name."""

_LISTS = (
    (HE, "he him his himself he's he'd he'll"),
    (SHE, "she her hers herself she's she'd she'll"),
    (IT, "it its itself it's it'd it'll"),
    (THEY, "they them their theirs themselves they're they've they'd they'll"),
    (SPEAKER, "i me my mine myself we us our ours ourselves you your yours yourself yourselves"),
    (SPEAKER, "i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll"),
    (SOMEBODY, "someone somebody anyone anybody everyone everybody nobody one whoever none"),
    (SEVERAL, "many others several most few some all both dozens scores hundreds thousands"),
    (SEVERAL, "millions those these"),
    (DETERMINER, "the such which whose this that these those"),
    (DETERMINER | INDEFINITE, "a an another any each every no either neither"),
    (DETERMINER | POSSESSIVE, "my your his her its our their"),
    (NUMBER, "two three four five six seven eight nine ten eleven twelve dozen dozens hundred"),
    (NUMBER, "thousand million billion hundreds thousands both several many few"),
    (ADVERB, "also then still now not never often always just only even soon later already"),
    (TIME | CAPITAL, "monday tuesday wednesday thursday friday saturday sunday january february"),
    (TIME | CAPITAL, "april june july august september october november december"),
    (PREPOSITION, " ".join(PREPOSITIONS)),
    (COORDINATOR, " ".join(COORDINATORS)),
    (AUXILIARY | VERB, " ".join(AUXILIARIES)),
    (0, " ".join(FUNCTION_WORDS)),
)


def _closed() -> dict[str, int]:
    """The words of the closed classes."""
    found: dict[str, int] = {}
    for flag, words in _LISTS:
        for word in words.split():
            found[word] = found.get(word, COMMON) | flag
    return found


_CLOSED = _closed()


def closed_words(classes: int) -> frozenset[str]:
    """The words, in lower case, that are of any of some closed classes."""
    return frozenset(word for word, found in _CLOSED.items() if found & classes)


_ALSO_NAMES = frozenset({"May", "Will", "March"})


def _classes(text: str) -> int:
    word = text.replace("’", "'").strip("_") or "_"
    lower = word.lower()
    if lower in _CLOSED and word not in _ALSO_NAMES and word != "US":
        return _CLOSED[lower]
    if not word[0].isalpha():
        return NUMBER if word[0].isdigit() and word != "1" else 0
    if lower.endswith("'s"):
        return GENITIVE | _open(word[:-2], lower[:-2])
    return _open(word, lower)


def _open(word: str, lower: str) -> int:
    """The classes of a word that is of no closed class."""
    letters = letters_of(lower)
    found = known_classes(lower)
    if not found & _NOUNS and "-" in word:
        found |= known_classes(lower.rpartition("-")[2]) & (_NOUNS | PLURAL) | ADJECTIVE
    found |= _by_letters(letters)
    if found & _NOUNS:
        found |= NOUN
    if lower.endswith("ly"):
        found |= ADVERB
    if word[0].isupper() or (lower.startswith(_PREFIXES) and not word.islower()):
        return found | CAPITAL | _name(word) | (REFERENT if found & _REFERENTS else 0)
    if not found & (NOUN | VERB | ADJECTIVE | ADVERB):
        plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
        found |= NOUN | (PLURAL if plural else 0)
    return found | (REFERENT if found & NOUN and found & _REFERENTS else 0)


def _by_letters(letters: str) -> int:
    """The classes of a word by those that the dictionary has for it."""
    found = COMMON if letters else 0
    for letter in letters:
        found |= _LETTERS.get(letter, 0)
    return found & ~PLURAL if "n" in letters else found


_LETTERS = {
    "n": NOUN,
    "s": NOUN | PLURAL,
    "v": VERB,
    "z": VERB,
    "d": VERB | ADJECTIVE,
    "g": ADJECTIVE,
    "a": ADJECTIVE,
    "c": ADJECTIVE,
    "r": ADVERB,
}


def _name(word: str) -> int:
    """The classes of a word with a capital as a name."""
    plain = word.rstrip("'")
    shouted = plain.isupper() and len(plain) > 1
    listed = plain.title() if shouted and len(plain) > _LONGEST_ACRONYM else plain
    found = known_classes(listed)
    if shouted and len(plain) <= _LONGEST_ACRONYM and not found & _PERSONAL_NAMES:
        found |= ACRONYM
    return found


classes_of: Callable[[str], int] = Memo(_classes).__getitem__
"""The classes of a token as written: those of `word_classes` and those above."""
