"""A preposition left without its object, as where one phrase was pasted over another."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import ClassVar

from copydesk import Document, Finding, Rule
from copydesk.analysis.phrasing.neighbours import clashes
from copydesk.analysis.phrasing.stranded_prepositions import follows_noun, may_lack_object
from copydesk.english.clauses import may_belong_to_relative
from copydesk.english.dictionary import letters_of
from copydesk.english.impossible_pairs import pairs
from copydesk.english.lexicon import (
    AUXILIARIES,
    BE,
    COORDINATORS,
    FREE_RELATIVES,
    HAVE,
    PARTICLES,
    PREPOSITIONS,
    PRETERITES,
    RELATIVES,
)

_VERBS = BE | HAVE | frozenset("been could did does should would".split())
_ADVERBIALS = {
    "at": frozenset(
        "all any best first large last least most once one present times worst".split()
    ),
    "by": frozenset("and chance default definition far law nature no now then".split()),
    "for": frozenset("all example ever free instance now once sale".split()),
    "in": frozenset(
        "addition between certain effect excess fact front general house many most order part"
        " particular practice reality situ some theory turn vitro vivo".split()
    ),
    "of": frozenset("all course".split()),
    "on": frozenset("average balance demand high occasion paper top".split()),
}
"""What makes an adverbial together with a preposition, after which the object may still come."""

_PREPOSITIONS = frozenset(_ADVERBIALS) | {"during", "from", "into", "to", "with"}
_OF_VERBS = frozenset("about at for of on to upon with".split())
_AFTER_PASSIVE = frozenset("after as because before by if unless when while".split())
_PASSIVE = BE | {"be", "been", "being"}
_NEAR = 6
"""How far before a preposition an auxiliary of its verb is looked for."""

_WANTS = frozenset(
    "able agreed allow allowed began begin chance decided due expected going had has have hope"
    " hopes intend intends likely need needs order plan planned plans refused right start started"
    " tried try trying unable used want wanted wants willing".split()
)
"""Words that an infinitive follows."""

_SPANS = frozenset("century days decade decades hours months weeks year years".split())
_OF = frozenset({"of"})
_FINITE = AUXILIARIES | PRETERITES
_ALSO_ADVERBS = PARTICLES | frozenset("after against as before by near since than to".split())
_MAY_FOLLOW = COORDINATORS | RELATIVES | FREE_RELATIVES | frozenset("as not under yes".split())
_AFTER_MOST = _PREPOSITIONS | _VERBS | frozenset("he she they we".split())
_CLASHES = (
    dict.fromkeys(
        "among at despite during from into of toward towards upon with".split(), _AFTER_MOST
    )
    | {"to": _AFTER_MOST - _VERBS}  # a matter of auxiliaries
    # The others are adverbs or conjunctions as well.
    | dict.fromkeys("against between within without".split(), _PREPOSITIONS)
    | dict.fromkeys("about across after before behind on over through under until".split(), _OF)
    | {"by": _PREPOSITIONS}
    | {"for": _VERBS | frozenset("from into of with".split())}
    | {"in": frozenset("into of".split())}
)

_SIMPLE = frozenset("at by for from in of on to with".split())
_AFTER_NOUN = {
    "about": frozenset("by for of".split()),
    "at": _SIMPLE - {"at"},
    "by": _SIMPLE - {"by", "to"},
    "for": _SIMPLE - {"for"},
    "from": _SIMPLE - {"from"},
    "in": _SIMPLE - {"at", "in", "to"},
    "into": _SIMPLE,
    "of": _SIMPLE - {"of"},
    "on": _SIMPLE - {"on", "to"},
    "over": frozenset("at during from in into with".split()),
    "since": frozenset("by during for from into of on with".split()),
    "through": frozenset("at by during for from in into on with".split()),
    "to": _SIMPLE - {"to"},
    "under": frozenset("at by during for from in into on to with".split()),
    "with": _SIMPLE - {"with"},
}
"""What may not follow prepositions where a noun stands before them."""


class ClashingPrepositions(Rule):
    """A preposition stands before a word that cannot begin its object."""

    name: ClassVar = "clashing-prepositions"
    family: ClassVar = "phrasing"
    language: ClassVar = "en"

    def check(self, document: Document) -> Iterator[Finding]:
        texts = document.tokens.texts
        for i in clashes(document, _clashes()):
            if not _is_whole(document, i):
                start, end = document.tokens.starts[i], document.tokens.end(i + 1)
                pair = document.text[start:end]
                yield self.finding(
                    document.span(start, end), f"“{pair}” leaves “{texts[i]}” without an object"
                )


def _is_whole(document: Document, i: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    texts, words = document.tokens.texts, document.tokens.lowers
    if texts[i + 2 : i + 3] == ["/"] or _ends_passive(words, i) or _ends_idiom(words, i):
        return True
    if not texts[i].islower() or _begins_adverbial(texts[i + 1], texts[i + 2 : i + 3]):
        return True
    if _parts_infinitive(words, i):
        return False
    is_conjunction = words[i] == "for" and not (i and words[i - 1][0].isalnum())
    return is_conjunction or not _is_left_behind(texts, words, i)


def _ends_passive(words: Sequence[str], i: int) -> bool:
    """Whether a verb took the object of the preposition: “was put an end to | by the war”."""
    if words[i] not in _OF_VERBS or words[i + 1] not in _AFTER_PASSIVE:
        return False
    return not _PASSIVE.isdisjoint(words[max(0, i - _NEAR) : i])


def _ends_idiom(words: Sequence[str], i: int) -> bool:
    """Whether the pair is no pair: “by and by | he came”, “to while away”, “a year on from it”."""
    third = words[i + 2] if len(words) > i + 2 else ""
    return (
        words[max(0, i - 2) : i] == [words[i], "and"]
        or (words[i + 1] == "will" and not third[:1].isalpha())
        or (words[i + 1] == "while" and third == "away")
        or (words[i + 1] == "also" and third.endswith("ing"))
        or (words[i : i + 2] == ["on", "from"] and i > 0 and words[i - 1] in _SPANS)
    )


def _is_left_behind(texts: Sequence[str], words: Sequence[str], i: int) -> bool:
    """Whether the preposition has lost its object, and not to “a town she lived in”."""
    if words[i + 1] == "of":  # but “the closing in of night”
        is_named = i > 0 and words[i - 1].endswith("ing")
        return not (is_named or may_belong_to_relative(words, i))
    if words[i + 1] not in _always()[words[i]] and not follows_noun(texts, words, i):
        return False
    return not may_lack_object(texts, words, i)


def _parts_infinitive(words: Sequence[str], i: int) -> bool:
    """Whether a verb follows the pair, to which “to” belongs: “they want to from play”."""
    if words[i] != "to" or len(words) < i + 3:
        return False
    letters = letters_of(words[i + 2])
    return letters == "v" or ("v" in letters and i > 0 and words[i - 1] in _WANTS)


@cache
def _always() -> Mapping[str, frozenset[str]]:
    """What may not follow each preposition: what is known, and what is never met."""
    impossible = pairs().impossible
    return (
        dict.fromkeys(_AFTER_NOUN, frozenset[str]())
        | _CLASHES
        | {
            first: _CLASHES.get(first, frozenset()) | (impossible[first] - _may_follow(first))
            for first in PREPOSITIONS & impossible.keys()
        }
    )


@cache
def _clashes() -> Mapping[str, frozenset[str]]:
    """What may not follow each preposition anywhere, or after a noun."""
    always = _always()
    return {
        first: always.get(first, frozenset()) | _AFTER_NOUN.get(first, frozenset())
        for first in always.keys() | _AFTER_NOUN.keys()
    }


def _may_follow(first: str) -> frozenset[str]:
    """What may follow a preposition: what joins it, a clause, a verb if it is an adverb too."""
    if first == "to":
        return _MAY_FOLLOW | _FINITE | PARTICLES  # “to down a beer”
    if first == "by":
        return _MAY_FOLLOW | _FINITE | {"for"}  # “drop by for tea”
    return _MAY_FOLLOW | _FINITE if first in _ALSO_ADVERBS else _MAY_FOLLOW


def _begins_adverbial(second: str, rest: list[str]) -> bool:
    """Whether an adverbial or a range of numbers comes before the object: “of at least two”."""
    third = rest[0] if rest else ""
    if second in {"from", "to"}:
        return third.isdigit()  # “at depths of from 10 to 20 metres”
    return third in _ADVERBIALS.get(second, ())
