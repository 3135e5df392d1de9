"""Makes the table of contexts in which one word cannot but stand for another that looks alike.

    python -m training.confused_words SHARED [--price 40]

Reads Wikipedia (the articles for training), novels, and the half of the posts and addresses that
`bench.garble` does not report on. A context of “w stands for v” gains the share of the places of v
that it tells of and no other chosen before, and costs the places of w in 100,000 words that it
would take for wrong: as many as there are, less what may be slips of the texts themselves; where
there are none, as many as are to be feared by how often contexts are met once that are about as
frequent around v. A context is chosen where the gain is worth the cost, and the price of a false
alarm is the same for all words.
"""

import argparse
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from copydesk.analysis.phrasing.confused_contexts import ANY, FILE, Context, codes, write
from copydesk.document import BREAK
from copydesk.segment import tokenize

from training.corpus import WIKIPEDIA, Part, part_of, read_articles, read_sentences

TARGET = Path(__file__).resolve().parents[1] / "lint/copydesk" / FILE
GROUPS = """\
its it's|their there they're|then than|to too|of off|lose loose|affect effect
affects effects|your you're|whose who's|were where we're|quite quiet|lead led|passed past
principal principle|accept except|advice advise|weather whether|breath breathe|which witch
cite site sight|cites sites sights|brake break|brakes breaks|through threw thorough though thought
peace piece|an and|on one|or our|our are|if of|has as|no know now|not note|chose choose
hear here|new knew|right write|by buy|week weak|weeks weaks|this his|from form|role roll
roles rolls|personal personnel|desert dessert|allowed aloud|bare bear|course coarse|council counsel
fair fare|meet meat|pole poll|poles polls|rain reign|sale sail|scene seen|soul sole|steal steel
tail tale|waist waste|wait weight|public pubic|manager manger|trial trail|trials trails|dairy diary
angel angle|ever every|live life|believe belief|prove proof|worse worst|be me|for four|with wit
that than|won one|wear where|whole hole|plain plane|cell sell|sent cent|male mail|heard herd
sea see|shore sure|son sun|straight strait|suit suite|very vary|quit quite|later latter
loss lost|moment momentum|them then|spent spend|sent send|built build|lent lend|felt fell
field filled|world word|firm form|county country|out our|who how|wish which|their they
it is|an am|had has|or of|is in|it its|want what|some same"""
LONGEST = 250_000
"""How many places of a word are kept."""

SHOWN = 40_000
"""How many places of the right word are looked at to choose contexts, at even steps."""

LEAST = 5
"""How often a context is met at least."""

ENOUGH = 10
"""How often a word would be met in a context where it is not, were it as free as the other."""

RAREST = 10.0
"""How often in 100,000 words any word may be met in some kind of text."""

SLIPS = 2_000
"""One in so many places of a word may hold the other by mistake in the texts themselves."""

LEAST_SHARE = 0.002
"""The share of the places of a word that a context must tell of, beside those chosen before."""

PRICE = 40.0
"""What share of the places a false alarm in 100,000 words must be worth."""

DISPROVED = frozenset(
    "off>of if>of buy>by felt>fell wish>which whether>weather worse>worst spent>spend form>firm"
    " though>thought too>to where>we're they're>their they're>there piece>peace its>it's no>know"
    " whole>hole wait>weight role>roll allowed>aloud lose>loose weather>whether site>sight is>it"
    " except>accept same>some".split()
)
"""Pairs of which other kinds of text, on the development half of the bench, have more good ones."""

PER = 100_000


class Corpus(NamedTuple):
    """The places of each word: four tokens around each, as numbers; and how often it is met."""

    names: list[str]
    places: Mapping[str, "array[int]"]
    times: Mapping[str, int]
    words: int

    def tokens(self, word: str) -> list[tuple[int, ...]]:
        """The places of a word."""
        found = self.places.get(word, array("i"))
        return [tuple(found[at : at + 4]) for at in range(0, len(found), 4)]


class Candidate(NamedTuple):
    """A context of a pair.

    Attributes:
        context: It.
        times: How often it is met around the right word.
        wrong: How often around the wrong one, less what may be slips.
        expected: How often it would be, were that as free as the right one.
    """

    context: Context
    times: int
    wrong: float
    expected: float


class Choice(NamedTuple):
    """The contexts chosen for a pair.

    Attributes:
        contexts: They.
        share: The share of the places of the right word that they tell of.
        rate: How many false alarms they are to make in 100,000 words.
    """

    contexts: tuple[Context, ...]
    share: float
    rate: float


def texts(shared: Path) -> Iterator[str]:
    """The texts, blocks parted by line ends."""
    for article in read_articles(shared / WIKIPEDIA):
        if part_of(article.id) is Part.TRAIN:
            yield "\n".join(article.paragraphs)
    for name, size in (("gut", 1), ("18f", 2), ("speech", 2)):
        lines = list(read_sentences(shared / f"corpora/sentences/{name}.txt.xz"))
        for first in range(0, len(lines), 25):
            if not sha256(f"{name}-{first}".encode()).digest()[0] % size:
                yield "\n".join(lines[first : first + 25])


def collect(shared: Path, words: frozenset[str]) -> Corpus:
    """All places of some words."""
    numbers: dict[str, int] = {BREAK: 0}
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
    times: Counter[str] = Counter()
    total = 0
    for text in texts(shared):
        tokens = tokenize(
            f"{BREAK}\n{BREAK}\n{text}\n{BREAK}\n{BREAK}".replace("\n", f"\n{BREAK}\n")
        )
        lowers = tokens.lowers
        total += len(lowers)
        for i in [i for i, word in enumerate(lowers) if word in words]:
            if not tokens.texts[i].islower() and tokens.texts[i - 1][0].isalnum():
                continue
            times[lowers[i]] += 1
            if len(places[lowers[i]]) < 4 * LONGEST:
                around = (*tokens.texts[i - 2 : i], *tokens.texts[i + 1 : i + 3])
                places[lowers[i]].extend(numbers.setdefault(t, len(numbers)) for t in around)
    return Corpus(list(numbers), places, times, total)


