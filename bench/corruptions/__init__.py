"""Ways to damage a clean article, one class of defect each, by which recall is measured.

A module holds the classes of one subject; `corruptions()` finds all that `corruption` and
`transplant` mark.
"""

import pkgutil
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from copydesk import Document, Span


@dataclass(frozen=True)
class Damage:
    """An edit of a source: `text` is put for the code points from `start` to `end`.

    `scope` is the range of the undamaged source, around the edit, in which a finding counts as
    one of the damage; the edit alone if None. A quotation mark that is taken out, say, is missed
    somewhere in its paragraph.
    """

    start: int
    end: int
    text: str
    scope: Span | None = None

    def apply(self, source: str) -> str:
        """The damaged source."""
        return source[: self.start] + self.text + source[self.end :]


Damager = Callable[[Document, random.Random], Damage | None]
Transplanter = Callable[[Document, Sequence[Document], random.Random], Damage | None]


@dataclass(frozen=True)
class Corruption:
    """A class of damage.

    Attributes:
        name: What was done, in words.
        rules: The rules that are meant to find it; a finding of any of them counts.
        damage: Damages one place of an article by chance; None if it has no such place.
    """

    name: str
    rules: frozenset[str]
    damage: Damager


@dataclass(frozen=True)
class Transplant:
    """A class of damage by which a piece of another article gets into one.

    Attributes:
        name: What was done, in words.
        rules: The rules that are meant to find it.
        damage: As in `Corruption`, with other articles to take the piece from.
    """

    name: str
    rules: frozenset[str]
    damage: Transplanter


def corruption(name: str, *rules: str) -> Callable[[Damager], Corruption]:
    """Makes a class of damage of a function that does it."""
    return lambda damage: Corruption(name, frozenset(rules), damage)


def transplant(name: str, *rules: str) -> Callable[[Transplanter], Transplant]:
    """Makes a class of damage of a function that does it with the help of other articles."""
    return lambda damage: Transplant(name, frozenset(rules), damage)


def corruptions() -> tuple[Corruption | Transplant, ...]:
    """All classes of damage, by module and in the order they are written in."""
    modules = (import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__))
    return tuple(
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Corruption | Transplant)
    )
