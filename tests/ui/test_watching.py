"""The file of the article that is open changes: what is good is shown at the same place, what is not is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.library import Library, resolve
from reader.ui.app.app import ReaderApp
from tests.ui.hostile import FORBIDDEN, HOSTILE
from tests.ui.screen import opened, press, reading, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """format: 1
id: live
languages: [zh-Hans, en]
magazine: Live
label: One
sections:
  - id: s
    title: S
    articles:
      - id: a
        title: The article
        body:
"""
SIZE = (100, 24)


def issue(*numbers: int) -> str:
    return HEAD + "".join(
        f"          - {{paragraph: {{zh-Hans: 第{k}段, en: Paragraph {k} here}}, id: n{k}}}\n" for k in numbers
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "live.yaml"
    path.write_text(issue(*range(1, 60)), "utf-8")
    return path


def top_row(pilot: object) -> str:
    rows = screen_text(pilot)
    return next(row for row in rows if "Paragraph" in row)


async def test_a_new_version_is_shown_at_the_same_paragraph(path: Path) -> None:
    async with opened(Library([str(path.parent)]), "live/a", SIZE) as pilot:
        await press(pilot, *"J" * 20)
        before = top_row(pilot)
        path.write_text(issue(100, 101, *range(1, 60)).replace("Paragraph 23 here", "Paragraph 23 is new"), "utf-8")
        reading(pilot).context.file.look()
        await settled(pilot)
        assert top_row(pilot) == before
        assert any("Paragraph 23 is new" in row for row in screen_text(pilot))
        assert reading(pilot).context.file_fault == ""
        await press(pilot, "g")
        assert any("Paragraph 100" in row for row in screen_text(pilot))


def removed(path: Path) -> None:
    path.unlink()


def half_written(path: Path) -> None:
    path.write_text(issue(*range(1, 60))[:900], "utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def without_the_article(path: Path) -> None:
    path.write_text(issue(1).replace("- id: a\n", "- id: b\n"), "utf-8")


def bytes_of_something_else(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 100)


def a_bomb(path: Path) -> None:
    path.write_text("[" * 100_000, "utf-8")


CHANGES = (removed, half_written, a_folder, a_pipe, without_the_article, bytes_of_something_else, a_bomb)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
async def test_the_last_good_version_stays_and_what_is_wrong_is_told(path: Path, change: object) -> None:
    async with opened(Library([str(path.parent)]), "live/a", SIZE) as pilot:
        await press(pilot, *"J" * 20)
        before = top_row(pilot)
        change(path)
        reading(pilot).context.file.look()
        await settled(pilot)
        assert top_row(pilot) == before
        assert "The file changed; its earlier version is shown" in screen_text(pilot)[-1]
        await press(pilot, "G")
        assert any("Paragraph 59" in row for row in screen_text(pilot))
        assert "The file changed" in screen_text(pilot)[-1]
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
        path.write_text(issue(*range(1, 61)), "utf-8")
        reading(pilot).context.file.look()
        await settled(pilot)
        assert "The file changed" not in screen_text(pilot)[-1]
        await press(pilot, "G")
        assert any("Paragraph 60" in row for row in screen_text(pilot))


async def test_a_hostile_version_is_text(path: Path) -> None:
    async with opened(Library([str(path.parent)]), "live/a", SIZE) as pilot:
        path.write_text(HEAD + f'          - "{HOSTILE}"\n', "utf-8")
        reading(pilot).context.file.look()
        await settled(pilot)
        assert any("[red]red[/red]" in row for row in screen_text(pilot))
        assert not any(FORBIDDEN.search(row) for row in screen_text(pilot))


async def test_a_touched_file_changes_nothing_and_is_read_once(path: Path) -> None:
    async with opened(Library([str(path.parent)]), "live/a", SIZE) as pilot:
        await press(pilot, *"J" * 20)
        before = screen_text(pilot)[:-1]
        article = reading(pilot).context.opened.article
        os.utime(path, ns=(1, 1))
        reading(pilot).context.file.look()
        await settled(pilot)
        assert screen_text(pilot)[:-1] == before
        again = reading(pilot).context.opened.article
        assert again is not article
        reading(pilot).context.file.look()
        await settled(pilot)
        assert reading(pilot).context.opened.article is again


async def test_a_change_between_the_reading_of_a_file_and_its_screen_is_shown(path: Path) -> None:
    library = Library([str(path.parent)])
    target = resolve(library, "live/a")
    path.write_text(issue(*range(1, 60)).replace("Paragraph 1 here", "Another paragraph"), "utf-8")
    async with ReaderApp(library, target).run_test(size=SIZE) as pilot:
        await settled(pilot)
        file = reading(pilot).context.file
        assert file
        file.look()
        await settled(pilot)
        assert "Another paragraph" in "".join(screen_text(pilot))
