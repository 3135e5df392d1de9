"""Tells who says each quotation, by the verb of saying beside it.

    for attribution in document.analysis(attributions):
        if attribution.speaker: ...

There is no parse: the verb of saying that stands nearest to a quotation in its sentence is taken
for the one that tells of it, and what can be a subject beside that verb for the speaker.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from copydesk.analysis.narration import Passage, passages
from copydesk.analysis.quotations import Quotation
from copydesk.document import Document
from copydesk.english.attribution import verbs_of_saying
from copydesk.segment import Tokens

_FARTHEST = 40
_LONGEST_PHRASE = 8
_NEAR = 10
"""How many quotations are looked at for one with a speaker."""

_PRONOUNS = frozenset("i you he she it we they who one".split())
_NOT_NAMES = frozenset(
    "the a an this that these those his her its their my our your but and or yet so then when"
    " while if as after before in on at by for from with of to last yesterday today later"
    " earlier meanwhile however also still now there here".split()
)
"""Words in capitals that begin a sentence and no name."""
_PARTICLES = frozenset("de da di du la le van von der den bin ibn al el of".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their my our your one two three some many several"
    " another both other all most each every no".split()
)
_BEFORE_VERBS = frozenset(
    "also then later again once now first even still just often has have had was is are were would"
    " could will can may might did does do not never only simply already soon ever since"
    " further".split()
)
_PREPOSITIONS = frozenset("of for from at in on to with by against about over".split())
_JOINING = frozenset("of for at from".split())
_AFTER_PHRASES = _PREPOSITIONS - _JOINING | frozenset(
    "who which that as when while after before during and but because if in".split()
)
"""Words that go on after a noun phrase."""
_BEFORE_PHRASES = frozenset("by with against about".split()) | _BEFORE_VERBS
"""Words that no subject begins with or has in it."""
_NO_TITLES = _PARTICLES | _DETERMINERS | _NOT_NAMES | frozenset("or her over under never".split())
_SAYING = frozenset("saying adding writing tweeting noting explaining telling arguing".split())
_NO_SUBJECT = frozenset("to being having been be".split())
_MARKS = frozenset(", — – - ( ) : ;".split())


class Mention(StrEnum):
    """What a speaker is mentioned by."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


class Speaker(NamedTuple):
    """Who says a quotation: a range of the reading text, and what stands there."""

    start: int
    end: int
    mention: Mention


class Attribution(NamedTuple):
    """A quotation and who says it.

    Attributes:
        quotation: The quotation.
        speaker: Who says it, as far as its sentence tells.
        is_continued: Whether it is the quotation before, of the same speaker, that goes on, so that
            the sentence of that one has told.
    """

    quotation: Quotation
    speaker: Speaker | None
    is_continued: bool = False


def attributions(document: Document) -> tuple[Attribution, ...]:
    """The outermost quotations in order and who says each."""
    return tuple(_attributions(document))


def _attributions(document: Document) -> Iterator[Attribution]:
    last: Attribution | None = None
    for passage in document.analysis(passages):
        speaker: Speaker | None = None
        goes_on = last is not None and _may_go_on(last, passage)
        for quotation, before, after in _sides(passage, document.tokens):
            speaker = _speaker(document.tokens, before, after) or speaker
            if not speaker and last and (goes_on or quotation.resumed):
                last = Attribution(quotation, last.speaker, is_continued=True)
            else:
                last = Attribution(quotation, speaker)
            yield last


def _may_go_on(last: Attribution, passage: Passage) -> bool:
    """Whether a passage without a word of the narrator's goes on with the last quotation."""
    return (
        last.speaker is not None
        and last.quotation.start >= passage.block.start
        and bool(passage.quotations)
        and not passage.is_narrated
    )


def _sides(passage: Passage, tokens: Tokens) -> Iterator[tuple[Quotation, range, range]]:
    """The quotations of a passage, each with the tokens of the narrator before and after it."""
    ends = [passage.start, *(one.end for one in passage.quotations)]
    starts = [*(one.start for one in passage.quotations), passage.end]
    for number, quotation in enumerate(passage.quotations):
        before = tokens.between(ends[number], starts[number])
        after = tokens.between(ends[number + 1], starts[number + 1])
        yield quotation, before[-_FARTHEST:], after[:_FARTHEST]


