"""The settings on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.settings import Settings, read_settings
from reader.ui.app.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen
from tests.ui.screen import app_of, commit, opened, press, screen_text, settled

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library

ARTICLE = "lanes-and-rivers-03/old-bridges"
SET = """
theme = "paper"
interface = "zh"
languages = ["en", "zh"]
mode = "interleaved"
measure = 40
split = 30
indent = false
justify = true
hyphenate = true
hang = false
space = false
"""


def settings(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(str(path))


async def test_articles_are_shown_as_the_settings_say(library: Library, tmp_path: Path) -> None:
    async with opened(library, ARTICLE, settings=settings(tmp_path, SET)) as pilot:
        app, screen = app_of(pilot), pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert (app.theme, app.interface, screen.context.opened.languages) == ("paper", "zh", ("en", "zh-Hans"))
        geometry = screen.view.viewport.window.geometry
        assert (geometry.mode, geometry.measure_cells, geometry.split) == ("interleaved", 40, 0.3)
        how = geometry.typesetting
        assert (how.justified, how.hyphenated) == (True, True)
        assert (how.indented, how.hanging, how.spaced) == (False, False, False)
        assert how.scrolled_tables


async def test_options_override_settings(library: Library, tmp_path: Path) -> None:
    async with opened(library, interface="en", theme="light", settings=settings(tmp_path, SET)) as pilot:
        assert (app_of(pilot).theme, app_of(pilot).interface) == ("light", "en")


async def test_languages_that_an_article_lacks_are_ignored(library: Library, tmp_path: Path) -> None:
    async with opened(library, ARTICLE, settings=settings(tmp_path, 'languages = ["fr", "en"]\n')) as pilot:
        assert pilot.app.screen.context.opened.languages == ("en", "zh-Hans")


async def test_a_change_of_the_look_holds_in_the_next_article(library: Library) -> None:
    async with opened(library, "", (120, 36)) as pilot:
        await press(pilot, "enter", "enter", "v", "minus", "A", "escape")
        app = app_of(pilot)
        assert (app.look.mode, app.look.typesetting.justified) == ("interleaved", True)
        await press(pilot, "enter")
        assert app.screen.view.look.mode == "interleaved"
        assert app.screen.view.look.measure_cells == app.look.measure_cells < 68
        assert app.screen.view.look.typesetting.justified


async def test_the_keys_of_the_settings_work_and_are_shown(library: Library, tmp_path: Path) -> None:
    keys = '[keys]\nfind = ["ctrl+f", "@"]\nhelp = "f2"\ncaptions = "Q"\nnext_article = "!"\n'
    async with opened(library, ARTICLE, (120, 50), settings=settings(tmp_path, keys)) as pilot:
        status = screen_text(pilot)[-1]
        assert "Ctrl+F find" in status
        assert "F2 help" in status
        screen = pilot.app.screen
        await press(pilot, "slash")
        assert not screen.query("#find")
        await press(pilot, "@")
        assert screen.query("#find")
        await press(pilot, "escape")
        shown = screen.context.panels.captions.display
        await press(pilot, "Q")
        assert screen.context.panels.captions.display is not shown
        before = screen.context.opened.article.id
        await press(pilot, "!")
        assert screen.context.opened.article.id != before
        await press(pilot, "ctrl+p")
        await commit(pilot, "find in")
        assert any("Find in this article" in row and "Ctrl+F  @" in row for row in screen_text(pilot))
        await press(pilot, "escape", "f2")
        assert any("Ctrl+F  @" in row for row in screen_text(pilot))
        assert any("F2" in row for row in screen_text(pilot))


async def test_a_fault_of_the_settings_is_shown(library: Library, tmp_path: Path) -> None:
    wrong = settings(tmp_path, "\nmeasure = 9\n")
    app = ReaderApp(library, settings=wrong)
    async with app.run_test(size=(160, 30)) as pilot:
        await settled(pilot)
        assert "settings.toml:2:1: measure: 9 is not allowed" in app.screen.query_one("#status").message
