"""What speaks for the tag of a word: the features that the tagger weighs and is trained on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.english.dictionary import letters_of
from copydesk.packed_table import PackedTable

NO_TAG = "!"
"""Stands for the tag before the first word, and for the verb where the clause has had none."""

FIRST_TAG = ord("0")
"""The character for the first tag; the others follow it."""

CLAUSE_ENDS = frozenset(";:.!?")
CLAUSE_TAGS = frozenset({"SCONJ", "PRON.Rel"})
"""What parts clauses: the verb before it says little about the verb after it."""

ANY = "any"
"""The kind of every form."""

START, END = "<s>", "</s>"
"""Stand for the words before the first and after the last."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of forms before anything is weighed. Tags are characters, from `0` on.

    Attributes:
        frequent: The normal forms that are told apart as neighbours; the others go by their kind.
        tags: The tags that frequent forms, as written, can have.
        kinds: The tags that forms of a kind can have, where the form is not frequent.
        usage: How normal forms were tagged in a large text.
    """

    frequent: frozenset[str]
    tags: Mapping[str, str]
    kinds: Mapping[str, str]
    usage: Mapping[str, str] | PackedTable

    def candidates(self, look: "Look") -> str:
        """The tags that a form can have."""
        if found := self.tags.get(look.form):
            return found
        found = next((self.kinds[kind] for kind in look.kinds() if kind in self.kinds), "")
        return "".join(sorted({*found, *self.tags.get(look.normal, "")}))


class Look:
    """A form as the features see it.

    Attributes:
        form: As written.
        normal: In lower case, figures as `#`.
        shape: How it is written.
        letters: Its classes in the dictionary, `?` if it has none.
        usage: How it was tagged in a large text, `?` if it was not met.
        kind: Shape, classes and usage together.
        key: What pairs of words know it by: the normal form if frequent, otherwise its kind.
    """

    __slots__ = ("form", "key", "kind", "letters", "normal", "shape", "usage")

    def __init__(self, form: str, known: Known) -> None:
        self.form = form
        self.normal = normalized(form)
        self.shape = shape(form)
        self.letters = _letters(self.normal)
        self.usage = known.usage.get(self.normal) or "?"
        self.kind = f"{self.shape} {self.letters} {self.usage}"
        frequent = self.normal in known.frequent
        self.key = self.normal if frequent else f"~{self.shape}{self.letters}"

    def kinds(self) -> tuple[str, ...]:
        """The kinds it is of, the narrowest first."""
        ending = self.normal[-2:]
        return (
            f"{self.shape}{self.letters}|{ending}",
            f"{self.shape}{self.letters}",
            f"{self.shape}|{ending}",
            self.shape,
            ANY,
        )

    def own(self, *, first: bool) -> list[str]:
        """The features by which it speaks for its own tag, `first` if no word stands before it."""
        return self.own_kind(first=first) + self.own_form(first=first)

    def own_kind(self, *, first: bool) -> list[str]:
        """Those of them that all words of a kind share."""
        letters, usage = self.letters, self.usage
        place = f"{self.shape}^" if first else self.shape
        return [
            "b",
            f"S{place}",
            f"L{letters}",
            f"A{usage}",
            f"LS{letters}{place}",
            f"AS{usage}{place}",
            f"AL{usage}{letters}",
        ]

    def own_form(self, *, first: bool) -> list[str]:
        """Those of them that depend on the form."""
        normal = self.normal
        place = f"{self.shape}^" if first else self.shape
        found = [f"w{normal}", f"wS{normal}{self.shape}", f"sS{normal[-2:]}{place}"]
        found += [f"p{size}{normal[:size]}" for size in (1, 2, 3)]
        found += [f"s{size}{normal[-size:]}" for size in range(1, 1 + min(5, len(normal)))]
        if "-" in normal[1:]:
            found += ["h", f"hs{normal.rpartition('-')[2]}"]
        return found

    def near(self, place: str) -> list[str]:
        """The features by which it speaks for the tag of a neighbour.

        Args:
            place: Where it stands: `-` or `--` before the neighbour, `+` or `++` after it.
        """
        return self.near_kind(place) + self.near_form(place)

    def near_kind(self, place: str) -> list[str]:
        """Those of them that all words of a kind share."""
        found = [f"{place}L{self.letters}", f"{place}S{self.shape}", f"{place}A{self.usage}"]
        if len(place) == 1:
            found.append(f"{place}LS{self.letters}{self.shape}")
        return found

    def near_form(self, place: str) -> list[str]:
        """Those of them that depend on the form."""
        normal = self.normal
        word = f"{place}w{normal if self.key == normal else normal[-2:]}"
        return [word, f"{place}s{normal[-3:]}"] if len(place) == 1 else [word]


def history(last: str, before: str, verb: str) -> tuple[str, str, str]:
    """The features of the two tags before and of the last verb of the clause."""
    return (f"t{last}", f"tt{last}{before}", f"v{verb}{last}")


def past_links(last: str, verb: str, word: Look) -> tuple[str, str]:
    """The features that join a word with the tag before and the last verb of the clause."""
    return (f"tw{last}{word.key}", f"vw{verb}{word.key}")


def pairs(left: Look, word: Look, right: Look) -> tuple[str, str, str]:
    """The features that join a word with the words beside it."""
    return (
        f"ww{left.key} {word.key}",
        f"wn{word.key} {right.key}",
        f"LL{word.letters} {right.letters}",
    )


class Verbs:
    """Keeps in mind the last verb of the clause, by which the form of the next can be told.

    Attributes:
        turns: What the last verb is after a tag, where that does not depend on what it was.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Takes the names of all tags."""
        self.turns = {
            chr(FIRST_TAG + index): verb
            for index, name in enumerate(names)
            if (verb := _verb(name, index)) is not None
        }

    def after(self, verb: str, tag: str, form: str) -> str:
        """The last verb, `verb` being the one before `form`."""
        return self.turns.get(tag) or (NO_TAG if form in CLAUSE_ENDS else verb)


def _verb(name: str, index: int) -> str | None:
    if name.startswith(("VERB", "AUX")):
        return chr(FIRST_TAG + index)
    return NO_TAG if name in CLAUSE_TAGS else None


def normalized(form: str) -> str:
    """A form in lower case, figures as `#`."""
    lower = form.lower().replace("’", "'").replace("‘", "'")
    if lower.isascii() and lower.isalpha():
        return lower
    if lower.isdecimal():
        return "#4" if len(lower) == 4 and lower[0] in "12" else "#"
    return "".join("#" if c.isdecimal() else c for c in lower)


def shape(form: str) -> str:
    """How a form is written: `x` small, `X` capitalised, `U` capitals, `d` figures, `p` marks."""
    first = form[:1]
    if first.isupper():
        return "U" if len(form) > 1 and form.isupper() else "X"
    if first.islower():
        return "x" if form.islower() else "xX"
    if first.isdecimal():
        return "d" if form.isdecimal() else "dx"
    return "px" if any(c.isalnum() for c in form) else "p"


def _letters(normal: str) -> str:
    letters = letters_of(normal)
    if not letters and "-" in normal[1:]:
        return f"-{letters_of(normal.rpartition('-')[2])}"
    return letters or "?"
