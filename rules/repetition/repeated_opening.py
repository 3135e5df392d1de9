"""An opening that is cut off and begins again."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Block, BlockKind, Document, Finding, Related, Rule, lazy_pattern

_OPENINGS = 4
_REACH = 4
_FEWEST_WORDS = 8
_LONGEST = 2_000
_LONGEST_END = 9
_TEXT = {BlockKind.PARAGRAPH, BlockKind.TITLE}
_STOP = lazy_pattern(r"(?<!\.)[.!?)][\"'”’»)\]]*\Z")
_ELLIPSIS = lazy_pattern(r"\s*\[?(?:\.{2,}|…)\]?\Z")


class RepeatedOpening(Rule):
    """The opening is cut off, and begins again in full."""

    name: ClassVar = "repeated-opening"
    family: ClassVar = "repetition"

    def check(self, document: Document) -> Iterator[Finding]:
        title = document.prose[0].text if document.prose else ""
        for i, block in enumerate(document.prose[:_OPENINGS]):
            if (words := _cut_off(block)) and (not i or block.text != title):
                for later in document.prose[i + 1 : i + 1 + _REACH]:
                    if _goes_on(later, words):
                        yield self._finding(document, block, later)
                        break

    def _finding(self, document: Document, block: Block, later: Block) -> Finding:
        words = " ".join(block.text.split()[:_FEWEST_WORDS])
        again = document.span(later.start, later.end)
        return self.finding(
            document.span(block.start, block.end),
            f"“{words} …” is cut off and begins again",
            related=(Related(again, "stands here in full"),),
        )


def _cut_off(block: Block) -> list[str]:
    """The words of a text that breaks off in the midst of a sentence."""
    if block.kind not in _TEXT or len(block.text) > _LONGEST:
        return []
    if _STOP.search(block.text[-_LONGEST_END:]):
        return []
    words = _ELLIPSIS.sub("", block.text).lower().split()
    is_title = block.kind is BlockKind.TITLE and not _ELLIPSIS.search(block.text)
    return words if len(words) >= _FEWEST_WORDS and not is_title else []


def _goes_on(block: Block, words: list[str]) -> bool:
    """Whether a block begins with some words, of which the last may be cut, and says more."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    begins = block.text[: 2 * _LONGEST].lower().split()
    last = len(words) - 1
    return (
        len(begins) > len(words)
        and begins[:last] == words[:last]
        and begins[last].startswith(words[last])
    )
