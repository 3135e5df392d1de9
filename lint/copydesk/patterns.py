"""Compiles patterns when they are first used."""

import re
from typing import AnyStr, Generic, cast


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The compiled pattern, or what becomes it as soon as it is asked for anything.

    To compile the patterns of all rules takes as long as everything else at start-up, and most
    articles need few of them. The functions of `re` do not take it: call its own methods.
    """
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


class _LazyPattern(Generic[AnyStr]):
    """Takes what it is asked for from the compiled pattern, and has it from then on."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._arguments: tuple[AnyStr, int] = pattern, flags

    def __getattr__(self, name: str) -> object:
        pattern, flags = self._arguments
        value: object = getattr(re.compile(pattern, flags), name)
        setattr(self, name, value)
        return value
