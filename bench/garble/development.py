"""Garbled phrasing, 26 classes of it, to develop rules with.

`held_out` does the same classes again by other means, for the figures that are reported.
"""

import random
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from copydesk import Document
from copydesk.english.lexicon import FUNCTION_WORDS, PREPOSITIONS

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import words as listed
from bench.garble import inflections
from bench.garble.inflections import like
from bench.garble.words import Words, paired, words

DETERMINERS = listed(
    "the a an this that these those my your his her its our their some any each every no another"
    " either many several few both all"
)
_ADDED = (
    "the the the the a a a an my your his his her its its our their their this this that these"
    " those some any each every no another"
).split()
_PREDETERMINERS = listed("all both many that")
_POSTDETERMINERS = listed("every few many several")
"""What a determiner may follow, and what may follow one: “all the roads”, “his every move”."""

_RARE = 0.4
"""How often a word of a list is chosen first and then its place, so that rare ones come up, too."""

OFTEN = listed("of in to for with on at from by")
_PREPOSITIONS_ADDED = [
    *sorted(OFTEN) * 3,
    *"about after against as between during into over since through under until within".split(),
]
_LICIT = {
    "as": "of in with for to at by from on",
    "from": "under within about over between after before as",
    "for": "over about under within",
    "in": "about over under between to",
    "of": "about over under between within",
    "on": "about to",
    "to": "about over under within between",
    "by": "about over between",
    "at": "about over under between",
    "with": "about over",
    "since": "about before as",
    "until": "after about at",
    "after": "about over",
    "over": "to",
    "about": "to",
    "through": "to",
    "up": "to from in on with for",
    "out": "of to in on for from",
    "off": "on",
    "down": "to in on",
    "inside": "of",
    "outside": "of",
    "within": "about over",
    "into": "about",
}
"""Prepositions that others may follow in good English, and which."""

AUXILIARIES = listed(
    "is are was were has have had will would can could should may might must does did be been"
)
_AUXILIARIES_ADDED = (
    "is is are was was were has has have had will would can could should may might must does did be"
    " been"
).split()
_GOVERNED: Mapping[str, AbstractSet[str]] = dict.fromkeys(
    listed("will would can could should may might must"), listed("be have")
) | {
    "has": listed("been had"), "have": listed("been had"), "had": listed("been had"),
    "does": listed("have be"), "did": listed("have be"), "been": listed("had"),
    "is": listed("had"), "are": listed("had"), "was": listed("had"), "were": listed("had"),
    "be": listed("had"),
}  # fmt: skip
"""Auxiliaries after each that are right, or may be."""
COUNTING = listed("these those many several few two three four five both various")
SINGLING = listed("a an this every each another")
HAVE = listed("has have had")
FLIPPED = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has",
    "does": "do", "do": "does",
}  # fmt: skip
TIMES = (
    "a year ago", "two years ago", "last year", "last month", "in recent months", "next week",
    "for the past year", "over the past decade", "earlier this year", "in 2014", "since 2003",
    "on Thursday", "by the end of the month", "a few weeks ago", "in the early 1990s",
    "from time to time", "as of last month", "for several months", "for the last three months",
    "since last week", "in the past few days", "three days ago", "at the end of the year",
    "during the last decade", "within two years", "last autumn", "in the mid 1970s", "for weeks",
    "in June", "yesterday",
)  # fmt: skip
_TIME = re.compile(
    r"\b(?:(?:for|in|over|during|since|at|by|within) )?(?:the )?"
    r"(?:(?:past|last|next|early|late|end of the|a|an|two|three|four|five|six|few|several|recent"
    r"|\d+) )+"
    r"(?:year|month|week|day|decade|hour|century|season|time)s?\b(?: ago| later| earlier)?"
)
_DATED = re.compile(
    r"\b(?:in|on|at|during) (?:(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)(?: \d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:19|20)\d\d)\b"
)
_CUT = re.compile(
    r"\b(?:after|before|for|in|lasting|over|since|than|until|within) (?:the )?\w+ "
    r"(?:year|month|week|day|decade|hour)s?\b"
)
"""A phrase of time whose last word makes room for another."""

