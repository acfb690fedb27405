"""The colours of code."""

from __future__ import annotations

import subprocess
import sys

from reader.layout.piece import Piece
from reader.reading.code_colours import _LEXERS, MAX_COLOURED_CHARS, coloured, stretches

CODE = 'def f():  # one\n    return "two"\n'


def test_code_is_cut_where_a_style_begins_or_ends() -> None:
    line = (Piece("  "), Piece("def f():  # one", 0), Piece("x", 40))
    assert [(piece.text, piece.start, piece.style) for piece in coloured(line, CODE, "Python")] == [
        ("  ", -1, ""),
        ("def", 0, "code-keyword"),
        (" f():  ", 3, ""),
        ("# one", 10, "code-comment"),
        ("x", 40, ""),
    ]
    shared = (Piece('return "two"', 20, "", 120),)
    assert [(piece.text, piece.start, piece.other) for piece in coloured(shared, CODE, "py")] == [
        ("return", 20, 120),
        (" ", 26, 126),
        ('"two"', 27, 127),
    ]


def test_every_language_has_a_lexer() -> None:
    for name in _LEXERS:
        assert isinstance(stretches("x = 1", name), tuple)


def test_code_in_an_unknown_language_and_very_long_code_have_no_colours() -> None:
    assert stretches(CODE, "no-such-language") == ()
    assert stretches(CODE + " " * MAX_COLOURED_CHARS, "python") == ()


def test_pygments_is_not_imported_before_code_is_drawn() -> None:
    program = "import sys, reader.reading.rows; assert 'pygments' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
