"""Tells verbs in a form that “to” before them does not take: “able to flying”, “to grew”."""

from copydesk.analysis.phrasing.government import ALSO_MADE, FINITE, OBJECTS, Pair
from copydesk.english.clauses import may_belong_to_relative
from copydesk.english.lexicon import OBJECT_PRONOUNS
from copydesk.english.verb_forms import THIRD_PERSON
from copydesk.english.word_classes import THING_NOUN, classes_of

_STRICT = frozenset(
    "able afford attempted attempting decide decided decides eager expected fail failed fails"
    " hope hoped hopes intend intended intends likely manage managed manages ought poised refuse"
    " refused refuses refusing reluctant scheduled seek seeking seeks sought supposed tend tended"
    " tends tried tries try trying unable unlikely unwilling vowed want wanted wanting wants"
    " willing wish wished wishes yet".split()
)
"""Words after which “to” opens an infinitive, and no noun phrase."""

_MAKES_DO = frozenset(
    "allow allowed allows convince convinced convinces enable enabled enables encourage encouraged"
    " encourages expect expected expects for force forced forces persuade persuaded require"
    " required requires urge urged urges want wanted wants".split()
)
"""Words after which a pronoun and “to” open an infinitive."""

_ALSO_WISHES = frozenset("fails hope hopes ought tries want wants wish wishes yet".split())
"""Those of them that may be nouns or adverbs: “from their hopes to their fears”."""

_WANTING = _STRICT | frozenset(
    "abilities ability about agree agreed agrees aim aimed aims allowed appear appeared appears"
    " asked attempt attempts began begin begins bid bids chance chances chose continue continued"
    " continues continuing decision declined declines declining designed desire determined effort"
    " efforts emerged enough expect expects failing failure forced going had has have hoping"
    " inability intention intentions invited keen known like likes need needed needs offered"
    " opportunities opportunity order ordered plan planned plans pledged power preparing promised"
    " proposed proud ready refusal seem seemed seems set start started starts struggle struggled"
    " struggling tempted tending threatened unwillingness urged willingness".split()
)
"""Words after which “to” opens an infinitive, and hardly ever a noun phrase."""

_NEEDS = frozenset("began begin begins has have need needed needs".split())
"""Those of them after which no noun phrase begins with a participle: “have to paid cards”."""

_PLAINLY_PAST = frozenset(
    "bought brought felt got heard led made met said stood thought told understood won".split()
)
"""Past forms that no noun phrase begins with."""

_NO_GERUND = frozenset(
    "better certain difficult easier easy first harder how impossible ways what"
    " where whether wrong".split()
)
"""More words after which “to” opens an infinitive, or a noun phrase, but no gerund."""

_GERUND_AFTER = frozenset(
    "about agree agreed agrees allowed effort efforts going had plan plans".split()
)
"""Those of them after which “to” and a gerund may be heard of: “plans to doing”."""

_NO_INFINITIVE = frozenset(
    "access according addition adhere adheres adjacent alluded amounts analogous applies apply"
    " approach attention attributable attributed back based belong belongs change changed changes"
    " changing close closer committed common comparable compared comparison connected connects"
    " contrary correspond corresponding corresponds dedicated devoted down due efforts equal"
    " equivalent exposed from gratitude leading leads led life limited linked mind next opposed"
    " owing parallel point points prior reaction reduced refer referred refers related relating"
    " relation relative relevant resistance respect response similar subject superior switched"
    " talents tantamount thanks up used".split()
)
"""Words after which “to” stands before a noun, and so before a participle."""

_AFTER_PAST = OBJECTS | frozenset(
    "as at by everyone everything for from in into on out over who with".split()
)
"""Words before which a past form is no participle that belongs to a noun."""

_PERSONS = frozenset("him me them us".split())


def is_wrong_after_to(pair: Pair) -> bool:
    """Whether “to” opens an infinitive, and a verb in another form follows."""
    return _follows_infinitive(pair) and _is_inflected(pair)


def _follows_infinitive(pair: Pair) -> bool:
    """Whether “to” may open an infinitive, not as in “from loved to hated”.

    Nor as in “whether you want to depends on it”, or “ready to deploys”.
    """
    return (
        pair.before.isalpha()
        and pair.before not in _NO_INFINITIVE
        and not (pair.letters == "z" and pair.word.removesuffix("s") in ALSO_MADE)
        and (pair.letters == "z" or "from" not in pair.near())
        and not ("z" in pair.letters and "whether" in pair.near())
    )


def _is_inflected(pair: Pair) -> bool:
    """Whether the second word is a verb in another form, and begins no noun phrase."""
    if pair.word in _PLAINLY_PAST | FINITE:
        governed = pair.before in _WANTING
        return governed and not may_belong_to_relative(pair.words, pair.place.by)
    if not pair.letters.strip("nga"):
        return _is_gerund_after_to(pair)
    if not pair.letters.strip("szda") and _is_after_strict(pair):
        return True
    if pair.letters == "z":
        return not classes_of(pair.word.removesuffix("s")) & THING_NOUN
    if not pair.letters.strip("sz"):
        return _is_third_person_after_to(pair)
    return not pair.letters.strip("da") and _is_past_after_to(pair)


def _is_after_strict(pair: Pair) -> bool:
    """Whether only an infinitive can follow, as after “able to” and “for them to”."""
    if pair.before in OBJECT_PRONOUNS and "s" not in pair.letters:
        return pair.words[pair.place.by - 2] in _MAKES_DO
    may_be_noun = pair.before in _ALSO_WISHES and not {"z", "g"}.isdisjoint(pair.letters)
    return pair.before in _STRICT and not may_be_noun


def _is_gerund_after_to(pair: Pair) -> bool:
    """Whether an -ing form is a verb, and no name of something done: “plans to filming”."""
    if pair.before in _NO_GERUND or _is_after_strict(pair):
        return True
    governed = pair.before in _WANTING - _GERUND_AFTER and "a" not in pair.letters
    return governed and (pair.after in OBJECTS or pair.is_verb)


def _is_third_person_after_to(pair: Pair) -> bool:
    """Whether what may be a plural is a verb, as what follows it shows."""
    governed = pair.before in _WANTING
    is_verb = pair.word in THIRD_PERSON or pair.tag(pair.place.verb).form == "Pres3"
    if governed and is_verb:
        return True
    return pair.after in OBJECTS and (governed or pair.after in _PERSONS or pair.is_verb)


def _is_past_after_to(pair: Pair) -> bool:
    """Whether a past form after “to” is no participle before a noun: “due to used cars”."""
    if pair.before in _WANTING and not _begins_noun(pair, pair.place.verb + 1):
        return pair.after[:1].isalpha() or pair.is_verb
    if pair.letters != "d":
        return False
    return pair.before in _NEEDS or (pair.after in _AFTER_PAST and pair.is_verb)


def _begins_noun(pair: Pair, at: int) -> bool:
    """Whether a word may begin a noun phrase without determiner."""
    tag = pair.tag(at)
    return tag.is_noun or tag.pos in {"ADJ", "NUM", "X"} or tag.form == "Ing"
