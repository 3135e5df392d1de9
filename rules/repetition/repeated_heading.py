"""A heading that stands twice in one section."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import OBJECT, Block, BlockKind, Document, Finding, Related, Rule


class RepeatedHeading(Rule):
    """A heading stands twice at one level of one section."""

    name: ClassVar = "repeated-heading"
    family: ClassVar = "repetition"

    def check(self, document: Document) -> Iterator[Finding]:
        sections: dict[int, dict[str, Block]] = {}
        for block in document.blocks:
            if not block.level or block.kind is BlockKind.TITLE:
                continue
            for level in [level for level in sections if level > block.level]:
                del sections[level]
            first = sections.setdefault(block.level, {}).setdefault(_text(block), block)
            if block.kind is BlockKind.HEADING and first is not block and OBJECT not in block.text:
                yield self.finding(
                    document.span(block.start, block.end),
                    f"the heading “{block.text}” stands twice in one section",
                    related=(Related(document.span(first.start, first.end), "stands here first"),),
                )


def _text(heading: Block) -> str:
    return " ".join(heading.text.lower().split())
