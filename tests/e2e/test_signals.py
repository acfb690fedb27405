"""Signals that end the program: it ends in order, with the right code, and gives the terminal back."""

import os
import shlex
import shutil
import signal
import sys
import termios

import pytest

from tests.e2e.terminal import ALTERNATE_OFF, ALTERNATE_ON, MOUSE_OFF, Start
from tests.e2e.test_terminal import NOISE, assert_drawn_whole

ARTICLE = "lanes-and-rivers-03/old-bridges"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order(start: Start, number: int) -> None:
    terminal = start(ARTICLE)
    terminal.wait_for("洨河不宽")
    terminal.kill(number)
    assert terminal.wait() == 128 + number
    terminal.assert_given_back()
    assert "Traceback" not in terminal.text


def test_a_signal_in_a_box_ends_it_too(start: Start) -> None:
    terminal = start(ARTICLE)
    terminal.wait_for("洨河不宽")
    terminal.press("s")
    terminal.wait_for("search the library")
    terminal.press("河")
    terminal.kill(signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM
    terminal.assert_given_back()


def test_a_closed_terminal_ends_it(start: Start) -> None:
    terminal = start(ARTICLE)
    terminal.wait_for("洨河不宽")
    terminal.hang_up()
    assert terminal.exit_code() == 128 + signal.SIGHUP


def test_a_closed_terminal_ends_it_also_where_hup_is_ignored(start: Start) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # what a child inherits
    try:
        terminal = start(ARTICLE)
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.wait_for("洨河不宽")
    terminal.hang_up()
    assert terminal.exit_code() == 128 + signal.SIGHUP


def test_a_program_that_was_stopped_takes_the_terminal_as_before_and_gives_it_back(start: Start) -> None:
    terminal = start(ARTICLE, columns=100, rows=30)
    terminal.wait_to_see("? help")
    for key, progress in (("G", "100%"), ("g", "· 0%")):
        terminal.kill(signal.SIGSTOP)
        os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOWAIT)
        termios.tcsetattr(terminal.descriptor, termios.TCSANOW, terminal.modes)  # as the shell does
        terminal.screen.feed(NOISE)
        assert_drawn_whole(terminal, lambda: terminal.kill(signal.SIGCONT))
        terminal.press(key)
        terminal.wait_to_see(progress)
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
    assert "Traceback" not in terminal.text


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_ctrl_z_goes_to_the_shell_which_brings_it_back(start: Start) -> None:
    shell = 'import os; os.execvp("bash", ["bash", "--noprofile", "--norc", "--noediting", "-i"])'
    terminal = start(columns=100, rows=30, program=("-c", shell), PS1="shell> ", HISTFILE=None)
    terminal.wait_until(lambda: "shell> " in terminal.text)
    modes = termios.tcgetattr(terminal.descriptor)
    terminal.press(f"{shlex.join((sys.executable, '-m', 'reader', ARTICLE))}\n")
    terminal.wait_to_see("? help")
    for keys, progress in (("G", "100%"), ("g", "· 0%"), ("/石", "1/")):  # the last one in a box
        terminal.press(keys)
        terminal.wait_to_see(progress)
        terminal.output = b""
        terminal.press("\x1a")
        terminal.wait_until(lambda: "Stopped" in terminal.text, "the shell")
        assert ALTERNATE_OFF in terminal.output
        assert MOUSE_OFF in terminal.output
        terminal.press("echo $((6 * 7))-of-the-shell\n")  # a number alone may be in a path
        terminal.wait_until(lambda: "42-of-the-shell" in terminal.text, "the answer of the shell")
        assert termios.tcgetattr(terminal.descriptor) == modes
        terminal.output = b""
        terminal.press("fg\n")
        terminal.wait_until(lambda: ALTERNATE_ON in terminal.output, "the program")
        terminal.wait_to_see(progress)
    terminal.press("\x1b[27uq")
    terminal.wait_until(lambda: terminal.output.rstrip().endswith(b"shell>"), "the shell")
    terminal.press("exit\n")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.text


def test_ctrl_z_where_no_shell_waits_leaves_it_running(start: Start) -> None:
    terminal = start(ARTICLE, columns=100, rows=30)
    terminal.wait_to_see("? help")
    terminal.output = b""
    terminal.press("\x1a")
    terminal.wait_until(lambda: ALTERNATE_ON in terminal.output, "the program")
    terminal.press("G")
    terminal.wait_to_see("100%")
    terminal.press("q")
    assert terminal.wait() == 0
    terminal.assert_given_back()
