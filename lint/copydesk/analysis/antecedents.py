"""What speaks for and against an antecedent of a pronoun.

The features are those of the notes on salience in coreference (recency, agreement, subjects, number
of mentions), and what the sentence of the pronoun has in common with the rest of the article.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from copydesk.analysis.background import weight_of
from copydesk.analysis.mention_types import Mention, Mentions
from copydesk.analysis.mentions import mentions
from copydesk.analysis.quotations import quotations
from copydesk.analysis.terms import terms_of
from copydesk.document import BlockKind, Document

FARTHEST = 15
"""How far back antecedents are looked for, in sentences."""

MOST = 100
"""How many mentions before a pronoun are looked at, and how many after it."""

FEATURES = (
    "is they",
    "possessive",
    "place in sentence",
    "sentence in paragraph",
    "paragraph",
    "opens paragraph",
    "sentences of article",
    "share of speakers",
    "share of same pronoun",
    "share of other pronoun",
    "same pronoun elsewhere",
    "nearest same pronoun",
    "nearest other pronoun",
    "same pronoun in paragraph",
    "nearest subject",
    "nearest name",
    "nearest that agrees well",
    "nearest that agrees wholly",
    "nearest",
    "paragraphs to one that agrees well",
    "paragraphs to nearest",
    "agree in paragraph",
    "agree well in sentence",
    "agree well a sentence before",
    "agree well two sentences before",
    "agree wholly in sentence",
    "agree wholly a sentence before",
    "agree wholly two sentences before",
    "agree perhaps within a sentence",
    "do not agree within a sentence",
    "persons within two sentences",
    "different ones",
    "agree later in sentence",
    "names in next sentence",
    "terms",
    "shared with all",
    "shared by article",
    "shared with all, less shared by article",
    "shared by sentence alone",
    "shared with what stands before",
    "shared with three before",
    "shared by sentence alone with three before",
    "weight of new terms",
)
"""The names of the features, in order."""

_OTHER: Mapping[str, str] = {"he": "she", "she": "he", "they": "-"}
_POSSESSIVES = frozenset("his their theirs hers".split())
_OR = frozenset({"or", "/"})
_CLOSING = frozenset("\"'”’")
_SAID = frozenset("said says told added adds asked replied explained wrote".split())
_FAR = FARTHEST + 1
_MOST_PARAGRAPHS = 6
_NO_TERMS = frozenset[str]()


def agreement(pronoun: str, mention: Mention) -> int:
    """How well a mention agrees with a pronoun: 0 not, 1 perhaps, 2 well, 3 in all respects."""
    return 0 if mention.kind == "speaker" else _AGREEMENT[pronoun](mention)


def _with_they(mention: Mention) -> int:
    if mention.number == "plural":
        return 2 if mention.being in {"thing", "unknown"} else 3
    return int(mention.number == "either" or (mention.indefinite and mention.being == "person"))


def _with_he(mention: Mention) -> int:
    return _with_one(mention) if mention.gender != "she" else 0


def _with_she(mention: Mention) -> int:
    return _with_one(mention) if mention.gender != "he" else 0


def _with_one(mention: Mention) -> int:
    """The same for a pronoun in the singular, if the gender does not speak against it."""
    if mention.number == "plural":
        return 0
    if mention.gender:
        return 3
    if mention.being == "person":
        return 2
    return 1 + mention.full if mention.being == "unknown" and mention.kind == "name" else 0


_AGREEMENT: Mapping[str, Callable[[Mention], int]] = {
    "he": _with_he,
    "she": _with_she,
    "they": _with_they,
}


class Context(NamedTuple):
    """What the pronouns of an article are judged by.

    Attributes:
        document: The article.
        mentions: What it mentions.
        paragraphs: For each sentence the index of its block.
        places: For each sentence how many stand before it in its block.
        terms: The content words of each sentence, as light stems.
        weights: What these weigh.
        shares: The share of that in terms that other sentences have, too.
        holding: In how many sentences each term stands.
        first: The first sentence with each term.
        shared: The mean of `shares`.
        totals: How often each pronoun stands in the article.
    """

    document: Document
    mentions: Mentions
    paragraphs: list[int]
    places: list[int]
    terms: list[frozenset[str]]
    weights: list[float]
    shares: list[float]
    holding: Mapping[str, int]
    first: Mapping[str, int]
    shared: float
    totals: Mapping[str, int]


def context(document: Document) -> Context:
    """Gathers what the pronouns of a document are judged by."""
    found = document.analysis(mentions)
    texts = document.tokens.texts
    terms = [
        frozenset(chain.from_iterable(map(terms_of, texts[inside.start : inside.stop])))
        for inside in found.sentences
    ]
    holding = Counter(chain.from_iterable(terms))
    first: dict[str, int] = {}
    for i in reversed(range(len(terms))):
        first.update(dict.fromkeys(terms[i], i))
    often = {term for term, count in holding.items() if count > 1}
    weights = list(map(_weight, terms))
    shares = [_share(held & often, weight) for held, weight in zip(terms, weights, strict=True)]
    paragraphs = [document.block_index(sentence.start) for sentence in document.sentences]
    return Context(
        document,
        found,
        paragraphs,
        _places(paragraphs),
        terms,
        weights,
        shares,
        holding,
        first,
        sum(shares) / max(1, len(shares)),
        Counter([mention.key for mention in found.all if mention.kind in {"pronoun", "speaker"}]),
    )


def _places(paragraphs: Sequence[int]) -> list[int]:
    places: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        places.append(places[-1] + 1 if i and paragraphs[i - 1] == paragraph else 0)
    return places


def _weight(terms: Iterable[str]) -> float:
    return sum(map(weight_of, terms))


def _share(part: Iterable[str], whole: float) -> float:
    """The share that terms are of a weight; one half if there is none."""
    return _weight(part) / whole if whole else 0.5


def judged(context: Context) -> Iterator[int]:
    """The indices of the mentions that are judged: of each pronoun the first in a sentence.

    Not “he or she”, which is nobody in particular. Nor a pronoun in a quotation, whose speaker may
    point at what only the listener knows; nor who says a quotation, for what is quoted tells
    nothing of whom the narrator has spoken of; nor what stands in a list, whose items have little
    in common.
    """
    seen: set[tuple[int, str]] = set()
    tokens = context.document.tokens
    quoted = context.document.analysis(quotations)
    for i, mention in enumerate(context.mentions.all):
        if mention.kind == "pronoun" and mention.key != "it":
            place = mention.sentence, mention.key
            if place not in seen and not _is_left_out(tokens.lowers, mention.first):
                seen.add(place)
                block = context.document.sentences[mention.sentence].block
                in_prose = block.kind is BlockKind.PARAGRAPH
                if in_prose and not quoted.covers(tokens.starts[mention.first]):
                    yield i


def _is_left_out(lowers: Sequence[str], at: int) -> bool:
    before, after = lowers[at - 1] if at else "", lowers[at + 1 : at + 2]
    if before in _CLOSING and after and after[0] in _SAID:
        return True
    return before in _OR or (bool(after) and after[0] in _OR)


def features(context: Context, index: int) -> list[float]:
    """What speaks for and against an antecedent of mention `index`, in the order of `FEATURES`."""
    pronoun = context.mentions.all[index]
    before = _Before(context, pronoun)
    before.read(candidates(context, index))
    return [
        *_form(context, pronoun),
        *before.features(),
        *_after(context, pronoun),
        *_words(context, pronoun.sentence),
    ]


def candidates(context: Context, index: int) -> Iterator[Mention]:
    """The mentions before mention `index` that it is compared with, the nearest first."""
    pronoun = context.mentions.all[index]
    before = reversed(context.mentions.all[max(0, index - MOST) : index])
    near = takewhile(lambda mention: pronoun.sentence - mention.sentence <= FARTHEST, before)
    return (mention for mention in near if mention.last < pronoun.first)


def _form(context: Context, pronoun: Mention) -> list[float]:
    """Where and how the pronoun stands, and how common it is in the article."""
    tokens, totals, key = context.document.tokens, context.totals, pronoun.key
    s = pronoun.sentence
    words = max(50, len(tokens))
    near = chain(context.mentions.of(s), context.mentions.of(s + 1))
    own = sum(1 for mention in near if mention.kind == "pronoun" and mention.key == key)
    return [
        key == "they",
        tokens.lowers[pronoun.first] in _POSSESSIVES,
        min(pronoun.first - context.mentions.sentences[s].start, 25),
        min(context.places[s], 8),
        min(context.paragraphs[s], 10),
        context.places[s] == 0,
        min(len(context.terms), 60),
        totals.get("i", 0) / words,
        totals.get(key, 0) / words,
        totals.get(_OTHER[key], 0) / words,
        totals.get(key, 0) - own,
    ]


class _Before:
    """What stands before a pronoun that agrees with it, and what does not."""

    def __init__(self, context: Context, pronoun: Mention) -> None:
        self.key = pronoun.key
        self.other = _OTHER[pronoun.key]
        self.sentence = pronoun.sentence
        self.paragraphs = context.paragraphs
        self.agree = [[0] * 3 for _ in range(4)]
        self.nearest = [_FAR] * 4
        self.gaps = [_MOST_PARAGRAPHS] * 4
        self.nearest_same = self.nearest_other = self.nearest_subject = self.nearest_name = _FAR
        self.gap_of_same = _MOST_PARAGRAPHS
        self.same_here = self.agree_here = self.unfit = 0
        self.persons: set[str] = set()
        self.keys: set[str] = set()

    def read(self, before: Iterable[Mention]) -> None:
        """Takes in mentions, the nearest first: what comes first of a kind is its nearest."""
        agreement, other = _AGREEMENT[self.key], self.other
        sentence, far, gap = -1, 0, 0
        for mention in before:
            if mention.sentence != sentence:
                sentence = mention.sentence
                far, gap = self.sentence - sentence, self._gap(sentence)
            kind = mention.kind
            if kind == "pronoun":
                self._add_pronoun(mention.key, far, gap)
            elif kind != "speaker":
                if far <= 2 and mention.being == "person" and mention.number == "singular":
                    self.persons.add(mention.key)
                if level := agreement(mention):
                    self._add(mention, level, far, gap)
                elif far <= 1 and mention.gender == other:
                    self.unfit += 1

    def _gap(self, sentence: int) -> int:
        """How many paragraphs lie between a sentence and that of the pronoun."""
        gap = self.paragraphs[self.sentence] - self.paragraphs[sentence]
        return min(gap, _MOST_PARAGRAPHS)

    def _add_pronoun(self, key: str, far: int, gap: int) -> None:
        if key == self.key:
            if self.nearest_same == _FAR:
                self.nearest_same, self.gap_of_same = far, gap
            if not gap:
                self.same_here += 1
        elif key == self.other and self.nearest_other == _FAR:
            self.nearest_other = far

    def _add(self, mention: Mention, level: int, far: int, gap: int) -> None:
        if far < 3:
            self.agree[level][far] += 1
        if self.nearest[level] == _FAR:
            self.nearest[level], self.gaps[level] = far, gap
        self.keys.add(mention.key)
        if self.nearest_name == _FAR and mention.kind == "name":
            self.nearest_name = far
        if level > 1:
            if not gap:
                self.agree_here += 1
            if self.nearest_subject == _FAR and mention.subject:
                self.nearest_subject = far

    def features(self) -> list[float]:
        """What was read, in the order of `FEATURES`."""
        well, wholly = self.nearest[2], self.nearest[3]
        return [
            self.nearest_same,
            self.nearest_other,
            self.same_here,
            self.nearest_subject,
            self.nearest_name,
            well,
            wholly,
            min(well, wholly, self.nearest_same),
            self.gaps[2],
            min(self.gaps[2], self.gaps[3], self.gap_of_same),
            self.agree_here,
            *self.agree[2],
            *self.agree[3],
            self.agree[1][0] + self.agree[1][1],
            self.unfit,
            len(self.persons),
            len(self.keys),
        ]


def _after(context: Context, pronoun: Mention) -> list[float]:
    """What stands after the pronoun that it could point forward to."""
    s, agreement = pronoun.sentence, _AGREEMENT[pronoun.key]
    later = [mention for mention in context.mentions.of(s) if mention.first > pronoun.last]
    next_ = context.mentions.of(s + 1) if _goes_on(context, s) else []
    return [
        sum(agreement(one) > 1 for one in later if one.kind in {"name", "noun"}),
        sum(agreement(one) > 0 for one in next_ if one.kind == "name"),
    ]


def _goes_on(context: Context, s: int) -> bool:
    """Whether the next sentence stands in the same paragraph."""
    return s + 1 < len(context.places) and context.places[s + 1] > 0


def _words(context: Context, s: int) -> list[float]:
    """What the sentence, alone and with the next of its paragraph, shares with the others."""
    terms, holding, first = context.terms, context.holding, context.first
    own = terms[s]
    next_ = terms[s + 1] if _goes_on(context, s) else _NO_TERMS
    both = own | next_
    before = _NO_TERMS.union(*terms[max(0, s - 3) : s])
    again = {term for term in both if holding[term] > (term in own) + (term in next_)}
    weight = _weight(both)
    shared = _share(again, weight)
    return [
        len(both),
        shared,
        context.shared,
        shared - context.shared,
        context.shares[s],
        _share({term for term in both if first[term] < s}, weight),
        _share(both & before, weight),
        _share(own & before, context.weights[s]),
        _weight(both - again),
    ]
