"""Tells which pronouns need no weighing: what stands close by settles what they mean."""

from collections.abc import Iterator, Sequence

from copydesk.analysis.reference.agreement import AGREEMENT
from copydesk.analysis.reference.antecedents import Context
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.pronouns import Pronoun

_ABOUT = 2
"""The sentences that say what an article is about."""

_SHIPS = frozenset(
    "barque battleship brig brigantine cruiser destroyer ferry frigate galleon gunboat ketch liner"
    " minesweeper schooner ship sloop steamer steamship submarine trawler tugboat vessel warship"
    " yacht".split()
)
_COUPLED = frozenset(
    "affair couple dated dating divorce divorced engaged engagement fiancé fiancée husband marriage"
    " married marries marry relationship separated spouse wed wedding wife".split()
)
"""Words that make two persons the couple that “they” stands for."""


def is_settled(context: Context, pronoun: Pronoun) -> bool:
    """Whether what stands close by settles what a pronoun means.

    “He” and “she” by a name of that gender in the sentence, or by the name that was the subject of
    the sentence before; “she” also by a ship that the article is about; “they” by a group that is a
    subject in the sentence, or by two of whom it has just been said that they are a couple.
    """
    before = _before(context, pronoun)
    if pronoun.key == "they":
        return any(map(_is_acting_group, before)) or _follows_couple(context, pronoun, before)
    if any(name.gender == pronoun.key for name in _names(before)):
        return True
    if pronoun.key == "she" and _is_about_ship(context):
        return True
    return context.places[pronoun.sentence] > 0 and _goes_on(context, pronoun)


def _before(context: Context, pronoun: Pronoun) -> list[Mention]:
    """What the sentence of a pronoun mentions before it."""
    found = context.mentions.of(pronoun.sentence)
    return [mention for mention in found if mention.last < pronoun.token]


def _names(found: Sequence[Mention]) -> Iterator[Mention]:
    return (mention for mention in found if mention.kind == "name")


def _goes_on(context: Context, pronoun: Pronoun) -> bool:
    """Whether a name that may agree was the subject of the sentence before."""
    agreement = AGREEMENT[pronoun.key]
    names = _names(context.mentions.of(pronoun.sentence - 1))
    return any(name.subject and agreement(name) for name in names)


def _is_about_ship(context: Context) -> bool:
    stop = context.mentions.sentences[:_ABOUT][-1].stop
    return not _SHIPS.isdisjoint(context.document.tokens.lowers[:stop])


def _is_acting_group(mention: Mention) -> bool:
    """Whether a verb follows a team, a council, the police."""
    return mention.being == "group" and mention.subject


def _follows_couple(context: Context, pronoun: Pronoun, before: Sequence[Mention]) -> bool:
    """Whether two persons are coupled in the sentence of a pronoun, or in the one before."""
    s = pronoun.sentence
    return _couples(context, s, before) or _couples(context, s - 1, context.mentions.of(s - 1))


def _couples(context: Context, s: int, found: Sequence[Mention]) -> bool:
    """Whether a sentence speaks of a couple, with two persons among what it mentions."""
    if not found:
        return False
    sentence = context.mentions.sentences[s]
    if _COUPLED.isdisjoint(context.document.tokens.lowers[sentence.start : sentence.stop]):
        return False
    return len({mention.key for mention in found if _is_somebody(mention)}) > 1


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention stands for one person, as far as can be told."""
    if mention.kind == "pronoun":
        return mention.key in {"he", "she"}
    if mention.kind not in {"name", "noun"} or mention.number != "singular":
        return False
    return mention.being == "person" or (mention.kind == "name" and mention.being == "unknown")
