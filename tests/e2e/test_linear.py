"""Linear reading on a small terminal: the bytes are read as a screen reader reads them, one line after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SPRINGS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Start


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_lines_are_only_added(start: Start, tmp_path: Path, term: str) -> None:
    (tmp_path / "springs.yaml").write_text(SPRINGS.lstrip(), "utf-8")
    arguments = ("read", "springs/water#p1", "--library", str(tmp_path), "--lang", "en,zh")
    terminal = start(*arguments, columns=40, rows=12, TERM=term)
    terminal.wait_for("read more.")
    for typed, answer in (
        ("", "Three stages"),
        ("o", "Chinese:"),
        ("/spring house", "At every house a spring."),
        ("5", "Black Tiger Spring"),
        ("?", "After each command press Enter."),
        ("q", "Ended at springs/water#p5"),
    ):
        before = terminal.output
        terminal.press(f"{typed}\n")
        terminal.wait_for(answer)
        assert terminal.output.startswith(before)
    assert terminal.wait() == 0
    assert b"\x1b" not in terminal.output
    text = terminal.output.decode("utf-8").replace("\r\n", "\n")
    assert text.replace("\n", "").isprintable()  # no carriage return, no backspace, no bell
    assert text.index("Three stages") < text.index("Chinese:") < text.index("三个阶段") < text.index("Ended at")
    assert max(map(len, text.splitlines())) <= 40


def test_the_end_of_the_input_and_an_interrupt_end_it(start: Start, tmp_path: Path) -> None:
    (tmp_path / "springs.yaml").write_text(SPRINGS.lstrip(), "utf-8")
    for key, code in (("\x04", 0), ("\x03", 130)):
        terminal = start("read", "springs/water", "--library", str(tmp_path), columns=40, rows=12)
        terminal.wait_for("编辑部")
        terminal.press(key)
        assert terminal.wait() == code
