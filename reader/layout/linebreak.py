"""Line-break opportunities: UAX #14 of Unicode 17, and the Chinese tailoring the reader sets by.

The text is translated into one letter a code point for its class, and the rules
(`linebreak_rules.py`) run over the letters as an automaton that is built while it is used: a `_State`
keeps the answer of the rules for each class it has met, so that the loop over a text runs in C
(`itertools.accumulate`) and the rules themselves are consulted a few hundred times in the life of a
process.
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
from reader.layout.linebreak_rules import AFTER_CLOSING, AKSARA, MANDATORY, PROHIBITED, Words, action, after, attached

# What each letter stands for. Those of `CLASSES` are ASCII, the tailoring adds a few up to U+00FF; in
# both the bits above may say what lies ahead of the character in the text.
_MEANINGS: dict[str, Words] = {letter: frozenset(name.split()) for letter, name in CLASSES.items()}
_AHEAD = {"before-number": 0x100, "before-narrow": 0x200, "closing": 0x400, "before-virama": 0x800}


def line_breaks(text: str) -> list[tuple[int, bool]]:
    """Return the breaks of UAX #14, untailored: (offset, whether mandatory), ascending.

    A line may or must end before the code point at the offset. The last is `len(text)`, mandatory
    (LB3); 0 is never one (LB2), so the empty text has none.
    """
    actions = _actions(text.translate(_UNTAILORED))
    breaks = [(offset, actions[offset] == MANDATORY) for offset in _offsets(actions)]
    return [*breaks, (len(text), True)] if text else []


def opportunities(text: str) -> list[int]:
    """Return the offsets before which the reader may end a line, ascending, `len(text)` the last.

    UAX #14 with the Chinese tailoring of `tailoring.py`. All are grapheme cluster boundaries; those
    of `hard_breaks` are among them. Spaces before an opportunity belong to the line that ends there.
    The empty text has none.
    """
    actions = _actions(text.translate(_tailored()))
    for start, end in (*tailoring.amounts(text), *compounds(text)):
        actions[start + 1 : end] = bytes(end - start - 1)
    return [*_offsets(actions), len(text)] if text else []


def hard_breaks(text: str) -> list[int]:
    """Return the offsets before which a line must end: after each line terminator (LB4, LB5)."""
    return [match.end() for match in re.finditer("\r\n|[\n\v\f\r\x85\u2028\u2029]", text)]


def _offsets(actions: bytearray) -> list[int]:
    """Return where a line may end, given the action before each code point."""
    return list(compress(range(len(actions)), actions))


# ---- The automaton


class _State(dict[str, "_State"]):
    """The text up to some character: letter of the next character → state after that one.

    Attributes:
        action: whether a line may or must end before the character that led here.
        words: what the rules need to know of the text up to here.
    """

    __slots__ = ("action", "words")

    def __init__(self, action: int, words: Words) -> None:
        super().__init__()
        self.action = action
        self.words = words

    def __missing__(self, letter: str) -> _State:
        right = attached(self.words, _words(letter))
        state = self[letter] = _state(action(self.words, right), after(self.words, right))
        return state


@cache
def _state(action: int, words: Words) -> _State:
    """Return the one state of this kind, so that the automaton stays finite."""
    return _State(action, words)


def _words(letter: str) -> Words:
    """Return what a letter stands for."""
    bits = ord(letter)
    return _MEANINGS[chr(bits & 0xFF)].union(word for word, bit in _AHEAD.items() if bits & bit)


def _actions(letters: str) -> bytearray:
    """Return for each code point whether a line may or must end before it."""
    states = accumulate(_look_ahead().sub(_seen_ahead, letters), getitem, initial=_START)
    actions = bytearray(map(attrgetter("action"), states))
    del actions[0]
    return actions


_START = _state(PROHIBITED, frozenset({"start"}))
_UNTAILORED = RangeTable(STARTS, VALUES)


@cache
def _tailored() -> RangeTable:
    """Return the classes with what the tailoring changes of them."""
    table = RangeTable(STARTS, VALUES)
    letters = {words: letter for letter, words in _MEANINGS.items()}
    for name, chars in tailoring.CLASS_OF.items():
        table.update((ord(char), letters[Words({name})]) for char in chars)
    for word, chars in (
        ("not-at-start", tailoring.NOT_AT_START),
        ("not-at-end", tailoring.NOT_AT_END),
        ("relaxed", tailoring.RELAXED),
    ):
        for code_point in map(ord, chars):
            words = _MEANINGS[table[code_point]] | {word}
            letter = letters.setdefault(words, chr(0x80 + len(letters) - len(CLASSES)))
            table[code_point] = letter
            _MEANINGS[letter] = words
    return table


# ---- What lies ahead: rules that ask for more than the next character


def _letters(*classes: str) -> str:
    """Return the letters of some classes as a set of a regular expression."""
    return "[" + re.escape("".join(letter for letter, words in _MEANINGS.items() if words & {*classes})) + "]"


@cache
def _look_ahead() -> re.Pattern[str]:
    """Compile on first use the pattern of letters whose rule depends on what follows them."""
    _tailored()  # which adds letters
    quote, opening, infix, aksara = ("QU",), ("OP",), ("IS",), AKSARA
    marks, number = _letters("CM", "ZWJ") + "*+", _letters("NU")
    return re.compile(
        # One set at the beginning, for which the text is searched fast; then which of them it is.
        f"{_letters(*quote, *opening, *infix, *aksara)}"
        f"(?:(?<={_letters(*quote)})(?={marks}(.?))"
        f"|(?<={_letters(*opening)})(?={marks}(?:{_letters(*infix)}{marks})?{number})()"
        f"|(?<={_letters(*infix)})(?={marks}{number})()"
        f"|(?<={_letters(*aksara)})(?={marks}{_letters('VF')}))",
        re.DOTALL,
    )


def _seen_ahead(match: re.Match[str]) -> str:
    """Return the letter with the flags of what follows it."""
    if match.lastindex is None:
        return chr(ord(match[0]) | _AHEAD["before-virama"])
    if match.lastindex > 1:
        return chr(ord(match[0]) | _AHEAD["before-number"])
    return chr(ord(match[0]) | _before(match[1]))


@cache
def _before(follower: str) -> int:
    """Return what the rules of quotation marks ask of the letter after them, `""` at the end."""
    words = _words(follower) if follower else frozenset()
    narrow = 0 if "east-asian" in words else _AHEAD["before-narrow"]  # LB19a
    return narrow if words and not words & AFTER_CLOSING else narrow | _AHEAD["closing"]  # LB15b
