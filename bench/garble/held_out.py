"""Garbled phrasing, the 26 classes of `development` done anew, for the figures that are reported.

Nothing here asks the tagger, so that what it takes for granted is not taken for granted twice: word
classes are told by closed lists and by words that the dictionary knows one reading of. A sentence
is drawn first and then a place in it, and words, phrases and synonyms are others.
"""

import random
import re
from collections.abc import Callable

from copydesk import Document
from copydesk.english.dictionary import dictionary
from copydesk.english.lexicon import AUXILIARIES, FUNCTION_WORDS, PARTICIPLES, PRETERITES

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import words as listed
from bench.garble import inflections
from bench.garble.inflections import like
from bench.garble.words import Words, paired, words

ARTICLES = listed("the a an")
OWNERS = listed("his her its their our my your")
PLACES = listed(
    "of in to for with on at from by about into over after between against under during through"
    " without within across behind near"
)
HELPERS = listed("is are was were has have had will would can could may must should did does")
PLAIN_AFTER = listed(
    "will would can could may might must should cannot can't won't wouldn't didn't"
)
MANY = listed("these those many several few two three four five six seven eight ten hundreds both")
ONE = listed("a an this each every another one")
NUMBER = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "are": "is", "were": "was", "have": "has", "do": "does",
}  # fmt: skip
COMPARED = listed(
    "bigger smaller larger higher lower older younger faster slower stronger weaker longer shorter"
    " easier harder cheaper better worse wider deeper closer greater richer happier safer earlier"
    " biggest smallest largest highest lowest oldest youngest fastest strongest longest easiest"
    " cheapest best worst deepest greatest richest busiest tallest newest latest"
)
WHEN = (
    "three months ago", "last week", "the year before", "in the past month", "since Monday",
    "for almost ten years", "over the last few weeks", "late last year", "in 1998", "until 2010",
    "on Friday", "at the start of the season", "some days ago", "in the late 1970s", "every week",
    "at the beginning of this decade", "by next summer", "during the previous week",
)  # fmt: skip
_WHEN = re.compile(
    r"\b(?:in|on|at|by|for|since|until|during|over|within|after) (?:the |a |about |more than )?"
    r"(?:(?:last|next|past|first|second|previous|following|early|late|one|two|three|four|five|six"
    r"|ten|few|several|\d+) )*"
    r"(?:years?|months?|weeks?|days?|hours?|minutes|decades?|summer|winter|season|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\d{4})\b"
)
_PAST_TIME = re.compile(
    r"\b(?:ago|yesterday|last (?:year|month|week|night|summer|autumn|winter|spring|season))\b"
)
SOUNDS = """\
its:it's;it's:its;their:there;there:their;they're:their;than:then;then:than;too:to;to:too;from:form
form:from;of:off;off:of;lose:loose;loose:lose;effect:affect;affect:effect;your:you're;you're:your
whose:who's;who's:whose;where:were;were:where;we're:were;quite:quiet;quiet:quite;led:lead;lead:led
past:passed;passed:past;principal:principle;principle:principal;except:accept;accept:except
advice:advise;advise:advice;whether:weather;weather:whether;breath:breathe;which:witch;site:sight
break:brake;through:threw;though:through;thought:though;piece:peace;peace:piece;an:and;and:an;on:one
one:on;our:are;are:our;has:as;if:of;not:note;no:know;know:no;now:know;new:knew;chose:choose
choose:chose;here:hear;hear:here;right:write;write:right;by:buy;week:weak;weak:week;this:his"""
ALIKE = paired(SOUNDS)
SPUN = paired(
    """\
said:stated;people:individuals;children:kids;company:organization;money:cash;home:residence
house:abode;car:vehicle;job:occupation;problem:trouble;answer:reply;idea:notion;part:portion
country:nation;city:metropolis;war:conflict;law:legislation;way:manner;place:spot
chance:opportunity;attack:assault;doctor:physician;film:movie;picture:image;game:recreation
happy:glad;sad:gloomy;wrong:erroneous;good:decent;bad:awful;great:extraordinary
high:elevated;low:depressed;long:lengthy;short:brief;near:close;best:finest;next:following
difficult:arduous;easy:effortless;serious:grave;real:genuine;full:complete;free:gratis;open:unlocked
international:worldwide;national:countrywide;official:formal;final:ultimate;fourth:quarter
actually:really;probably:presumably;especially:particularly;however:nonetheless;together:jointly
said:expressed;began:commenced;ended:concluded;bought:acquired;built:erected;led:drove;won:gained
showed:demonstrated;helped:aided;needed:required;wanted:wished;tried:attempted;allowed:permitted
died:perished;moved:shifted;opened:unlocked;joined:linked;raised:elevated;planned:arranged
used:utilised;made:crafted;got:obtained;gave:granted;took:grabbed;found:located;held:grasped"""
)
VERBS = frozenset("vdz")
"""The letters of the dictionary for the finite forms of verbs and the plain one."""

