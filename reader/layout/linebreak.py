"""Line-break opportunities: UAX #14 of Unicode 17, and the Chinese tailoring.

A text is translated into one letter a code point, the letter of its class, and the rules (`linebreak_rules.py`) run
over the letters as an automaton that is built while it is used: a `_BreakState` keeps the answer of the rules for each
letter that occurred, so that the loop over a text runs in C (`itertools.accumulate`) and the rules are called only a
few hundred times in a process.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, compress
from operator import attrgetter, getitem

from reader.layout import tailoring
from reader.layout._linebreak_data import CLASSES, STARTS, VALUES
from reader.layout._ranges import RangeTable
from reader.layout.graphemes import compounds
from reader.layout.linebreak_rules import AFTER_CLOSING, AKSARA, MANDATORY, PROHIBITED, action, after, attached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.linebreak_rules import Action, Lookahead, Properties, Property

_MEANINGS: dict[str, Properties] = {letter: frozenset(names.split()) for letter, names in CLASSES.items()}  # type: ignore[arg-type]  # the generated table has no others
"""Properties of each letter: those of `CLASSES` are ASCII, and the tailoring adds a few up to U+00FF."""
_AHEAD: dict[Lookahead, int] = {
    "before-number": 0x100,
    "before-narrow": 0x200,
    "closing": 0x400,
    "before-virama": 0x800,
}
"""Bits of a letter, above U+00FF, for properties that depend on the text after the character."""


def line_breaks(text: str) -> list[tuple[int, bool]]:
    """Returns the breaks of UAX #14, untailored, as ``(offset, whether mandatory)``, ascending.

    A line may or must end before the code point at the offset. The last break is ``len(text)``, mandatory (LB3); 0 is
    never a break (LB2), so the empty text has none.
    """
    actions = _actions(text.translate(_UNTAILORED))
    breaks = [(offset, actions[offset] == MANDATORY) for offset in _offsets(actions)]
    return [*breaks, (len(text), True)] if text else []


def opportunities(text: str) -> list[int]:
    """Returns the offsets before which a line may end, ascending; ``len(text)`` is the last.

    They follow UAX #14 with the Chinese tailoring of `tailoring.py`. All are grapheme cluster boundaries, and those of
    `hard_breaks` are among them. Spaces before an opportunity belong to the line that ends there. The empty text has
    no opportunity.
    """
    actions = _actions(text.translate(_tailored()))
    for start, end in (*tailoring.amounts(text), *compounds(text)):
        actions[start + 1 : end] = bytes(end - start - 1)
    return [*_offsets(actions), len(text)] if text else []


def hard_breaks(text: str) -> list[int]:
    """Returns the offsets before which a line must end: after each line terminator (LB4, LB5)."""
    return [match.end() for match in re.finditer("\r\n|[\n\v\f\r\x85]|[\u2028\u2029]", text)]


def _offsets(actions: bytearray) -> list[int]:
    """Returns the offsets before which a line may end, given the action before each code point."""
    return list(compress(range(len(actions)), actions))


# ---- The automaton


class _BreakState(dict[str, "_BreakState"]):
    """A state of the automaton, after some text: maps the letter of the next character to the state after it.

    Attributes:
        action: Whether a line may or must end before the last character of the text.
        before: Properties of the text.
    """

    __slots__ = ("action", "before")

    def __init__(self, action: Action, before: Properties) -> None:
        super().__init__()
        self.action = action
        self.before = before

    def __missing__(self, letter: str) -> _BreakState:
        right = attached(self.before, _properties(letter))
        state = self[letter] = _state(action(self.before, right), after(self.before, right))
        return state


@cache
def _state(action: Action, before: Properties) -> _BreakState:
    """Returns the only state with this action and these properties, so that the automaton stays finite."""
    return _BreakState(action, before)


def _properties(letter: str) -> Properties:
    """Returns the properties of a letter with its bits."""
    bits = ord(letter)
    return _MEANINGS[chr(bits & 0xFF)].union(ahead for ahead, bit in _AHEAD.items() if bits & bit)


def _actions(letters: str) -> bytearray:
    """Returns the action before each code point, given the letters of a text."""
    states = accumulate(_look_ahead().sub(_seen_ahead, letters), getitem, initial=_START)
    actions = bytearray(map(attrgetter("action"), states))
    del actions[0]
    return actions


_START = _state(PROHIBITED, frozenset({"start"}))
_UNTAILORED = RangeTable(STARTS, VALUES)


@cache
def _tailored() -> RangeTable:
    """Returns the table of letters with the changes of the tailoring; adds letters to `_MEANINGS`."""
    table = RangeTable(STARTS, VALUES)
    letters = {properties: letter for letter, properties in _MEANINGS.items()}
    for name, chars in tailoring.CLASS_OF.items():
        table.update((ord(char), letters[frozenset({name})]) for char in chars)
    added: tuple[tuple[Property, str], ...] = (
        ("not-at-start", tailoring.NOT_AT_START),
        ("not-at-end", tailoring.NOT_AT_END),
        ("relaxed", tailoring.RELAXED),
    )
    for property_, chars in added:
        for code_point in map(ord, chars):
            properties = _MEANINGS[table[code_point]] | {property_}
            letter = letters.setdefault(properties, chr(0x80 + len(letters) - len(CLASSES)))
            table[code_point] = letter
            _MEANINGS[letter] = properties
    return table


# ---- Look-ahead: rules that ask for more than the next character


def _letters(*properties: Property) -> str:
    """Returns the letters with one of some properties, as a set of a regular expression."""
    return "[" + re.escape("".join(letter for letter, held in _MEANINGS.items() if held & {*properties})) + "]"


@cache
def _look_ahead() -> re.Pattern[str]:
    """Returns the pattern of letters whose rule depends on the text after them, compiled on first use."""
    _tailored()  # which adds letters
    quote, opening, infix, aksara = _letters("QU"), _letters("OP"), _letters("IS"), _letters(*AKSARA)
    marks, number = _letters("CM", "ZWJ") + "*+", _letters("NU")
    return re.compile(
        # A single set comes first, because that is searched fast; then each of its letters is tested.
        f"{_letters('QU', 'OP', 'IS', *AKSARA)}"
        f"(?:(?<={quote})(?={marks}(.?))"
        f"|(?<={opening})(?={marks}(?:{infix}{marks})?{number})()"
        f"|(?<={infix})(?={marks}{number})()"
        f"|(?<={aksara})(?={marks}{_letters('VF')}))",
        re.DOTALL,
    )


def _seen_ahead(match: re.Match[str]) -> str:
    """Returns the letter with the bits for the text after it."""
    if match.lastindex is None:
        return chr(ord(match[0]) | _AHEAD["before-virama"])
    if match.lastindex > 1:
        return chr(ord(match[0]) | _AHEAD["before-number"])
    return chr(ord(match[0]) | _before(match[1]))


@cache
def _before(follower: str) -> int:
    """Returns the bits of a quotation mark before a letter, or before the end of the text (``""``)."""
    after_it: Properties = _properties(follower) if follower else frozenset()
    narrow = 0 if "east-asian" in after_it else _AHEAD["before-narrow"]  # LB19a
    return narrow if after_it and not after_it & AFTER_CLOSING else narrow | _AHEAD["closing"]  # LB15b