_UNHEADED = (
    "two years ago", "a month ago", "several weeks ago", "a few days ago", "last week",
    "next month", "last Tuesday", "last summer", "yesterday", "next year", "last past year",
    "the a year ago", "last two weeks ago", "yesterday ago", "last year ago", "this Tuesday",
)  # fmt: skip
"""Phrases of time that take no preposition, and such as are broken themselves."""

_HEADED, _TAILED, _JOINED = 0.25, 0.55, 0.85
_LATER = listed("ago earlier later")
_LAST = listed(
    "year month week night summer season january february march april june july august september"
    " october november december"
)
_QUOTES = frozenset("\"“”'’‘")
_GROUPS = """\
from form|their there they're|its it's|then than|to too|of off|lose loose|affect effect|your you're
whose who's|where were we're|quite quiet|lead led|passed past|principal principle|accept except
advice advise|weather whether|breath breathe|which witch|cite site sight|brake break
through threw thorough though|peace piece|were was|an and|on one|or our"""
CONFUSED = {
    word: tuple(other for other in group.split() if other != word)
    for group in re.split(r"[|\n]", _GROUPS)
    for word in group.split()
}
FREQUENT = listed("to of an and on or was were its which where from")
SYNONYMS = paired(
    """\
important:significant;big:huge;small:little;fast:rapid;hard:difficult;old:ancient;new:fresh
strong:robust;dangerous:unsafe;famous:renowned;main:chief;rich:wealthy;poor:destitute;clear:lucid
whole:entire;quiet:silent;early:premature;public:populace;local:neighborhood;young:juvenile
large:sizable;major:foremost;several:sundry;possible:potential;recent:current;similar:comparable
begin:commence;end:terminate;help:aid;show:exhibit;use:utilize;make:fabricate;get:acquire
give:bestow;take:grab;find:discover;build:construct;buy:purchase;tell:inform;ask:inquire
need:require;want:desire;keep:retain;hold:grasp;move:relocate;live:dwell;leave:depart;lead:steer
play:perform;join:unite;win:triumph;lose:forfeit;grow:mature;write:pen;call:term;say:utter
start:initiate;stop:cease;work:labor;try:endeavor;become:turn;include:embrace;kill:slay
report:recount;release:discharge;announce:proclaim;produce:manufacture;receive:obtain;serve:assist
often:frequently;also:likewise;now:presently;quickly:swiftly;usually:ordinarily;about:roughly
later:subsequently;nearly:almost;mainly:chiefly;widely:broadly;largely:mostly;finally:lastly"""
)