class Contexts:
    """The contexts of places."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._codes = [codes[name] for name in corpus.names]
        self._counted: dict[str, Counter[Context]] = {}

    def times(self, word: str) -> Counter[Context]:
        """How often each context of a word is met."""
        if word not in self._counted:
            places = self._corpus.tokens(word)
            counted = Counter(one for place in places for one in self._around(place))
            self._counted[word] = Counter({one: n for one, n in counted.items() if n})
        return self._counted[word]

    def shown(self, word: str) -> list[list[Context]]:
        """The contexts of some places of a word."""
        places = self._corpus.tokens(word)
        return [list(self._around(one)) for one in places[:: 1 + len(places) // SHOWN]]

    def _around(self, place: Sequence[int]) -> Iterator[Context]:
        return filter(_tells, self._all(place))

    def _all(self, place: Sequence[int]) -> Iterator[Context]:
        second_before, before, after, second_after = (self._codes[name] for name in place)
        for right in after:
            yield Context(ANY, ANY, right, ANY)
            for second in second_after:
                yield Context(ANY, ANY, right, second)
            for left in before:
                yield Context(ANY, left, right, ANY)
                yield Context(ANY, left, right, second_after[-1])
        for left in before:
            yield Context(ANY, left, ANY, ANY)
            for second in second_before:
                yield Context(second, left, ANY, ANY)


def _tells(context: Context) -> bool:
    """Whether a word stands in it, or a kind of words that is not a name or unknown."""
    return any(any(map(str.isalpha, code)) for code in context)


class Pair:
    """Two words, of which the first is taken for the second."""

    def __init__(self, contexts: Contexts, corpus: Corpus, wrong: str, right: str) -> None:
        wrong_times, right_times = contexts.times(wrong), contexts.times(right)
        self._met, self._right_met = len(corpus.tokens(wrong)), len(corpus.tokens(right))
        frequency = max(RAREST, PER * corpus.times.get(wrong, 0) / corpus.words)
        self._weight = frequency / max(1, self._met)
        scale = self._met / max(1, self._right_met)
        self.candidates = [
            Candidate(one, n, max(0, wrong_times[one] - n / SLIPS), n * scale)
            for one, n in right_times.items()
            if n >= LEAST and n * scale >= ENOUGH and wrong_times[one] * SLIPS <= n * 50
        ]
        self._shown = contexts.shown(right)

    def choose(self, feared: Mapping[int, float], price: float) -> Choice:
        """The contexts that are worth a price, the cheapest for their gain first."""
        costs: dict[Context, float] = {}
        for one in self.candidates:
            cost = self._weight * max(one.wrong, feared[_size(one.expected)])
            if one.times / self._right_met >= max(LEAST_SHARE, price * cost):
                costs[one.context] = cost
        by_context: defaultdict[Context, list[int]] = defaultdict(list)
        for number, some in enumerate(self._shown):
            for context in some:
                if context in costs:
                    by_context[context].append(number)
        told: set[int] = set()
        chosen: dict[Context, float] = {}
        total = max(1, len(self._shown))
        for context in sorted(by_context, key=lambda c: (costs[c] / len(by_context[c]), c)):
            gained = [number for number in by_context[context] if number not in told]
            if len(gained) / total >= max(LEAST_SHARE, price * costs[context]):
                told.update(gained)
                chosen[context] = costs[context]
        return Choice(tuple(chosen), len(told) / total, sum(chosen.values()))


def _size(expected: float) -> int:
    return max(0, int(expected).bit_length())


def fears(known: Iterable[Pair]) -> dict[int, float]:
    """How often a context is still to be met around a wrong word that was not met, by its size."""
    never: Counter[int] = Counter()
    once: Counter[int] = Counter()
    for pair in known:
        for one in pair.candidates:
            never[_size(one.expected)] += one.wrong == 0
            once[_size(one.expected)] += 0 < one.wrong <= 1
    return {size: min(1.0, once[size] / max(1, never[size])) for size in range(64)}


def pairs() -> list[tuple[str, str]]:
    """The words that are taken for each other, both ways."""
    groups = (group.split() for line in GROUPS.splitlines() for group in line.split("|"))
    known = {pair for group in groups for pair in permutations(group, 2)}
    return sorted(pair for pair in known if ">".join(pair) not in DISPROVED)


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--price", type=float, default=PRICE)
    options = parser.parse_args(None if arguments is None else list(arguments))
    wanted = pairs()
    corpus = collect(options.shared, frozenset(word for pair in wanted for word in pair))
    contexts = Contexts(corpus)
    known = {names: Pair(contexts, corpus, *names) for names in wanted}
    feared = fears(known.values())
    made = {names: pair.choose(feared, options.price) for names, pair in known.items()}
    chosen = {names: one for names, one in made.items() if one.contexts}
    for (wrong, right), one in sorted(chosen.items()):
        print(f"{wrong}>{right}: {len(one.contexts)}, share {one.share:.2f}, rate {one.rate:.3f}")
    text = write({pair: one.contexts for pair, one in sorted(chosen.items())})
    TARGET.write_bytes(zlib.compress(text.encode(), 9))
    total = sum(len(one.contexts) for one in chosen.values())
    print(
        f"{corpus.words:,} words, {len(chosen)} pairs, {total:,} contexts,"
        f" {TARGET.stat().st_size:,} bytes",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
