"""Counts the syllables of the words in the CMU Pronouncing Dictionary.

    python -m training.syllables CMUDICT

`CMUDICT` is the file `cmudict.dict` of <https://github.com/cmusphinx/cmudict>. Writes
`lint/copydesk/data/syllables.txt.z` and prints the figures for the card beside it.
"""

import re
import sys
import zlib
from pathlib import Path

from copydesk.analysis.readability import FILE, pack

from training.corpus import digest

OUTPUT = Path("lint/copydesk") / FILE
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def read(dictionary: Path) -> dict[str, int]:
    """How many syllables each word has in its first pronunciation; every vowel has its stress."""
    counts: dict[str, int] = {}
    for line in dictionary.read_text("utf-8").splitlines():
        word, *phones = line.partition("#")[0].split()
        if _WORD.fullmatch(word):  # and no second pronunciation, “read(2)”
            counts[word] = sum(phone[-1].isdigit() for phone in phones)
    return counts


def main(dictionary: Path) -> None:
    counts = read(dictionary)
    text = pack(counts)
    OUTPUT.write_bytes(zlib.compress(text.encode(), 9))
    print(f"{len(counts)} words, {OUTPUT.stat().st_size} bytes, {len(text)} characters unpacked")
    for path in (OUTPUT, dictionary):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
