"""Finds verbs in a form that “can”, “to”, “have” or “be” before them does not take.

The dictionary leaves them no other form, and the sentence, as tagged, has a verb there.
"""

from collections.abc import Iterator
from typing import NamedTuple

from copydesk.analysis.phrasing.auxiliaries import clashing_auxiliaries
from copydesk.analysis.phrasing.impossible_forms import ALSO_NOUNS, is_impossible
from copydesk.analysis.phrasing.subjects import is_same_in_the_past
from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.analysis.tags import NONE, Tag, tags
from copydesk.analysis.vocabulary import places
from copydesk.document import Document
from copydesk.english.bare_nouns import ends_noun, wants_article
from copydesk.english.clauses import (
    has_two_subjects,
    may_belong_to_relative,
    may_end_with_have,
)
from copydesk.english.dictionary import letters_of
from copydesk.english.grammatical_number import Number, noun_number
from copydesk.english.lexicon import (
    ARTICLES,
    DETERMINERS,
    DO,
    FORMS_OF_BE,
    FUNCTION_WORDS,
    HAVE,
    MODALS,
    NEGATED_BE,
    NEGATED_DO,
    NEGATED_HAVE,
    NEGATED_MODALS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PRETERITES,
    REFLEXIVES,
    SUBJECT_PRONOUNS,
)
from copydesk.english.verb_forms import THIRD_PERSON
from copydesk.english.word_classes import PERSON_NOUN, THING_NOUN, classes_of

_MODALS = MODALS | NEGATED_MODALS
_PERFECT = HAVE | NEGATED_HAVE | frozenset("i've we've you've they've".split())
_BE = FORMS_OF_BE | NEGATED_BE
_BEFORE_PARTICIPLES = _PERFECT | _BE
_DOES = DO | NEGATED_DO
_CONTRACTED = frozenset(f"{subject}'ll" for subject in SUBJECT_PRONOUNS)
_GOVERNORS = _MODALS | _CONTRACTED | _PERFECT | _BE | _DOES | {"to"}

_FORMS = {"being": "g", "having": "g", "did": "d", "does": "z", "had": "d", "has": "z"}
"""Forms of auxiliaries that are looked at as verbs are, and their classes."""

_FINITE = frozenset("did does had has".split())
"""Those of them that two function words in a row are told by, but not always after “to”."""

_ADVERBS = frozenset(
    "actually again all already also always apparently clearly currently easily even ever finally"
    " formally fully generally greatly hardly immediately just largely long mainly merely never not"
    " now officially often once only previously probably properly quickly rarely really recently"
    " reportedly repeatedly seriously simply since slowly soon specifically still subsequently"
    " successfully then usually yet".split()
)
"""What stands between an auxiliary and its verb."""

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
    "better certain difficult easier easy first harder how impossible possible ways what"
    " where whether wrong".split()
)
"""More words after which “to” opens an infinitive, or a noun phrase, but no gerund."""

_GERUND_AFTER = frozenset("about allowed going had plan plans".split())
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

_INVERTS = frozenset(
    "as hardly how neither never nor only rarely seldom so than what where why".split()
)
_NEGATIVE = _INVERTS | frozenset("little no not such".split())
_POSSESSIVE_ENDS = ("'s", "s'")
_CLEFT = frozenset(
    "advice aim do does did done doing goal idea job key option plan rule solution step task thing"
    " trick way ways".split()
)
"""Words after which a clause may follow “is”: “all one can do is wait for it”."""

_ADJECTIVES = frozenset({"complete"})
"""What the dictionary has as a verb alone, and is an adjective too."""

_AFTER_PARTICIPLE = frozenset("as at by for from in into on to with".split())
_OBJECTS = (DETERMINERS | OBJECT_PRONOUNS | REFLEXIVES) - frozenset(
    "all no such this that you".split()
)
_AFTER_PAST = _OBJECTS | frozenset(
    "as at by everyone everything for from in into on out over who with".split()
)
"""Words before which a past form is no participle that belongs to a noun."""

_PERSONS = frozenset("him me them us".split())
_NEXT = frozenset(
    "afternoon evening few first following last month morning next night previous same second way"
    " week whole year".split()
)
"""What a phrase of time goes on with after its article: “had lunch the next day”."""

_MASS_OBJECTS = ARTICLES | POSSESSIVES | frozenset("him it me them us".split())
"""Objects that no noun without article has before it: “has change the rule”."""

