"""Figures and tables as Markdown."""

from collections.abc import Iterable, Sequence

from bench.quality.statistics import Interval, wilson

NOTHING = "–"


def row(cells: Iterable[object]) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(str, cells))} |"


def table(head: Sequence[str], rows: Iterable[Iterable[object]], texts: int = 1) -> str:
    """A table, of which the first `texts` columns hold words and the others figures."""
    ruler = ["---"] * texts + ["---:"] * (len(head) - texts)
    return "\n".join((row(head), row(ruler), *map(row, rows)))


def share(part: int, whole: int) -> str:
    """A share with its interval: “92 % (85–96) of 150”."""
    if not whole:
        return NOTHING
    low, high = wilson(part, whole)
    return f"{percent(part / whole)} ({100 * low:.0f}–{100 * high:.0f}) of {whole:,}"


def percent(number: float) -> str:
    """A share in percent, with a decimal where it is small."""
    digits = 1 if 0 < number < 0.1 else 0
    return f"{100 * number:.{digits}f} %"


def shares(number: float, interval: Interval) -> str:
    """A share with an interval given."""
    low, high = interval
    return f"{100 * number:.1f} % ({100 * low:.1f}–{100 * high:.1f})"


def rate(number: float, interval: Interval) -> str:
    """A rate with its interval."""
    low, high = interval
    return f"{number:.3f} ({low:.3f}–{high:.3f})"


def names(rules: Iterable[str]) -> str:
    """The names of rules, in order."""
    return ", ".join(sorted(rules)) or NOTHING
