"""A ligature that is a character of its own."""

from collections.abc import Iterator
from typing import ClassVar

from copydesk import Document, Finding, Rule, lazy_pattern, replacement
from copydesk.analysis.characters import code_points, rare_characters
from copydesk.analysis.residue.ligatures import LIGATURES, plain, split_ligatures

_WORD = lazy_pattern(r"(?<![^\W\d_])[^\W\d_ﬀ-ﬆ]*[ﬀ-ﬆ][^\W\d_]*")


class LigatureCharacter(Rule):
    """A ligature stands as one character."""

    name: ClassVar = "ligature-character"
    family: ClassVar = "mechanics"

    def check(self, document: Document) -> Iterator[Finding]:
        if document.analysis(rare_characters).isdisjoint(LIGATURES):
            return
        split = {i for one in document.analysis(split_ligatures) for i in range(one.start, one.end)}
        for match in _WORD.finditer(document.text):
            if match.start() not in split and not set(match[0]) <= set(LIGATURES):
                ligatures = "".join(one for one in match[0] if one in LIGATURES)
                yield self.finding(
                    document.span(*match.span()),
                    f"“{match[0]}” is written with a ligature as one character"
                    f" ({code_points(ligatures)})",
                    fixes=replacement(document, *match.span(), plain(match[0])),
                )
