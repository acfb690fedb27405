from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_a_pipe_gets_the_whole_article_in_lines_that_are_not_broken(run: Run) -> None:
    code, out, err = run("read", "springs/water")
    assert (code, err) == (0, "")
    assert "1. The springs keep one temperature all year; read more.\n" in out
    assert out.endswith("The article ends.\n")
    assert out.count("Chinese:\n") > 1


def test_linear_reading_answers_lines_without_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "o\n\n/Baotu\n2\n?\n\udcff\x1b[31m\nq\nnever read\n".encode("utf-8", "surrogateescape")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
    code, out, err = run("read", "springs/water", "--linear", "--width", "40")
    assert (code, err) == (0, "")
    assert out.startswith("Enter reads on, o changes the language")
    answers = (
        "English:\n",
        "Found. Places: 1.\nList. Items: 2.",
        "2. Heading, level 2",
        "#page-61",
        "Ended at springs/water#p2\n",
    )
    places = [out.find(answer) for answer in answers]
    assert -1 not in places, out
    assert max(map(len, out.splitlines())) <= 40
    assert not set(out) & set("\x1b\r\x07\x08")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run("read", "springs/water", "--linear").out.endswith(
        "编辑部\n"
    )  # the input has ended behind the first part


def test_one_language_a_script_and_a_width(run: Run) -> None:
    out = run(
        "read", "springs/water", "--lang", "zh", "--script", "traditional", "--width", "20", "--interface", "zh"
    ).out
    assert "地址：springs/water\n" in out
    assert "三個階段" in out.replace("\n", "")
    assert "（下轉" in out
    assert "Springs" not in out
    assert max(map(len, out.splitlines())) <= 20


def test_hostile_text_is_harmless(run: Run) -> None:
    out = run("read", "springs/hostile").out
    assert "[/bold] [red]x" in out
    assert not set(out) & set("\x1b\x07\x9b\u202e\u2066\r")


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        ((), "read needs an address"),
        (("springs",), "read needs an article"),
        (("springs/none",), "no article"),
        (("springs/water", "--lang", "fr"), "is not in"),
        (("springs/water", "--width", "3"), "--width takes"),
        (("springs/water", "--interface", "fr"), "--interface takes"),
        (("springs/water", "b"), "one address"),
    ],
)
def test_wrong_words_are_told(run: Run, argv: tuple[str, ...], told: str) -> None:
    code, out, err = run("read", *argv)
    assert (code, out) == (2, "")
    assert told in err
