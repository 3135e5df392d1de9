"""Reads and evaluates boosted decision trees that are kept as text.

A line is a tree, in prefix notation: an inner node is the name of a feature, `<=`, a threshold, and
then its two branches; a leaf is a number.
"""

from collections.abc import Iterator, Sequence

Tree = tuple[int, float, "Tree", "Tree"] | float
"""An index of a feature, a threshold, the branch up to it and the branch above it; or a value."""


def parse(text: str, names: Sequence[str]) -> tuple[Tree, ...]:
    """The trees in a text, about features with these names."""
    places = {name: place for place, name in enumerate(names)}
    return tuple(_tree(iter(line.split()), places) for line in text.splitlines())


def total(trees: Sequence[Tree], features: Sequence[float]) -> float:
    """The sum of the values at which the features arrive."""
    value = 0.0
    for tree in trees:
        while isinstance(tree, tuple):
            place, threshold, below, above = tree
            tree = below if features[place] <= threshold else above  # noqa: PLW2901  down the tree
        value += tree
    return value


def _tree(tokens: Iterator[str], places: dict[str, int]) -> Tree:
    token = next(tokens)
    name, test, threshold = token.partition("<=")
    if not test:
        return float(token)
    return places[name], float(threshold), _tree(tokens, places), _tree(tokens, places)
