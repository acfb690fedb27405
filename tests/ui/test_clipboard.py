"""The way to the clipboard that is used, and the message about it."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from reader.ui.terminal import clipboard
from reader.ui.terminal.clipboard import MAX_OSC_52_BYTES, TERMINAL, choose
from tests.ui.screen import opened, press

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library

XTERM = {"TERM": "xterm-256color", "DISPLAY": ":0"}


def everything(name: str) -> str:
    return f"/bin/{name}"


def nothing(_name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("environ", "platform", "size", "name"),
    [
        (XTERM, "linux", 10, "OSC 52"),
        ({**XTERM, "VTE_VERSION": "7200"}, "linux", 10, "xclip"),
        ({**XTERM, "VTE_VERSION": "7200", "WAYLAND_DISPLAY": "w"}, "linux", 10, "wl-copy"),
        ({"TERM": "linux", "DISPLAY": ":0"}, "linux", 10, "xclip"),
        ({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, "darwin", 10, "pbcopy"),
        ({"TERM": "xterm"}, "darwin", 10, "OSC 52"),
        (XTERM, "linux", MAX_OSC_52_BYTES + 1, "xclip"),
        ({"TERM": "xterm", "WSL_DISTRO_NAME": "Debian"}, "linux", MAX_OSC_52_BYTES + 1, "clip.exe"),
        ({"TERM": "linux"}, "linux", 10, "OSC 52"),
    ],
)
def test_the_terminal_is_used_unless_it_is_known_to_ignore_the_text(
    environ: dict[str, str], platform: str, size: int, name: str
) -> None:
    assert choose(environ, everything, platform, size).name == name


def test_without_a_tool_the_terminal_is_used_anyway() -> None:
    assert choose({"TERM": "linux", "DISPLAY": ":0"}, nothing, "linux", 10) == TERMINAL


@pytest.mark.skipif(sys.platform == "win32", reason="the tool of this test is a shell script")
@pytest.mark.parametrize(("code", "way"), [(0, "xclip"), (1, "OSC 52")])
async def test_a_tool_gets_the_text_and_a_failing_tool_is_replaced_by_the_terminal(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, way: str
) -> None:
    tool, kept = tmp_path / "xclip", tmp_path / "kept"
    tool.write_text(f"#!/bin/sh\ncat > {kept}\nexit {code}\n", encoding="utf-8")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    for name, value in {"TERM": "linux", "DISPLAY": ":0"}.items():
        monkeypatch.setenv(name, value)
    async with opened(library, "lanes-and-rivers-03/old-bridges", (120, 36)) as pilot:
        assert clipboard.copy(pilot.app, "泉 spring") == way
        assert kept.read_text(encoding="utf-8") == "泉 spring"
        assert (pilot.app.clipboard == "泉 spring") == (way == "OSC 52")
        await press(pilot, "J", "y")
        assert way in pilot.app.screen.query_one("#status").message