_OPENS_NOUN = frozenset("all everything little much nothing what whatever whether".split())
_PLAIN_PARTICIPLES = ("come", "run")
"""How verbs end whose plain form is a participle as well: become, outrun."""

_RIGHTS = frozenset("edit read write".split())
"""What one may have before “access”."""

_ALSO_MADE = frozenset("commit deploy install merge ref".split())
"""What the dictionary has as verbs alone, and those who make programs say as nouns."""

_PLAIN = frozenset({"v", "nv"})
"""The classes of verbs in the plain form, which may be nouns besides."""

_MOST_BETWEEN = 3
_NEAR = 10


class Government(NamedTuple):
    """An auxiliary, or “to”, and the verb after it, as indices of tokens."""

    by: int
    verb: int


def misgoverned(document: Document) -> tuple[Government, ...]:
    """The auxiliaries, or “to”, and the verbs after them whose form they do not take."""
    words = document.tokens.lowers
    return tuple(
        place
        for place in _governments(document)
        if is_impossible(words, *place) or _is_wrong(document, place)
    )


def _governments(document: Document) -> Iterator[Government]:
    """The auxiliaries, or “to”, and the next words that are no adverbs, none of them a name."""
    words, texts = document.tokens.lowers, document.tokens.texts
    for by in places(document, _GOVERNORS):
        verb = by + 1
        while verb < len(words) and words[verb] in _ADVERBS and verb < by + _MOST_BETWEEN:
            verb += 1
        is_named = not texts[by].islower() and words[by] not in _CONTRACTED
        if verb < len(words) and texts[verb].islower() and not is_named:
            yield Government(by, verb)


def _is_wrong(document: Document, place: Government) -> bool:
    """Whether the dictionary and the sentence as tagged leave the verb no right form."""
    words = document.tokens.lowers
    by, verb = words[place.by], words[place.verb]
    letters = _letters(verb)
    if not (letters in _PLAIN if by in _BEFORE_PARTICIPLES else _is_inflected(letters)):
        return False
    if by in _DOES or (verb in _FINITE and by != "to"):
        return False  # told by words alone
    if verb in PRETERITES | _FINITE and place.by in document.analysis(clashing_auxiliaries):
        return False  # told by `clashing-auxiliaries`
    return _Pair(document, place, letters).is_wrong()


def _is_inflected(letters: str) -> bool:
    return "d" in letters or "z" in letters or "g" in letters


def _letters(word: str) -> str:
    if word in FUNCTION_WORDS:
        return _FORMS.get(word, "")
    return letters_of(word)


