"""``TEXTUAL_DRIVER`` names the driver of the screen, which then needs no terminal: textual-serve works so."""

import os
import subprocess
import sys

import pytest

WEB = "textual.drivers.web_driver:WebDriver"


def started(home: str, driver: str) -> "subprocess.Popen[bytes]":
    environ = dict(os.environ, HOME=home, TEXTUAL_DRIVER=driver, COLUMNS="100", ROWS="30", TERM="xterm-256color")
    argv = [sys.executable, "-m", "reader"]
    pipe = subprocess.PIPE
    return subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=environ)


def test_the_screen_is_drawn_by_the_driver_of_the_environment(tmp_path: object) -> None:
    program = started(str(tmp_path), WEB)
    try:
        assert program.stdout
        assert program.stdout.read(9) == b"__GANGLIO"
        assert b"\x1b[" in program.stdout.read(2000)
    finally:
        program.kill()
        program.communicate()


@pytest.mark.parametrize("driver", ["nonsense", "a.b:C", "textual.app:App", "textual.drivers.web_driver:Nothing"])
def test_a_name_of_no_driver_is_reported_in_one_line(tmp_path: object, driver: str) -> None:
    out, err = started(str(tmp_path), driver).communicate(timeout=300)
    assert out == b""
    assert err.startswith(b"reader: TEXTUAL_DRIVER names no driver: ")
    assert err.count(b"\n") == 1


def test_an_empty_name_is_none(tmp_path: object) -> None:
    out, err = started(str(tmp_path), "").communicate(timeout=300)
    assert "泉城".encode() in out
    assert not err
