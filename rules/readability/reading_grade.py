"""An article too hard to read by a formula."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from copydesk import Document, Finding, Rule, Severity
from copydesk.analysis.readability import FORMULAS, grade, running_text, textstat


@dataclass(frozen=True)
class ReadingGrade(Rule):
    """An article reads at a higher school grade than a limit, by a named formula."""

    name: ClassVar = "reading-grade"
    family: ClassVar = "readability"
    severity: ClassVar = Severity.INFO
    default: ClassVar = False
    language: ClassVar = "en"

    formula: str = "flesch-kincaid"
    limit: float = 12.0
    fewest_words: int = 100

    def __post_init__(self) -> None:
        if self.formula not in FORMULAS:
            raise ValueError(f"formula must be one of {', '.join(FORMULAS)}, not {self.formula!r}")

    def check(self, document: Document) -> Iterator[Finding]:
        text = document.analysis(running_text)
        if len(text.split()) < max(1, self.fewest_words):
            return
        found = grade(self.formula, text)
        if found > self.limit:
            message = (
                f"The article reads at grade {found:.1f} by {self.formula}, above {self.limit:g}"
            )
            yield self.finding(document.prose[0].span, f"{message}: {_figures(text)}")


def _figures(text: str) -> str:
    """What most formulas are made of."""
    measures = textstat()
    words = max(1, measures.lexicon_count(text))
    sentences = measures.sentence_count(text)
    syllables = measures.syllable_count(text)
    return (
        f"{words} words, {words / sentences:.1f} of them a sentence,"
        f" {syllables / words:.2f} syllables a word"
    )