class _Pair:
    """An auxiliary, or “to”, and the word after it, with what stands around.

    Attributes:
        place: Where they stand.
        word: The second.
        letters: Its classes in the dictionary.
        before: The word before the first, but for “not”.
        after: The word after the second.
    """

    def __init__(self, document: Document, place: Government, letters: str) -> None:
        self._document = document
        self._words = document.tokens.lowers
        self.place = place
        self.letters = letters
        self.word = self._words[place.verb]
        before = self._words[max(0, place.by - 2) : place.by]
        self.before = before[0] if before[1:] == ["not"] else "".join(before[-1:])
        self.after = "".join(self._words[place.verb + 1 : place.verb + 2])

    def is_wrong(self) -> bool:
        """Whether the second is a verb in a form that the first does not take."""
        by = self._words[self.place.by]
        if by == "to":
            return self._follows_infinitive() and self._is_wrong_after_to()
        if by in _CONTRACTED:
            return self._is_verb and not self.letters.strip("zsdga")
        if by in _MODALS:
            return self._is_wrong_after_modal(by)
        if by in _PERFECT:
            return self._is_no_participle() and self._is_wrong_after_have()
        return self._is_no_participle() and self._is_wrong_after_be(by)

    def _tag(self, at: int) -> Tag:
        return self._document.analysis(tags).tag(at) if 0 <= at < len(self._words) else NONE

    @property
    def _is_verb(self) -> bool:
        return self._tag(self.place.verb).is_verb

    def _near(self) -> list[str]:
        """The words of the sentence before the first, a few of them."""
        by = self.place.by
        start = self._document.analysis(sentence_tokens).around(by).start
        return self._words[max(start, by - _NEAR) : by]

    def _is_asked(self) -> bool:
        sentence = self._document.analysis(sentence_tokens).around(self.place.by)
        return "?" in self._words[self.place.by : sentence.stop]

    def _follows_infinitive(self) -> bool:
        """Whether “to” may open an infinitive, not as in “from loved to hated”.

        Nor as in “whether you want to depends on it”, or “ready to deploys”.
        """
        return (
            self.before.isalpha()
            and self.before not in _NO_INFINITIVE
            and not (self.letters == "z" and self.word.removesuffix("s") in _ALSO_MADE)
            and (self.letters == "z" or "from" not in self._near())
            and not ("z" in self.letters and "whether" in self._near())
        )

    def _is_wrong_after_to(self) -> bool:
        if self.word in _PLAINLY_PAST | _FINITE:
            governed = self.before in _WANTING
            return governed and not may_belong_to_relative(self._words, self.place.by)
        if not self.letters.strip("nga"):
            return self._is_gerund_after_to()
        if not self.letters.strip("szda") and self._is_after_strict():
            return True
        if self.letters == "z":
            return not classes_of(self.word.removesuffix("s")) & THING_NOUN
        if not self.letters.strip("sz"):
            return self._is_third_person_after_to()
        return not self.letters.strip("da") and self._is_past_after_to()

    def _is_after_strict(self) -> bool:
        """Whether only an infinitive can follow, as after “able to” and “for them to”."""
        if self.before in OBJECT_PRONOUNS and "s" not in self.letters:
            return self._words[self.place.by - 2] in _MAKES_DO
        may_be_noun = self.before in _ALSO_WISHES and not {"z", "g"}.isdisjoint(self.letters)
        return self.before in _STRICT and not may_be_noun

    def _is_gerund_after_to(self) -> bool:
        """Whether an -ing form is a verb, and no name of something done: “plans to filming”."""
        if self.before in _NO_GERUND or self._is_after_strict():
            return True
        governed = self.before in _WANTING - _GERUND_AFTER and "a" not in self.letters
        return governed and (self.after in _OBJECTS or self._is_verb)

    def _is_third_person_after_to(self) -> bool:
        """Whether what may be a plural is a verb, as what follows it shows."""
        governed = self.before in _WANTING
        is_verb = self.word in THIRD_PERSON or self._tag(self.place.verb).form == "Pres3"
        if governed and is_verb:
            return True
        return self.after in _OBJECTS and (governed or self.after in _PERSONS or self._is_verb)

    def _is_past_after_to(self) -> bool:
        """Whether a past form after “to” is no participle before a noun: “due to used cars”."""
        if self.before in _WANTING and not self._begins_noun(self.place.verb + 1):
            return self.after[:1].isalpha() or self._is_verb
        if self.letters != "d":
            return False
        return self.before in _NEEDS or (self.after in _AFTER_PAST and self._is_verb)

    def _begins_noun(self, at: int) -> bool:
        """Whether a word may begin a noun phrase without determiner."""
        tag = self._tag(at)
        return tag.is_noun or tag.pos in {"ADJ", "NUM", "X"} or tag.form == "Ing"

    def _is_wrong_after_modal(self, by: str) -> bool:
        if self.letters.strip("zsdga") and self.letters.strip("nga"):
            return False
        if self.before in _INVERTS or self._tag(self.place.by - 1).pos == "ADV":
            return False
        if not self.letters.strip("ng") and "as" in self._near():
            return False  # “as much growing cotton as they could growing grain”
        if (by, self.word) == ("must", "needs"):
            return False
        has_form = self._is_third_person(by) if "s" in self.letters else self._has_form(by)
        return has_form and self._tag(self.place.by).form == "Mod" and not self._is_asked()

    def _is_third_person(self, by: str) -> bool:
        """Whether what may be a plural is a verb, for after a subject no plural may stand.

        It may after a negation: “at no time would prices fall”.
        """
        before = self._tag(self.place.by - 1)
        is_pronoun = self.before in SUBJECT_PRONOUNS or before.pos == "PRON"
        if not (is_pronoun or before.is_noun) or not _NEGATIVE.isdisjoint(self._near()):
            return False
        if by in ALSO_NOUNS and not (is_pronoun or before.form == "Plur" or before.pos == "PROPN"):
            return False
        has_object = self.after in _OBJECTS
        return (has_object or not self.before.endswith("s")) and not self._has_lost_object()

    def _has_form(self, by: str) -> bool:
        """Whether a past form or a gerund is a verb that the modal `by` governs."""
        is_sure = self.before in SUBJECT_PRONOUNS and by not in ALSO_NOUNS
        if not (is_sure or self._is_verb) or not self._ends_subject(by):
            return False
        if "g" in self.letters:  # “a gas can being filled”
            may_be_noun = by == "can" and self._tag(self.place.by - 1).name == "NOUN.Sing"
            return not may_be_noun or self.after in _OBJECTS
        return not self._has_lost_object()

    def _ends_subject(self, by: str) -> bool:
        """Whether the word before the modal may end a subject, and leaves the modal no noun."""
        tag = self._tag(self.place.by - 1)
        if by not in ALSO_NOUNS:
            return tag.is_noun or self.before == "," or tag.pos in {"PRON", "ADV", "CCONJ", "DET"}
        owns = tag.form == "Poss" or self.before in {"'", "’", "s"}
        is_subject = tag.is_noun or tag.pos in {"PRON", "CCONJ"}
        return is_subject and not owns and not self.before.endswith(_POSSESSIVE_ENDS)

    def _is_no_participle(self) -> bool:
        """Whether no participle is like the plain form that the verb is in."""
        return not (is_same_in_the_past(self.word) or self.word.endswith(_PLAIN_PARTICIPLES))

    def _is_wrong_after_have(self) -> bool:
        if self.word in _RIGHTS | _ALSO_MADE and self.after not in FUNCTION_WORDS:
            return False  # “have write access”
        if self._words[self.place.verb + 1 : self.place.verb + 3] == ["to", self.word]:
            return False  # “has end to end tests”
        if "n" in self.letters:
            is_verb = wants_article(self.word, self.after) or (
                self.before.isalpha() and self._has_object()
            )
        else:
            is_verb = self._is_verb or (self.word not in _ADJECTIVES and ends_noun(self.after))
        return is_verb and not self._is_asked() and not self._has_lost_object_of_have()

    def _has_object(self) -> bool:
        """Whether an object comes that no noun without article has before it."""
        if (self.word, self.after) == ("lead", "to"):
            return True
        if self.after not in _MASS_OBJECTS or self.before == "to":
            return False
        third = "".join(self._words[self.place.verb + 2 : self.place.verb + 3])
        return self.after not in ARTICLES or (third not in _NEXT and self._is_verb)

    def _has_lost_object_of_have(self) -> bool:
        """Whether the clause may end with the auxiliary: “the plans they have | include”."""
        if self.before in {"who", "which", "that"} or self._words[self.place.by - 2] == "as":
            return False
        return may_end_with_have(self._document.tokens.texts, self._words, self.place.by)

    def _has_lost_object(self) -> bool:
        """Whether the clause may end with the auxiliary: “the plans they have | include”."""
        by, near = self.place.by, self._near()
        if not _OPENS_NOUN.isdisjoint(near):
            return True
        for at in range(by - len(near) + 1, by - 1):
            word = self._words[at]
            if word == "which" or (word == "that" and self._tag(at - 1).pos == "NOUN"):
                return self._words[at + 1] not in _MODALS
        if self.before in SUBJECT_PRONOUNS:
            return len(near) > 1 and (near[-2] == "best" or self._tag(by - 2).is_noun)
        return has_two_subjects(self._document.tokens.texts, by) and any(
            self._tag(at).pos == "NOUN" and noun_number(self._words[at]) is not Number.ONE
            for at in range(by - len(near), by - 1)
        )

    def _is_wrong_after_be(self, by: str) -> bool:
        if not _CLEFT.isdisjoint(self._near()) or not self.before[:1].isalpha():
            return False  # “all they do is wait”
        if "n" in self.letters:
            adverb = self._words[self.place.verb - 1]
            return adverb.endswith("ly") and self.after == "by" and self._is_verb
        if classes_of(self.word) & (THING_NOUN | PERSON_NOUN):
            return False
        if self.before == "it" and self.after == "that":
            return True
        is_past = by in {"was", "were", "been", "wasn't", "weren't"}
        after = FUNCTION_WORDS if is_past else _AFTER_PARTICIPLE
        if self.after not in after or self.word in _ADJECTIVES or self._is_asked():
            return False
        return self.after == "by" or not self._has_lost_object()
