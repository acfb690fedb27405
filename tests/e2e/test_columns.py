"""Terminals that draw “ ” — … on one cell and those that draw them on two: nothing drifts on either."""

from pathlib import Path

import pytest

from tests.e2e.emulator import Emulator
from tests.e2e.terminal import Start, patient

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


ANSWERS = {True: "\x1b[1;3R", False: "\x1b[1;2R"}
"""The place of the cursor after a character on two cells, and on one."""


def drawn(  # noqa: PLR0913 (the properties of a terminal)
    start: Start,
    home: Path,
    wide: bool,
    setting: str,
    answers: bool = False,
    emoji_wide: bool = True,
    pair: str = PAIR,
    joins: bool = False,
) -> Emulator:
    """Returns the screen of a terminal that draws ambiguous characters wide, or narrow, under a setting."""
    folder = home / ".config" / "bilingual-magazine-reader"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(f'ambiguous-width = "{setting}"\n', encoding="utf-8")
    (home / "quoted.yaml").write_text(ISSUE + pair * 12, encoding="utf-8")
    terminal = start("quoted/a", "--library", str(home), columns=COLUMNS, rows=ROWS)
    if answers:
        terminal.answers = [ANSWERS[wide], ANSWERS[emoji_wide], ANSWERS[emoji_wide]]
    terminal.wait_for("/12")
    if answers:
        known = home / ".cache" / "bilingual-magazine-reader" / "terminals"
        terminal.wait_until(known.exists, "the memory of the terminal")
    terminal.press("G")
    terminal.wait_for("100%")
    terminal.press("q")
    terminal.wait()
    emulator = Emulator(COLUMNS, ROWS, wide, emoji_wide, joins)
    emulator.feed(terminal.output.decode().partition("\x1b[?1049l")[0])
    return emulator


def bars(screen: Emulator) -> list[int]:
    """Returns the columns in which a bar stands on each row of the article."""
    shown = range(4, ROWS - 2)
    return [x for x in range(COLUMNS) if all(screen.cells[y][x] in "│▐▕|" and screen.cells[y][x] for y in shown)]


@pytest.mark.parametrize(("wide", "setting"), [(False, "narrow"), (False, "auto"), (True, "wide")])
def test_columns_stand_under_each_other(start: Start, tmp_path: Path, wide: bool, setting: str) -> None:
    screen = drawn(start, tmp_path, wide, setting)
    assert len(bars(screen)) == 2, "\n".join(screen.text())  # the gutter and the scroll bar
    assert any("“甲”" in row for row in screen.text())
    assert any("“three”" in row for row in screen.text())
    assert all(row[-1] in "▐▕| " for row in screen.cells)


def test_under_the_wrong_setting_they_do_not(start: Start, tmp_path: Path) -> None:
    screen = drawn(start, tmp_path, wide=True, setting="narrow")
    assert len(bars(screen)) < 2


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("emoji_wide", [False, True])
def test_a_terminal_that_answers_is_drawn_with_its_widths_now_and_at_the_next_start(
    start: Start, tmp_path: Path, wide: bool, emoji_wide: bool
) -> None:
    pair = "          - {zh-Hans: ☂️“甲”——❤️，1️⃣号线……☎️, en: “One” — ❤️ he ☂️ said — line 1️⃣ “two…”}\n"
    for answers in (True, False):  # the second time it is known
        screen = drawn(start, tmp_path, wide, "auto", answers, emoji_wide, pair)
        assert len(bars(screen)) == 2, "\n".join(screen.text())


FAMILIES = "          - {zh-Hans: 👨‍👩‍👧“甲”👍🏽、🇨🇳，🧑🏽‍🚀……🏳️‍🌈, en: One 👩‍❤️‍👩 of 🇫🇷🇩🇪 said 👋🏿 and 👨‍👩‍👧‍👦 went}\n"


@pytest.mark.parametrize("joins", [False, True])
def test_families_skin_tones_and_flags_move_nothing_behind_them(start: Start, tmp_path: Path, joins: bool) -> None:
    screen = drawn(start, tmp_path, wide=False, setting="narrow", pair=FAMILIES, joins=joins)
    assert len(bars(screen)) == 2, "\n".join(screen.text())
    assert any("“甲”" in row for row in screen.text())
    assert any("and" in row for row in screen.text())
    begins = {row.index("of") for row in screen.text() if "of" in row}
    assert len(begins) == 1


def test_a_setting_wins_over_the_answer(start: Start, tmp_path: Path) -> None:
    narrow = drawn(start, tmp_path, wide=True, setting="narrow", answers=True)
    assert len(bars(narrow)) < 2


def test_no_answer_is_taken_for_a_key(start: Start, tmp_path: Path) -> None:
    times = [f"reader.ui.terminal.{name}_SECONDS" for name in ("asking.HELD", "ground.HELD", "ground.ANSWER")]
    program = patient(*times, "reader.ui.terminal.beginnings.ANSWER_SECONDS")
    terminal = start("lanes-and-rivers-03/old-bridges", columns=100, rows=30, program=program)
    terminal.wait_for("¶1/")
    for piece in ("\x1b", "[1;", "3", "R\x1b[1", ";2RG\x1b[1;2", "R"):  # late, in pieces, a key among them
        terminal.press(piece)
        terminal.wait_until(lambda: terminal.has_taken_all, "the program to read it")
    terminal.wait_for("100%")
    terminal.press("q")
    assert terminal.wait() == 0
