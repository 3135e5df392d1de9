"""Counts how often nouns after “the” and “these” are mentioned for the first time.

    python -m training.definites SHARED

Reads the training part of the encyclopaedia under the data folder, writes
`lint/copydesk/data/definites.txt` and prints the figures for the card beside it.
"""

import sys
from collections import Counter
from pathlib import Path

from copydesk.analysis.reference.definites import FILE, phrases
from copydesk.segment import tokenize

from training.corpus import WIKIPEDIA, Part, digest, part_of, read_articles
from training.insertions import plain

OUTPUT = Path("lint/copydesk") / FILE
FEWEST = 10
"""How often a noun must stand after “the” alone."""

MOST = 0.3
"""The largest share of first mentions that is written down."""

FEWEST_GENERAL = 4
LEAST_GENERAL = 0.25
"""How often a noun must stand after “these”, and which share must be first mentions."""

NAMED = frozenset(
    """
    agency aircraft album albums app army association award awards band bands bank battalion battle
    book books brigade building canal car castle cathedral cemetery championship championships
    chapel chart church city club college commission committee company constituency corps council
    county department district division election elections episode exhibition festival film films
    fortress gallery game games hotel house institute island journal lake league lighthouse
    locomotive magazine mall manga match ministry monument mosque municipality museum newspaper
    novel orchestra palace parish park party play player players poem program railway regiment
    river road school season series ship ships show shrine single software song songs squadron
    stadium star state station statue street subdistrict team teams temple theater theatre tour
    tower town townland tournament university video village war yacht
    """.split()
)
"""Nouns for what has a name, which is introduced by the name alone."""


def counts(shared: Path) -> tuple[Counter[tuple[bool, str]], Counter[tuple[bool, str]]]:
    """How often each noun stands after “the” (true) or “these”, and how often as first."""
    used, first = Counter[tuple[bool, str]](), Counter[tuple[bool, str]]()
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is not Part.TRAIN:
            continue
        tokens = tokenize(plain(article.title, article.paragraphs))
        for phrase, is_first in phrases(tokens.texts, tokens.lowers):
            key = phrase.determiner == "the", phrase.noun
            used[key] += 1
            first[key] += is_first
    return used, first


def main(shared: Path) -> None:
    """Writes the table."""
    used, first = counts(shared)
    share = {key: (first[key] + 0.5) / (times + 1) for key, times in used.items()}
    shares = {
        noun: round(100 * share[True, noun])
        for (is_the, noun), times in sorted(used.items())
        if is_the and times >= FEWEST and share[True, noun] <= MOST and noun not in NAMED
    }
    general = sorted(
        noun
        for (is_the, noun), times in used.items()
        if not is_the and times >= FEWEST_GENERAL and share[False, noun] > LEAST_GENERAL
    )
    lines = [" ".join(general), *(f"{noun} {percent}" for noun, percent in shares.items())]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{used.total()} phrases, {len(shares)} nouns, {len(general)} general ones")
    print(digest(OUTPUT))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
