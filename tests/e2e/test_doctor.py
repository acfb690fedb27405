"""``reader doctor`` asks the terminal how wide it draws characters of ambiguous width."""

import re

import pytest

from tests.e2e.terminal import Start, Terminal, patient

QUESTION = b"\x1b[6n"


def answer(terminal: Terminal, column: int) -> None:
    """Answers all that is asked with a column of the cursor."""
    for number in range(1, 5):
        terminal.wait_until(lambda number=number: terminal.output.count(QUESTION) >= number)
        terminal.press(f"\x1b[1;{column}R")


@pytest.mark.parametrize(("column", "told", "code"), [(2, "narrow", 0), (3, "wide", 1)])
def test_the_terminal_is_asked(start: Start, column: int, told: str, code: int) -> None:
    program = patient("reader.cli.terminal.ANSWER_SECONDS", "reader.pictures.abilities.LATE_SECONDS")
    terminal = start("doctor", program=program)
    answer(terminal, column)
    terminal.wait_until(lambda: b"\x1b[c" in terminal.output)
    terminal.press("\x1bP>|foot(1.13.1)\x1b\\\x1b[6;19;10t\x1b[?62;4;22c")
    assert terminal.wait() == code
    assert "sixel, foot(1.13.1), cells of 10x19 pixels" in terminal.text
    assert re.search(f"measured +{told}", terminal.text)
    assert ("columns will drift" in terminal.text) == (told == "wide")


def test_a_terminal_that_keeps_silent_is_waited_for_a_moment(start: Start) -> None:
    terminal = start("doctor")
    assert terminal.wait() == 0
    assert "no answer" in terminal.text
    assert QUESTION in terminal.output
