"""Phrases cut off, run together or joined by the wrong word, as careless edits leave them."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import before_words, change, insert_after, pick, words

_TAILS = (
    "in the mid 2000s", "over the last six months", "since 1997", "on Saturday", "last autumn",
    "ten days ago", "earlier this week", "by the end of May", "from time to time", "for weeks",
    "during the past few days", "as of last week",
)  # fmt: skip
_TIME = re.compile(
    r"\b(?:for|in|over|during|since|within|after|before|than|until) (?:the )?"
    r"(?:past|last|next|recent|\w+) (?:years?|months?|weeks?|days?|hours?|decades?)\b"
)
_LINKING = words("of in at by on from to with for the a an")
_WORDS_OF_GRAMMAR = words("they he the of very to and is would been a which them not so my by")
_TAKES = {
    "capable of": "capable to", "depends on": "depends of", "depend on": "depend from",
    "interested in": "interested on", "despite": "despite of", "according to": "according with",
    "focused on": "focused in", "responsible for": "responsible of", "similar to": "similar with",
    "different from": "different of", "consists of": "consists from", "afraid of": "afraid from",
    "discussed": "discussed about", "regardless of": "regardless to", "accused of": "accused for",
    "concerned about": "concerned on", "proud of": "proud for", "rely on": "rely in",
    "instead of": "instead from", "suspected of": "suspected for", "prior to": "prior than",
}  # fmt: skip
_CONJUNCTIONS = {
    "but": "but and", "because": "because since", "although": "although but", "and": "and but",
    "if": "if whether", "whether": "whether if", "for": "for because", "without": "without no",
    "not": "not never", "never": "not never", "hardly": "hardly no",
}  # fmt: skip


@corruption("a phrase of time cut off by another", "spliced-time")
def spliced_time(document: Document, chance: random.Random) -> Damage | None:
    """The last word or two of a phrase of time make room for a whole one."""
    found = [m.span() for m in _TIME.finditer(document.text) if document.is_literal(*m.span())]
    if not found:
        return None
    start, end = chance.choice(found)
    *kept, _ = document.text[start:end].split()
    span = document.span(start, end)
    return Damage(span.start, span.end, f"{' '.join(kept)} {chance.choice(_TAILS)}")


@corruption("a name or figure taken out before a mark", "stranded-word")
def lost_name(document: Document, chance: random.Random) -> Damage | None:
    """What stood between an article or preposition and a mark is gone, as with a dropped link."""
    tokens = document.tokens
    places = [
        (i, end)
        for i, word in enumerate(tokens.lowers)
        if word in _LINKING and (end := _name_end(document, i + 1))
    ]
    if not places:
        return None
    i, end = chance.choice(places)
    span = document.span(tokens.end(i), tokens.end(end - 1))
    gap = " " if chance.random() < 0.5 else ""
    return Damage(span.start, span.end, gap)


def _name_end(document: Document, start: int) -> int:
    """The token after the names or numbers from `start` on, if that is a mark; 0 if not."""
    texts = document.tokens.texts
    end = start
    while end < len(texts) and (texts[end][0].isupper() or texts[end][0].isdigit()):
        end += 1
    return end if end > start and end < len(texts) and texts[end] in {".", ",", ";"} else 0


@corruption("two function words put side by side", "clashing-words", "clashing-determiners")
def added_function_word(document: Document, chance: random.Random) -> Damage | None:
    """A function word stands behind another, not a determiner or preposition."""
    lowers = document.tokens.lowers
    first = words("they he she we it very which while who would could can them him us also not")
    i = pick(chance, before_words(document, lambda i: lowers[i] in first))
    if i is None:
        return None
    return insert_after(document, i, chance.choice(sorted(_WORDS_OF_GRAMMAR - {lowers[i]})))


def _inside(document: Document) -> Iterator[tuple[int, int]]:
    """Where two sentences of a paragraph meet: from the end of one to the start of the next."""
    sentences = document.sentences
    for before, after in pairwise(sentences):
        same = before.block is after.block and before.block.kind is BlockKind.PARAGRAPH
        if same and before.text.endswith(".") and document.is_literal(before.end - 1, after.end):
            yield before.end, after.start


@corruption("two sentences without a stop between them", "glued-sentences")
def lost_stop(document: Document, chance: random.Random) -> Damage | None:
    found = list(_inside(document))
    if not found:
        return None
    end, start = chance.choice(found)
    span = document.span(end - 1, start)
    return Damage(span.start, span.end, " ")


@corruption("the beginning of a sentence cut off", "lower-case-start")
def lost_beginning(document: Document, chance: random.Random) -> Damage | None:
    """A sentence has lost its first words, some of them; what is left begins small."""
    tokens = document.tokens
    found = [
        (start, cut)
        for _, start in _inside(document)
        for cut in range(tokens.index_at(start) + 1, tokens.index_at(start) + 6)
        if cut < len(tokens) and tokens.texts[cut].islower() and tokens.texts[cut].isalpha()
    ]
    if not found:
        return None
    start, cut = chance.choice(found)
    span = document.span(start, tokens.starts[cut])
    return Damage(span.start, span.end, "")


def _replaced(table: dict[str, str]) -> str:
    return rf"\b(?:{'|'.join(table)})\b"


wrong_preposition = corruption("a wrong preposition in a frame", "wrong-preposition")(
    change(_replaced(_TAKES), lambda text, _: _TAKES[text])
)
doubled_conjunction = corruption("a conjunction or negation doubled", "doubled-conjunction")(
    change(_replaced(_CONJUNCTIONS), lambda text, _: _CONJUNCTIONS[text])
)
broken_pair = corruption("the wrong half of a pair of conjunctions", "broken-correlative")(
    change(
        r"\b(?:(?<=between )\w+ (?:\w+ )?and(?= \d)"
        r"|(?<=neither )\w+ (?:\w+ )?nor|(?<=both )\w+ and)\b",
        lambda text, _: re.sub(r"\b(?:and|nor)$", "to" if text[0].isdigit() else "or", text),
    )
)
lost_object = corruption("the object of a verb lost", "missing-object")(
    change(
        r"\b(?:told|assured|reminded|informed|convinced|allow|allows|allowing|enables?)"
        r" (?:\w+|the \w+) (?:that|to)\b",
        lambda text, _: f"{text.split()[0]} {text.split()[-1]}",
    )
)
lost_function_word = corruption("a small word of a fixed turn lost", "missing-function-word")(
    change(
        r"\b(?:at the (?:same time|beginning of|end of)|as a result|for the first time"
        r"|by the end|(?:in|on|with) the same \w+|in the (?:middle|form|absence|wake|course) of"
        r"|one of the \w+est|(?:a|an) (?:wide|large|small|vast) \w+ of"
        r"|(?:able|expected|required|forced|unable) to (?=\w)|(?:decided|wanted|tried) to (?=\w)"
        r"|as well as)\b",
        lambda text, _: re.sub(
            r"(?: the\b| a\b(?= [rp])|^an? | to\b|(?<=well) as)", "", text, count=1
        ),
    )
)
