"""Options that several verbs share."""

from __future__ import annotations

from reader.cli.declaration import Option
from reader.settings.table import PICTURES as WAYS_TO_DRAW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Interface = Literal["zh", "en"]
    Theme = Literal["auto", "dark", "light", "paper", "dark-contrast", "light-contrast", "ansi"]

INTERFACES: tuple[Interface, ...] = ("zh", "en")
THEMES: tuple[Theme, ...] = ("auto", "dark", "light", "paper", "dark-contrast", "light-contrast", "ansi")
MIN_WIDTH_CELLS, MAX_WIDTH_CELLS = 20, 1000

LIBRARY = Option(
    "--library", "a folder of issues, or one issue file; may be given more than once", "DIR", "library", many=True
)
JSON = Option("--json", "print JSON")
PLAIN = Option("--plain", "no colour")
WIDTH = Option(
    "--width",
    "cells in a line; the terminal's width if not given, no limit in a pipe",
    "N",
    "number",
    least=MIN_WIDTH_CELLS,
    most=MAX_WIDTH_CELLS,
)
NO_MOUSE = Option("--no-mouse", "leave the mouse to the terminal")
INTERFACE = Option(
    "--interface",
    "the language of the interface; if not given, that of the settings or the locale",
    kind="choice",
    choices=INTERFACES,
)
THEME = Option("--theme", "the colours; if not given, those of the settings", kind="choice", choices=THEMES)
PICTURES = Option(
    "--pictures",
    "the way to draw pictures; if not given, that of the settings",
    kind="choice",
    choices=WAYS_TO_DRAW,
)
TOUR = Option("--tour", "show the tour of the first start again; without a terminal, print it")
NO_WORD_BUT_LIBRARY = "; another library is given by --library DIR"
"""Hint of the verbs that users give a folder by mistake."""
