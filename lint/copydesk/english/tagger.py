"""Tells the word classes of the words of a sentence, by an averaged perceptron.

A word has a few tags that it can have, and most words have only one. Where there is a choice, the
greatest sum of weights wins, from left to right. Sums are kept: all that a word says of itself and
of its neighbours is added up when the word is first met.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from copydesk.english.tag_features import (
    CLAUSE_ENDS,
    END,
    FIRST_TAG,
    NO_TAG,
    START,
    Known,
    Look,
    Verbs,
    history,
    pairs,
    past_links,
)
from copydesk.packed_table import PackedTable
from copydesk.shipped import shipped_text

FILE = "data/tagger.txt.z"
USAGE = "data/tagger.usage.bin"
WEIGHTS = "data/tagger.weights.bin"
KEPT = 1 << 15
"""How many words are kept with their sums, which take about 2 kB each; and as many older ones."""

FEW = 1 << 15
"""How many features are looked up one by one before all are read, which takes twice as long."""

ZERO = 0x400
"""The character for the weight 0: in the middle of those that UTF-8 has two bytes for."""

BITS = 20
"""A sum by tag is one integer, so that adding two takes one step: so many bits for each tag."""

MASK = (1 << BITS) - 1
MIDDLE = 1 << (BITS - 1)
"""Is added to the sum for each tag, so that none is below zero when it is read."""


class Tagger:
    """The model, with the sums that it has made so far.

    Attributes:
        names: The tags; the index of one is what `tag` returns, the character for it is as many
            after `0`.
    """

    def __init__(self, names: Sequence[str], known: Known, rows: PackedTable) -> None:
        """Takes the rows of weights by feature: characters for a tag and its weight, in turn."""
        self.names = tuple(names)
        self._known = known
        self._verbs = Verbs(names)
        self._rows = rows
        self._are_all_read = False
        self._weights: dict[str, int | str] = {}
        self._middle = sum(MIDDLE << BITS * tag for tag in range(len(names)))
        self._words: dict[str, _Word] = {}
        self._older: dict[str, _Word] = {}
        self._kinds: dict[str, int] = {}
        self._pasts: dict[str, int] = {}

    def tag(self, forms: Sequence[str]) -> list[int]:
        """The tags of the words of one sentence."""
        start, end = self._word(START), self._word(END)
        words = [start, start, *map(self._word, forms), end, end]
        turns = self._verbs.turns
        tags: list[str] = []
        last = before = verb = NO_TAG
        first = True
        for i, word in enumerate(words[2:-2], 2):
            tag = word.sole or self._choose(
                words[i - 2 : i + 3], last + before + verb, last + verb, first=first
            )
            tags.append(tag)
            before = last
            last = tag
            verb = turns.get(tag) or (NO_TAG if word.ends_clause else verb)
            first = first and word.is_mark
        return [ord(tag) - FIRST_TAG for tag in tags]

    def _choose(self, window: Sequence["_Word"], past: str, link: str, *, first: bool) -> str:
        """The best tag of the word in the middle of five.

        Args:
            window: The five words.
            past: The tag before, the one before that, and the last verb.
            link: The tag before and the last verb.
            first: Whether no word stands before it in the sentence.
        """
        left2, left, word, right, right2 = window
        total = (
            ((word.opening if first else word.inner) or self._own(word, first=first))
            + (self._pasts.get(past) or self._past(past))
            + (word.links.get(link) or self._link(word, link))
            + (left2.before2 or self._near(left2, "--"))
            + (left.before or self._near(left, "-"))
            + (right.after or self._near(right, "+"))
            + (right2.after2 or self._near(right2, "++"))
            + self._total(pairs(left.look, word.look, right.look))
        )
        sums = [total >> shift & MASK for shift in word.shifts]
        return word.tags[sums.index(max(sums))]

    def _past(self, past: str) -> int:
        total = self._pasts[past] = self._total(history(*past))
        return total

    def _link(self, word: "_Word", link: str) -> int:
        total = word.links[link] = self._total(past_links(link[0], link[1], word.look))
        return total

    def _word(self, form: str) -> "_Word":
        """The word, from those met lately, or from those that were met lately before these."""
        word = self._words.get(form)
        if word is None:
            if len(self._words) >= KEPT:
                self._older, self._words = self._words, {}
            word = self._words[form] = self._older.get(form) or self._make(form)
        return word

    def _make(self, form: str) -> "_Word":
        look = Look(form, self._known)
        return _Word(look, self._known.candidates(look))

    def _own(self, word: "_Word", *, first: bool) -> int:
        """What a word says for its own tag; made for each of two places when first asked for."""
        look = word.look
        kind = f"{first} {look.kind}"
        shared = self._kinds.get(kind)
        if shared is None:
            shared = self._middle + self._total(look.own_kind(first=first))
            self._kinds[kind] = shared
        total = shared + self._total(look.own_form(first=first))
        if first:
            word.opening = total
        else:
            word.inner = total
        return total

    def _near(self, word: "_Word", place: str) -> int:
        """What a word says for the tag of a neighbour; made for each place when first asked for."""
        look = word.look
        kind = f"{place} {look.kind}"
        shared = self._kinds.get(kind)
        if shared is None:
            shared = self._kinds[kind] = self._total(look.near_kind(place))
        total = shared + self._total(look.near_form(place))
        setattr(word, _PLACES[place], total)
        return total

    def _total(self, features: Iterable[str]) -> int:
        """The sums of the weights of some features; a row is unpacked when first asked for."""
        weights = self._weights
        total = 0
        for feature in features:
            weight = weights.get(feature)
            if weight is None:
                if self._are_all_read:
                    continue
                weight = self._looked_up(feature)
            if isinstance(weight, str):
                weight = weights[feature] = _unpacked(weight)
            total += weight
        return total

    def _looked_up(self, feature: str) -> int | str:
        """The weights of a feature that was not asked for yet, 0 if it has none."""
        if len(self._weights) >= FEW:
            self._weights.update(self._rows.whole())
            self._are_all_read = True
            return self._weights.get(feature, 0)
        found = self._weights[feature] = self._rows.get(feature) or 0
        return found


_PLACES = {"--": "before2", "-": "before", "+": "after", "++": "after2"}


class _Word:
    """A form with its sums, which are 0 until they are needed.

    Attributes:
        tags: What it can be.
        shifts: Where the sums for these tags begin.
        sole: Its tag, if it has only one.
        before2: What it says for the word after the next; `before` for the next, and so on.
        links: What the tag before and the last verb say for it, by these.
        inner: What it says for itself; `opening` where no word stands before it.
    """

    __slots__ = (
        "after",
        "after2",
        "before",
        "before2",
        "ends_clause",
        "inner",
        "is_mark",
        "links",
        "look",
        "opening",
        "shifts",
        "sole",
        "tags",
    )  # fmt: skip

    def __init__(self, look: Look, tags: str) -> None:
        self.look = look
        self.ends_clause = look.form in CLAUSE_ENDS
        self.is_mark = look.shape == "p"
        self.tags = tags
        self.shifts = [BITS * (ord(tag) - FIRST_TAG) for tag in tags]
        self.sole = tags if len(tags) == 1 else ""
        self.before2 = 0
        self.before = 0
        self.after = 0
        self.after2 = 0
        self.inner = 0
        self.opening = 0
        self.links: dict[str, int] = {}


def _unpacked(row: str) -> int:
    """The weights of a feature as one integer."""
    total = 0
    for tag, weight in zip(row[::2], row[1::2], strict=True):
        total += (ord(weight) - ZERO) << BITS * (ord(tag) - FIRST_TAG)
    return total


def pack_row(weights: Mapping[int, int]) -> str:
    """The weights of a feature by tag, as the model keeps them."""
    return "".join(f"{chr(FIRST_TAG + tag)}{chr(ZERO + w)}" for tag, w in sorted(weights.items()))


def parse(text: str, usage: PackedTable, weights: PackedTable) -> Tagger:
    """The model in a text and two tables; `training/tagger.py` writes them."""
    names, frequent, tags, kinds = text.split("\n")
    known = Known(frozenset(frequent.split(" ")), _table(tags), _table(kinds), usage)
    return Tagger(names.split(" "), known, weights)


def _table(line: str) -> dict[str, str]:
    cells = line.split(" ")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def tagger() -> Tagger:
    """The model that comes with copydesk; its card `tagger.md` tells how it was made."""
    text = shipped_text(FILE)
    return parse(text, PackedTable.shipped(USAGE), PackedTable.shipped(WEIGHTS))
