"""Characters that were garbled or lost, that nobody sees, and words that came apart.

What is done to an article is what decoders, converters and typesetters do, by their own tables; the
rules have none of them.
"""

import random

from bench.corruptions import corruption
from bench.corruptions.edits import change

_MARKS = "[“”‘’–—…£€©é°ñüáöí½]|(?<=[a-z])'(?=[a-z])|(?<=[.,;]) (?=[A-Za-z])"
_MADE_OF = {"'": "’", " ": "\xa0"}
_MISREAD = {"cp1252": 12, "latin-1": 4, "mac_roman": 2, "cp1251": 1, "cp1250": 1, "cp437": 1}

_CONTROLS = "\x00\x02\x08\x0e\x10\x13\x19\x1b\x1f\x7f\uf0b7\ue000\uf0a7\uf076\uf8ff\uffff\ufdd3"
_INVISIBLE = (
    *("\u200b",) * 6,
    *("\xad",) * 6,
    *("\ufeff", "\u200e", "\u2060", "\u200c", "\u200d") * 2,
    *("\u200b\u200b", "\u200f", "\ufe0f", "\ufe0f\u200d", "\u3164", "\U000e0041\U000e0042"),
)
_LOOK_ALIKE = dict(zip("aceopxyisABCEHKMOPTX", "асеорхуіѕАВСЕНКМОРТХ", strict=True))
_GREEK = dict(zip("oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True))
_GLYPHS = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


def _pick(chance: random.Random, weights: dict[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _misread(text: str, codec: str) -> str:
    """What UTF-8 looks like in another encoding; what that lacks is read as Latin-1 has it."""
    return "".join(
        bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


def _garble(mark: str, chance: random.Random) -> str:
    codec = _pick(chance, _MISREAD)
    garbled = _misread(_MADE_OF.get(mark, mark), codec)
    if chance.random() < 0.15:
        garbled = _misread(garbled, codec)
    if chance.random() < 0.3:  # a program that drops what cannot be shown
        garbled = "".join(one for one in garbled if not "\x7f" < one < "\xa0")
    return garbled.replace("\xa0", " ") if chance.random() < 0.3 else garbled


mojibake = corruption("a mark is decoded in the wrong encoding", "mojibake")(
    change(_MARKS, _garble)
)

windows_marks = corruption("a mark of Windows-1252 is read as Latin-1", "mojibake")(
    change("[“”‘’–—…]", lambda mark, _chance: mark.encode("cp1252").decode("latin-1"))
)

lost_character = corruption("a character beyond ASCII is lost", "replacement-character")(
    change(
        "[“”‘’–—é£…ñüö]|(?<=[a-z])'(?=[a-z])",
        lambda _mark, chance: chance.choice(("\ufffd", "\ufffd", "\ufffd\ufffd", "\ufffd" * 3)),
    )
)

question_mark = corruption("an apostrophe becomes a question mark", "replacement-character")(
    change("(?<=[A-Za-z])['’](?=[a-z])", lambda _mark, _chance: "?")
)

control_character = corruption("a control or private-use character", "control-character")(
    change(
        r"(?<=\w) ?(?=\w)",
        lambda gap, chance: gap + chance.choice(_CONTROLS) * chance.choice((1, 1, 2)),
    )
)

invisible_character = corruption("an invisible character", "invisible-character")(
    change(
        r"(?<=[\w.,”)]) ?(?=[\w“(])|(?<=[a-z])(?=[.,])",
        lambda gap, chance: chance.choice((gap + "{}", "{}" + gap)).format(
            chance.choice(_INVISIBLE)
        ),
    )
)


def _turn(word: str, chance: random.Random) -> str:
    opening = chance.choice("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    closing = "\u202c" if opening < "\u2060" else "\u2069"
    return chance.choice((opening + word + closing, opening + word, word + closing))


direction_control = corruption("a control of direction", "bidirectional-control")(
    change(r"\+?\d[\d ,.-]*\d|\b[A-Za-z]{3,}\b", _turn)
)


def _look_alike(word: str, chance: random.Random) -> str:
    table = chance.choice((_LOOK_ALIKE, _LOOK_ALIKE, _GREEK))
    places = [i for i, letter in enumerate(word) if letter in table]
    chosen = chance.sample(places, min(len(places), chance.choice((1, 1, 2))))
    return "".join(table[one] if i in chosen else one for i, one in enumerate(word))


look_alike = corruption("a letter of another script", "mixed-script-word")(
    change(r"\b(?=[A-Za-z]*[oABEHIKMNOPTX])[A-Za-z]{4,}\b", _look_alike)
)


def _part(ligature: str, chance: random.Random) -> str:
    glyph = chance.choice((ligature, _GLYPHS[ligature]))
    return chance.choice((f" {glyph} ", f"{glyph} ", f"{glyph} ", f" {glyph}"))


split_ligature = corruption("a word comes apart at a ligature", "split-ligature")(
    change(r"(?<=[a-z])(?:ffi|ffl|ff|fi|fl)(?=[a-z])", _part)
)

lost_ligature = corruption("a space stands for a ligature", "split-ligature")(
    change(r"(?<=[a-z])(?:ffi|ffl|ff|fi|fl)(?=[a-z])", lambda _ligature, _chance: " ")
)

ligature_character = corruption("a ligature becomes one character", "ligature-character")(
    change("ffi|ffl|ff|fi|fl", lambda ligature, _chance: _GLYPHS[ligature])
)

broken_word = corruption("a word stays broken at a line end", "hyphenation-break")(
    change(
        r"(?<=\b[a-z]{2})(?:[a-z]{0,3}?)[aeiouy][bcdfglmnprst](?=[bcdfglmnprst][aeiouy][a-z]{2,}\b)"
        r"|(?<=\b[a-z]{3})(?=(?:ing|tion|ment|ness|ly|able|ful)\b)",
        lambda syllable, _chance: f"{syllable}- ",
    )
)

broken_compound = corruption("a compound stays broken at a line end", "hyphenation-break")(
    change(r"(?<=[a-z])-(?=[a-z]{3,}\b(?!-))", lambda _hyphen, _chance: "- ")
)
