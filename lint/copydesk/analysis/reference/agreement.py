"""How well a mention agrees with “he”, “she” or “they”."""

from collections.abc import Callable, Mapping

from copydesk.analysis.reference.mention_types import Mention


def agreement(pronoun: str, mention: Mention) -> int:
    """How well a mention agrees with a pronoun: 0 not, 1 perhaps, 2 well, 3 in all respects."""
    return 0 if mention.kind == "speaker" else AGREEMENT[pronoun](mention)


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


AGREEMENT: Mapping[str, Callable[[Mention], int]] = {
    "he": _with_he,
    "she": _with_she,
    "they": _with_they,
}
"""How well a mention that is no speaker agrees with each pronoun."""
