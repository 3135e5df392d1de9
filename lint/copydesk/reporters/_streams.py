"""What streams can take."""

import codecs
from typing import TextIO


def takes_all(stream: TextIO) -> bool:
    """Whether a stream takes every character."""
    return not stream.encoding or codecs.lookup(stream.encoding).name == "utf-8"
