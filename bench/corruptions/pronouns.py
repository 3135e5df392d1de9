"""Pronouns that came without what they stand for."""

import random
from collections.abc import Sequence

from copydesk import BlockKind, Document
from copydesk.analysis.reference.agreement import agreement
from copydesk.analysis.reference.mention_types import Mention
from copydesk.analysis.reference.mentions import mentions

from bench.corruptions import Damage, transplant
from bench.corruptions.quoted import between_paragraphs, within_a_paragraph

_FIRST = 2
"""The sentences at the beginning of a text that are not taken: they introduce."""


@transplant("a sentence with a pronoun of another article as a paragraph", "missing-antecedent")
def pronoun_as_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """What another article says of somebody it has named stands here by itself."""
    words = _pronoun_sentence(others, chance)
    return between_paragraphs(document, words, chance) if words else None


@transplant("a sentence with a pronoun of another article in a paragraph", "missing-antecedent")
def pronoun_in_paragraph(
    document: Document, others: Sequence[Document], chance: random.Random
) -> Damage | None:
    """What another article says of somebody it has named stands among other sentences."""
    words = _pronoun_sentence(others, chance)
    return within_a_paragraph(document, words, chance) if words else None


def _pronoun_sentence(others: Sequence[Document], chance: random.Random) -> str:
    """A sentence that says “he”, “she” or “they” of what only sentences before it name."""
    other = chance.choice(others)
    found = other.analysis(mentions)
    fit = [
        sentence.text
        for i, sentence in enumerate(other.sentences)
        if i >= _FIRST
        and sentence.block.kind is BlockKind.PARAGRAPH
        and not {'"', "“"} & set(sentence.text)
        and _has_orphan(found.of(i))
    ]
    return chance.choice(fit) if fit else ""


def _has_orphan(inside: Sequence[Mention]) -> bool:
    """Whether a pronoun stands in a sentence that has nothing it could stand for."""
    pronouns = [one for one in inside if one.kind == "pronoun" and one.key != "it"]
    return bool(pronouns) and not any(
        agreement(pronouns[0].key, one) for one in inside if one.kind != "pronoun"
    )