INSERTED = listed("the a of to in is are was for on with have has be it from by as not at this")
_TRIES = 12

Place = Callable[[int], bool]


def drawn(text: Words, chance: random.Random, wanted: Place, last: int = 1) -> int | None:
    """A place in a sentence drawn before; `last` tokens of the sentence follow it at least."""
    for _ in range(_TRIES if text.sentences else 0):
        sentence = chance.choice(text.sentences)
        found = [i for i in sentence[1 : len(sentence) - last] if wanted(i)]
        if found:
            return chance.choice(found)
    return None


def only(word: str, letters: str) -> bool:
    """Whether the dictionary has all of some readings of a word and no other."""
    return set(dictionary().letters(word)) == set(letters)


@corruption("a1 a determiner after a determiner")
def determiners(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    known = ARTICLES | OWNERS | {"this", "these", "no", "any"}
    i = drawn(text, chance, lambda i: text.lowers[i] in known and text.are_words(i + 1, i + 2))
    if i is None:
        return None
    other = chance.choice(sorted((ARTICLES | {"its", "his", "this", "that"}) - {text.lowers[i]}))
    if chance.random() < 0.5:
        return text.put(i, i + 1, f"{other} {text.texts[i]}")
    return text.put(i, i + 1, f"{text.texts[i]} {other}")


@corruption("a2 a preposition after a preposition")
def prepositions(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(
        text,
        chance,
        lambda i: text.lowers[i] in PLACES and text.lowers[i + 1] in ARTICLES | OWNERS | MANY,
    )
    if i is None:
        return None
    added = chance.choice([word for word in sorted(PLACES) if word != text.lowers[i]])
    return text.put(i, i + 1, f"{text.texts[i]} {added}")


@corruption("a3 an auxiliary after an auxiliary")
def auxiliaries(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(text, chance, lambda i: text.lowers[i] in HELPERS and text.are_words(i + 1, i + 2))
    if i is None:
        return None
    added = listed("is are was were has had will can does") - {text.lowers[i]}
    pair = [text.texts[i], chance.choice(sorted(added))]
    chance.shuffle(pair)
    return text.put(i, i + 1, " ".join(pair))


@corruption("a4 a word doubled")
def doubled_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    if not text.sentences:
        return None
    sentence = chance.choice(text.sentences)
    i = chance.choice(sentence[:-1])
    if not text.are_words(i, i + 1):
        return None
    again = text.texts[i].lower() if i == sentence.start else text.texts[i]
    return text.put(i, i + 1, f"{text.texts[i]} {again}")


@corruption("a5 a phrase doubled")
def doubled_phrase(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    size = chance.choice((2, 2, 3, 3, 4, 5))
    i = drawn(text, chance, lambda i: text.are_words(i, i + size), size)
    if i is None:
        return None
    phrase = text.between(i, i + size)
    return text.put(i, i + size, f"{phrase} {phrase}")


@corruption("a6 a noun whose number its determiner forbids")
def noun_number(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def ends(i: int) -> bool:
        return text.lowers[i + 1] in FUNCTION_WORDS or not text.are_words(i + 1, i + 2)

    def may_change(i: int) -> bool:
        word = text.lowers[i]
        between = 2 if only(text.lowers[i - 1], "a") else 1
        before = text.lowers[i - between]
        plural = before in MANY and text.texts[i] == word and only(word, "s")
        single = before in ONE and text.texts[i] == word and only(word, "n")
        return ends(i) and (plural or single)

    i = drawn(text, chance, may_change)
    if i is None:
        return None
    made = inflections.singular(text.lowers[i]) or inflections.plural(text.lowers[i])
    return text.put(i, i + 1, made) if made else None


@corruption("a7 an inflected verb after a modal or “to”")
def inflected(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def is_verb(i: int) -> bool:
        word = text.lowers[i]
        known = only(word, "v") or (set(dictionary().letters(word)) == set("nv"))
        before = text.lowers[i - 1]
        is_to = before == "to" and only(word, "v")
        return known and word not in FUNCTION_WORDS and (before in PLAIN_AFTER or is_to)

    i = drawn(text, chance, is_verb)
    if i is None:
        return None
    made = chance.choice(inflections.INFLECTED)(text.lowers[i])
    return text.put(i, i + 1, made) if made else None


@corruption("a8 “more” or “most” before a compared adjective")
def doubled_comparison(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(
        text,
        chance,
        lambda i: text.texts[i] in COMPARED and text.lowers[i - 1] not in {"more", "most", "at"},
    )
    if i is None:
        return None
    return text.insert(i, "most" if text.lowers[i].endswith(("est", "best", "worst")) else "more")


@corruption("a9 the plain verb after “have”")
def plain_after_have(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    between = listed("not also never always already just since")

    def is_participle(i: int) -> bool:
        word = text.lowers[i]
        at = i - 2 if text.lowers[i - 1] in between else i - 1
        known = word in PARTICIPLES or (word.endswith("ed") and only(word, "d"))
        return known and text.lowers[at] in {"has", "have", "had", "hasn't", "haven't"}

    i = drawn(text, chance, is_participle)
    if i is None:
        return None
    made = inflections.base(text.lowers[i], inflections.PAST)
    return text.put(i, i + 1, made) if made and made != text.lowers[i] else None


@corruption("a10 a verb that disagrees with its subject")
def disagreement(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def is_subject(i: int) -> bool:
        word = text.lowers[i]
        if word in {"he", "she", "it", "they", "we", "who", "which", "there"}:
            return True
        return only(word, "n") or only(word, "s") or text.texts[i][0].isupper()

    def made_of(i: int) -> str:
        word = text.lowers[i]
        if word in NUMBER:
            return NUMBER[word]
        if only(word, "z"):
            return inflections.base(word, inflections.THIRD) or ""
        pronoun = text.lowers[i - 1] in {"they", "we"}
        return (inflections.third_person(word) or "") if pronoun and only(word, "v") else ""

    i = drawn(text, chance, lambda i: is_subject(i - 1) and bool(made_of(i)))
    return None if i is None else text.put(i, i + 1, made_of(i))


@corruption("a11 the wrong form of the indefinite article")
def article(document: Document, chance: random.Random) -> Damage | None:
    """As a spinner does it: the article stays as the word after it goes."""
    text = document.analysis(words)
    i = drawn(text, chance, lambda i: text.lowers[i] in {"a", "an"} and text.are_words(i, i + 2))
    if i is None:
        return None
    return text.put(i, i + 1, like(text.texts[i], "a" if text.lowers[i] == "an" else "an"))


@corruption("a12 a sentence cut off before its verb")
def cut_off(document: Document, chance: random.Random) -> Damage | None:
    """The rest of the sentence is lost from a frequent verb on, the first there may be."""
    text = document.analysis(words)
    opens = PRETERITES | listed("is are was were has had will would can could said did made")
    i = drawn(text, chance, opens_clause(text, opens))
    if i is None:
        return None
    sentence = next(one for one in text.sentences if i in one)
    before = range(sentence.start, i)
    finite = opens | {"that", "who", "which", "where", "when", "have", "do", "does"}
    if i - sentence.start < 4 or any(text.lowers[k] in finite for k in before):
        return None
    if any(text.lowers[k].endswith("ed") for k in before) or not text.are_words(i - 1, i):
        return None
    if any(not text.texts[k][0].isalnum() for k in range(i, sentence.stop - 1)):
        return None
    return text.put(i - 1, sentence.stop, f"{text.texts[i - 1]}.")


def opens_clause(text: Words, verbs: frozenset[str]) -> Place:
    """The test for a frequent verb behind a word."""
    return lambda i: text.lowers[i] in verbs and text.are_words(i - 1, i)


@corruption("b1 a phrase of time put into another")
def spliced_time(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    found = text.matches(_WHEN)
    if not found:
        return None
    place, phrase = chance.choice(found), chance.choice(WHEN)
    kept = chance.randint(1, len(place) - 1) if len(place) > 1 else 1
    head = text.between(place.start, place.start + kept)
    if head.split()[-1].lower() == phrase.split()[0].lower():
        return None
    return text.put(place.start, place.stop, f"{head} {phrase}")


@corruption("b2 a phrase put into another")
def spliced_phrase(document: Document, chance: random.Random) -> Damage | None:
    """Behind the determiner stands the beginning of a phrase of another sentence."""
    text = document.analysis(words)
    noun = ARTICLES | OWNERS
    i = drawn(
        text, chance, lambda i: text.lowers[i] in noun and text.lowers[i - 1] in PLACES, last=2
    )
    k = drawn(
        text,
        chance,
        lambda k: text.lowers[k] in PLACES and text.lowers[k + 1] in noun | MANY,
        last=4,
    )
    if i is None or k is None or i in range(k - 4, k + 5) or not text.are_words(k, k + 3):
        return None
    piece = text.between(k, k + chance.choice((2, 3, 3)))
    return text.put(i, i + 1, f"{text.texts[i]} {piece}")


@corruption("b3 a present perfect beside a past time")
def perfect_past(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    subjects = listed("he she it they we who which")

    def is_past(i: int) -> bool:
        word = text.lowers[i]
        known = word in PRETERITES or (word.endswith("ed") and only(word, "d"))
        return known and (text.lowers[i - 1] in subjects or text.texts[i - 1][0].isupper())

    tokens = document.tokens
    places = [
        i
        for one in text.sentences
        for time in _PAST_TIME.finditer(
            document.text, tokens.starts[one.start], tokens.end(one.stop - 1)
        )
        for i in one[1:]
        if is_past(i) and tokens.starts[i] < time.start() and _is_whole(text, i, time.start())
    ]
    if not places:
        return None
    i = chance.choice(places)
    verb = inflections.base(text.lowers[i], inflections.PAST)
    made = inflections.participle(verb) if verb else None
    has = "have" if text.lowers[i - 1] in {"they", "we"} else "has"
    return text.put(i, i + 1, f"{has} {made}") if made else None


def _is_whole(text: Words, i: int, end: int) -> bool:
    """Whether no mark and no other verb stands between a word and a place in the text."""
    between = text.document.tokens.between(text.document.tokens.starts[i + 1], end)
    return all(
        text.texts[k][0].isalnum() and text.lowers[k] not in AUXILIARIES | PRETERITES | {"that"}
        for k in between
    )


@corruption("b4 a past beside “since”")
def past_since(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    places = [
        i
        for one in text.sentences
        for i in one[2:-2]
        if text.lowers[i - 1] in {"has", "have"}
        and (text.lowers[i] in PARTICIPLES - {"been"} or text.lowers[i].endswith("ed"))
        and "since" in text.lowers[i + 1 : min(i + 12, one.stop)]
    ]
    if not places:
        return None
    i = chance.choice(places)
    verb = inflections.base(text.lowers[i], inflections.PAST)
    made = inflections.past(verb) if verb else None
    return text.put(i - 1, i + 1, made) if made else None


@corruption("c1 two words swapped")
def swapped(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def differ(i: int) -> bool:
        first, second = (word in FUNCTION_WORDS for word in text.lowers[i : i + 2])
        return text.are_words(i, i + 2) and first is not second

    i = drawn(text, chance, differ, last=2)
    if i is None:
        return None
    return text.put(i, i + 2, f"{text.texts[i + 1]} {text.texts[i]}")


@corruption("c2 a function word lost")
def lost_function_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    known = PLACES | OWNERS | {"a", "an", "is", "are", "was", "were", "be", "been", "has", "to"}

    def may_go(i: int) -> bool:
        return text.lowers[i] in known and text.are_words(i - 1, i + 2)

    i = drawn(text, chance, may_go)
    return None if i is None else text.drop(i)


@corruption("c3 a content word lost")
def lost_content_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def may_go(i: int) -> bool:
        before, word, after = text.lowers[i - 1 : i + 2]
        letters = set(dictionary().letters(word))
        noun = before in ARTICLES | OWNERS and after in FUNCTION_WORDS and letters == {"n"}
        verb = before in {"to", "he", "she", "they", "who"} and bool(letters) and letters <= VERBS
        return text.texts[i].islower() and word not in FUNCTION_WORDS and (noun or verb)

    i = drawn(text, chance, may_go, last=2)
    return None if i is None else text.drop(i)


@corruption("c4 a function word put in")
def added_function_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(text, chance, lambda i: text.are_words(i - 1, i + 1))
    if i is None:
        return None
    word = chance.choice(sorted(INSERTED))
    article_fits = word in ARTICLES | {"this"} and text.lowers[i] not in FUNCTION_WORDS
    if word in text.lowers[i - 1 : i + 1] or article_fits:
        return None
    return text.insert(i, word)


@corruption("c5 a content word put in")
def added_content_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(text, chance, lambda i: text.are_words(i - 1, i + 1))
    k = drawn(
        text,
        chance,
        lambda k: len(text.texts[k]) > 4 and text.texts[k].isalpha() and text.texts[k].islower(),
    )
    if i is None or k is None or text.lowers[k] in FUNCTION_WORDS:
        return None
    return text.insert(i, text.texts[k])


@corruption("c6 five to seven words shuffled")
def shuffled(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    size = chance.choice((5, 6, 7))
    i = drawn(text, chance, lambda i: text.are_words(i, i + size), size)
    if i is None:
        return None
    kept = list(text.texts[i : i + size])
    made = chance.sample(kept, size)
    stay = sum(map(str.__eq__, kept, made))
    return text.put(i, i + size, " ".join(made)) if stay <= 1 else None


@corruption("d1 a word run through a thesaurus")
def spun_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = drawn(text, chance, lambda i: text.texts[i] in SPUN)
    return None if i is None else text.put(i, i + 1, SPUN[text.texts[i]])


@corruption("d2 a sentence run through a thesaurus")
def spun_sentence(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    rich = [one for one in text.sentences if sum(text.texts[i] in SPUN for i in one) >= 3]
    if not rich:
        return None
    one = chance.choice(rich)
    tokens = document.tokens
    made = ""
    for i in one:
        end = tokens.starts[i + 1] if i + 1 < one.stop else tokens.end(i)
        made += SPUN.get(text.texts[i], text.texts[i]) + document.text[tokens.end(i) : end]
    return text.put(one.start, one.stop, made)


@corruption("e1 a word put for one that sounds or looks alike")
def confused(document: Document, chance: random.Random) -> Damage | None:
    """The words of the table that the article has take turns."""
    text = document.analysis(words)
    known = {text.lowers[i] for i in text.inner if text.texts[i].islower()} & ALIKE.keys()
    if not known:
        return None
    word = chance.choice(sorted(known))
    i = text.pick(chance, lambda i: text.texts[i] == word)
    return None if i is None else text.put(i, i + 1, ALIKE[word])


@corruption("e2 one preposition put for another")
def other_preposition(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    choices = listed("of in for with on at from by about into under over")
    i = drawn(text, chance, lambda i: text.lowers[i] in choices and text.are_words(i - 1, i + 2))
    if i is None:
        return None
    return text.put(i, i + 1, chance.choice(sorted(choices - {text.lowers[i]})))
