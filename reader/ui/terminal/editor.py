"""The maintainer's editor at a line of a file."""

from __future__ import annotations

import os
import shlex

PLUS = ("vi", "vim", "nvim", "view", "gvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "ne", "mg")
"""Those that take ``+LINE`` before the file."""
COLON = ("hx", "helix", "subl", "zed")
"""Those that take ``FILE:LINE``."""
GOTO = ("code", "code-insiders", "codium", "cursor")
"""Those that take ``-g FILE:LINE``."""
VARIABLES = ("VISUAL", "EDITOR")


def editor() -> str:
    """Returns the command of the editor that is set; empty if none is."""
    return next((set_ for name in VARIABLES if (set_ := os.environ.get(name, "").strip())), "")


def command(written: str, path: str, line: int) -> list[str]:
    """Returns the words that open a file at a line, counted from 1; at its beginning in an editor that is not known.

    Args:
        written: The editor as it is set: a program, perhaps with options.
        path: The file.
        line: The line.
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
