"""The clipboard: by tmux, by a tool of the platform, or by the terminal (OSC 52)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.ui.strings.fields import Certainty

MAX_OSC_52_BYTES = 74_000
"""Maximum length of a text for OSC 52: xterm refuses more than 100,000 bytes of encoded text."""
_TOOL_SECONDS = 2
_WINDOWS = "/mnt/c/Windows/System32"
"""Folder of the tools of Windows in WSL, where its path is not taken over."""
_POWERSHELL = (
    "-NoProfile",
    "-Command",
    "[Console]::InputEncoding=[Text.UTF8Encoding]::new($false); Set-Clipboard -Value ([Console]::In.ReadToEnd())",
)


class Way(NamedTuple):
    """A way to the clipboard: a tool that reads from its standard input, or the terminal if there is no command."""

    name: str
    command: tuple[str, ...] = ()
    encoding: str = "utf-8"
    """The encoding in which the tool reads."""
    certainty: Certainty = "copied"


TERMINAL = Way("OSC 52", certainty="sent")
BY_HAND = Way("", certainty="by hand")
TMUX = (
    Way("tmux", ("tmux", "load-buffer", "-w", "-"), certainty="handed on"),
    Way("tmux", ("tmux", "load-buffer", "-"), certainty="in tmux"),
)
"""tmux takes no OSC 52 by default, but hands on what is put into its buffer; before 3.2 it has no ``-w``."""
_HANDS_ON = ("tmux", "display-message", "-p", "#{set-clipboard} #{client_termfeatures}")
_OF_WINDOWS = (Way("clip.exe", ("clip.exe",), "utf-16-le"), Way("PowerShell", ("powershell.exe", *_POWERSHELL)))
"""``clip.exe`` reads all but UTF-16 in the code page of Windows."""


def copy(text: str, send: Callable[[str], None]) -> Way:
    """Puts a text on the clipboard, and returns the way that took it; ``send`` hands it to the terminal."""
    for way in ways(os.environ, shutil.which, sys.platform, len(text.encode())):
        if way.command and _by_tool(way, text):
            is_kept = way.certainty == "handed on" and not _tmux_hands_on()
            return TMUX[-1] if is_kept else way
        if way == TERMINAL:
            send(text)
            return way
    return BY_HAND


def ways(
    environ: Mapping[str, str], which: Callable[[str], str | None], platform: str, size_bytes: int = 0
) -> tuple[Way, ...]:
    """Returns the ways for a text of a size, the best first; none where it must be copied by hand.

    A tool of the platform is surer than the terminal, which does not answer. Over SSH it is the other way around: tools
    there have the clipboard of another machine.

    Args:
        environ: The environment.
        which: Returns the path of a program, or None.
        platform: The platform, as :data:`sys.platform` names it.
        size_bytes: The size of the text in UTF-8.
    """
    tools = tuple(found for way in _tools(environ, platform) if (found := _found(way, which)))
    terminal = (TERMINAL,) if _takes_osc_52(environ) and size_bytes <= MAX_OSC_52_BYTES else ()
    if "TMUX" in environ and which("tmux"):
        # Where the terminal around tmux is known to take nothing, only a tool reaches the clipboard.
        return (*TMUX, *tools, *terminal) if _takes_osc_52(environ) else (*tools, *TMUX)
    if {"SSH_CONNECTION", "SSH_TTY"} & environ.keys():
        return (*terminal, *tools)
    return (*tools, *terminal)


def _takes_osc_52(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is none of those that ignore OSC 52: macOS's own, VTE's, GNU screen, the Linux console."""
    known_not_to = environ.get("TERM_PROGRAM") == "Apple_Terminal" or {"VTE_VERSION", "STY"} & environ.keys()
    return not known_not_to and environ.get("TERM", "") not in ("linux", "dumb", "")


def _found(way: Way, which: Callable[[str], str | None]) -> Way | None:
    """Returns a way with a tool that is there; None if it is not."""
    name, *options = way.command
    if which(name):
        return way
    path = f"{_WINDOWS}/{name}"
    return way._replace(command=(path, *options)) if name == "clip.exe" and which(path) else None


def _tools(environ: Mapping[str, str], platform: str) -> list[Way]:
    """Returns the tools of a platform, the best first."""
    if platform == "darwin":
        return [Way("pbcopy", ("pbcopy",))]
    if platform in ("win32", "cygwin", "msys") or {"WSL_DISTRO_NAME", "WSL_INTEROP"} & environ.keys():
        return [*_OF_WINDOWS]
    found: list[Way] = []
    if "TERMUX_VERSION" in environ:
        found.append(Way("termux-clipboard-set", ("termux-clipboard-set",)))
    if "WAYLAND_DISPLAY" in environ:
        found.append(Way("wl-copy", ("wl-copy",)))
    if "DISPLAY" in environ:
        found.append(Way("xclip", ("xclip", "-selection", "clipboard")))
        found.append(Way("xsel", ("xsel", "--clipboard", "--input")))
    return found


def _tmux_hands_on() -> bool:
    """Whether tmux is set to hand its buffer on, and has a terminal that takes it: its exit code does not tell."""
    try:
        asked = subprocess.run(_HANDS_ON, capture_output=True, timeout=_TOOL_SECONDS, check=False)  # noqa: S603 (fixed)
    except (OSError, subprocess.SubprocessError):
        return False
    setting, _, features = asked.stdout.decode("utf-8", "replace").strip().partition(" ")
    return setting != "off" and "clipboard" in features.split(",")


def _by_tool(way: Way, text: str) -> bool:
    """Gives a text to a tool; returns whether it succeeded."""
    locale = {"LC_CTYPE": "UTF-8"} if way.name == "pbcopy" else {}  # else it takes the text for that of an old Mac
    try:
        done = subprocess.run(  # noqa: S603 (a fixed command, no shell)
            way.command,
            input=text.encode(way.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TOOL_SECONDS,
            check=False,
            env={**os.environ, **locale},
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
