"""What a mention is: words of an article that mean somebody or something."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["name", "noun", "pair", "somebody", "pronoun", "speaker"]
Number = Literal["singular", "plural", "either"]
Being = Literal["person", "group", "place", "thing", "animal", "unknown"]
Pronoun = Literal["he", "she", "they", "it", ""]


@dataclass(slots=True)
class Mention:
    """Words that mean somebody or something.

    Attributes:
        first: Its first token.
        last: Its last token.
        sentence: The index of its sentence.
        kind: Its form.
        key: What it has in common with other mentions of the same: the last word of a name, a noun
            in the singular, the nominative of a pronoun, in lower case.
        number: Its number; a team may be “it” or “they”.
        being: What it stands for, as far as its words tell.
        gender: The pronoun that alone agrees, if that is “he” or “she”.
        subject: Whether a verb seems to follow it.
        indefinite: Whether it brings up something new: “a man”, “some people”.
        full: Whether it is a name of several words.
    """

    first: int
    last: int
    sentence: int
    kind: Kind
    key: str
    number: Number = "singular"
    being: Being = "unknown"
    gender: Pronoun = ""
    subject: bool = False
    indefinite: bool = False
    full: bool = False


class Mentions(NamedTuple):
    """The mentions of an article.

    Attributes:
        all: The mentions by sentence; in each the pairs come first, then all by their first token.
        starts: For each sentence the index of its first mention, and at the end how many there are.
        sentences: The tokens of each sentence.
    """

    all: list[Mention]
    starts: list[int]
    sentences: list[range]

    def of(self, sentence: int) -> list[Mention]:
        """The mentions of a sentence, none if there is no such sentence."""
        if not 0 <= sentence < len(self.sentences):
            return []
        return self.all[self.starts[sentence] : self.starts[sentence + 1]]
