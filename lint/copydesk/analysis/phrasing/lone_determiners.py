"""Finds determiners left without their noun, as where one phrase was pasted over another."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from copydesk.analysis.phrasing.neighbours import clashes
from copydesk.document import BREAK, Document
from copydesk.english.impossible_pairs import pairs
from copydesk.english.lexicon import (
    ARTICLES,
    BE,
    COORDINATORS,
    DEMONSTRATIVES,
    HAVE,
    NEGATED,
    NEGATED_BE,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    REFLEXIVES,
    RELATIVES,
    SUBORDINATORS,
)

_BEGINS_NOUN_PHRASE = ARTICLES | POSSESSIVES | DEMONSTRATIVES | {"another"}
_NEVER_SECOND = frozenset("any each either neither some".split())
"""Determiners that come after no other, and in no compound."""

_AUXILIARIES = (
    (BE - {"am"}) | HAVE | NEGATED | frozenset("be been could did does should would".split())
)
_NEVER_IN_COMPOUND = frozenset(
    "against among between despite during except from into of onto than toward towards until upon"
    " with".split()
)
_IN_COMPOUND = frozenset(
    "about after around before behind by down in off on out over through under up".split()
)
"""Prepositions that many compounds begin with: “an in depth report”, “the by election”."""

_RARELY_IN_COMPOUND = frozenset("by in on".split())
"""Prepositions that only certain compounds begin with."""

_DEGREES = frozenset("all no per so too".split())
"""What begins a compound or an adjective phrase: “the all too familiar tune”, “the per capita”."""

_MAY_FOLLOW = RELATIVES | frozenset("being can might must not will".split())
"""What is a noun too, or begins a phrase as one: “the how and why”, “a not so long time”."""

_FADS = frozenset("crowd joke jokes now then thing things".split())
"""What comes after “in” for what is fashionable, and after “by” as in “the by now familiar”."""

_COMPOUNDS = {
    "as": frozenset("built is yet".split()),
    "at": frozenset("bat home large last least risk sea times will".split()),
    "for": frozenset("hire profit profits rent sale".split()),
    "to": frozenset("be date die do go let".split()),
}
"""What follows the other prepositions in the few compounds that they begin."""

_COMPOUND_ENDS = frozenset(
    "air ballot board book books box clock counter cuff curve edge fact fence fly fray game go grid"
    " ground hill job knee law line making market moment money moon name numbers pitch radar record"
    " road roof scenes shelf side spot table time top wall way weather wheel world".split()
)
"""Nouns that compounds with an article end in: “an over the counter drug”."""

_PRONOUNS = frozenset("he her him his it my she them they us we".split()) | REFLEXIVES
_QUESTIONS = RELATIVES - {"that"}
_AFTER_ANY = (
    _BEGINS_NOUN_PHRASE
    | _NEVER_SECOND
    | _AUXILIARIES
    | _NEVER_IN_COMPOUND
    | _IN_COMPOUND
    | frozenset(_COMPOUNDS)
)
_AFTER_ARTICLE = (
    _AFTER_ANY | _PRONOUNS | _QUESTIONS | frozenset("all and because both but if no such".split())
)
_CLASHES = (
    dict.fromkeys(POSSESSIVES - {"her", "his"}, _AFTER_ANY | frozenset("all no such".split()))
    | dict.fromkeys(ARTICLES, _AFTER_ARTICLE)
    | {"his": (_BEGINS_NOUN_PHRASE - {"that"}) | frozenset("as from into of some with".split())}
    | {"every": _BEGINS_NOUN_PHRASE | _NEVER_SECOND | _AUXILIARIES | {"of"}}
    | {"no": _BEGINS_NOUN_PHRASE | _NEVER_SECOND - {"either"}}
    | {"whose": ARTICLES | POSSESSIVES | _NEVER_SECOND}
)
"""What may not follow a word that is a determiner and nothing else; but see “his” and “no”."""

_AFTER_PRONOUN = (_BEGINS_NOUN_PHRASE | frozenset("any each no some".split())) - {"that"}
_OF_NUMBER = _AFTER_PRONOUN - {"a", "an", "each"}
_PRONOUN_CLASHES = (
    dict.fromkeys("that this these".split(), _AFTER_PRONOUN - {"my", "our"})
    | {"her": _AFTER_PRONOUN, "another": _AFTER_PRONOUN, "any": _AFTER_PRONOUN - {"the"}}
    | dict.fromkeys("each few many several some".split(), _OF_NUMBER)
)
"""What may not follow a word that is a pronoun as well, where it is none.

