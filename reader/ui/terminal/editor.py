"""The user's editor, and the command that opens it at a line of a file."""

from __future__ import annotations

import os
import shlex

PLUS = ("vi", "vim", "nvim", "view", "gvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "ne", "mg")
"""Editors that take ``+LINE`` before the file."""
COLON = ("hx", "helix", "subl", "zed")
"""Editors that take ``FILE:LINE``."""
GOTO = ("code", "code-insiders", "codium", "cursor")
"""Editors that take ``-g FILE:LINE``."""
VARIABLES = ("VISUAL", "EDITOR")
"""Variables of the environment that name the editor; the first that is set counts."""


def editor() -> str:
    """Returns the command of the user's editor, or an empty string if none is set."""
    return next((set_ for name in VARIABLES if (set_ := os.environ.get(name, "").strip())), "")


def command(written: str, path: str, line: int) -> list[str]:
    """Returns the words of a command that opens a file at a line; at its beginning in an unknown editor.

    Args:
        written: The command of the editor: a program, perhaps with options.
        path: The file.
        line: The line, counted from 1.
    """
    try:
        words = shlex.split(written)
    except ValueError:  # a quote that is not closed
        words = written.split()
    name = os.path.basename(words[0]).removesuffix(".exe")
    if name in PLUS:
        return [*words, f"+{line}", path]
    if name in COLON:
        return [*words, f"{path}:{line}"]
    if name in GOTO:
        return [*words, "-g", f"{path}:{line}"]
    return [*words, path]
