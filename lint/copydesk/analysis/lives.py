"""Finds whom an article is about, and when that person was born and died."""

import re
from functools import cache
from typing import NamedTuple

from copydesk.analysis.dates import MONTHS
from copydesk.document import Block, Document
from copydesk.patterns import lazy_pattern

_BLOCKS = 3
_LEAD = 300

_NAME = lazy_pattern(
    r"(?:[\"'“‘]?[^\W\d_a-z][\w.’'-]*[\"”’,]{0,2}\s|(?:de|del|der|di|du|la|le|of|van|von|bin|ibn)\s){1,9}"
)
_DAY = (
    r"(?:(?P<{0}day>[0-3]?\d)\s(?P<{0}month>[A-Z][a-z]+)\s"
    r"|(?P<{0}month_first>[A-Z][a-z]+)\s(?P<{0}day_second>[0-3]?\d),?\s)?"
)
_YEAR = r"(?P<{0}>(?:1[5-9]|20)\d\d)"


class Moment(NamedTuple):
    """A year, with the month and day where they are told, else 0."""

    year: int
    month: int = 0
    day: int = 0


class Life(NamedTuple):
    """The dates of a life, as told at `[start:end]` of the reading text.

    Attributes:
        name: Whose life it is.
        born: When it began.
        died: When it ended, if that is told.
    """

    start: int
    end: int
    name: str
    born: Moment
    died: Moment | None

    def ages_in(self, year: int) -> tuple[int, int]:
        """The least and the greatest age that the person had in a year."""
        return year - self.born.year - 1, year - self.born.year

    @property
    def ages_at_death(self) -> tuple[int, int] | None:
        """The least and the greatest age at which the person can have died."""
        if not self.died:
            return None
        least, most = self.ages_in(self.died.year)
        if self.born.month and self.died.month:
            completed = self.died[1:] >= self.born[1:]
            return (most, most) if completed else (least, least)
        return least, most


def life(document: Document) -> Life | None:
    """The life of the person whom the article is about.

    The name opens one of its first blocks, and the dates follow in parentheses.
    """
    for block in document.prose[:_BLOCKS]:
        if found := _dates().search(document.text, block.start, _end_of_lead(block)):
            name = _NAME.fullmatch(document.text, block.start, found.start())
            died = _moment(found, "died") if found["died"] else None
            born = _moment(found, "born")
            says_which = found["verb"] or (died and born <= died)
            if name and says_which:
                return Life(*found.span(), name.group().strip(", \n"), born, died)
    return None


def _end_of_lead(block: Block) -> int:
    return min(block.end, block.start + _LEAD)


@cache
def _dates() -> re.Pattern[str]:
    """The dates of a life in parentheses, with nothing that leaves them in doubt."""
    born, died = (_DAY.format(end) + _YEAR.format(end) for end in ("born", "died"))
    return re.compile(
        rf"\((?:[^\d()\ufdd0]{{0,40}}[;,]\s)?(?P<verb>born\s)?{born}(?:\s?[–—-]\s?{died})?\)"
    )


def _moment(found: re.Match[str], end: str) -> Moment:
    parts = found.groupdict()
    month = MONTHS.get((parts[f"{end}month"] or parts[f"{end}month_first"] or "").lower(), 0)
    day = int(parts[f"{end}day"] or parts[f"{end}day_second"] or 0)
    return Moment(int(parts[end]), month, day if month else 0)
