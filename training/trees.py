"""Writes the trees of lightgbm as `copydesk.boosted_trees` reads them."""

from collections.abc import Iterator, Sequence
from typing import Any


def as_text(model: dict[str, Any], names: Sequence[str], threshold: str, share: float = 1.0) -> str:
    """The trees, one a line.

    Args:
        model: What `Booster.dump_model` gives.
        names: The names of the features, without blanks.
        threshold: How thresholds are formatted, such as `.4f`.
        share: What the leaves are multiplied with, if other trees have a share too.
    """
    trees = (
        _prefix(tree["tree_structure"], names, threshold, share) for tree in model["tree_info"]
    )
    return "\n".join(" ".join(tree) for tree in trees)


def _prefix(
    node: dict[str, Any], names: Sequence[str], threshold: str, share: float
) -> Iterator[str]:
    """A tree in prefix notation."""
    if "leaf_value" in node:
        yield f"{share * node['leaf_value']:.4f}"
        return
    yield f"{names[node['split_feature']]}<={node['threshold']:{threshold}}"
    yield from _prefix(node["left_child"], names, threshold, share)
    yield from _prefix(node["right_child"], names, threshold, share)
