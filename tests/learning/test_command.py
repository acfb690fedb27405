from __future__ import annotations

import sys

import pytest

from reader.errors import UnusableError
from reader.learning import command
from reader.learning.command import answer_of


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "MAX_SECONDS", 3600.0)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_word_is_an_argument_and_no_shell_reads_it() -> None:
    shown = "import sys; print(sys.argv[1:])"
    assert answer_of([*python(shown), "-n", "{word}"], "a; echo b $(c)") == ["['-n', 'a; echo b $(c)']"]
    assert answer_of(python(shown), "水") == ["['水']"]


def test_output_passes_the_gate() -> None:
    assert answer_of(python("print('a\\x1b[31mb\\n\\nc')"), "") == ["a�[31mb", "c"]


def test_a_program_that_hangs_or_floods_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnusableError, match="printed more than"):
        answer_of(python("while True: print('x' * 1000)"), "")
    monkeypatch.setattr(command, "MAX_SECONDS", 0.2)
    with pytest.raises(UnusableError, match="no answer within"):
        answer_of(python("import time; time.sleep(60)"), "")


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(UnusableError, match="cannot be started"):
        answer_of(["/no/such/program"], "x")
    with pytest.raises(UnusableError, match="cannot be started"):
        answer_of(["true"], "a\0b")
