"""Gives words another form: the reverse of the dictionary of lemmas."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from copydesk.english.dictionary import dictionary
from copydesk.english.lexicon import PARTICIPLES, PRETERITES
from copydesk.english.verb_forms import PRETERITES_BUT_PARTICIPLES

BASE, THIRD, PAST, ING, PLURAL, SINGULAR = "v", "z", "d", "g", "s", "n"
_PAST_ALONE = PRETERITES | PRETERITES_BUT_PARTICIPLES | {"did", "went", "was", "were", "had"}
_DOUBTFUL = frozenset("be have do can may must shall will dare need ought say".split())


@cache
def _forms() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The forms of each lemma by the letter of the dictionary."""
    made: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    table = dictionary()
    for form in sorted(table.forms()):
        for reading in table.readings(form):
            made[reading.lemma(form)][reading.letter].append(form)
    return {
        word: {letter: tuple(forms) for letter, forms in by_letter.items()}
        for word, by_letter in made.items()
    }


def _one(word: str, letter: str) -> str | None:
    """The form of a lemma, None if it has none or several."""
    forms = _forms().get(word, {}).get(letter, ())
    return forms[0] if len(forms) == 1 else None


def base(form: str, letter: str) -> str | None:
    """The plain verb of a form in lower case, None if it may be several or none."""
    found = {one.lemma(form) for one in dictionary().readings(form) if one.letter == letter}
    return found.pop() if len(found) == 1 and not found & _DOUBTFUL else None


def third_person(verb: str) -> str | None:
    return _one(verb, THIRD)


def gerund(verb: str) -> str | None:
    return _one(verb, ING)


def past(verb: str) -> str | None:
    """The past of a plain verb that is not its participle alone."""
    forms = _forms().get(verb, {}).get(PAST, ())
    whole = [form for form in forms if form in _PAST_ALONE or form not in PARTICIPLES]
    regular = [form for form in forms if form in PARTICIPLES and len(forms) == 1]
    found = [form for form in whole or regular if len(forms) == 1 or form in _PAST_ALONE]
    return found[0] if found and found[0] != verb else None


def participle(verb: str) -> str | None:
    """The past participle of a plain verb."""
    forms = _forms().get(verb, {}).get(PAST, ())
    found = [form for form in forms if form not in _PAST_ALONE]
    return found[0] if len(found) == 1 and found[0] != verb else None


def plural(noun: str) -> str | None:
    found = _one(noun, PLURAL)
    return found if found != noun else None


def singular(form: str) -> str | None:
    """The noun that a form is the plural of."""
    found = {one.lemma(form) for one in dictionary().readings(form) if one.letter == PLURAL}
    return found.pop() if len(found) == 1 and form not in found else None


def is_noun(word: str) -> bool:
    """Whether a word in lower case can be the singular of a noun."""
    return SINGULAR in dictionary().letters(word)


def like(word: str, made: str) -> str:
    """`made` with the capital of `word`."""
    return made[0].upper() + made[1:] if word[0].isupper() else made


INFLECTED = (past, third_person, gerund)
"""What gives a plain verb another form."""
