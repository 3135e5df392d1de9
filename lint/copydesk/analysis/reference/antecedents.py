"""What speaks for and against an antecedent of a pronoun.

The features are those of the notes on salience in coreference: recency, agreement, subjects, number
of mentions. What else is asked, where these leave doubt, is in `common_ground`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice

from copydesk.analysis.first_person import companions, singular
from copydesk.analysis.reference import several
from copydesk.analysis.reference.agreement import AGREEMENT
from copydesk.analysis.reference.common_ground import CommonGround
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.mentions import mentions_in
from copydesk.analysis.reference.pronouns import Pronoun, doubtful
from copydesk.analysis.reference.pronouns import pronouns as all_pronouns
from copydesk.document import Document

FARTHEST = 15
"""How far back antecedents are looked for, in sentences."""

MOST = 100
"""How many mentions before a pronoun are looked at, and how many after it."""

_INTRODUCTION = 3
"""The sentences of an article that are always read: they give names in full."""

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
    "nearest subject",
    "nearest name",
    "nearest that agrees well",
    "nearest that agrees wholly",
    "nearest",
    "nearest that agrees perhaps",
    "words to one that agrees well",
    "paragraphs to nearest",
    "agree in paragraph",
    "agree well a sentence before",
    "agree well two sentences before",
    "agree wholly in sentence",
    "agree wholly a sentence before",
    "agree wholly two sentences before",
    "persons within two sentences",
    "different ones",
    *several.FEATURES,
)
"""The names of the features, in order."""

_OTHER: Mapping[str, str] = {"he": "she", "she": "he", "they": "-"}
_POSSESSIVES = frozenset("his their theirs hers".split())
_FAR = FARTHEST + 1
_MOST_PARAGRAPHS = 6
_MOST_WORDS = 60


class Context:
    """What the pronouns of an article are judged by.

    Attributes:
        document: The article.
        pronouns: The pronouns that are judged, in order.
        mentions: What is mentioned near them.
        paragraphs: For each sentence the index of its block.
        places: For each sentence how many stand before it in its block.
        totals: How often each pronoun stands in the article.
        said: How often it stands in each sentence.
        speaking: The share of the tokens by which a narrator speaks of himself or to the reader.
    """

    def __init__(self, document: Document, pronouns: Sequence[Pronoun]) -> None:
        """Gathers what some pronouns of a document are judged by."""
        self.document = document
        self.pronouns = pronouns
        self.mentions = mentions_in(document, _near(pronouns, len(document.sentences)))
        self.paragraphs = [document.block_index(each.start) for each in document.sentences]
        self.places = _places(self.paragraphs)
        all_ = document.analysis(all_pronouns)
        self.totals: Counter[str] = Counter([pronoun.key for pronoun in all_])
        self.said = Counter([(pronoun.key, pronoun.sentence) for pronoun in all_])
        said = len(document.analysis(singular)) + len(document.analysis(companions))
        self.speaking = said / max(50, len(document.tokens))

    @cached_property
    def ground(self) -> CommonGround:
        """What its sentences have in common, read when it is first asked for."""
        return CommonGround(self.document, self.mentions.sentences, self.places)


def context(document: Document) -> Context | None:
    """What the pronouns of a document are judged by; none if none is to be judged."""
    found = tuple(doubtful(document))
    return Context(document, found) if found else None


def _near(pronouns: Iterable[Pronoun], sentences: int) -> Iterator[int]:
    """The sentences in which antecedents are looked for, and those that introduce the article."""
    read = 0
    for start, stop in chain([(0, _INTRODUCTION)], map(_window, pronouns)):
        yield from range(max(read, start), min(stop, sentences))
        read = max(read, stop)


def _window(pronoun: Pronoun) -> tuple[int, int]:
    return pronoun.sentence - FARTHEST, pronoun.sentence + 1


def _places(paragraphs: Sequence[int]) -> list[int]:
    places: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        places.append(places[-1] + 1 if i and paragraphs[i - 1] == paragraph else 0)
    return places


def features(context: Context, pronoun: Pronoun) -> list[float]:
    """What speaks for and against an antecedent of a pronoun, in the order of `FEATURES`."""
    found = list(candidates(context, pronoun))
    before = _Before(context, pronoun)
    before.read(found)
    return [
        *_form(context, pronoun),
        *before.features(),
        *_several(context, pronoun, found),
    ]


def candidates(context: Context, pronoun: Pronoun) -> Iterator[Mention]:
    """The mentions before a pronoun that it is compared with, the nearest first."""
    first, last = max(0, pronoun.sentence - FARTHEST), pronoun.sentence
    found = context.mentions
    near = found.all[found.starts[first] : found.starts[last + 1]]
    before = (mention for mention in reversed(near) if mention.last < pronoun.token)
    return islice(before, MOST)


def _form(context: Context, pronoun: Pronoun) -> list[float]:
    """Where and how the pronoun stands, and how common it is in the article."""
    tokens, totals, key = context.document.tokens, context.totals, pronoun.key
    words = max(50, len(tokens))
    s = pronoun.sentence
    return [
        key == "they",
        tokens.lowers[pronoun.token] in _POSSESSIVES,
        min(pronoun.token - context.mentions.sentences[s].start, 25),
        min(context.places[s], 8),
        min(context.paragraphs[s], 10),
        context.places[s] == 0,
        min(len(context.paragraphs), 60),
        context.speaking,
        totals[key] / words,
        totals[_OTHER[key]] / words,
        totals[key] - context.said[key, s] - context.said[key, s + 1],
    ]


class _Before:
    """What stands before a pronoun that agrees with it, and what does not."""

    def __init__(self, context: Context, pronoun: Pronoun) -> None:
        self.token = pronoun.token
        self.key = pronoun.key
        self.other = _OTHER[pronoun.key]
        self.sentence = pronoun.sentence
        self.paragraphs = context.paragraphs
        self.agree = [[0] * 3 for _ in range(4)]
        self.nearest = [_FAR] * 4
        self.gaps = [_MOST_PARAGRAPHS] * 4
        self.nearest_same = self.nearest_other = self.nearest_subject = self.nearest_name = _FAR
        self.gap_of_same = _MOST_PARAGRAPHS
        self.words = _MOST_WORDS
        self.agree_here = 0
        self.persons: set[str] = set()
        self.keys: set[str] = set()

    def read(self, before: Iterable[Mention]) -> None:
        """Takes in mentions, the nearest first: what comes first of a kind is its nearest."""
        agreement = AGREEMENT[self.key]
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

    def _gap(self, sentence: int) -> int:
        """How many paragraphs lie between a sentence and that of the pronoun."""
        gap = self.paragraphs[self.sentence] - self.paragraphs[sentence]
        return min(gap, _MOST_PARAGRAPHS)

    def _add_pronoun(self, key: str, far: int, gap: int) -> None:
        if key == self.key:
            if self.nearest_same == _FAR:
                self.nearest_same, self.gap_of_same = far, gap
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
            self.words = min(self.words, self.token - mention.last)

    def features(self) -> list[float]:
        """What was read, in the order of `FEATURES`."""
        well, wholly = self.nearest[2], self.nearest[3]
        return [
            self.nearest_same,
            self.nearest_other,
            self.nearest_subject,
            self.nearest_name,
            well,
            wholly,
            min(well, wholly, self.nearest_same),
            self.nearest[1],
            self.words,
            min(self.gaps[2], self.gaps[3], self.gap_of_same),
            self.agree_here,
            *self.agree[2][1:],
            *self.agree[3],
            len(self.persons),
            len(self.keys),
        ]


def _several(context: Context, pronoun: Pronoun, before: Sequence[Mention]) -> list[float]:
    """What is asked of “they” alone."""
    if pronoun.key != "they":
        return [0.0] * len(several.FEATURES)
    sentence = context.mentions.sentences[pronoun.sentence]
    leaning = several.lean(context.document.tokens.lowers, sentence, pronoun.token)
    return several.features(before, pronoun.sentence, leaning, _FAR)
