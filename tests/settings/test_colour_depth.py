"""The number of colours is taken from the signs that terminals give, and the ground from the environment at first."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.settings.colour_depth import DEPTHS, depth_of, ground_of

IN_TERMINFO = {"xterm": 8, "linux": 8, "xterm-16color": 16, "xterm-direct": 1 << 24, "st": 256, "vt220": 0, "foot": 256}

TOLD = [
    ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "true"),
    ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "true"),
    ({"TERM": "xterm-256color"}, "256"),
    ({"TERM": "xterm-256color", "COLORTERM": "yes"}, "256"),
    ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "256"),
    ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "true"),
    ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, "true"),
    ({"TERM": "xterm-256color", "VTE_VERSION": "3409"}, "256"),
    ({"TERM": "xterm-256color", "WT_SESSION": "x"}, "true"),
    ({"TERM": "xterm-kitty"}, "true"),
    ({"TERM": "alacritty"}, "true"),
    ({"TERM": "foot"}, "true"),
    ({"TERM": "xterm-direct"}, "true"),
    ({"TERM": "st"}, "256"),
    ({"TERM": "xterm"}, "16"),
    ({"TERM": "xterm-16color"}, "16"),
    ({"TERM": "linux"}, "16"),
    ({"TERM": "vt220"}, "none"),
    ({"TERM": "dumb", "COLORTERM": "truecolor"}, "none"),
    ({"TERM": "never-heard-of"}, "16"),
    ({}, "16"),
    ({"TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux"}, "256"),
    ({"TERM": "tmux-256color", "TMUX": "x", "COLORTERM": "truecolor"}, "true"),
    ({"TERM": "screen-256color", "TMUX": "x", "VTE_VERSION": "7200", "KITTY_WINDOW_ID": "1"}, "256"),
    ({"TERM": "screen-256color", "STY": "1.x", "COLORTERM": "truecolor"}, "256"),
    ({"TERM": "dumb", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, "true"),
    ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "auto"}, "256"),
    ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "none"),
    ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": ""}, "true"),
]


@pytest.mark.parametrize(("environ", "depth"), TOLD)
def test_the_depth_is_the_one_that_the_terminal_tells(environ: dict[str, str], depth: str) -> None:
    assert depth_of("auto", environ, lambda term: IN_TERMINFO.get(term, -1)) == depth


@pytest.mark.parametrize("wanted", DEPTHS)
def test_the_setting_comes_first(wanted: str) -> None:
    for environ, _ in TOLD:
        assert depth_of(wanted, environ, lambda _: 8) == wanted


def test_terminfo_is_asked_only_where_the_variables_tell_nothing() -> None:
    def count(term: str) -> int:
        raise AssertionError(term)

    for environ in ({"TERM": "xterm-256color"}, {"TERM": "x", "COLORTERM": "truecolor"}, {"TERM": "dumb"}):
        depth_of("auto", environ, count)


@pytest.mark.parametrize(("term", "numbers"), [("xterm-256color", (256,)), ("vt100", (0,)), ("never-heard-of", (-1,))])
def test_terminfo_tells_the_number(term: str, numbers: tuple[int, ...]) -> None:
    # In a process of its own: curses reads one entry only.
    program = f"from reader.settings.colour_depth import count_in_terminfo as c; print(c({term!r}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=300)
    assert int(done.stdout) in numbers


@pytest.mark.parametrize(
    ("environ", "told", "ground"),
    [
        ({}, "", ""),
        ({}, "light", "light"),
        ({"COLORFGBG": "15;0"}, "", "dark"),
        ({"COLORFGBG": "0;15"}, "", "light"),
        ({"COLORFGBG": "0;default;15"}, "", "light"),
        ({"COLORFGBG": "0;default"}, "", ""),
        ({"COLORFGBG": "0;15"}, "dark", "dark"),
        ({"TERM": "linux"}, "", "dark"),
    ],
)
def test_the_ground_is_the_one_told_before_the_one_guessed(environ: dict[str, str], told: str, ground: str) -> None:
    assert ground_of(environ, "light" if told == "light" else "dark" if told else "") == ground
