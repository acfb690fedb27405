"""The names of keys: as the table has them, and as the reader knows them."""

from __future__ import annotations


def shown(key: str) -> str:
    """Returns a key as the reader knows it: ``slash`` as ``/``, ``ctrl+f`` as ``Ctrl+F``."""
    if key in _SHOWN or len(key) == 1:
        return _SHOWN.get(key, key)
    *held, last = key.split("+")
    return "+".join((*map(str.title, held), _SHOWN.get(last, last.upper() if len(last) < 4 else last)))


def named(key: str) -> str:
    """Returns the name of a key in the table: of ``/`` it is ``slash``."""
    return next((name for name, sign in _SHOWN.items() if sign == key and len(sign) == 1), key)


def half_width(char: str) -> str:
    """Returns the character of the key by which a Chinese input method commits ``char``; ``char`` itself if none.

    An input method commits full-width forms, and Chinese punctuation in place of the marks on the keys.
    """
    if "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return _CHINESE.get(char, char)


_CHINESE = dict(
    zip(
        "\u3000。、【】「」『』〔〕《》〈〉‘’“”·—…￥¥￣",
        " ./[][][][]<><>''\"\"`_^$$~",
        strict=True,
    )
)
"""Marks that input methods commit, and the key that does so on a Latin keyboard."""

_SHOWN = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "apostrophe": "'",
    "slash": "/",
    "colon": ":",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "vertical_line": "|",
    "question_mark": "?",
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "delete": "Del",
    "enter": "Enter",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
