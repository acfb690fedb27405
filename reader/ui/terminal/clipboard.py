"""The clipboard: by the terminal (OSC 52) where it may be counted on, else by the platform's own tool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.ui.host import Host

MAX_OSC_52_BYTES = 74_000
"""Maximum length of a text for OSC 52: xterm refuses more than 100,000 bytes of encoded text."""
_TOOL_SECONDS = 2


class Way(NamedTuple):
    """A way to the clipboard: a tool that reads from its standard input, or the terminal if there is no command."""

    name: str
    command: tuple[str, ...] = ()


TERMINAL = Way("OSC 52")


def copy(host: Host, text: str) -> str:
    """Puts a text on the clipboard, and returns the name of the way."""
    way = choose(os.environ, shutil.which, sys.platform, len(text.encode()))
    if not way.command or not _by_tool(way.command, text):
        way = TERMINAL
        host.copy_to_clipboard(text)
    return way.name


def choose(environ: Mapping[str, str], which: Callable[[str], str | None], platform: str, size_bytes: int = 0) -> Way:
    """Returns the way for a text of a size: the terminal, unless it is known not to take the text and there is a tool.

    Args:
        environ: The environment.
        which: Returns the path of a program, or None.
        platform: The platform, as :data:`sys.platform` names it.
        size_bytes: The size of the text in UTF-8.
    """
    if _takes_osc_52(environ) and size_bytes <= MAX_OSC_52_BYTES:
        return TERMINAL
    tools = (Way(name, (name, *options)) for name, options in _tools(environ, platform) if which(name))
    return next(tools, TERMINAL)


def _takes_osc_52(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is none of those that ignore OSC 52: macOS's own, VTE's, and the Linux console."""
    known_not_to = environ.get("TERM_PROGRAM") == "Apple_Terminal" or "VTE_VERSION" in environ
    return not known_not_to and environ.get("TERM", "") not in ("linux", "")


def _tools(environ: Mapping[str, str], platform: str) -> list[tuple[str, tuple[str, ...]]]:
    """Returns the tools of a platform with their options, the best first."""
    if platform == "darwin":
        return [("pbcopy", ())]
    if platform == "win32" or "WSL_DISTRO_NAME" in environ:
        return [("clip.exe", ())]
    found: list[tuple[str, tuple[str, ...]]] = []
    if "WAYLAND_DISPLAY" in environ:
        found.append(("wl-copy", ()))
    if "DISPLAY" in environ:
        found += [("xclip", ("-selection", "clipboard")), ("xsel", ("--clipboard", "--input"))]
    return found


def _by_tool(command: tuple[str, ...], text: str) -> bool:
    """Gives a text to a tool; returns whether it succeeded."""
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command, no shell)
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TOOL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
