"""Finds what the first sentence of an article takes up as if something stood before it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from copydesk.analysis.reference.speakers import names_person
from copydesk.english.people import Gender, given_name_gender
from copydesk.patterns import lazy_pattern

_CONNECTIVES = frozenset(
    "And But Consequently Furthermore However Meanwhile Moreover Nevertheless Nonetheless Therefore"
    " Yet".split()
)
_BEFORE_COMMA = frozenset(
    "As a result/By contrast/Conversely/In contrast/Instead/On the contrary/On the other hand"
    "/Otherwise/Accordingly/Additionally/After that/Afterward/Afterwards/Also/At the same time"
    "/Because of this/Besides/Despite this/Earlier/For example/For instance/For this reason/Hence"
    "/In addition/In response/In turn/Incidentally/Later/Likewise/Similarly/That said/Thus"
    "/To that end/To this end".split("/")
)
PRONOUNS = frozenset("He She They His Her Their".split())
_WINDOW = 60
_STEM = 5
_NAME_AS_TITLE = 3
"""A headline of no more words is what an article is about, and “it” may mean that."""

_IDENTIFIES = lazy_pattern(
    r"(?:[;:–—(]|\s-|\bborn|\bnamed|\bcalled|\bas|,\s+(?:and|but|so|yet)\b[^,.]*?)\s*(?=[A-Z])"
)
_BEGINS_CLAUSE = lazy_pattern(
    r"(?:\A|[,;:–—]\s*|\s-\s+|\b(?:and|but|so|as|when|that|said|says)\s+)"
)
_LEAD = 40
_QUOTED = lazy_pattern(r"[\"“‘].*", re.DOTALL)
_SHORT_NAME = lazy_pattern(r"\b(?:Mr|Mrs|Ms)\.?\s+[\w’'-]+(?!\s+[A-Z])")
_CAPITALIZED = lazy_pattern(r"\b[A-Z]\w+")
_GENDERS = {"He": Gender.MALE, "His": Gender.MALE, "She": Gender.FEMALE, "Her": Gender.FEMALE}

_IT = lazy_pattern(
    r"(?P<word>It)\s+(?:(?:also|said|says|added|adds|includes|included|features|featured|contains"
    r"|contained|consists|consisted|stars|starred|belongs)\b"
    r"|(?:is|was|has\s+been|had\s+been|will\s+be)\s+(?:also\s+)?(?:\w{3,}ed|built|known|made|sold)\s+"
    r"(?:at|by|for|from|in|into|on|under|with)\b(?!.*\bthat\b))",
    re.DOTALL,
)
_POINTING = lazy_pattern(
    r"(?P<word>The\s+latter|The\s+former(?=\s+(?:is|was|has|had|will|would)\b)|Others"
    r"|(?:These|Such)(?=\s+[a-z])|Those(?=\s+[a-z]+s\b)|The\s+same(?=\s+[a-z]+\s+(?:is|was|has|had)\b)"
    r"|Both(?=\s+(?:are|were|have|had|will|would|can|could|may|sides|men|women|teams|parties)\b))"
)
_POINTERS = ("These", "Others", "Such", "Those", "Both", "The latter", "The former", "The same")
_NO_POINTING = lazy_pattern(
    r"(?:These\s+(?:days|are|last|past)|Such\s+(?:is|was|as|are|were|a|an)"
    r"|Those\s+(?:days|wishes|plans)"
    r"|These\s+(?:[a-z]+\s+){0,2}(?:concepts|docs|documents|examples|guidelines|instructions|notes"
    r"|pages|policies|principles|questions|rules|standards|steps|terms|tips))\b"
)
_ALSO = lazy_pattern(r"[^,;:()\[\]\"“”–—]*?\s(?P<word>also)\s+(?=[a-z])")
_NO_ALSO = lazy_pattern(
    r"(?:abbreviated|called|dubbed|known|named|nicknamed|referred|romanised|romanized|spelled|spelt"
    r"|styled|termed|titled|transliterated|written)\b"
)
_JOINS_ALSO = lazy_pattern(
    r"\b(?:and|but|or|only|that|which|who|while|because|if|(?:can|could|may|might)(?=\s+also\s)"
    r"|[Aa]mong)\b"
)
_SPEECH = lazy_pattern(
    r"(?P<quoted>[\"“][^\"“”]*[\"”])\s+(?P<word>he|she)\s+"
    r"(?:added|admitted|argued|claimed|explained|insisted|said|says|told|warned|wrote)\b"
    r"|(?P<said>[^\"“”]*),\s+(?P<other>he|she)\s+(?:added|argued|claimed|said|says|warned)\s*[.,]"
)
_ADDRESSED = lazy_pattern(
    r"(?<!Mr and )(?<!Mr\. and )"
    r"(?P<word>(?:Mr|Mrs|Ms)\.?\s+(?!(?:Chair|President|Prime|Secretary|Speaker|Vice))"
    r"[A-Z][\w’'-]*+(?<![’']s)(?<=[a-z]))(?!\s+(?:and|&)\s+M[rs])(?!,?\s+[A-Z])"
)
_CAPITAL = lazy_pattern(r"\s[A-Z]\w")


_NOUNS_FOR_WHAT_WAS_TOLD = frozenset(
    """
    accident agreement album allegations announcement arrests attack attacks band bill blast book
    call campaign case change changes charges claim claims club comments committee company couple
    crash cut cuts deal decision defeat drop episode explosion fall figures film findings firm game
    group incident increase investigation lawsuit legislation loss man match measure measures
    meeting men move offer order pair panel plan plans proposal proposals protest protests
    remarks report reports result results rise ruling scheme series shooting singer song statement
    strike study suit survey suspect suspects talks team trial verdict victim victims victory
    violence vote warning win woman women
    """.split()
)
_DEFINITE = lazy_pattern(
    r"(?P<words>The\s+(?P<noun>[a-z]+))\s+(?:also|are|became|began|brought|came|comes|could|did|does"
    r"|followed|follows|gave|had|has|have|is|left|led|made|marked|means|remains|said|says|took|was"
    r"|were|will|would)\b"
)


class Opening(NamedTuple):
    """How an article begins.

    Attributes:
        sentences: The first few of its running text.
        headlines: The texts of the blocks before it.
        front_matter: What the file says of itself before its text.
    """

    sentences: Sequence[str]
    headlines: Sequence[str]
    front_matter: str = ""

    @property
    def first(self) -> str:
        """The first sentence."""
        return self.sentences[0]

    def begins(self, *phrases: str) -> bool:
        """Whether the first sentence begins like one of some phrases."""
        return " ".join(self.first[:_WINDOW].split()).startswith(phrases)


class Reference(NamedTuple):
    """The words `[start:end]` of the first sentence, and what is missing for them."""

    start: int
    end: int
    lack: str


def references(opening: Opening) -> Iterator[Reference]:
    """What the first sentence takes up, the surest first."""
    for detector in _DETECTORS:
        if found := detector(opening):
            yield found


def _connecting(text: str) -> str:
    """The words that `text` opens with, if they connect it, some of them with a comma alone."""
    phrase, comma, _ = text[:_WINDOW].partition(",")
    if comma and " ".join(phrase.split()) in _BEFORE_COMMA:
        return phrase
    match phrase.split(maxsplit=2):
        case ["Yet", after, *_] if after.lower() in {"another", "again"}:
            return ""
        case [word, *_] if word in _CONNECTIVES:
            return word
        case _:
            return ""


def _connective(opening: Opening) -> Reference | None:
    """A connective, unless the headline has it too or the sentence asks a question."""
    words = _connecting(opening.first)
    repeats = any(headline.startswith(words) for headline in opening.headlines)
    if not words or repeats or opening.first.endswith("?"):
        return None
    return Reference(0, len(words), "nothing stands before it")


def _pronoun(opening: Opening) -> Reference | None:
    """A personal pronoun, unless the next sentences name the person as a story does."""
    match opening.first[:_WINDOW].split(maxsplit=3):
        case [_, "say" | "call" | "who", *_]:
            return None
        case [_, "is" | "are" | "was" | "were", "a" | "an" | "the" | "one", *_]:
            return None
        case [word, *_] if word in PRONOUNS and not _is_named(opening):
            return Reference(0, len(word), "nobody is named before it")
        case _:
            return None


def _is_named(opening: Opening) -> bool:
    """Whether the front matter or the first sentences say whom a pronoun at the beginning means.

    In the first a full name does so only in a clause of its own: “He won, and now Ana Brook …”,
    for “He beat Ana Brook” is about two. After it, one that begins a clause.
    """
    first, *rest = opening.sentences
    clauses = [opening.front_matter]
    clauses += [first[found.end() :][:_LEAD] for found in _IDENTIFIES.finditer(first)]
    for sentence in rest:
        clauses += [sentence[found.end() :][:_LEAD] for found in _BEGINS_CLAUSE.finditer(sentence)]
    pronoun = first.split(maxsplit=1)[0]
    return any(_may_name(clause, _GENDERS.get(pronoun)) for clause in clauses)


def _may_name(clause: str, gender: Gender | None) -> bool:
    """Whether a clause has the full name of a person whom a pronoun of this gender may mean."""
    words = _SHORT_NAME.sub("", _QUOTED.sub("", clause))
    if not names_person(words):
        return False
    genders = {given_name_gender(word) for word in _CAPITALIZED.findall(words)}
    return not gender or gender in genders or genders.isdisjoint(_GENDERS.values())


def _it(opening: Opening) -> Reference | None:
    """“It” in the midst of a description, unless the headline may be the name of the thing."""
    found = _IT.match(opening.first) if opening.first.startswith("It") else None
    if not found or any(len(line.split()) <= _NAME_AS_TITLE for line in opening.headlines):
        return None
    return Reference(*found.span("word"), "nothing stands before it that it could be")


def _pointing(opening: Opening) -> Reference | None:
    """A word that points back: “These”, “The latter”, “Both”."""
    found = _POINTING.match(opening.first) if opening.begins(*_POINTERS) else None
    if not found or _NO_POINTING.match(opening.first):
        return None
    _, noun = (*opening.first[:_WINDOW].split(maxsplit=2), "", "")[:2]
    if any(noun[:_STEM] in headline.lower() for headline in opening.headlines if noun):
        return None
    return Reference(*found.span("word"), "nothing stands before it that it could be")


def _definite(opening: Opening) -> Reference | None:
    """A definite noun for what was told, such as “The move” or “The man”, and its verb."""
    the, noun = (*opening.first[:_WINDOW].split(maxsplit=2), "", "")[:2]
    is_known = the == "The" and noun in _NOUNS_FOR_WHAT_WAS_TOLD
    found = _DEFINITE.match(opening.first) if is_known else None
    if not found:
        return None
    if any(found["noun"][:_STEM] in headline.lower() for headline in opening.headlines):
        return None
    return Reference(*found.span("words"), "nothing stands before it that it could be")


def _also(opening: Opening) -> Reference | None:
    """“Also” with the first verb."""
    found = _ALSO.match(opening.first) if " also " in opening.first else None
    if not found or _NO_ALSO.match(opening.first, found.end()) or _JOINS_ALSO.search(found[0]):
        return None
    return Reference(*found.span("word"), "nothing stands before it to add to")


def _speech(opening: Opening) -> Reference | None:
    """A quotation or report of what “he” said, in a sentence that names nobody."""
    words = opening.first.split()
    found = _SPEECH.match(opening.first) if "he" in words or "she" in words else None
    if not found:
        return None
    word = "word" if found["word"] else "other"
    said = found["said"] or ""
    if _CAPITAL.search(said) or names_person(opening.first[found.start(word) :]):
        return None
    return Reference(*found.span(word), "nobody is named before it")


def _addressed(opening: Opening) -> Reference | None:
    """A surname after a form of address, whose full name stands nowhere before."""
    found = (
        _ADDRESSED.search(opening.first) if any(m in opening.first for m in ("Mr", "Ms")) else None
    )
    if not found:
        return None
    surname = found["word"].split()[-1]
    before = (*opening.headlines, opening.first[: found.start()])
    if any(surname in text for text in before):
        return None
    return Reference(*found.span("word"), "no full name stands before it")


_DETECTORS: Sequence[Callable[[Opening], Reference | None]] = (
    _connective,
    _pronoun,
    _it,
    _pointing,
    _definite,
    _speech,
    _also,
    _addressed,
)