def speaker_in(document: Document, passage: Passage) -> Speaker | None:
    """Who speaks in a sentence, in quotation marks or not: “she said that it rained”."""
    ends = [passage.start, *(one.end for one in passage.quotations)]
    starts = [*(one.start for one in passage.quotations), passage.end]
    for start, end in zip(ends, starts, strict=True):
        inside = document.tokens.between(start, end)
        found = next(_speakers(document.tokens, inside, inside), None)
        if found := found or _according_to(document.tokens, inside):
            return found
    return None


def nearest(
    found: Sequence[Attribution], offset: int
) -> tuple[Attribution | None, Attribution | None]:
    """The quotations nearest to `offset`, before it and from there on, that have a speaker."""
    at = bisect_left(found, offset, key=lambda one: one.quotation.start)
    before = (one for one in found[max(0, at - _NEAR) : at][::-1] if one.speaker)
    after = (one for one in found[at : at + _NEAR] if one.speaker)
    return next(before, None), next(after, None)


def _speaker(tokens: Tokens, before: range, after: range) -> Speaker | None:
    """Who speaks, the words after a quotation first: “…,” said Ana Brook; Ana Brook said: “…”."""
    return (
        next(_speakers(tokens, after, after), None)
        or next(_speakers(tokens, before[::-1], before), None)
        or _according_to(tokens, after)
        or _according_to(tokens, before)
        or _of_participle(tokens, before)
    )


def _speakers(tokens: Tokens, order: range, inside: range) -> Iterator[Speaker]:
    verbs = verbs_of_saying()
    for verb in order:
        if tokens.lowers[verb] in verbs and (found := _subject_near(tokens, verb, inside)):
            yield found


def _of_participle(tokens: Tokens, before: range) -> Speaker | None:
    """The subject of “Ana Brook was of the same mind, saying: “…””, which begins the sentence."""
    words = [i for i in before if tokens.texts[i] not in _MARKS]
    if not words or tokens.lowers[words[-1]] not in _SAYING:
        return None
    first = next((i for i in words if tokens.lowers[i] not in _NOT_NAMES), words[-1])
    if tokens.lowers[first] in _PRONOUNS:
        return _made(tokens, first, first, Mention.PRONOUN)
    return _name_from(tokens, first, before.stop)


def _subject_near(tokens: Tokens, verb: int, inside: range) -> Speaker | None:
    """The subject of a verb: what stands before it, or behind where it begins the clause."""
    words = [i for i in range(inside.start, verb) if tokens.texts[i][0].isalnum()]
    begins = all(tokens.lowers[i] in _BEFORE_VERBS for i in words)
    if not begins:
        return _subject_before(tokens, verb, inside.start)
    return _phrase_from(tokens, verb + 1, inside.stop) if _is_inflected(tokens, verb) else None


