"""Terminals that draw “ ” — … on one cell and those that draw them on two: nothing drifts on either."""

from pathlib import Path

import pytest

from tests.e2e.emulator import Emulator
from tests.e2e.terminal import Start

COLUMNS, ROWS = 120, 36
ISSUE = """
format: 1
id: quoted
languages: [zh-Hans, en]
magazine: {zh-Hans: 引文, en: Quoted}
label: {zh-Hans: 一, en: One}
sections:
  - id: s
    title: {zh-Hans: “节”, en: “Section”}
    articles:
      - id: a
        title: {zh-Hans: “题目”……, en: “Title” — and so on…}
        body:
"""
PAIR = "          - {zh-Hans: “甲”——“乙”……“丙”·“丁”，他说：“好”。, en: “One” — he said — “two…” · “three”}\n"


def drawn(start: Start, home: Path, wide: bool, setting: str) -> Emulator:
    """Returns the screen of a terminal that draws ambiguous characters wide, or narrow, under a setting."""
    folder = home / ".config" / "bilingual-magazine-reader"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(f'ambiguous-width = "{setting}"\n', encoding="utf-8")
    (home / "quoted.yaml").write_text(ISSUE + PAIR * 12, encoding="utf-8")
    terminal = start("quoted/a", "--library", str(home), columns=COLUMNS, rows=ROWS)
    terminal.wait_for("¶1/12")
    terminal.press("q")
    terminal.wait()
    emulator = Emulator(COLUMNS, ROWS, wide)
    emulator.feed(terminal.output.decode().partition("\x1b[?1049l")[0])
    return emulator


def bars(screen: Emulator) -> list[int]:
    """Returns the columns in which a bar stands on each row of the article."""
    shown = range(4, ROWS - 2)
    return [x for x in range(COLUMNS) if all(screen.cells[y][x] in "│┃|" and screen.cells[y][x] for y in shown)]


@pytest.mark.parametrize(("wide", "setting"), [(False, "narrow"), (False, "auto"), (True, "wide")])
def test_columns_stand_under_each_other(start: Start, tmp_path: Path, wide: bool, setting: str) -> None:
    screen = drawn(start, tmp_path, wide, setting)
    assert len(bars(screen)) == 2, "\n".join(screen.text())  # the gutter and the scroll bar
    assert any("“甲”" in row for row in screen.text())
    assert any("“three”" in row for row in screen.text())
    assert all(row[-1] in "│┃| " for row in screen.cells)


def test_under_the_wrong_setting_they_do_not(start: Start, tmp_path: Path) -> None:
    screen = drawn(start, tmp_path, wide=True, setting="narrow")
    assert len(bars(screen)) < 2
