"""Words that clash with the word before them, as a careless edit or a spinner leaves them."""

import random

from copydesk import Document

from bench.corruptions import Damage, Damager, corruption
from bench.corruptions.edits import before_words, insert_after, pick, replace_token, words

DETERMINERS = words("the a an this that its his their our")
PREPOSITIONS = words("of in to for with on at from by about into over after between against during")
AUXILIARIES = words("is are was were has have had will would can could may should")
MODALS = words("would could should must might may")
HAVE = words("has have had")
PARTICIPLES = {
    "gone": "went",
    "become": "became",
    "taken": "took",
    "given": "gave",
    "come": "came",
    "seen": "saw",
    "begun": "began",
    "written": "wrote",
    "grown": "grew",
    "known": "knew",
    "drawn": "drew",
    "fallen": "fell",
    "chosen": "chose",
    "done": "did",
}


def insertion(after: frozenset[str], added: str) -> Damager:
    """What puts a word of one class after another of that class."""
    choices = added.split()

    def damage(document: Document, chance: random.Random) -> Damage | None:
        lowers = document.tokens.lowers
        i = pick(chance, before_words(document, lambda i: lowers[i] in after))
        if i is None:
            return None
        word = chance.choice([choice for choice in choices if choice != lowers[i]])
        return insert_after(document, i, word)

    return damage


two_determiners = corruption("a determiner put after a determiner", "clashing-determiners")(
    insertion(DETERMINERS, "the a the a this its their")
)
two_prepositions = corruption("a preposition put after a preposition", "clashing-prepositions")(
    insertion(PREPOSITIONS, "of to in for with on by at from")
)
two_auxiliaries = corruption("an auxiliary put after an auxiliary", "clashing-auxiliaries")(
    insertion(AUXILIARIES, "is are was were has will")
)


@corruption(
    "a phrase put into another", "clashing-determiners", "clashing-prepositions", "doubled-phrase"
)
def spliced_phrase(document: Document, chance: random.Random) -> Damage | None:
    """Two or three words from a preposition on stand after a preposition and determiner."""
    lowers = document.tokens.lowers
    heads = before_words(
        document, lambda i: i > 0 and lowers[i] in DETERMINERS and lowers[i - 1] in PREPOSITIONS
    )
    tails = [
        i
        for i in before_words(document, lambda i: lowers[i] in PREPOSITIONS)
        if i + 3 < len(lowers) and all(word[0].isalpha() for word in lowers[i : i + 3])
    ]
    head, tail = pick(chance, heads), pick(chance, tails)
    if head is None or tail is None:
        return None
    length = chance.randint(2, 3)
    return insert_after(document, head, " ".join(document.tokens.texts[tail : tail + length]))


@corruption("the past tense after “have”", "clashing-auxiliaries")
def past_for_participle(document: Document, chance: random.Random) -> Damage | None:
    """The words “have went” stand for “have gone”."""
    lowers = document.tokens.lowers
    i = pick(
        chance,
        (i for i in range(1, len(lowers)) if lowers[i] in PARTICIPLES and lowers[i - 1] in HAVE),
    )
    return None if i is None else replace_token(document, i, PARTICIPLES[lowers[i]])


@corruption("“of” for “have” after a modal", "clashing-auxiliaries")
def would_of(document: Document, chance: random.Random) -> Damage | None:
    """The words “would of” stand for “would have”."""
    lowers = document.tokens.lowers
    i = pick(
        chance,
        (i for i in range(1, len(lowers)) if lowers[i] == "have" and lowers[i - 1] in MODALS),
    )
    return None if i is None else replace_token(document, i, "of")


@corruption("a word doubled", "doubled-word")
def doubled_word(document: Document, chance: random.Random) -> Damage | None:
    """A word stands twice."""
    texts = document.tokens.texts
    i = pick(chance, before_words(document, lambda i: texts[i][0].isalpha()))
    if i is None:
        return None
    opens = i == 0 or not texts[i - 1][0].isalnum()
    return insert_after(document, i, texts[i].lower() if opens else texts[i])


@corruption("a phrase doubled", "doubled-phrase")
def doubled_phrase(document: Document, chance: random.Random) -> Damage | None:
    """Two to five words stand twice."""
    tokens = document.tokens
    length = chance.randint(2, 5)
    i = pick(
        chance,
        (
            i
            for i in range(len(tokens) - length)
            if all(text[0].isalpha() for text in tokens.texts[i : i + length])
        ),
    )
    if i is None:
        return None
    last = i + length - 1
    return insert_after(document, last, document.text[tokens.starts[i] : tokens.end(last)])


@corruption("“a” for “an” or the reverse", "wrong-article")
def swapped_article(document: Document, chance: random.Random) -> Damage | None:
    """The wrong form of the indefinite article stands before a word."""
    texts = document.tokens.texts
    i = pick(chance, before_words(document, lambda i: texts[i] in {"a", "an", "A", "An"}))
    if i is None:
        return None
    return replace_token(document, i, texts[i][0] + ("" if texts[i].endswith("n") else "n"))
