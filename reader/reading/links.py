"""Links: which are in sight, how their target is shown, and how it is opened, outside the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.parse import quote

from reader.model.markup import LINK_SCHEMES
from reader.model.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.reading.viewport import Viewport

_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What stands in a target as it is; anything else that is not ASCII or not printable is percent-encoded."""


@record
class Link:
    """The words of a link and where it leads."""

    words: str
    target: str


def safe_target(target: str) -> str:
    """Returns a target in printable ASCII; empty if its scheme is not one that is opened (http, https, mailto)."""
    return quote(target, safe=_KEPT) if target.lower().startswith(LINK_SCHEMES) else ""


def in_sight(viewport: Viewport) -> list[Link]:
    """Returns the links of the items in the window, those of the current paragraph first."""
    here = viewport.item
    shown = [here, *(item for row in viewport.rows for item in (row.left_item, row.right_item))]
    found: dict[Link, None] = {}
    for item in shown:
        for cell in item.cells if item else ():
            for span in cell.prose.spans if cell else ():
                if span.kind == "link" and (target := safe_target(span.target)):
                    assert cell is not None
                    found[Link(cell.prose.text[span.start : span.end], target)] = None
    return list(found)


def open_target(target: str) -> bool:
    """Opens a target with the platform's own program; returns whether there is one that was started."""
    command = opener(os.environ, shutil.which, sys.platform)
    if not command or not (target := safe_target(target)):
        return False
    try:
        subprocess.Popen(  # noqa: S603 (a fixed program; the target is one word of it)
            [*command, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def opener(environ: Mapping[str, str], which: Callable[[str], str | None], platform: str) -> tuple[str, ...]:
    """Returns the program that opens links on a platform; nothing where there is none, or no display for it."""
    if platform == "darwin":
        return ("open",)
    if platform == "win32":
        return ("explorer.exe",)
    if "WSL_DISTRO_NAME" in environ and which("wslview"):
        return ("wslview",)
    has_display = "DISPLAY" in environ or "WAYLAND_DISPLAY" in environ
    return ("xdg-open",) if has_display and which("xdg-open") else ()