@corruption("a1 a determiner after a determiner")
def determiners(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    kinds = sorted(set(text.lowers) & DETERMINERS)
    wanted = chance.choice(kinds) if kinds and chance.random() < _RARE else ""
    i = text.pick(
        chance,
        lambda i: (
            text.lowers[i] in ({wanted} if wanted else DETERMINERS)
            and (text.tags[i].pos == "DET" or text.tags[i].form == "Poss")
            and text.are_words(i + 1, i + 2)
        ),
    )
    if i is None:
        return None
    added, at = chance.choice(_ADDED), i + chance.randint(0, 1)
    before, after = text.lowers[at - 1 : at + 1]
    pair = (added, after) if at == i else (before, added)
    licit = added in {before, after} or pair[0] in _PREDETERMINERS or pair[1] in _POSTDETERMINERS
    return None if licit else text.insert(at, added)


@corruption("a2 a preposition after a preposition")
def prepositions(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(
        chance, lambda i: text.lowers[i] in PREPOSITIONS and text.tags[i].pos in {"ADP", "PART"}
    )
    if i is None:
        return None
    added, at = chance.choice(_PREPOSITIONS_ADDED), i + chance.randint(0, 1)
    pair = (added, text.lowers[i]) if at == i else (text.lowers[i], added)
    if (
        pair[0] == pair[1]
        or pair[1] in _LICIT.get(pair[0], "").split()
        or not text.are_words(at - 1, at + 1)
    ):
        return None
    return text.insert(at, added)


@corruption("a3 an auxiliary after an auxiliary")
def auxiliaries(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(
        chance,
        lambda i: (
            text.lowers[i] in AUXILIARIES and text.texts[i].islower() and text.tags[i].is_verb
        ),
    )
    if i is None:
        return None
    added, at = chance.choice(_AUXILIARIES_ADDED), i + chance.randint(0, 1)
    before, after = text.lowers[at - 1 : at + 1]
    first, second = (added, after) if at == i else (before, added)
    if first == second or second in _GOVERNED.get(first, ()):
        return None
    return text.insert(at, added)


@corruption("a4 a word doubled")
def doubled_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda _: True)
    return None if i is None else text.put(i, i + 1, f"{text.texts[i]} {text.texts[i]}")


@corruption("a5 a phrase doubled")
def doubled_phrase(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    size = chance.randint(2, 4)
    i = text.pick(chance, lambda i: text.are_words(i, i + size))
    if i is None:
        return None
    phrase = text.between(i, i + size)
    return text.put(i, i + size, f"{phrase} {phrase}")


@corruption("a6 a noun whose number its determiner forbids")
def noun_number(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda i: text.lowers[i] in SINGLING | COUNTING)
    if i is None:
        return None
    at = i + 2 if text.tags[i + 1].pos == "ADJ" else i + 1
    if not text.are_words(at, at + 1):
        return None
    tag, after = text.tags[at], text.tags[at + 1]
    if tag.pos != "NOUN" or after.is_noun or not text.texts[at].islower():
        return None
    if text.lowers[i] in SINGLING:
        made = inflections.plural(text.lowers[at]) if tag.form == "Sing" else None
    else:
        made = inflections.singular(text.lowers[at]) if tag.form == "Plur" else None
    return text.put(at, at + 1, made) if made else None


@corruption("a7 an inflected verb after a modal or “to”")
def inflected(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def follows(i: int) -> bool:
        before = text.tags[i - 1]
        is_to = text.lowers[i - 1] == "to" and before.pos == "PART"
        return text.tags[i].name == "VERB.Inf" and (before.form == "Mod" or is_to)

    i = text.pick(chance, follows)
    if i is None:
        return None
    form = chance.choice((inflections.past, inflections.third_person, inflections.gerund))
    made = form(text.lowers[i])
    return text.put(i, i + 1, made) if made else None


@corruption("a8 “more” or “most” before a compared adjective")
def doubled_comparison(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    exempt = listed("more most less least fewer later latest best earlier further former latter")
    i = text.pick(
        chance,
        lambda i: (
            text.tags[i].form in {"Cmp", "Sup"}
            and text.lowers[i].endswith(("er", "est", "better", "worse"))
            and text.lowers[i] not in exempt
        ),
    )
    if i is None:
        return None
    return text.insert(i, "more" if text.tags[i].form == "Cmp" else "most")


@corruption("a9 the plain verb after “have”")
def plain_after_have(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda i: text.tags[i].name == "VERB.Part" and text.lowers[i - 1] in HAVE)
    if i is None:
        return None
    made = inflections.base(text.lowers[i], inflections.PAST)
    return text.put(i, i + 1, made) if made and made != text.lowers[i] else None


@corruption("a10 a verb that disagrees with its subject")
def disagreement(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def follows(i: int) -> bool:
        before = text.tags[i - 1]
        subject = before.is_noun or text.lowers[i - 1] in {"he", "she", "it", "they", "we"}
        return subject and text.tags[i].form in {"Pres", "Pres3", "Past"}

    i = text.pick(chance, lambda i: follows(i) and bool(_flipped(text, i)))
    return None if i is None else text.put(i, i + 1, _flipped(text, i))


def _flipped(text: Words, i: int) -> str:
    """A verb in the other number, empty if it has the same form in both."""
    word, form = text.lowers[i], text.tags[i].form
    if word in FLIPPED:
        return FLIPPED[word]
    if form == "Pres3":
        return inflections.base(word, inflections.THIRD) or ""
    return (inflections.third_person(word) or "") if form == "Pres" else ""


@corruption("a11 the wrong form of the indefinite article")
def article(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda i: text.texts[i] in {"a", "an"} and text.tags[i].pos == "DET")
    if i is None:
        return None
    return text.put(i, i + 1, "an" if text.texts[i] == "a" else "a")


@corruption("a12 a sentence cut off before its verb")
def cut_off(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    cuts: list[tuple[int, int]] = []
    for sentence in text.sentences:
        verb = next((i for i in sentence if text.tags[i].is_finite), sentence.start)
        clauses = any(text.tags[i].form == "Rel" for i in range(sentence.start, verb))
        quoted = not _QUOTES.isdisjoint(text.texts[verb : sentence.stop])
        if verb - sentence.start < 4 or clauses or quoted:
            continue
        if text.are_words(verb - 1, verb):
            cuts.append((verb, sentence.stop))
    if not cuts:
        return None
    verb, stop = chance.choice(cuts)
    tokens = document.tokens
    span = document.span(tokens.end(verb - 1), tokens.end(stop - 1))
    return Damage(span.start, span.end, ".")


@corruption("b1 a phrase of time put into another")
def spliced_time(document: Document, chance: random.Random) -> Damage | None:
    """The end of one makes room for a whole one, or for what is left of another of the article.

    Or the preposition of one is left before another.
    """
    kind = chance.random()
    if kind < _HEADED:
        return _headed(document, chance)
    if kind < _TAILED:
        return _spliced(document, chance)
    return (_joined if kind < _JOINED else _cut)(document, chance)


def _joined(document: Document, chance: random.Random) -> Damage | None:
    """The beginning of a phrase of the article and the end of another, cut between any words."""
    text = document.analysis(words)
    tokens = document.tokens
    found = [
        place
        for pattern in (_TIME, _DATED)
        for match in pattern.finditer(document.text)
        if len(place := tokens.between(*match.span())) > 1
    ]
    if len(found) < 2:
        return None
    first, second = chance.sample(found, 2)
    at, to = chance.randrange(first.start + 1, first.stop), chance.randrange(*_bounds(second))
    pair = (text.lowers[at - 1], text.lowers[to])
    met = {pair for place in found for pair in pairwise(text.lowers[place.start : place.stop])}
    made = f"{text.between(first.start, at)} {text.between(to, second.stop)}"
    is_licit = _TIME.fullmatch(made.lower()) or _DATED.fullmatch(made) or pair[1] in _LATER
    if pair in met or pair[0] == pair[1] or is_licit:
        return None
    return text.put(first.start, first.stop, made)


def _bounds(place: range) -> tuple[int, int]:
    return place.start, place.stop


def _headed(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    found = [m.span() for m in _DATED.finditer(document.text)]
    if not found:
        return None
    start, end = chance.choice(found)
    place = document.tokens.between(start, end)
    phrase = chance.choice(_UNHEADED)
    head = text.lowers[place.start]
    if place.stop > len(text.texts) or (head == "at" and phrase[0].isupper()):
        return None
    return text.put(place.start, place.stop, f"{text.texts[place.start]} {phrase}")


def _cut(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    found = [m.span() for m in _CUT.finditer(document.text)]
    if not found:
        return None
    place = document.tokens.between(*chance.choice(found))
    phrase = chance.choice(TIMES)
    if place.stop > len(text.texts) or text.lowers[place.stop - 2] == phrase.split()[0]:
        return None
    head = text.between(place.start, place.stop - 1)
    return text.put(place.start, place.stop, f"{head} {phrase}")


def _spliced(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    found = [place for place in text.matches(_TIME) if len(place) > 1]
    if not found:
        return None
    place, phrase = chance.choice(found), chance.choice(TIMES)
    kept = chance.randint(1, len(place) - 1)
    head = text.between(place.start, place.start + kept)
    made = f"{head} {phrase}"
    if head.split()[-1].lower() == phrase.split()[0] or _TIME.fullmatch(made):
        return None
    return text.put(place.start, place.stop, made)


@corruption("b2 a phrase put into another")
def spliced_phrase(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def opens(i: int) -> bool:
        return text.lowers[i] in PREPOSITIONS and text.lowers[i + 1] in DETERMINERS

    head = text.pick(chance, lambda i: opens(i) and text.are_words(i + 2, i + 3))
    tail = text.pick(chance, lambda i: text.lowers[i] in PREPOSITIONS and text.are_words(i, i + 3))
    if head is None or tail is None:
        return None
    return text.insert(head + 2, text.between(tail, tail + chance.randint(2, 3)))


@corruption("b3 a present perfect beside a past time")
def perfect_past(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def is_past(i: int) -> bool:
        word, after = text.lowers[i], text.lowers[i + 1 : i + 2]
        return word in {"ago", "yesterday"} or (word == "last" and not _LAST.isdisjoint(after))

    verbs = [
        verb
        for sentence in text.sentences
        for at in filter(is_past, sentence)
        if (verb := _verb_before(text, sentence.start, at)) is not None
        and text.tags[verb].name == "VERB.Past"
    ]
    if not verbs:
        return None
    i = chance.choice(verbs)
    made = _participle(text.lowers[i])
    if not made:
        return None
    plural = text.tags[i - 1].form == "Plur" or text.lowers[i - 1] in {"they", "we", "i", "you"}
    return text.put(i, i + 1, f"{'have' if plural else 'has'} {made}")


def _participle(past: str) -> str:
    """The participle of a past form, empty if it is not known."""
    verb = inflections.base(past, inflections.PAST)
    return (inflections.participle(verb) or "") if verb else ""


def _verb_before(text: Words, start: int, at: int) -> int | None:
    """The last finite verb before a word, with no mark between."""
    for i in range(at - 1, start, -1):
        if text.tags[i].pos == "PUNCT":
            return None
        if text.tags[i].is_finite:
            return i
    return None


@corruption("b4 a past beside “since”")
def past_since(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    places = [
        has + 1
        for sentence in text.sentences
        for at in sentence
        if text.lowers[at] == "since"
        and (has := _verb_before(text, sentence.start, at)) is not None
        and text.lowers[has] in {"has", "have"}
        and text.tags[has + 1].name == "VERB.Part"
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
    i = text.pick(
        chance,
        lambda i: (
            text.are_words(i, i + 2)
            and not FUNCTION_WORDS.isdisjoint(text.lowers[i : i + 2])
            and text.tags[i].pos != text.tags[i + 1].pos
        ),
    )
    return None if i is None else text.put(i, i + 2, f"{text.texts[i + 1]} {text.texts[i]}")


@corruption("c2 a function word lost")
def lost_function_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    droppable = listed("the a an this his its their is are was were be been has have had will can")

    def may_go(i: int) -> bool:
        word, after = text.lowers[i], text.tags[i + 1]
        if word == "the" and (after.form == "Plur" or after.pos == "PROPN"):
            return False
        is_preposition = word in PREPOSITIONS and text.tags[i].pos == "ADP"
        return (is_preposition or word in droppable) and text.are_words(i - 1, i + 2)

    i = text.pick(chance, may_go)
    return None if i is None else text.drop(i)


@corruption("c3 a content word lost")
def lost_content_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)

    def may_go(i: int) -> bool:
        tag, before, after = text.tags[i], text.tags[i - 1], text.tags[i + 1]
        if text.lowers[i] in FUNCTION_WORDS or text.texts[i] != text.lowers[i]:
            return False
        if tag.pos == "VERB":
            return tag.form in {"Inf", "Pres3", "Past"}
        is_head = before.pos in {"DET", "ADJ"} and not after.is_noun
        return tag.name == "NOUN.Sing" and is_head

    i = text.pick(chance, may_go)
    return None if i is None else text.drop(i)


@corruption("c4 a function word put in")
def added_function_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda i: text.are_words(i - 1, i))
    if i is None:
        return None
    choices = "the a of to in is are was for and on with have has be it from by as not they".split()
    word = chance.choice([one for one in choices if one not in text.lowers[i - 1 : i + 1]])
    may_be_meant = word in {"the", "a"} and text.tags[i].pos in {"NOUN", "PROPN", "ADJ"}
    if may_be_meant and text.tags[i - 1].pos not in {"DET", "NUM", "ADJ"}:
        return None
    return text.insert(i, word)


@corruption("c5 a content word put in")
def added_content_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda _: True)
    taken = text.pick(
        chance,
        lambda i: (
            text.tags[i].pos in {"NOUN", "VERB", "ADJ", "ADV"}
            and text.texts[i].islower()
            and text.lowers[i] not in FUNCTION_WORDS
        ),
    )
    if i is None or taken is None or text.lowers[taken] in text.lowers[i - 1 : i + 1]:
        return None
    return text.insert(i, text.texts[taken])


@corruption("c6 five to seven words shuffled")
def shuffled(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    size = chance.randint(5, 7)
    i = text.pick(chance, lambda i: text.are_words(i, i + size))
    if i is None:
        return None
    kept = list(text.texts[i : i + size])
    made = kept[:]
    for _ in range(8):
        chance.shuffle(made)
        if sum(map(str.__ne__, kept, made)) >= size - 1:
            return text.put(i, i + size, " ".join(made))
    return None


@corruption("d1 a word run through a thesaurus")
def spun_word(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    i = text.pick(chance, lambda i: bool(_synonym(text, i)))
    return None if i is None else text.put(i, i + 1, _synonym(text, i))


@corruption("d2 a sentence run through a thesaurus")
def spun_sentence(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    rich = [s for s in text.sentences if sum(bool(_synonym(text, i)) for i in s[1:]) >= 3]
    if not rich:
        return None
    sentence = chance.choice(rich)
    spun = {i: made for i in sentence[1:] if (made := _synonym(text, i))}
    first, stop = min(spun), max(spun) + 1
    made = ""
    for i in range(first, stop):
        gap = document.text[document.tokens.end(i) : document.tokens.starts[i + 1]]
        made += spun.get(i, text.texts[i]) + (gap if i + 1 < stop else "")
    return text.put(first, stop, made)


def _synonym(text: Words, i: int) -> str:
    """Another word in the same form, without a look at what stands around; empty if none is."""
    word, tag = text.lowers[i], text.tags[i]
    if tag.pos != "VERB":
        return SYNONYMS.get(word, "") if tag.pos in {"ADJ", "ADV"} and not tag.form else ""
    match tag.form:
        case "Pres3":
            verb = inflections.base(word, inflections.THIRD)
            form = inflections.third_person
        case "Past" | "Part":
            verb = inflections.base(word, inflections.PAST)
            form = inflections.participle
        case "Ing":
            verb = inflections.base(word, inflections.ING)
            form = inflections.gerund
        case _:
            return SYNONYMS.get(word, "")
    return form(SYNONYMS[verb]) or "" if verb in SYNONYMS else ""


@corruption("e1 a word put for one that sounds or looks alike")
def confused(document: Document, chance: random.Random) -> Damage | None:
    """The words of a sentence take turns; the most frequent only where it has no other."""
    text = document.analysis(words)
    if not text.sentences:
        return None
    known = [i for i in chance.choice(text.sentences) if text.lowers[i] in CONFUSED]
    rare = [i for i in known if text.lowers[i] not in FREQUENT]
    if not known:
        return None
    i = chance.choice(rare or known)
    return text.put(i, i + 1, like(text.texts[i], chance.choice(CONFUSED[text.lowers[i]])))


@corruption("e2 one preposition put for another")
def other_preposition(document: Document, chance: random.Random) -> Damage | None:
    text = document.analysis(words)
    choices = listed("of in to for with on at from by about as into")
    i = text.pick(chance, lambda i: text.lowers[i] in choices and text.tags[i].pos == "ADP")
    if i is None:
        return None
    return text.put(i, i + 1, chance.choice(sorted(choices - {text.lowers[i]})))
