"""Takes from VarCon the words that are spelt in one way in America and in another in Britain.

    python -m training.dialect VARCON

`VARCON` is the file `varcon.txt` of a release of the word lists of Kevin Atkinson. Writes
`lint/copydesk/data/dialect.txt` and prints the figures for the card beside it.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from copydesk.english.dialect import FILE

from training.corpus import digest

OUTPUT = Path("lint/copydesk") / FILE
RAREST = 50
"""The level of SCOWL up to which a word counts as one that an article may use."""

PLAIN = frozenset({"", "."})
SELDOM = "V"
_LEVEL = re.compile(r"\(level (\d+)\)")
_NOTE = re.compile(r"\s[|#].*|--.*")
_LATIN = re.compile(r"[a-z]{3,}")

LEFT_OUT = frozenset(
    # Terms of a trade that keep one spelling everywhere.
    "artifact artifacts catalog cataloged cataloging catalogs chili chilies dialog dialogs disk"
    " disks hematite leukemia marshaled marshaling marshalled marshalling paleolithic sulfate"
    " sulfates sulfide sulfides sulfuric sulfurous vaporware virtualization"
    # Used on both sides, whatever the dictionaries say.
    " abridgement acknowledgement adaptor adviser aeroplane aeroplanes amongst appal appals arse"
    " arsehole arseholes arses asshole assholes axe balk behove behoved behoves behoving behovings"
    " burqa burqas bussing callisthenic callisthenics dependant dependants dreamt enquire enquired"
    " enquires enquiries enquiring enquiry flautist flautists fogey fogeys inflexion inflexions"
    " instal judgement judgements judgment judgments lasagne lasagnes manila maths misjudgement"
    " misjudgements moggie mums novene onwards organdie patine perv phoney phony prejudgement"
    " prejudgements premiss savior saviors specialties specialty spoilt theatre theatres unlearnt"
    " whisky whiz"
    # Forms of another word, or of none.
    " arbores caesiums mantes patined wackes".split()
)

KEPT = frozenset(
    "encyclopaedia practise practised practises practising programme programmes".split()
)
"""British words that an American dictionary does have, though hardly anyone uses them there."""


def clusters(text: str) -> Iterator[tuple[int, list[str]]]:
    """The level of each cluster of spellings, and its lines without notes."""
    for cluster in text.split("\n\n"):
        head, *lines = cluster.strip().split("\n")
        level = _LEVEL.search(head)
        if level:
            yield int(level[1]), [_NOTE.sub("", line) for line in lines]


def spellings(line: str) -> Iterator[tuple[str, str]]:
    """The tags of a line one by one, each with the word that bears it."""
    for part in line.split(" / "):
        tags, _, word = part.partition(": ")
        for tag in tags.split():
            yield tag, word.strip()


def table(text: str) -> tuple[list[str], list[str]]:
    """The pairs of which both words tell, and those of which the British one tells alone."""
    tags: dict[str, set[str]] = defaultdict(set)
    pairs: dict[tuple[str, str], int] = {}
    for level, lines in clusters(text):
        for line in lines:
            found = list(spellings(line))
            for tag, word in found:
                tags[word].add(tag)
            here = [word for tag, word in found if tag[0] == "A" and tag[1:] in PLAIN]
            there = [word for tag, word in found if tag[0] == "B" and tag[1:] in PLAIN]
            for pair in ((a, b) for a in here for b in there if a != b):
                pairs[pair] = min(level, pairs.get(pair, level))
    both: list[str] = []
    one: list[str] = []
    for (american, british), level in sorted(pairs.items()):
        if level > RAREST or not _tells(british, tags, "A_"):
            continue
        # What is plain in Canada or Australia too may stand beside British words there.
        if _tells(american, tags, "BZ_") and _is_foreign(tags[american]):
            both.append(f"{american} {british}")
        elif american not in LEFT_OUT:
            one.append(f"{american} {british}")
    return both, one


def _tells(word: str, tags: dict[str, set[str]], others: str) -> bool:
    """Whether a word is nowhere marked as one of the other side."""
    marked = any(tag[0] in others for tag in tags[word] if word not in KEPT or tag[1:] != SELDOM)
    graded = word.endswith("est") or f"{word[:-2]}est" in tags  # made up, most of them
    usable = _LATIN.fullmatch(word) is not None and word not in LEFT_OUT
    return usable and not marked and not graded


def _is_foreign(tags: set[str]) -> bool:
    return not any(tag[0] in "CD" and tag[1:] in PLAIN for tag in tags)


def main(source: Path) -> None:
    both, one = table(source.read_text("latin-1"))
    OUTPUT.write_text("\n".join([*both, "", *one, ""]), "ascii")
    print(f"{len(both)} pairs, {len(one)} British words more, {OUTPUT.stat().st_size} bytes")
    for path in (OUTPUT, source):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
