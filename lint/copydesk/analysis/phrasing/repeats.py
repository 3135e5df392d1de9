"""Finds sequences of tokens that are said twice in a row."""

from collections.abc import Iterator

from copydesk.document import Document


def repeats(document: Document, length: int) -> Iterator[int]:
    """Where `length` tokens are followed by the same tokens again, whatever their case.

    Of places that overlap by more than a copy, as in a word said three times, each is given.
    """
    words = document.tokens.lowers
    endings = document.analysis(_endings)
    number = int.from_bytes(endings, "little")
    differences = (number ^ number >> 8 * length).to_bytes(len(endings), "little")
    same = bytes(length)
    at = differences.find(same)
    while 0 <= at <= len(words) - 2 * length:
        if words[at : at + length] == words[at + length : at + 2 * length]:
            yield at
        at = differences.find(same, at + 1)


def _endings(document: Document) -> bytes:
    """The last character of each token as one byte.

    Sequences of words that are not the same rarely end alike throughout, and two shifted strings
    of bytes are compared as one number each, which is much faster than word by word.
    """
    return "".join([word[-1] for word in document.tokens.lowers]).encode("latin-1", "replace")
