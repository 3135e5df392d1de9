"""Verbs and nouns put in a form that the words they belong to do not go with."""

import random
from collections.abc import Callable

from copydesk import Document
from copydesk.analysis.tags import Tag, tags

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import pick, replace_token, words
from bench.garble import inflections

TWO_FORMS = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has",
    "does": "do", "do": "does", "isn't": "aren't", "aren't": "isn't", "wasn't": "weren't",
    "weren't": "wasn't", "hasn't": "haven't", "haven't": "hasn't", "doesn't": "don't",
    "don't": "doesn't",
}  # fmt: skip
SUBJECTS = words("i you he she it we they this these there who everyone nobody")
PERFECT = words("has have had")
ENDED = words("ago yesterday")
PERIODS = words("night week month year summer winter season")
_TENSE_REACH = 8

Tagged = Callable[[int], Tag]


def _tagged(document: Document) -> Tagged:
    document.analysis(tags).between(0, len(document.tokens))
    return document.analysis(tags).tag


def _words(document: Document) -> range:
    """The tokens that one stands before and one after."""
    return range(1, len(document.tokens) - 1)


def _other_number(word: str, tag: Tag) -> str | None:
    """A verb in the other number, None if it has but one form."""
    if word in TWO_FORMS:
        return TWO_FORMS[word]
    if tag.form == "Pres3":
        return inflections.base(word, inflections.THIRD)
    return inflections.third_person(word) if tag.form == "Pres" else None


@corruption("a verb put in the other number", "agreement-clash")
def verb_number(document: Document, chance: random.Random) -> Damage | None:
    """The verb “are” stands for “is” after whatever its subject is."""
    tag, lowers = _tagged(document), document.tokens.lowers
    at = pick(
        chance,
        (
            i
            for i in _words(document)
            if tag(i).form in {"Pres", "Pres3"} or lowers[i] in {"was", "were"}
        ),
    )
    made = None if at is None else _other_number(lowers[at], tag(at))
    return replace_token(document, at, made) if at is not None and made else None


@corruption("a verb put in the other number after a pronoun", "agreement-clash")
def verb_after_pronoun(document: Document, chance: random.Random) -> Damage | None:
    """The words “they is” stand for “they are”."""
    tag, lowers = _tagged(document), document.tokens.lowers
    at = pick(
        chance,
        (
            i
            for i in _words(document)
            if lowers[i - 1] in SUBJECTS and _other_number(lowers[i], tag(i)) and tag(i).is_verb
        ),
    )
    made = None if at is None else _other_number(lowers[at], tag(at))
    return replace_token(document, at, made) if at is not None and made else None


@corruption("a noun put in the singular after a determiner", "number-clash", "agreement-clash")
def singular_noun(document: Document, chance: random.Random) -> Damage | None:
    """The words “these road” stand for “these roads”, where a determiner asks for a plural."""
    tag, lowers, texts = _tagged(document), document.tokens.lowers, document.tokens.texts
    asks = words("these those several many few both two three four five six seven eight nine ten")

    def is_asked(i: int) -> bool:
        before = lowers[i - 1 - (tag(i - 1).pos == "ADJ")]
        return tag(i).name == "NOUN.Plur" and before in asks and not tag(i + 1).is_noun

    at = pick(chance, (i for i in _words(document)[1:] if texts[i].islower() and is_asked(i)))
    made = None if at is None else inflections.singular(lowers[at])
    return replace_token(document, at, made) if at is not None and made else None


@corruption("a noun put in the plural after an article", "number-clash", "agreement-clash")
def plural_noun(document: Document, chance: random.Random) -> Damage | None:
    """The words “a roads” stand for “a road”."""
    tag, lowers, texts = _tagged(document), document.tokens.lowers, document.tokens.texts

    def is_single(i: int) -> bool:
        before = lowers[i - 1 - (tag(i - 1).pos == "ADJ")]
        single = before in {"a", "an", "every", "this", "another"}
        return tag(i).name == "NOUN.Sing" and single and not tag(i + 1).is_noun

    at = pick(chance, (i for i in _words(document)[1:] if texts[i].islower() and is_single(i)))
    made = None if at is None else inflections.plural(lowers[at])
    return replace_token(document, at, made) if at is not None and made else None


