"""Usual measures of letters: how wide each is, and how far lines reach above and below their baseline."""

from __future__ import annotations

from unicodedata import east_asian_width

from reader.importing.scripts import count_han
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROW, _WIDE = frozenset("iljtfrI.,;:'’‘|!()[]/-"), frozenset("mwMW—%@")
_NARROW_EM, _WIDE_EM, _CAPITAL_EM, _BLANK_EM, _LETTER_EM = 0.29, 0.83, 0.66, 0.25, 0.48
"""Widths of kinds of letters, as usual fonts have them."""
_HIGH, _DEEP = frozenset("（）［］【】「」『』《》〈〉|"), frozenset("gjpqyQ()[]{}/，,;；")
"""Letters and signs that are higher and deeper than Han characters, and deeper ones."""
_ASCENDING, _DESCENDING, _BRACKETS = frozenset("bdfhkl!?&%#"), frozenset("gjpqy"), frozenset("()[]{}/|$")
_OPENING, _CLOSING = frozenset("（《〈「『【［“‘"), frozenset("，。、；：？！）》〉」』】］”’．")
"""Signs that fill one half of their square."""
_HALF_EM, _SIDE_EM = 0.5, 0.08
"""Widths of the blank half of such a sign, and of the blanks beside a character."""
_MIN_WIDE_CHARACTERS, _MIN_WIDE_SHARE = 1.9, 0.7
"""Minimum width of a line, and of its square characters as a share of it, that shows their size."""
_HAN_UP_EM, _HAN_DOWN_EM = 0.83, 0.09
_BRACKET_UP_EM, _CAPITAL_UP_EM, _MIDDLE_UP_EM, _SMALL_UP_EM, _DESCENT_EM = 0.75, 0.7, 0.64, 0.49, 0.21
"""Heights above the baseline, and depths below it, of characters, brackets, kinds of letters, and descenders."""


@record
class Extent:
    """The reach of letters above and below their baseline, in sizes."""

    up: float
    down: float

    @property
    def height(self) -> float:
        """Height of the letters."""
        return self.up + self.down


def width_em(char: str) -> float:
    """Returns the usual width of a character."""
    if count_han(char) or east_asian_width(char) in "WF":
        return 1.0
    if char.isspace():
        return _BLANK_EM
    if char in _NARROW:
        return _NARROW_EM
    if char in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if char.isupper() else _LETTER_EM


def extent_of(text: str) -> Extent | None:
    """Returns how far the letters of a line reach; None if it has none that show it."""
    up = down = 0.0
    if count_han(text):
        return Extent(_HAN_UP_EM, _HAN_DOWN_EM)
    for char in text:
        if char in _DESCENDING:
            up, down = max(up, _SMALL_UP_EM), max(down, _DESCENT_EM)
        elif char in _BRACKETS:
            up, down = max(up, _BRACKET_UP_EM), max(down, _DESCENT_EM)
        elif char in _ASCENDING or char.isupper() or char.isdigit():
            up = max(up, _CAPITAL_UP_EM)
        elif char == "t":
            up = max(up, _MIDDLE_UP_EM)
        elif char.isalpha():
            up = max(up, _SMALL_UP_EM)
    return Extent(up, down) if up else None


def wide_ems(text: str) -> float | None:
    """Returns the width of the ink of a line in Han characters, which are squares; None if others are many in it."""
    ems = [width_em(char) for char in text]
    wide = sum(em for em in ems if em == 1.0)
    if sum(ems) < _MIN_WIDE_CHARACTERS or wide < _MIN_WIDE_SHARE * sum(ems):
        return None
    halves = (text[0] in _OPENING) + (text[-1] in _CLOSING)
    return sum(ems) - _SIDE_EM - _HALF_EM * halves


def is_half_blank(text: str, at: int) -> bool:
    """Whether there is a blank half of a sign between two characters of a line, by the index of the second."""
    return text[at - 1] in _CLOSING or text[at] in _OPENING


def unexplained_gaps(text: str, gaps: Sequence[float]) -> list[float]:
    """Returns the widest of the gaps in a line, those that neither its blanks nor the blank halves of signs explain."""
    explained = sum(map(str.isspace, text)) + sum(is_half_blank(text, at) for at in range(1, len(text)))
    return sorted(gaps, reverse=True)[: max(0, len(gaps) - explained)]


def size_by_width(text: str, width: float, gaps: Sequence[float]) -> float:
    """Returns the size of a line of Han characters by the width of its ink; 0 if that does not show it.

    ``gaps`` are the widths of wide gaps in it. In a line without signs each of them may be a blank of any width.
    """
    ems = wide_ems(text)
    if not ems:
        return 0.0
    if any(is_half_blank(text, at) for at in range(1, len(text))):
        return (width - sum(unexplained_gaps(text, gaps))) / ems
    return (width - sum(gaps)) / (ems - _BLANK_EM * min(sum(map(str.isspace, text)), len(gaps)))


def odd_letters(text: str) -> tuple[int, int]:
    """Returns how many letters of a line in Han characters may be higher, and how many deeper, than these."""
    if not count_han(text):
        return 0, 0
    return sum(char in _HIGH for char in text), sum(char in _HIGH or char in _DEEP for char in text)