But “in this our country”, “the best of any the town has”, “those the police had held”.
"""

_AFTER_FOREIGN_A = frozenset(
    "capella cappella contrario deux fortiori gogo la posteriori priori".split()
)
_NOUNS_OF_TWO_WORDS = frozenset(
    {("be", "all"), ("could", "have"), ("have", "not"), ("have", "nots"), ("would", "be")}
)
_SENTENCE_ENDS = frozenset(f'.!?:;“"{BREAK}')

_TAKES_TWO = tuple(
    "afford allow ask assign bring brought buy bought call cause charge consider cost deal dealt"
    " declare deem den do did dub earn envy fine find found forgive gave get give giving got grant"
    " guarantee hand hold keep kept label leave leaving left lend lent let lost made make making"
    " mean name offer ow paid pay promis prov rate refus render sav see sell sold send sent serv"
    " show spar taught teach tell term think thought told took take taking vot win won writ wrote"
    " aw cho appoint elect feed fed read mail wish want like loan pass pour rent set".split()
)
"""How verbs begin that two noun phrases may follow: “call this a day”, “gave some the chance”."""

_ADVERBIALS = frozenset(
    "afternoon and day entire evening first following hard last moment more morning next night old"
    " or other same second third time very way week weekend whole year".split()
)
"""What follows where the second noun phrase tells when or how: “she learned this the hard way”."""

_TIED = frozenset("about as at by for from into of to with".split())
"""Prepositions after which “that” opens no clause."""

_OWNING = frozenset("about against by during from into of under".split())
"""Prepositions that no object of another verb follows: not “suggested to her the idea”."""

_ONLY_AFTER = {"her": _OWNING, "that": _TIED}
_BEFORE_PRONOUN = (
    BE
    | NEGATED_BE
    | frozenset("all and another as be been being both but even if not one or than that".split())
)
_NUMBERS = frozenset("few many several some".split())
_LEADS = COORDINATORS | {"even", "just", "only"}
_OPENS = PREPOSITIONS | SUBORDINATORS | {"so", "then", "to"}
_CLOSES = frozenset("addition according due owing prior thanks".split())
"""What makes a preposition with “to”, after which “that” is what was said before."""

_LONGEST_OPENING = 5
"""How many words a phrase before the subject has."""


def lone_determiners(document: Document) -> tuple[int, ...]:
    """The determiners before a word that cannot go on with their noun phrase, as token indices."""
    return tuple(i for i in clashes(document, _clashes()) if not _is_whole(document, i))


def two_articles(document: Document) -> tuple[int, ...]:
    """Those of them that are an article before another: “for the a year ago”."""
    words = document.tokens.lowers
    found = document.analysis(lone_determiners)
    return tuple(i for i in found if ARTICLES.issuperset(words[i : i + 2]))


@cache
def _clashes() -> Mapping[str, frozenset[str]]:
    """What may not follow each determiner: what is known, and what is never met."""
    impossible = pairs().impossible
    sure = (ARTICLES | POSSESSIVES | {"every"}) - {"her", "his"}
    return (
        _CLASHES
        | {first: _CLASHES[first] | impossible[first] - _MAY_FOLLOW for first in sure}
        | _PRONOUN_CLASHES
    )


def _is_whole(document: Document, i: int) -> bool:
    """Whether the pair, broken nearly everywhere, is good English here."""
    texts, words = document.tokens.texts, document.tokens.lowers
    first, second = words[i], words[i + 1]
    if not _is_determiner(document, i):
        return True
    if first in _PRONOUN_CLASHES and not _is_left_behind(words, i):
        return True
    if first == "no" and i and words[i - 1] == "or":
        return True  # “whether or no the”
    if second in _MAY_BE_WHOLE:
        return _MAY_BE_WHOLE[second](words, i)
    if second in _IN_COMPOUND or second in _COMPOUNDS:
        return _is_compound(second, texts[i + 2 : i + 4])
    return (second, "".join(words[i + 2 : i + 3])) in _NOUNS_OF_TWO_WORDS


def _is_determiner(document: Document, i: int) -> bool:
    """Whether the first word is no letter, name or part of another word."""
    text, start = document.tokens.texts[i], document.tokens.starts[i]
    if start and document.text[start - 1] in ".&'’`/-":
        return False  # “Q&A with”
    second = document.tokens.lowers[i + 1]
    if text == "A":  # “Plan A is”, but “A its plan”
        before = document.tokens.texts[i - 1] if i else BREAK
        return second in _BEGINS_NOUN_PHRASE and before in _SENTENCE_ENDS
    return not (text == "An" and second in _AUXILIARIES)  # “An has resigned”


def _is_left_behind(words: Sequence[str], i: int) -> bool:
    """Whether a word that is a pronoun as well is none, for nothing there takes one.

    A pronoun may end a phrase before the subject (“with this the war was over”), and it may be the
    first of two things that belong to a verb (“call this a day”, “gave her the key”).
    """
    before, owned = words[i - 1] if i else BREAK, words[i + 1] in POSSESSIVES
    if owned and words[i] in _NUMBERS:
        return not before.startswith(_TAKES_TWO)
    if not before[0].isalpha() or (not owned and _tells_when(words, i + 2)):
        return False
    if words[i] == "another" and "one" in words[max(0, i - 2) : i]:
        return False  # “one after another the lights”
    if before in _BEFORE_PRONOUN or before.startswith(_TAKES_TWO) or _ends_opening(words, i):
        return False
    if words[i] not in _ONLY_AFTER:
        return True
    is_hers = words[i] == "her" and owned  # “to her his feelings”
    return before in (PREPOSITIONS if is_hers else _ONLY_AFTER[words[i]])


def _tells_when(words: Sequence[str], at: int) -> bool:
    """Whether a phrase may go on so that tells when or how, or compares: “this the hard way”."""
    word = "".join(words[at : at + 1])
    return word in _ADVERBIALS or word.endswith(("est", "er"))


def _ends_opening(words: Sequence[str], i: int) -> bool:
    """Whether a phrase before the subject may end: “with this | the”, “to end this | the”."""
    for at in range(i - 1, max(-1, i - 1 - _LONGEST_OPENING), -1):
        if not words[at][0].isalnum() or not at:
            first = at + (not words[at][0].isalnum())
            while words[first] in _LEADS:
                first += 1
            return words[first] in _OPENS or words[first].endswith(("ing", "ed"))
    return words[i - 2] in _CLOSES


def _is_foreign(words: Sequence[str], i: int) -> bool:
    """Whether “a” is a letter or a word of another language: “an a cappella group”."""
    third = "".join(words[i + 2 : i + 3])
    return third in _AFTER_FOREIGN_A or not third[:1].isalpha() or len(third) == 1


def _joins_letters(words: Sequence[str], i: int) -> bool:
    """Whether letters are joined: “let a and b be numbers”."""
    return len("".join(words[i + 2 : i + 3])) == 1


def _is_pronoun_named(words: Sequence[str], i: int) -> bool:
    """Whether a pronoun is a noun here: “the his and hers towels”, “the who and why”."""
    third = "".join(words[i + 2 : i + 3])
    return third in {"and", "many", "much", "of", "or"} or not third[:1].isalpha()


def _begins_compound(words: Sequence[str], i: int) -> bool:
    """Whether “all” or “no” begins a compound: “the all star game”, other than “the all the”."""
    return "".join(words[i + 2 : i + 3]) not in _BEGINS_NOUN_PHRASE


_MAY_BE_WHOLE: Mapping[str, Callable[[Sequence[str], int], bool]] = (
    dict.fromkeys(_PRONOUNS | _QUESTIONS, _is_pronoun_named)
    | dict.fromkeys(("and", "or"), _joins_letters)
    | dict.fromkeys(_DEGREES, _begins_compound)
    | {"a": _is_foreign}
)
"""What tells, by the second word of a pair, that it is good English."""


def _is_compound(preposition: str, rest: list[str]) -> bool:
    """Whether a compound goes on here that lost its hyphens, not a prepositional phrase."""
    head = rest[0] if rest else ""
    if head in ARTICLES:
        return rest[-1] in _COMPOUND_ENDS
    if preposition in _COMPOUNDS:
        return head in _COMPOUNDS[preposition] or len(head) == 1  # “from a to b”
    if head.isdigit():
        return preposition in {"about", "around", "over", "under"}
    if preposition in _RARELY_IN_COMPOUND:
        return head in pairs().compounds[preposition] | _FADS or "-" in head
    return head not in _BEGINS_NOUN_PHRASE | OBJECT_PRONOUNS and not head[:1].isupper()
