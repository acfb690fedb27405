"""The program in a real pseudo-terminal: what arrives there, and what is left behind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.emulator import Emulator
from tests.e2e.terminal import ALTERNATE_OFF, ALTERNATE_ON, MOUSE_OFF, MOUSE_ON, Start, Terminal


@pytest.mark.parametrize(("columns", "rows"), [(160, 45), (100, 30), (60, 24), (40, 12)])
def test_an_article_is_read_and_left(start: Start, columns: int, rows: int) -> None:
    terminal = start("city-of-springs-08/new-drivers", columns=columns, rows=rows)
    terminal.wait_for("济南高新区")
    terminal.press("G")
    terminal.wait_for("100%")
    terminal.press("q")
    assert terminal.wait() == 0
    assert terminal.output.rfind(ALTERNATE_OFF) > terminal.output.find(ALTERNATE_ON) >= 0
    assert terminal.output.rfind(MOUSE_OFF) > terminal.output.find(MOUSE_ON) >= 0


def test_the_shelf_opens_an_article_by_keys(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("j\r")
    terminal.wait_for("Fourteen Centuries on Its Feet")
    terminal.press("\r")
    terminal.wait_for("赵州桥")
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_burst_of_keys_loses_none(start: Start) -> None:
    terminal = start("lanes-and-rivers-03/old-bridges")
    terminal.wait_for("¶1/")
    terminal.press("J" * 9)
    terminal.wait_for("¶9/")
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_burst_of_keys_opens_the_box_finds_and_goes_on(start: Start) -> None:
    terminal = start("open", "lanes-and-rivers-03/old-bridges")
    terminal.wait_for("洨河不宽")
    terminal.press("/石桥\rn")
    terminal.wait_to_see("2/2 · P.")
    terminal.press("/泸定\rnq")  # q ends the program: it does not fall into the box
    assert terminal.wait() == 0


NOISE = "\x1b[2J\x1b[3;3H\x1b[0;7mlog: 泉 noise\x1b[m"
"""Output of another program."""


def test_a_screen_that_something_else_has_drawn_on_is_drawn_anew_by_a_key(start: Start) -> None:
    terminal = start("lanes-and-rivers-03/old-bridges")
    terminal.wait_to_see("? help")
    terminal.screen.feed(NOISE)
    assert_drawn_whole(terminal, lambda: terminal.press("\x0c"))
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_terminal_that_changes_its_size_and_changes_it_back_is_drawn_anew(start: Start) -> None:
    terminal = start("lanes-and-rivers-03/old-bridges", columns=100, rows=30)
    terminal.wait_to_see("? help")
    terminal.screen.feed(NOISE)
    assert_drawn_whole(terminal, lambda: (terminal.resize(101, 30), terminal.resize(100, 30)))
    terminal.press("q")
    assert terminal.wait() == 0


def assert_drawn_whole(terminal: Terminal, act: Callable[[], object]) -> None:
    """Does something, and sees that the output from then on has every cell of the screen."""
    terminal.read_what_came()
    before = len(terminal.output)
    act()

    def is_drawn() -> bool:
        anew = Emulator(terminal.screen.columns, terminal.screen.rows)
        anew.feed(terminal.output[before:].decode("utf-8", "ignore"))
        return terminal.sees("? help") and anew.seen() == terminal.screen.seen()

    terminal.wait_until(is_drawn)


def test_without_the_mouse_the_terminal_is_not_asked_for_it(start: Start) -> None:
    terminal = start("--no-mouse")
    terminal.wait_for("Lanes & Rivers")
    terminal.press("q")
    assert terminal.wait() == 0
    assert MOUSE_ON not in terminal.output


def test_hostile_text_reaches_the_terminal_as_text(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_text(
        "format: 1\nid: hostile\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
        "- id: s\n  title: S\n  articles:\n  - id: a\n"
        '    title: "[red]T[/red][@click=app.quit]x[/]"\n'
        '    body:\n    - {zh-Hans: "\\e]52;c;aGFjaw==\\a好", en: "\\x9b31m\\u202eabc[/nothing]"}\n',
        encoding="utf-8",
    )
    terminal = start(str(file), columns=100, rows=30)
    terminal.wait_for("[@click=app.quit]")
    terminal.press("\r\r")
    terminal.wait_for("[/nothing]")
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"]52;c;" in terminal.output.replace(b"\xef\xbf\xbd", b"")
    assert b"\x1b]52" not in terminal.output
    assert "\x9b" not in terminal.output.decode("utf-8", "replace")
    assert "\u202e" not in terminal.output.decode("utf-8", "replace")


def test_the_terminal_is_given_back_when_nothing_can_be_opened(start: Start) -> None:
    terminal = start("no-such-issue/none")
    assert terminal.wait() == 2
    assert ALTERNATE_ON not in terminal.output
    assert "Traceback" not in terminal.text
    assert "no-such-issue" in terminal.text


def test_an_interrupt_ends_it_as_one(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("\x03")
    assert terminal.wait() == 130
    assert terminal.output.rfind(ALTERNATE_OFF) > terminal.output.find(ALTERNATE_ON) >= 0


def test_keys_that_come_before_the_screen_is_drawn_are_not_lost(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("j\r\rf")
    terminal.wait_for("One great arch and four small ones")
    terminal.wait_for("Figure 1/2")
    terminal.press("q")
    assert terminal.wait() == 0
