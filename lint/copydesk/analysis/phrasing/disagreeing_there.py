"""Finds forms of “be” whose number is not that of what is there: “there is many roads”."""

from copydesk.analysis.phrasing.moods import may_be_wished
from copydesk.analysis.phrasing.subjects import AUXILIARY_NUMBERS, Clash
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.tags import tags
from copydesk.document import Document
from copydesk.english.grammatical_number import MEASURES, Number, is_single, noun_number
from copydesk.english.lexicon import BE, NEGATED_BE, PREPOSITIONS

_BEING = BE | NEGATED_BE
_COUNTING = frozenset(
    "many several these those various numerous two three four five six seven eight nine ten".split()
)
_SINGLING = frozenset("a an another no".split())
_LOOSE = frozenset("bags dozens heaps loads lots plenty scores tens".split())
"""Plurals that tell an amount: “there is lots of room”."""

_NEAR = 3
_AFTER_NOUN = frozenset("that which who whose where when because but to being".split())


def by_there(document: Document, i: int) -> Clash | None:
    """“There is many roads”, “there are a road”."""
    words, verb = document.tokens.lowers, i + 1
    number = AUXILIARY_NUMBERS.get(words[verb]) if words[verb] in _BEING else None
    if number is None:
        return None
    if words[verb] == "were" and _is_unreal(document, i):
        return None
    at = verb + 1 + (words[verb + 1 : verb + 2] == ["also"])
    determiners = _COUNTING if number is Number.ONE else _SINGLING
    at += not determiners.isdisjoint(words[at : at + 1])
    noun = _noun_after(document, at, number.other)
    if noun is None:
        return None
    if number is Number.ONE:
        is_clash = words[noun] not in MEASURES | _LOOSE
    else:
        is_clash = is_single(words[noun]) and not _is_joined(document, noun)
    return Clash(noun, verb) if is_clash else None


def _is_unreal(document: Document, i: int) -> bool:
    """Whether “there were” may be what is not so: “as if there were no road”."""
    start = document.analysis(sentence_tokens).around(i).start
    return may_be_wished("were", document.tokens.lowers[max(start, i - _NEAR) : i])


def _noun_after(document: Document, at: int, number: Number) -> int | None:
    """The noun of a phrase that goes on at `at`, if it is of this number."""
    words = document.tokens.lowers
    near = range(at, min(at + 3, len(words)))
    if not any(noun_number(words[i]) is number and _ends(document, i) for i in near):
        return None  # to look at the words is cheaper than to tag the sentence
    tagged = document.analysis(tags)
    for noun in near:
        if noun_number(words[noun]) is not None and tagged.tag(noun).pos == "NOUN":
            return noun if noun_number(words[noun]) is number and _ends(document, noun) else None
        if tagged.tag(noun).pos != "ADJ":
            return None
    return None


def _ends(document: Document, noun: int) -> bool:
    """Whether a noun is the last of its phrase, and no other follows it."""
    words = document.tokens.lowers
    after = words[noun + 1] if noun + 1 < len(words) else "."
    if not document.tokens.texts[noun].islower():
        return False
    return after in set(".,;:!?") | PREPOSITIONS | _AFTER_NOUN


def _is_joined(document: Document, noun: int) -> bool:
    """Whether more nouns follow: “there are a road and a bridge”."""
    words = document.tokens.lowers
    sentence = document.analysis(sentence_tokens).around(noun)
    rest = words[noun + 1 : sentence.stop]
    is_share = words[noun - 1] in {"a", "an"} and rest[:1] == ["of"]
    return is_share or not {"and", "or", "plus", "as"}.isdisjoint(rest)