def _is_inflected(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has an ending or a past, and is not as in “to say” or “they say”."""
    return tokens.lowers[verb].endswith(("s", "d", "t", "ote", "ang", "oke"))


def _subject_before(tokens: Tokens, verb: int, first: int) -> Speaker | None:
    last = verb - 1
    while last >= first and _is_between(tokens.lowers[last]):
        last -= 1
    if last < first or tokens.lowers[last] in _NO_SUBJECT:
        return None
    if tokens.lowers[last] == "who" and last > first:
        last -= 1
    if not (_is_inflected(tokens, verb) or _is_plural(tokens.lowers[last])):
        return None
    if tokens.texts[last] in _MARKS:
        return _set_off(tokens, first, last)
    return _phrase_to(tokens, last, first)


def _is_plural(word: str) -> bool:
    """Whether a word may be the subject of a verb without an ending."""
    return word.endswith("s") or word in _PRONOUNS or word in {"people", "men", "women", "police"}


def _is_between(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in _BEFORE_VERBS or (word.endswith("ly") and len(word) > len("only"))


def _set_off(tokens: Tokens, first: int, comma: int) -> Speaker | None:
    """The subject before what is set off by commas: “Ana Brook, who leads the yard, said”."""
    opening = next((i for i in range(comma - 1, first, -1) if tokens.texts[i] in _MARKS), None)
    if opening is None:
        return _phrase_to(tokens, comma - 1, first) if comma > first else None
    before = _phrase_to(tokens, opening - 1, first)
    return before or _phrase_to(tokens, comma - 1, opening + 1)


def _phrase_to(tokens: Tokens, last: int, first: int) -> Speaker | None:
    """The mention that ends with token `last` and begins no earlier than `first`."""
    if tokens.lowers[last] in _PRONOUNS:
        return _made(tokens, last, last, Mention.PRONOUN)
    if not tokens.texts[last][0].isalpha():
        return None
    start = name = last
    while start > first and last - start < _LONGEST_PHRASE and _goes_back(tokens, start):
        start -= 1
        if name == start + 1 and tokens.texts[start][0].isupper():
            name = start
    if name > start and tokens.texts[name][0].isupper() and _is_noun(tokens.texts[name - 1]):
        start = name
    return _of_words(tokens, start, last)


def _goes_back(tokens: Tokens, start: int) -> bool:
    """Whether the phrase that begins with token `start` begins earlier than that."""
    before, word = tokens.texts[start - 1], tokens.lowers[start]
    lower = before.lower()
    if not before[0].isalpha() or lower in _BEFORE_PHRASES:
        return False
    if word in _DETERMINERS:
        return lower in _JOINING
    if tokens.texts[start][0].isupper() and before[0].islower():
        return (
            lower in _PREPOSITIONS
            or lower in _DETERMINERS
            or lower in _PARTICLES
            or _is_noun(lower)
        )
    return (
        not (before[0].isupper() and lower in _NOT_NAMES - _DETERMINERS) and lower not in _PRONOUNS
    )


def _is_noun(word: str) -> bool:
    """Whether a word in front of a name may be a title: “mayor Ana Brook”."""
    if not word[0].islower() or word in _NO_TITLES:
        return False
    return word.endswith(("er", "or", "man", "woman", "ist", "son", "ant", "ent", "ief", "ary"))


def _phrase_from(tokens: Tokens, start: int, stop: int) -> Speaker | None:
    """The mention that begins with token `start`."""
    if start >= stop or not tokens.texts[start][0].isalpha():
        return None
    if tokens.lowers[start] in _PRONOUNS:
        return _made(tokens, start, start, Mention.PRONOUN)
    if name := _name_from(tokens, start, stop):
        return name
    last = start
    while last + 1 < min(stop, start + _LONGEST_PHRASE) and tokens.texts[last + 1][0].isalpha():
        if tokens.lowers[last + 1] in _AFTER_PHRASES:
            break
        last += 1
    return _of_words(tokens, start, last)


def _name_from(tokens: Tokens, start: int, stop: int) -> Speaker | None:
    """The name that begins with token `start`, or that a title there leads up to."""
    if not tokens.texts[start][0].isupper() or tokens.lowers[start] in _NOT_NAMES:
        return None
    last = start
    for i in range(start + 1, min(stop, start + _LONGEST_PHRASE)):
        if tokens.texts[i][0].isupper():
            start = i if _is_noun(tokens.texts[i - 1]) else start
            last = i
        elif not (_is_within_name(tokens, i) or _is_noun(tokens.texts[i])):
            break
    genitive = tokens.lowers[last].endswith(("'s", "s'"))
    return None if genitive else _made(tokens, start, last, Mention.NAME)


def _is_within_name(tokens: Tokens, i: int) -> bool:
    """Whether a token that is no word in capitals may stand in a name: “van”, the stop of “Dr.”."""
    text = tokens.texts[i]
    return text in _PARTICLES or (text == "." and len(tokens.texts[i - 1]) <= len("Prof"))


def _of_words(tokens: Tokens, start: int, last: int) -> Speaker | None:
    while start < last and tokens.lowers[start] in _NOT_NAMES - _DETERMINERS:
        start += 1
    if tokens.lowers[last] in _NOT_NAMES:
        return None
    texts = tokens.texts[start : last + 1]
    is_name = all(text[0].isupper() or text in _PARTICLES for text in texts)
    if is_name and tokens.lowers[start] not in _DETERMINERS:
        return _made(tokens, start, last, Mention.NAME)
    return _made(tokens, start, last, Mention.NOUN)


def _according_to(tokens: Tokens, inside: Sequence[int]) -> Speaker | None:
    for i in inside:
        if tokens.lowers[i] == "according" and tokens.lowers[i + 1 : i + 2] == ["to"]:
            return _phrase_from(tokens, i + 2, inside[-1] + 1)
    return None


def _made(tokens: Tokens, start: int, last: int, mention: Mention) -> Speaker:
    return Speaker(tokens.starts[start], tokens.end(last), mention)
