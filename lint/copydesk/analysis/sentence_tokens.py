"""Which tokens make a sentence."""

from bisect import bisect_right

from copydesk.document import Document


class SentenceTokens:
    """The sentences of a document as ranges of indices of its tokens.

    Attributes:
        firsts: The first token of each.
    """

    def __init__(self, document: Document) -> None:
        """Looks up where each sentence begins and ends."""
        tokens = document.tokens
        self.firsts = [tokens.index_at(sentence.start) for sentence in document.sentences]
        self._ends = [tokens.index_at(sentence.end) for sentence in document.sentences]

    def around(self, index: int) -> range:
        """The sentence of token `index`; empty if that is a break between blocks."""
        number = bisect_right(self.firsts, index) - 1
        if number < 0 or index >= self._ends[number]:
            return range(0)
        return range(self.firsts[number], self._ends[number])


def sentence_tokens(document: Document) -> SentenceTokens:
    """The sentences of a document; ask for them by `document.analysis(sentence_tokens)`."""
    return SentenceTokens(document)
