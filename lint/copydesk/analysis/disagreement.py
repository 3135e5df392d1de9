"""Finds verbs whose number is not that of their subject, where the subject is beyond doubt."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from copydesk.analysis.dictionary import letters_of
from copydesk.analysis.grammatical_number import Number, noun_number
from copydesk.analysis.lexicon import (
    ARTICLES,
    BE,
    COORDINATORS,
    DEMONSTRATIVES,
    DO,
    NEGATED_BE,
    POSSESSIVES,
    PREPOSITIONS,
)
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.subjects import (
    AUXILIARY_NUMBERS,
    Subject,
    is_same_in_the_past,
    may_begin,
    openings,
    subject,
    verb_number,
)
from copydesk.analysis.tags import tags
from copydesk.analysis.vocabulary import places
from copydesk.analysis.word_classes import GROUP_NOUN, PERSON_NOUN, THING_NOUN, classes_of
from copydesk.document import Document

_PRONOUNS: dict[str, Number] = {
    "he": Number.ONE,
    "she": Number.ONE,
    "it": Number.ONE,
    "they": Number.SEVERAL,
    "we": Number.SEVERAL,
}
_BEFORE_OTHERS = PREPOSITIONS | frozenset("except like than".split())
"""Words after which a pronoun is no subject."""

_JOINS = frozenset("& and nor or".split())

_STATIVE = frozenset("are aren't".split())
_PAST_BE = frozenset("were weren't".split())
_UNREAL = frozenset(
    "as if lest rather supposing suppose that though were whether wish wished wishes".split()
)
"""Words before which “he were” may be meant: “as if he were asleep”."""

_DEMANDS = frozenset(
    "advise advised ask asked be condition demand demanded demanding demands desirable do ensure"
    " essential had have if imperative important insist insisted insistence insisting insists lest"
    " let make makes making may move moved must necessary need order ordered prefer preferred"
    " proposal propose proposed proposes proposing recommend recommendation recommended"
    " recommending recommends request requested require required requirement requires rule see"
    " should stipulate stipulated suggest suggested suggesting suggestion suggests sure than that"
    " though unless urge urged vital whether wish would".split()
)
"""Words after which the plain verb may be right: “they demand that he go”."""

_NEAR = 8

_DETERMINED = (
    ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | frozenset("another each every many most several some".split())
)
_SHARES = frozenset(
    "amount array average bulk bunch chain class cluster collection combination couple flurry"
    " fraction group half handful host kind lack list lot majority maximum minimum minority mix"
    " mixture number pair part percentage plethora plurality proportion quantity range rest row"
    " selection sequence series set share slew sort spate string total trickle trio type variety"
    " volume wave wealth".split()
)
"""Nouns after which the verb may agree with what follows “of”."""

_GROUPS = frozenset(
    "administration command defence defense electorate leadership management opposition"
    " prosecution".split()
)
_MEASURES = frozenset(
    "acres arts bits bytes cents days decades degrees dollars euros feet hours hundreds inches"
    " kilometers kilometres meters metres miles millions minutes months odds percent points pounds"
    " sciences seconds thousands times tonnes tons units weeks yards years".split()
)
"""Plurals that are taken for one thing: “the two years is a long time”."""

_SUBJECTS_OF_STUDY = frozenset("affairs communications relations resources rights studies".split())
_NAMING = frozenset("is isn't".split())
"""What may follow a plural that is spoken of as a word: “social networks is a broad field”."""

_TIMES = frozenset(
    "afternoon autumn century day decade evening fall month morning night season spring summer time"
    " today tomorrow way week weekend winter year yesterday".split()
)
"""Nouns that a subject may follow: “the day in town trains are late”."""


_PARTITIVES = frozenset("one each".split())
_STANDING: dict[str, Number] = dict.fromkeys(
    _PARTITIVES
    | frozenset(
        "this everyone everybody someone somebody nobody everything something nothing".split()
    ),
    Number.ONE,
) | {"these": Number.SEVERAL}

_TITLES = frozenset("mr mrs ms dr".split())

_BEING = BE | NEGATED_BE
_COUNTING = frozenset(
    "many several these those various numerous two three four five six seven eight nine ten".split()
)
_SINGLING = frozenset("a an another no".split())
_LOOSE = frozenset("bags dozens heaps loads lots plenty scores tens".split())
"""Plurals that tell an amount: “there is lots of room”."""

_AFTER_NOUN = frozenset("that which who whose where when because but to being".split())

_PERSONS = frozenset("people those".split())
_ONE_OF = frozenset("any each either every neither none one only".split())

_INVERTED = frozenset(
    "am are ca can could did do does had has have is may might must shall should was were wo will"
    " would".split()
)


class Clash(NamedTuple):
    """A verb and its subject, as indices of tokens."""

    subject: int
    verb: int


def disagreement(document: Document) -> tuple[Clash, ...]:
    """The clashes of a document, each verb once."""
    found: dict[int, Clash] = {}
    for clash in (*_by_word(document), *_by_noun(document)):
        found.setdefault(clash.verb, clash)
    return tuple(found[verb] for verb in sorted(found))


def _by_word(document: Document) -> Iterator[Clash]:
    """The clashes that are found by a word that is known by name, and not the last."""
    words = document.tokens.lowers
    for i in places(document, _FINDERS.keys()):
        if i + 1 < len(words) and (clash := _FINDERS[words[i]](document, i)):
            yield clash


def _by_pronoun(document: Document, i: int) -> Clash | None:
    """“She have”."""
    return Clash(i, i + 1) if _clashes_with_pronoun(document, i) else None


def _clashes_with_pronoun(document: Document, i: int) -> bool:
    words = document.tokens.lowers
    word, verb = words[i], words[i + 1]
    number = verb_number(verb)
    if number is _PRONOUNS[word] or (
        number is None and not _may_be_of(verb, _PRONOUNS[word].other)
    ):
        return False
    before = words[i - 1] if i else ""
    if before in _BEFORE_OTHERS or _is_auxiliary(before):
        return False
    if before in _JOINS and _PRONOUNS[word] is Number.ONE:
        return False  # “John and he are”
    if _PRONOUNS[word] is Number.ONE and not _is_indicative(document, i):
        return False
    return number is not None or _is_tagged(document, i + 1)


def _may_be_of(word: str, number: Number) -> bool:
    """Whether a word may be a verb in a number, and otherwise only a noun."""
    letters = letters_of(word)
    if number is Number.ONE:
        return "z" in letters and not letters.strip("szn")
    return "v" in letters and not letters.strip("nv") and not is_same_in_the_past(word)


def _is_tagged(document: Document, verb: int) -> bool:
    tag = document.analysis(tags).tag(verb)
    return tag.name in {"VERB.Pres", "VERB.Pres3", "VERB.Inf"}


def _is_auxiliary(word: str) -> bool:
    return word.removesuffix("n't") in _INVERTED


def _is_indicative(document: Document, i: int) -> bool:
    """Whether the verb after the pronoun `i` is neither wished for nor demanded."""
    words = document.tokens.lowers
    start = document.analysis(sentence_tokens).around(i).start
    left, verb = words[max(start, i - _NEAR) : i], words[i + 1]
    if words[i] == "it" and left and not _opens_it(document, i):
        return False
    if verb in _STATIVE:
        return True
    return (_UNREAL if verb in _PAST_BE else _DEMANDS).isdisjoint(left)


def _opens_it(document: Document, i: int) -> bool:
    before = document.tokens.lowers[i - 1]
    return (
        not before[0].isalnum()
        or before in COORDINATORS
        or document.analysis(openings).get(i) is not None
    )


def _by_noun(document: Document) -> Iterator[Clash]:
    words = document.tokens.lowers
    for first, opened in document.analysis(openings).items():
        if first < len(words) and _may_begin(words[first], opened):
            found = subject(document, first)
            if found and found.head > first and _clashes_with_noun(document, found):
                yield Clash(found.head, found.verb)


def _may_begin(word: str, opened: str) -> bool:
    """Whether a subject may begin with a word, without determiner only where a sentence does."""
    return word in _DETERMINED or (not opened and may_begin(word))


def _clashes_with_noun(document: Document, found: Subject) -> bool:
    words = document.tokens.lowers
    number = verb_number(words[found.verb])
    if number is None or noun_number(words[found.head]) is not number.other:
        return False
    is_bare = words[found.first] not in _DETERMINED
    if number is Number.ONE:
        is_clash = words[found.head] not in _MEASURES and not (
            is_bare and (words[found.verb] in _NAMING or words[found.head] in _SUBJECTS_OF_STUDY)
        )
    else:
        is_clash = _is_single(words[found.head]) and _is_stated(document, found)
    return is_clash and _is_phrase(document, found)


def _is_single(head: str) -> bool:
    """Whether a noun in the singular is never taken for several."""
    classes = classes_of(head)
    return (
        bool(classes & (PERSON_NOUN | THING_NOUN))
        and not classes & GROUP_NOUN
        and head not in _SHARES | _TIMES | _GROUPS
        and head[-1] not in "ai"  # fauna, literati
        and "a" not in letters_of(head)  # the poor
    )


def _is_stated(document: Document, found: Subject) -> bool:
    """Whether the plural verb belongs to this noun, and is neither wished for nor demanded."""
    words = document.tokens.lowers
    verb = words[found.verb]
    unreal = _UNREAL if verb in _PAST_BE else _DEMANDS
    if verb not in _STATIVE and found.opener in unreal:
        return False
    if not found.is_long:
        return True
    last = found.verb - 1
    if words[found.first] in {"a", "an"}:
        return False
    follows_noun = document.analysis(tags).tag(last - 1).is_noun or words[last - 1] == "more"
    return noun_number(words[last]) is Number.ONE or not follows_noun  # “food in shops people have”


def _is_phrase(document: Document, found: Subject) -> bool:
    """Whether the sentence, as tagged, has the noun and the verb that the words show."""
    tokens, tagged = document.tokens, document.analysis(tags)
    if not tokens.texts[found.head].islower() or not tagged.tag(found.head).is_noun:
        return False
    if not tagged.tag(found.verb).is_verb:
        return False
    between = [tagged.tag(i) for i in range(found.first, found.verb)]
    if any(tag.is_verb or tag.pos in {"PUNCT", "X", "SCONJ", "NUM"} for tag in between):
        return False
    return all(tag.pos != "PROPN" for tag in between[: found.head - found.first])


def _by_standing(document: Document, i: int) -> Clash | None:
    """“These is”, “this are”, “everyone are”, “one of the roads are”."""
    words, verb = document.tokens.lowers, i + 1
    number = _STANDING[words[i]]
    opened = document.analysis(openings).get(i)
    if opened is None or opened in _UNREAL:
        return None
    if words[i] in _PARTITIVES:
        found = subject(document, i) if words[verb] == "of" else None
        if not found or found.head != i or not _is_stated(document, found):
            return None
        verb = found.verb
    if AUXILIARY_NUMBERS.get(words[verb]) is not number.other:
        return None
    is_sure = number is Number.SEVERAL or words[verb] in _STATIVE | _PAST_BE
    return Clash(i, verb) if is_sure or (words[i] == "one" and words[verb] not in DO) else None


def _by_title(document: Document, i: int) -> Clash | None:
    """“Mr Jones have”."""
    texts, words = document.tokens.texts, document.tokens.lowers
    opened = document.analysis(openings).get(i)
    if opened is None or opened in _UNREAL | _DEMANDS:
        return None
    name = verb = i + 1 + (words[i + 1] == ".")
    while verb < min(name + 3, len(words)) and texts[verb].istitle():
        verb += 1
    if verb in {name, len(words)} or AUXILIARY_NUMBERS.get(words[verb]) is not Number.SEVERAL:
        return None
    return Clash(verb - 1, verb)


def _by_there(document: Document, i: int) -> Clash | None:
    """“There is many roads”, “there are a road”."""
    words, verb = document.tokens.lowers, i + 1
    number = AUXILIARY_NUMBERS.get(words[verb]) if words[verb] in _BEING else None
    if number is None:
        return None
    at = verb + 1 + (words[verb + 1 : verb + 2] == ["also"])
    noun = _noun_after(document, at, _COUNTING if number is Number.ONE else _SINGLING)
    if noun is None or noun_number(words[noun]) is not number.other or not _ends(document, noun):
        return None
    if number is Number.ONE:
        is_clash = words[noun] not in _MEASURES | _LOOSE
    else:
        is_clash = _is_single(words[noun]) and not _is_joined(document, noun)
    return Clash(noun, verb) if is_clash else None


def _noun_after(document: Document, at: int, determiners: frozenset[str]) -> int | None:
    """The noun of a phrase at `at`, whose determiner, if any, is one of these."""
    words, tagged = document.tokens.lowers, document.analysis(tags)
    at += at < len(words) and words[at] in determiners
    for noun in range(at, min(at + 3, len(words))):
        if noun_number(words[noun]) is not None and tagged.tag(noun).pos == "NOUN":
            return noun
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


def _by_relative(document: Document, i: int) -> Clash | None:
    """“People who is”, “a man who have”."""
    words = document.tokens.lowers
    head, verb = words[i - 1] if i else "", words[i + 1]
    number = Number.SEVERAL if head in _PERSONS else noun_number(head)
    if number is None or verb_number(verb) is not number.other:
        return None
    if number is Number.SEVERAL:
        is_person = head in _PERSONS or bool(classes_of(head) & PERSON_NOUN)
        is_clash = is_person and _ONE_OF.isdisjoint(words[max(0, i - _NEAR) : i])
    else:
        is_clash = verb in _STATIVE and bool(classes_of(head) & PERSON_NOUN) and _is_single(head)
    is_name = not document.tokens.texts[i - 1].islower() and head not in _PERSONS
    is_clash = is_clash and not is_name and _stands_alone(document, i - 1)
    return Clash(i - 1, i + 1) if is_clash else None


def _stands_alone(document: Document, head: int) -> bool:
    """Whether no preposition or conjunction ties the phrase to a noun before it."""
    words, tagged = document.tokens.lowers, document.analysis(tags)
    first = head
    while first > 0 and (
        tagged.tag(first - 1).pos in {"ADJ", "NOUN", "NUM"} or words[first - 1] in _DETERMINED
    ):
        first -= 1
    before = words[first - 1] if first else ""
    if head == first and words[head] not in _PERSONS and noun_number(words[head]) is Number.ONE:
        return False
    return before not in PREPOSITIONS | COORDINATORS | {",", "to", "&", "’", "'", ")"}


_FINDERS: dict[str, Callable[[Document, int], Clash | None]] = {
    **dict.fromkeys(_PRONOUNS, _by_pronoun),
    **dict.fromkeys(_STANDING, _by_standing),
    **dict.fromkeys(_TITLES, _by_title),
    "there": _by_there,
    "who": _by_relative,
}
"""What looks for a clash at each of these words."""
