"""Makes articles in which pronouns have lost what they stood for, and knows which.

After every edit the text is laid out anew, so that nothing is left of the sentence that was there.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from random import Random
from typing import NamedTuple

from training.coreference import Article, Mention, Sentence

PRONOUNS = frozenset(
    "he him his himself she her hers herself they them their theirs themselves these those both"
    " it its itself".split()
)
"""The pronouns whose loss is made; whoever measures may take fewer."""

GROUPS = {
    **dict.fromkeys("he she him her his hers himself herself".split(), "he, she"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
"""The pronouns that are reported together."""

LONGEST_SPLICE = 2
FIRST_PLACE = 4
"""The first sentences of an article, before which nothing is pasted in."""


class Edit(StrEnum):
    """How an antecedent got lost."""

    NONE = "intact"
    CUT = "one sentence cut"
    LONG_CUT = "two or three sentences cut"
    SPLICE = "pasted into a paragraph"
    OWN_PARAGRAPH = "pasted as a paragraph"


class Sample(NamedTuple):
    """A text and its orphaned pronouns.

    Attributes:
        name: The article whose pronoun it is.
        genre: Its genre.
        edit: What was done.
        text: The text, a blank line between paragraphs.
        target: Where the pronoun stands whose antecedent was taken away; -1 in an intact text.
        orphans: Where all pronouns stand that have no antecedent left.
        unclear: Where pronouns stand of which that cannot be said.
        window: The stretch of text whose pronouns are judged.
    """

    name: str
    genre: str
    edit: Edit
    text: str
    target: int
    orphans: frozenset[int]
    unclear: frozenset[int]
    window: tuple[int, int]

    @property
    def pronoun(self) -> str:
        """The group of the pronoun at the target; empty for “it”, “these” and no target."""
        if self.target < 0:
            return ""
        word = self.text[self.target :].split(maxsplit=1)[0].lower().replace("’", "'")
        return GROUPS.get(word.split("'")[0].strip('.,;:!?"”'), "")


class Place(NamedTuple):
    """A mention and the index of its sentence."""

    sentence: int
    mention: Mention


def intact(article: Article) -> Sample:
    """The article as it is."""
    text, _ = laid_out(article.sentences)
    none: frozenset[int] = frozenset()
    return Sample(article.name, article.genre, Edit.NONE, text, -1, none, none, (0, len(text)))


def laid_out(sentences: Sequence[Sentence]) -> tuple[str, list[int]]:
    """The text of sentences, and where each begins in it."""
    text = ""
    starts: list[int] = []
    before: int | None = None
    for sentence in sentences:
        if before is not None:
            text += " " if sentence.paragraph == before else "\n\n"
        before = sentence.paragraph
        starts.append(len(text))
        text += sentence.text
    return text, starts


def cuts(article: Article, random: Random, most: int) -> Iterator[Sample]:
    """Up to `most` texts of each kind of cut."""
    found: dict[Edit, list[tuple[frozenset[int], Place]]] = {Edit.CUT: [], Edit.LONG_CUT: []}
    for target, antecedents in dependents(article):
        lost = frozenset(place.sentence for place in antecedents)
        far = target.sentence - min(lost)
        if target.sentence - len(lost) < 2:
            continue
        if len(lost) == 1 and far <= 2:
            found[Edit.CUT].append((lost, target))
        if 2 <= len(lost) <= 3 and far <= 6:
            found[Edit.LONG_CUT].append((lost, target))
    for edit, choices in found.items():
        random.shuffle(choices)
        for lost, target in choices[:most]:
            yield _cut(article, edit, lost, target)


def dependents(article: Article) -> Iterator[tuple[Place, list[Place]]]:
    """The pronouns that need an earlier sentence, each with all that it could stand for."""
    places = [
        Place(i, mention)
        for i, sentence in enumerate(article.sentences)
        for mention in sentence.mentions
    ]
    for at, target in enumerate(places):
        if not target.mention.is_pronoun or target.mention.word not in PRONOUNS:
            continue
        same = article.members(target.mention.entity)
        before = [place for place in places[:at] if place.mention.entity in same]
        if not before or before[-1].sentence == target.sentence:
            continue
        if any(place.mention.is_speaker for place in before):
            continue
        if all(place.mention.is_pronoun for place in before) or _named_later(article, target):
            continue
        yield target, before


def _named_later(article: Article, target: Place) -> bool:
    """Whether the sentence of a pronoun goes on to name what it stands for."""
    return any(
        mention.entity == target.mention.entity
        and mention.start > target.mention.start
        and not mention.is_pronoun
        for mention in article.sentences[target.sentence].mentions
    )


def _cut(article: Article, edit: Edit, lost: frozenset[int], target: Place) -> Sample:
    kept = [i for i in range(len(article.sentences)) if i not in lost]
    text, starts = laid_out([article.sentences[i] for i in kept])
    begin = dict(zip(kept, starts, strict=True))
    judged = [i for i in kept if target.sentence <= i <= target.sentence + 2]
    orphans, unclear = _orphans(article, lost, judged)
    return Sample(
        article.name,
        article.genre,
        edit,
        text,
        begin[target.sentence] + target.mention.start,
        frozenset(begin[place.sentence] + place.mention.start for place in orphans),
        frozenset(begin[place.sentence] + place.mention.start for place in unclear),
        (begin[judged[0]], begin[judged[-1]] + len(article.sentences[judged[-1]].text)),
    )


def _orphans(
    article: Article, lost: frozenset[int], judged: Sequence[int]
) -> tuple[list[Place], list[Place]]:
    """The pronouns that a cut orphans, and those that are named again in their sentence."""
    whole: set[int] = set()
    left: set[int] = set()
    orphans: list[Place] = []
    unclear: list[Place] = []
    for i, sentence in enumerate(article.sentences[: judged[-1] + 1]):
        for mention in sentence.mentions:
            if not mention.is_pronoun:
                whole.add(mention.entity)
                if i not in lost:
                    left.add(mention.entity)
            elif i in judged:
                same = article.members(mention.entity)
                if same & whole and not same & left:
                    place = Place(i, mention)
                    (unclear if _named_later(article, place) else orphans).append(place)
    return orphans, unclear


def splices(
    article: Article, hosts: Sequence[Article], random: Random, most: int
) -> Iterator[Sample]:
    """Up to `most` texts in which a sentence or two of `article` stand in another one.

    The first of them holds a pronoun that stands for something in an earlier sentence.
    """
    targets = [target for target, _ in dependents(article)]
    random.shuffle(targets)
    long_enough = [
        host
        for host in hosts
        if host.name != article.name and len(host.sentences) > 2 * FIRST_PLACE
    ]
    for target in targets[:most]:
        own = random.random() < 0.5
        host = random.choice(long_enough)
        yield _splice(
            article, target, host, random.randrange(FIRST_PLACE, len(host.sentences)), own
        )


def _splice(article: Article, target: Place, host: Article, at: int, own: bool) -> Sample:  # noqa: FBT001
    after = host.sentences[at - 1].paragraph
    if own:
        while at < len(host.sentences) and host.sentences[at].paragraph == after:
            at += 1
    first = article.sentences[target.sentence]
    passage = [
        sentence
        for sentence in article.sentences[target.sentence : target.sentence + LONGEST_SPLICE]
        if sentence.paragraph == first.paragraph
    ]
    pasted = [
        Sentence(sentence.text, -1 if own else after, sentence.mentions) for sentence in passage
    ]
    text, starts = laid_out([*host.sentences[:at], *pasted, *host.sentences[at:]])
    orphan = starts[at] + target.mention.start
    return Sample(
        article.name,
        article.genre,
        Edit.OWN_PARAGRAPH if own else Edit.SPLICE,
        text,
        orphan,
        frozenset({orphan}),
        frozenset(),
        (orphan, orphan + 1),
    )
