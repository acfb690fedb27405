"""Links in sight, their targets in safe characters, and the platform's program that opens them."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from reader.model.address import is_link
from reader.model.markup import LINK_SCHEMES
from reader.model.record import record
from reader.picture_paths import leads_out
from reader.reading.in_sight import visible_items

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.reading.selection import Selection
    from reader.reading.window import Window

_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""Signs that stay in a target; all others but letters and digits of ASCII are percent-encoded."""
_ENCODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Percent-encoded bytes beyond ASCII."""


@record
class Link:
    """The words of a link and its target."""

    words: str
    target: str


def is_inside(link: Link) -> bool:
    """Whether a link leads to a place of the magazine."""
    return is_link(link.target)


def safe_target(target: str) -> str:
    """Returns a target in printable ASCII; empty if its scheme is not http, https or mailto."""
    if not target.lower().startswith(LINK_SCHEMES):
        return ""
    from urllib.parse import quote  # few pages have a link

    return quote(target, safe=_KEPT)


def readable(target: str) -> str:
    """Returns a safe target with the letters of other scripts as they are; not in the host, which they could feign."""
    begin = target.find("/", target.find("//") + 2)
    if begin < 0:
        return target
    return target[:begin] + _ENCODED.sub(lambda found: _letters(found[0]), target[begin:])


def _letters(encoded: str) -> str:
    """Returns percent-encoded characters, decoded where all of them are letters, digits or marks on these."""
    from unicodedata import category
    from urllib.parse import unquote

    try:
        decoded = unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return encoded
    return decoded if all(char.isalnum() or category(char) in ("Mn", "Mc") for char in decoded) else encoded


def in_sight(window: Window) -> list[Link]:
    """Returns the links of the items in the window, those of the current paragraph first."""
    found: dict[Link, None] = {}
    for item in visible_items(window):
        for cell in item.cells:
            for span in cell.prose.spans if cell else ():
                if span.kind == "link" and (
                    target := span.target if is_link(span.target) else safe_target(span.target)
                ):
                    assert cell is not None
                    found[Link(cell.prose.text[span.start : span.end], target)] = None
    return list(found)


def target_at(window: Window, pointed: Selection) -> str:
    """Returns the target of the link at the beginning of a selection; empty without one."""
    cell = window.spread.columns[pointed.column].items[pointed.anchor.item].cells[pointed.side]
    if cell is None:
        return ""
    offset = pointed.anchor.offset - cell.offset
    return next((s.target for s in cell.prose.spans if s.kind == "link" and s.start <= offset < s.end), "")


def open_target(target: str) -> bool:
    """Opens a target with the platform's own program; returns whether one was started."""
    return _is_started(target) if (target := safe_target(target)) else False


def open_file(folder: str, name: str) -> bool:
    """Opens a file of a folder with the platform's own program; returns whether one was started."""
    path = os.path.abspath(os.path.join(folder, name))
    return os.path.isfile(path) and not leads_out(folder, path) and _is_started(path)


def _is_started(word: str) -> bool:
    """Starts the platform's own program for a target or a path; returns whether there is one."""
    import shutil
    import subprocess

    command = opener(os.environ, shutil.which, sys.platform)
    if not command:
        return False
    try:
        subprocess.Popen(  # noqa: S603 (a fixed program; the target is one word of it)
            [*command, word],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def opener(environ: Mapping[str, str], which: Callable[[str], str | None], platform: str) -> tuple[str, ...]:
    """Returns the command that opens links on a platform; empty where there is none, or no display for it."""
    if platform == "darwin":
        return ("open",)
    if platform == "win32":
        return ("explorer.exe",)
    if "WSL_DISTRO_NAME" in environ and which("wslview"):
        return ("wslview",)
    has_display = "DISPLAY" in environ or "WAYLAND_DISPLAY" in environ
    return ("xdg-open",) if has_display and which("xdg-open") else ()
