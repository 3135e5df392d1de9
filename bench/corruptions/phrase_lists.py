"""Words put for others, terms run through a thesaurus, forms that do not go, joined sentences."""

import random
from collections.abc import Iterable, Mapping

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import before_words, insert_after, pick, replace_token, words

SOUNDS_LIKE = {
    "than": ("then",),
    "its": ("it's",),
    "it's": ("its",),
    "their": ("there", "they're"),
    "there": ("their",),
    "they're": ("there", "their"),
    "your": ("you're",),
    "you're": ("your",),
    "too": ("to",),
    "lose": ("loose",),
    "led": ("lead",),
    "effect": ("affect",),
    "affect": ("effect",),
    "advice": ("advise",),
    "whose": ("who's",),
    "off": ("of",),
    "past": ("passed",),
    "passed": ("past",),
    "quite": ("quiet",),
    "were": ("where",),
    "where": ("were",),
    "principal": ("principle",),
    "personnel": ("personal",),
    "week": ("weak",),
    "role": ("roll",),
    "piece": ("peace",),
    "hear": ("here",),
    "knew": ("new",),
    "through": ("threw",),
    "from": ("form",),
    "form": ("from",),
}
MODALS = words("can could may might must shall should will would can't couldn't won't wouldn't")
NO_VERBS = words(
    "also always be been being even have he i it just never not now often only she still the then"
    " there they this too we well you"
)
SYNONYMS = {
    "artificial": "counterfeit fake man-made manufactured synthetic",
    "intelligence": "brainpower cleverness consciousness insight wisdom",
    "deep": "profound bottomless",
    "learning": "getting-to-know studying education",
    "machine": "gadget device contraption",
    "neural": "nervous brain",
    "network": "organization system community",
    "big": "colossal enormous huge",
    "data": "information facts records",
    "cloud": "haze fog",
    "computing": "figuring registering calculating",
    "mean": "normal",
    "square": "sq rectangular",
    "error": "blunder mistake",
    "breast": "bosom",
    "cancer": "malignancy malignant-growth",
    "kidney": "renal-organ",
    "failure": "disappointment",
    "random": "arbitrary irregular",
    "forest": "woodland timberland",
    "signal": "flag sign",
    "noise": "clamor commotion",
    "remote": "far-off distant",
    "sensing": "detecting",
    "face": "countenance facial",
    "recognition": "acknowledgment",
    "speech": "discourse",
    "energy": "vitality",
    "consumption": "utilization",
    "drug": "medication",
    "delivery": "conveyance",
    "white": "achromatic",
    "blood": "gore",
    "cell": "cubicle",
}
TERMS = (
    "artificial intelligence",
    "deep learning",
    "machine learning",
    "neural network",
    "artificial neural network",
    "deep neural network",
    "big data",
    "cloud computing",
    "mean square error",
    "breast cancer",
    "kidney failure",
    "random forest",
    "remote sensing",
    "face recognition",
    "speech recognition",
    "energy consumption",
    "drug delivery",
    "white blood cell",
    "signal noise",
)
_BEFORE_NOUN = words("the a an of in with by for")


@corruption(
    "a word put for one that sounds or looks like it", "confused-word", "clashing-determiners"
)
def confused(document: Document, chance: random.Random) -> Damage | None:
    """Frequent words first take turns, so that “from” and “were” are not nearly all of it."""
    lowers = document.tokens.lowers
    known = sorted(set(lowers) & SOUNDS_LIKE.keys())
    if not known:
        return None
    word = chance.choice(known)
    i = pick(chance, [i for i, lower in enumerate(lowers) if lower == word])
    return None if i is None else _put(document, i, chance.choice(SOUNDS_LIKE[word]))


@corruption("“more” put before a comparative", "doubled-comparison")
def doubled_comparative(document: Document, chance: random.Random) -> Damage | None:
    """Before whatever ends in -er and is followed by “than”, or is made one by “more”."""
    tokens = document.tokens
    lowers = tokens.lowers
    places = [
        i
        for i in range(1, len(lowers) - 1)
        if (lowers[i].endswith("er") and lowers[i + 1] == "than" and lowers[i - 1] != "rather")
        or lowers[i] in {"better", "worse", "easier", "cheaper", "bigger", "faster", "stronger"}
    ]
    i = pick(chance, [i for i in places if lowers[i] not in {"rather", "other", "whether"}])
    return None if i is None else insert_after(document, i - 1, "more")


@corruption("“most” put before a superlative", "doubled-comparison")
def doubled_superlative(document: Document, chance: random.Random) -> Damage | None:
    lowers = document.tokens.lowers
    nouns = words(
        "best guest west forest interest quest request rest test harvest protest manifest"
    )
    i = pick(
        chance,
        before_words(
            document,
            lambda i: (
                lowers[i] in {"the", "its", "his", "their"}
                and i + 1 < len(lowers)
                and lowers[i + 1].endswith("est")
                and lowers[i + 1] not in nouns
            ),
        ),
    )
    return None if i is None else insert_after(document, i, "most")


@corruption("the third person after an auxiliary", "wrong-verb-form", "clashing-auxiliaries")
def third_person(document: Document, chance: random.Random) -> Damage | None:
    i = _verb_after(document, chance, MODALS | words("doesn't didn't don't"))
    return None if i is None else _put(document, i, _third(document.tokens.texts[i]))


