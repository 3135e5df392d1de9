"""Spaces and marks lost or put in where text was joined, cut or scraped."""

import random
from itertools import pairwise

from copydesk import BlockKind, Document

from bench.corruptions import Damage, corruption
from bench.corruptions.edits import change

space_before_mark = corruption("a space before a mark", "space-before-punctuation")(
    change(r"(?<=\w)[,.;:?!](?=\s)", lambda mark, _chance: f" {mark}")
)
no_space_after_comma = corruption("no space after a comma", "missing-space")(
    change(r"(?<=[a-z]{2}), (?=[A-Za-z])", lambda _mark, _chance: ",")
)
no_space_after_stop = corruption("no space after a stop", "missing-space")(
    change(r"(?<=\w)[.?!][\"”]? (?=[A-Z])", lambda mark, _chance: mark.rstrip())
)
doubled_mark = corruption("a mark doubled", "doubled-punctuation")(
    change(r"(?<=\w)[,.](?=\s)", lambda mark, chance: mark + chance.choice([mark, ",", "."]))
)


@corruption("paragraphs joined without a space", "missing-space")
def joined_paragraphs(document: Document, chance: random.Random) -> Damage | None:
    """The first word of a paragraph stands right behind the last stop of the one before."""
    joints = [
        (one.span.end, other.span.start)
        for one, other in pairwise(document.blocks)
        if one.kind is other.kind is BlockKind.PARAGRAPH
        and one.text.endswith((".", '"', "”"))
        and other.text.lstrip('"“')[:1].isupper()
        and not document.source[one.span.end : other.span.start].strip()
    ]
    if not joints:
        return None
    start, end = chance.choice(joints)
    return Damage(start, end, "")
