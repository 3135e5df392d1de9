"""A heading that stands twice in one section."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from copydesk import OBJECT, Block, BlockKind, Document, Finding, Related, Rule


class RepeatedHeading(Rule):
    """A heading stands twice at one level of one section."""

    name: ClassVar = "repeated-heading"
    family: ClassVar = "repetition"

    def check(self, document: Document) -> Iterator[Finding]:
        sections: dict[int, dict[str, Block]] = {}
        for block, following in pairwise((*document.blocks, None)):
            if not block or not block.level or block.kind is BlockKind.TITLE:
                continue
            for level in [level for level in sections if level > block.level]:
                del sections[level]
            first = sections.setdefault(block.level, {}).setdefault(_text(block), block)
            if first is not block and not _is_of_code(block, following):
                yield self.finding(
                    document.span(block.start, block.end),
                    f"the heading “{block.text}” stands twice in one section",
                    related=(Related(document.span(first.start, first.end), "stands here first"),),
                )


def _is_of_code(heading: Block, following: Block | None) -> bool:
    """Whether a heading holds code, or labels what stands under it: “Bad”, “a.html”."""
    labels_code = following is not None and following.kind is BlockKind.CODE
    return heading.kind is BlockKind.CODE or OBJECT in heading.text or labels_code


def _text(heading: Block) -> str:
    return " ".join(heading.text.lower().split())