@corruption("the third person after “to”", "wrong-verb-form", "clashing-auxiliaries")
def third_person_infinitive(document: Document, chance: random.Random) -> Damage | None:
    lowers = document.tokens.lowers
    verbs = words("be do go get make take see find help keep become give say know work live use")
    places = [i for i in range(1, len(lowers)) if lowers[i] in verbs and lowers[i - 1] == "to"]
    i = pick(chance, places)
    return None if i is None else _put(document, i, _third(document.tokens.texts[i]))


@corruption("the past tense after “did not”", "wrong-verb-form", "clashing-auxiliaries")
def doubled_past(document: Document, chance: random.Random) -> Damage | None:
    i = _verb_after(document, chance, words("didn't"), "did not")
    return None if i is None else _put(document, i, _past(document.tokens.texts[i]))


@corruption("“to” put after “must” or “should”", "wrong-verb-form", "clashing-auxiliaries")
def infinitive_after_must(document: Document, chance: random.Random) -> Damage | None:
    lowers = document.tokens.lowers
    places = before_words(document, lambda i: lowers[i] in {"must", "should"})
    i = pick(chance, [i for i in places if lowers[i + 1] not in NO_VERBS - {"be", "have"}])
    return None if i is None else insert_after(document, i, "to")


@corruption("a technical term run through a thesaurus", "tortured-phrase")
def tortured(document: Document, chance: random.Random) -> Damage | None:
    """In the place of a word after a determiner or preposition, for few articles have such terms.

    The synonyms are drawn word by word and not from any list of tortured phrases.
    """
    tokens = document.tokens
    places = before_words(document, lambda i: tokens.lowers[i] in _BEFORE_NOUN)
    i = pick(chance, [i for i in places if tokens.texts[i + 1].islower()])
    if i is None:
        return None
    term = chance.choice(TERMS).split()
    return replace_token(document, i + 1, " ".join(_synonym(word, chance) for word in term))


@corruption("the stops of a paragraph made commas", "hard-sentence")
def joined_sentences(document: Document, chance: random.Random) -> Damage | None:
    def joined(parts: list[str]) -> str:
        return ", ".join(part.rstrip(".") for part in parts[:-1]) + ", " + parts[-1]

    by_block: dict[int, list[str]] = {}
    for sentence in document.sentences:
        if sentence.block.kind is BlockKind.PARAGRAPH and sentence.text.endswith("."):
            by_block.setdefault(sentence.block.start, []).append(sentence.text)
    starts = [start for start, parts in by_block.items() if len(parts) > 2]
    if not starts:
        return None
    start = chance.choice(starts)
    block = document.block_at(start)
    if not document.is_literal(block.start, block.end):
        return None
    return Damage(*document.span(block.start, block.end), joined(by_block[start]))


@corruption("the break between four paragraphs lost", "long-paragraph")
def joined_paragraphs(document: Document, chance: random.Random) -> Damage | None:
    kinds = [block.kind for block in document.prose]
    runs = [
        i for i in range(len(kinds) - 3) if all(k is BlockKind.PARAGRAPH for k in kinds[i : i + 4])
    ]
    i = pick(chance, runs)
    if i is None:
        return None
    blocks = document.prose[i : i + 4]
    text = " ".join(" ".join(block.text.split()) for block in blocks)
    return Damage(blocks[0].span.start, blocks[-1].span.end, text)


def _put(document: Document, i: int, word: str) -> Damage:
    """A word put for a token, with its capital and its kind of apostrophe."""
    old = document.tokens.texts[i]
    word = word.capitalize() if old[0].isupper() else word
    return replace_token(document, i, word.replace("'", "’") if "’" in document.source else word)


def _verb_after(
    document: Document, chance: random.Random, auxiliaries: Iterable[str], split: str = "does not"
) -> int | None:
    """A word after one of the auxiliaries, or after `split`, that may be a verb."""
    texts, lowers = document.tokens.texts, document.tokens.lowers
    after = frozenset(auxiliaries)
    verbs = (
        i
        for i in range(2, len(lowers))
        if (lowers[i - 1] in after or f"{lowers[i - 2]} {lowers[i - 1]}" == split)
        and texts[i].isalpha()
        and texts[i].islower()
        and lowers[i] not in NO_VERBS
        and not lowers[i].endswith(("ly", "s"))
    )
    return pick(chance, verbs)


def _synonym(word: str, chance: random.Random) -> str:
    return chance.choice(SYNONYMS[word].split()).replace("-", " ")


_IRREGULAR: Mapping[str, str] = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_PASTS: Mapping[str, str] = {
    "come": "came", "do": "did", "get": "got", "give": "gave", "go": "went", "have": "had",
    "hold": "held", "keep": "kept", "know": "knew", "leave": "left", "make": "made",
    "mean": "meant", "see": "saw", "say": "said", "take": "took", "tell": "told", "win": "won",
}  # fmt: skip


def _third(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2:-1] not in "aeiou" else f"{verb}s"


def _past(verb: str) -> str:
    return _PASTS.get(verb, f"{verb.removesuffix('e')}ed")