@corruption("the plain verb after “have”", "wrong-verb-form")
def plain_after_have(document: Document, chance: random.Random) -> Damage | None:
    """The words “has show” stand for “has shown”, or “has clearly show”."""
    tag, lowers = _tagged(document), document.tokens.lowers

    def follows(i: int) -> bool:
        before = i - 1 - (tag(i - 1).pos == "ADV")
        return tag(i).name == "VERB.Part" and lowers[before] in PERFECT

    at = pick(chance, (i for i in _words(document)[1:] if follows(i)))
    made = None if at is None else inflections.base(lowers[at], inflections.PAST)
    if at is None or made is None or made == lowers[at]:
        return None
    return replace_token(document, at, made)


@corruption("the past tense after a modal or “to”", "wrong-verb-form", "clashing-auxiliaries")
def past_after_modal(document: Document, chance: random.Random) -> Damage | None:
    """The words “could used” stand for “could use”."""
    return _inflected(document, chance, inflections.past)


@corruption("a gerund after a modal or “to”", "wrong-verb-form")
def gerund_after_modal(document: Document, chance: random.Random) -> Damage | None:
    """The words “will using” stand for “will use”."""
    return _inflected(document, chance, inflections.gerund)


def _inflected(
    document: Document, chance: random.Random, form: Callable[[str], str | None]
) -> Damage | None:
    """Another form of a verb after a modal or “to”."""
    tag, lowers = _tagged(document), document.tokens.lowers

    def follows(i: int) -> bool:
        before = tag(i - 1)
        governed = before.form == "Mod" or (lowers[i - 1] == "to" and before.pos == "PART")
        return governed and tag(i).name == "VERB.Inf"

    at = pick(chance, (i for i in _words(document) if follows(i)))
    made = None if at is None else form(lowers[at])
    return replace_token(document, at, made) if at is not None and made else None


@corruption("the plain verb after “be”", "wrong-verb-form", "clashing-auxiliaries")
def plain_after_be(document: Document, chance: random.Random) -> Damage | None:
    """The words “is cause by” stand for “is caused by”."""
    tag, lowers = _tagged(document), document.tokens.lowers
    forms = words("is are was were be been")
    at = pick(
        chance,
        (i for i in _words(document) if tag(i).name == "VERB.Part" and lowers[i - 1] in forms),
    )
    made = None if at is None else inflections.base(lowers[at], inflections.PAST)
    if at is None or made is None or made == lowers[at]:
        return None
    return replace_token(document, at, made)


@corruption("the present perfect beside a time in the past", "tense-clash")
def perfect_beside_past(document: Document, chance: random.Random) -> Damage | None:
    """The words “has left yesterday” stand for “left yesterday”."""
    tag, lowers = _tagged(document), document.tokens.lowers

    def has_ended(i: int) -> bool:
        later = range(i + 1, min(i + _TENSE_REACH, len(lowers) - 1))
        for at in later:
            if not lowers[at][0].isalnum() or tag(at).is_finite:
                return False
            if lowers[at] in ENDED or (lowers[at] == "last" and lowers[at + 1] in PERIODS):
                return True
        return False

    at = pick(chance, (i for i in _words(document) if tag(i).name == "VERB.Past" and has_ended(i)))
    verb = None if at is None else inflections.base(lowers[at], inflections.PAST)
    made = inflections.participle(verb) if verb else None
    if at is None or made is None:
        return None
    several = tag(at - 1).form == "Plur" or lowers[at - 1] in {"i", "you", "we", "they"}
    return replace_token(document, at, f"{'have' if several else 'has'} {made}")
