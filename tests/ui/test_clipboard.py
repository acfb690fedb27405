"""The way to the clipboard that is used, and the message about it."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from reader.settings.table import INTERFACE_LANGUAGES
from reader.ui.strings import strings_in
from reader.ui.terminal import clipboard
from reader.ui.terminal.clipboard import MAX_OSC_52_BYTES, TERMINAL, ways
from tests.ui.screen import opened, press

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library

XTERM = {"TERM": "xterm-256color", "DISPLAY": ":0"}


def make_tool(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def everything(name: str) -> str:
    return f"/bin/{name}"


def nothing(_name: str) -> None:
    return None


VTE = {**XTERM, "VTE_VERSION": "7200"}
WSL = {"TERM": "xterm", "WSL_DISTRO_NAME": "Debian"}
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"}


@pytest.mark.parametrize(
    ("environ", "platform", "size", "names"),
    [
        (XTERM, "linux", 10, "xclip xsel OSC 52"),
        (VTE, "linux", 10, "xclip xsel"),
        ({**VTE, "WAYLAND_DISPLAY": "w"}, "linux", 10, "wl-copy xclip xsel"),
        ({"TERM": "linux", "DISPLAY": ":0"}, "linux", 10, "xclip xsel"),
        ({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"}, "darwin", 10, "pbcopy"),
        ({"TERM": "xterm"}, "darwin", 10, "pbcopy OSC 52"),
        ({"TERM": "xterm", "TERMUX_VERSION": "1"}, "linux", 10, "termux-clipboard-set OSC 52"),
        (XTERM, "linux", MAX_OSC_52_BYTES + 1, "xclip xsel"),
        (WSL, "linux", 10, "clip.exe PowerShell OSC 52"),
        ({"TERM": "xterm", "WSL_INTEROP": "/run/1"}, "linux", 10, "clip.exe PowerShell OSC 52"),
        ({**XTERM, "SSH_TTY": "/dev/pts/1"}, "linux", 10, "OSC 52 xclip xsel"),
        ({"TERM": "xterm", "SSH_CONNECTION": "a"}, "darwin", 10, "OSC 52 pbcopy"),
        (TMUX, "linux", 10, "tmux tmux OSC 52"),
        ({**TMUX, "DISPLAY": ":0", "VTE_VERSION": "1"}, "linux", 10, "xclip xsel tmux tmux"),
        ({**TMUX, "SSH_TTY": "/dev/pts/1"}, "linux", MAX_OSC_52_BYTES + 1, "tmux tmux"),
        ({"TERM": "screen", "STY": "1.x"}, "linux", 10, ""),
        ({"TERM": "linux"}, "linux", 10, ""),
        ({"TERM": "xterm"}, "win32", 10, "clip.exe PowerShell OSC 52"),
    ],
)
def test_the_ways_are_in_the_order_of_their_certainty(
    environ: dict[str, str], platform: str, size: int, names: str
) -> None:
    assert " ".join(way.name for way in ways(environ, everything, platform, size)) == names


def test_without_a_tool_the_terminal_is_used_or_nothing() -> None:
    assert ways(XTERM, nothing, "linux", 10) == (TERMINAL,)
    assert ways({"TERM": "linux", "DISPLAY": ":0"}, nothing, "linux", 10) == ()
    assert ways(TMUX, nothing, "linux", 10) == (TERMINAL,)


def test_in_wsl_the_tool_of_windows_is_found_without_its_path() -> None:
    at = "/mnt/c/Windows/System32/clip.exe"
    (way, _) = ways(WSL, lambda name: name if name == at else None, "linux", 10)
    assert (way.command, way.encoding) == ((at,), "utf-16-le")


@pytest.mark.skipif(sys.platform == "win32", reason="the tools of this test are shell scripts")
@pytest.mark.parametrize(
    ("environ", "tool", "encoding"),
    [
        (WSL, "clip.exe", "utf-16-le"),
        (WSL, "powershell.exe", "utf-8"),
        (TMUX, "tmux", "utf-8"),
        (XTERM, "xsel", "utf-8"),
    ],
)
def test_each_tool_gets_the_text_in_its_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], tool: str, encoding: str
) -> None:
    kept = tmp_path / "kept"
    make_tool(tmp_path / tool, f"test $1 = display-message && echo external bpaste,clipboard || /bin/cat > {kept}")
    monkeypatch.setattr(clipboard.os, "environ", {**environ, "PATH": str(tmp_path)})
    monkeypatch.setenv("PATH", str(tmp_path))
    sent: list[str] = []
    assert clipboard.copy("泉 𠮷 spring", sent.append).certainty == ("handed on" if tool == "tmux" else "copied")
    assert sent == []
    assert kept.read_bytes() == "泉 𠮷 spring".encode(encoding)


@pytest.mark.skipif(sys.platform == "win32", reason="the tool of this test is a shell script")
@pytest.mark.parametrize(
    ("setting", "certainty"),
    [
        ("external bpaste,ccolour,clipboard,focus", "handed on"),
        ("on clipboard", "handed on"),
        ("off bpaste,clipboard", "in tmux"),
        ("external bpaste,focus,title", "in tmux"),  # its terminal has no clipboard
        ("external", "in tmux"),  # it has no terminal
        ("", "in tmux"),  # before 3.2
    ],
)
def test_in_tmux_no_more_is_said_than_tmux_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, certainty: str
) -> None:
    make_tool(tmp_path / "tmux", f"test $1 = display-message && echo '{setting}' || /bin/cat > /dev/null")
    monkeypatch.setattr(clipboard.os, "environ", {**TMUX, "PATH": str(tmp_path)})
    monkeypatch.setenv("PATH", str(tmp_path))
    way = clipboard.copy("泉", lambda _text: None)
    assert (way.name, way.certainty) == ("tmux", certainty)
    for strings in map(strings_in, INTERFACE_LANGUAGES):
        assert "i/a#p1" in strings.copying[way.certainty].format(address="i/a#p1", way=way.name)


@pytest.mark.skipif(sys.platform == "win32", reason="the tool of this test is a shell script")
@pytest.mark.parametrize(("code", "way"), [(0, "xclip"), (1, "OSC 52")])
async def test_a_tool_gets_the_text_and_a_failing_tool_is_replaced_by_the_terminal(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, way: str
) -> None:
    kept = tmp_path / "kept"
    for name in ("xclip", "xsel"):
        make_tool(tmp_path / name, f"cat > {kept}\nexit {code}")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    for name, value in XTERM.items():
        monkeypatch.setenv(name, value)
    async with opened(library, "lanes-and-rivers-03/old-bridges", (120, 36)) as pilot:
        assert clipboard.copy("泉 spring", pilot.app.copy_to_clipboard).name == way
        assert kept.read_text(encoding="utf-8") == "泉 spring"
        assert (pilot.app.clipboard == "泉 spring") == (way == "OSC 52")
        await press(pilot, "J", "y")
        assert way in pilot.app.screen.query_one("#status").message


@pytest.mark.parametrize(
    ("term", "said"), [("xterm", "Sent lanes-and-rivers-03/old-bridges#p"), ("linux", "Nothing here can copy")]
)
async def test_no_message_says_more_than_is_known(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, said: str
) -> None:
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "VTE_VERSION", "WSL_DISTRO_NAME", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("PATH", str(tmp_path))
    async with opened(library, "lanes-and-rivers-03/old-bridges", (120, 36), interface="en") as pilot:
        await press(pilot, "J", "y")
        assert pilot.app.screen.query_one("#status").message.startswith(said)
