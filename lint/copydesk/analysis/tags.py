"""The word classes and lemmas of an article's tokens, told sentence by sentence when asked for.

    words = document.analysis(tags)
    if words.is_finite(i) and words.tag(i + 1).pos == "NOUN": ...

Indices are those of `document.tokens`. A token that is two words, such as “don’t” or “Anna’s”, has
the tag of the first; `clitic` tells that of the second. Code and images (`OBJECT`) and the breaks
between blocks are tagged `X`. Only the sentences that rules ask about are tagged, each once; a rule
that looks at many asks for them together, by `between`.
"""

from functools import cache
from itertools import chain
from typing import NamedTuple

from copydesk.analysis.sentence_tokens import sentence_tokens
from copydesk.document import OBJECT, Document
from copydesk.english.clitics import parted
from copydesk.english.lemmas import lemma
from copydesk.english.tagger import tagger

FINITE_FORMS = frozenset({"Past", "Pres", "Pres3", "Imp", "Mod"})


class Tag(NamedTuple):
    """The word class of a word and its form.

    Attributes:
        pos: A universal part of speech: ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN
            PUNCT SCONJ SYM VERB X.
        form: Of verbs and auxiliaries `Past`, `Pres`, `Pres3` (third person singular), `Imp`
            (imperative), `Mod` (modal), `Inf`, `Ing` (participle or gerund) or `Part` (past
            participle); of nouns and names `Sing` or `Plur`; of adjectives and adverbs `Cmp` or
            `Sup`; of pronouns `Poss`, `Rel`, `Int` or `Dem`; otherwise empty.
    """

    pos: str
    form: str = ""

    @property
    def name(self) -> str:
        """Both in one, as the model has it: `VERB.Past`."""
        return f"{self.pos}.{self.form}" if self.form else self.pos

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb or an auxiliary, whatever its form."""
        return self.pos in {"VERB", "AUX"}

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb or auxiliary that makes a clause."""
        return self.form in FINITE_FORMS

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name."""
        return self.pos in {"NOUN", "PROPN"}


NONE = Tag("X")


class Tags:
    """The tags of a document's tokens."""

    def __init__(self, document: Document) -> None:
        """Tags nothing yet."""
        self._document = document
        self._tags: list[Tag | None] = [None] * len(document.tokens)
        self._clitics: dict[int, Tag] = {}

    def tag(self, index: int) -> Tag:
        """The tag of token `index`, of its first word if it is two."""
        return self._tags[index] or self._read(index)

    def between(self, start: int, stop: int) -> list[Tag]:
        """The tags of the tokens from `start` to before `stop`: faster than one by one."""
        tags = self._tags
        at = start
        while (at := _missing(tags, at, stop)) < stop:
            self._read(at)
        return [tag or NONE for tag in tags[start:stop]]

    def clitic(self, index: int) -> Tag | None:
        """The tag of what leans on token `index`: of “n’t” in “don’t”, of “’s” in “it’s”.

        Of the first, if there are two: of “’d” in “he’d’ve”.
        """
        self.tag(index)
        return self._clitics.get(index)

    def is_finite(self, index: int) -> bool:
        """Whether token `index` is a finite verb or ends in one: “goes”, “don’t”, “it’s”."""
        clitic = self.clitic(index)
        return self.tag(index).is_finite or (clitic is not None and clitic.is_finite)

    def lemma(self, index: int) -> str:
        """The lemma of token `index`, of its first word if it is two; names are as written."""
        return lemma(parted[self._document.tokens.texts[index]][0], self.tag(index).name)

    def _read(self, index: int) -> Tag:
        """Tags the sentence of token `index`."""
        sentence = self._document.analysis(sentence_tokens).around(index)
        if sentence:
            self._read_all(sentence)
        else:  # a break between blocks
            self._tags[index] = NONE
        return self._tags[index] or NONE

    def _read_all(self, sentence: range) -> None:
        texts = self._document.tokens.texts[sentence.start : sentence.stop]
        split = list(map(parted.__getitem__, texts))
        found = list(map(_tags().__getitem__, tagger().tag(list(chain.from_iterable(split)))))
        if len(found) > len(texts):
            found = self._hosts(sentence, split, found)
        self._tags[sentence.start : sentence.stop] = found
        if OBJECT in texts:
            for index, text in zip(sentence, texts, strict=True):
                if text == OBJECT:
                    self._tags[index] = NONE

    def _hosts(self, sentence: range, split: list[tuple[str, ...]], found: list[Tag]) -> list[Tag]:
        """The tags of the first words of all tokens; those of the clitics are put aside."""
        hosts: list[Tag] = []
        at = 0
        for index, forms in zip(sentence, split, strict=True):
            hosts.append(found[at])
            if len(forms) > 1:
                self._clitics[index] = found[at + 1]
            at += len(forms)
        return hosts


def _missing(tags: list[Tag | None], start: int, stop: int) -> int:
    """The index of the first tag that is not known yet, `stop` if all are."""
    try:
        return tags.index(None, start, stop)
    except ValueError:
        return stop


@cache
def _tags() -> tuple[Tag, ...]:
    return tuple(Tag(*name.split(".")) for name in tagger().names)


def tags(document: Document) -> Tags:
    """The tags of a document; ask for them by `document.analysis(tags)`."""
    return Tags(document)
