"""The preview: what is saved is shown at the same place, with what is wrong with it."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.library.watching import FileWatcher
from reader.model.record import replace
from reader.ui.app.app import ReaderApp
from reader.ui.host import Preview
from reader.ui.screens.mending import MendingScreen
from reader.ui.screens.preview import PreviewScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.shelf import ShelfScreen
from reader.ui.terminal.editor import command, editor
from tests.ui.editors import recorded
from tests.ui.screen import compare, opened, press, screen_text, settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from reader.ui.screens.saving import FileRead

HEAD = """\
format: 1
id: springs
languages: [zh-Hans, en]
magazine: {zh-Hans: 泉城, en: City of Springs}
label: {zh-Hans: 8月刊, en: August issue}
sections:
  - id: focus
    title: {zh-Hans: 专题, en: Focus}
    articles:
      - id: water
        title: {zh-Hans: 泉水, en: Springs}
        body:
"""
BLOCKS = "".join(
    f"          - {{zh-Hans: 第{n}段讲泉水。, en: Paragraph {n} is about springs.}}\n" for n in range(1, 41)
)
OTHER = """\
      - id: rivers
        title: {zh-Hans: 河流, en: Rivers}
        body:
          - {zh-Hans: 河水长流。, en: Rivers run.}
glossary:
  - term: {zh-Hans: 泉水, en: spring}
"""
GOOD = HEAD + BLOCKS + OTHER
HALF = GOOD.replace("第20段讲泉水。, en", "第20段讲泉水。, en: [")
FAULTY = GOOD.replace("第30段讲泉水。", "'第30段,讲泉水。'").replace("en: Rivers run.", "fr: Les fleuves")
WARNED = GOOD.replace("第30段讲泉水。", "'第30段,讲泉水。'").replace(", en: Rivers run.", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "springs.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _unwatched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has files be read when a test says so only; else they would be read twice, in any order."""
    if "watched" not in request.fixturenames:
        monkeypatch.setattr(FileWatcher, "start", lambda self: None)


@pytest.fixture
def watched() -> None:
    """For the test of the watching itself."""


def screen_of(pilot: Pilot[None]) -> PreviewScreen:
    assert isinstance(pilot.app.screen, PreviewScreen)
    return pilot.app.screen


def screen_of_reader(pilot: Pilot[None]) -> ReadingScreen:
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen


async def save(pilot: Pilot[None], path: Path, text: str) -> None:
    """Saves a text and has it read as the watching does, which another test waits for."""
    path.write_text(text, encoding="utf-8")
    screen_of(pilot).context.file.look()
    await settled(pilot)


def top(pilot: Pilot[None]) -> str:
    return screen_of(pilot).view.viewport.window.item.anchor


async def test_what_is_saved_is_shown_at_the_same_paragraph(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water#p20", (120, 36), preview=True) as pilot:
        before = screen_text(pilot)
        assert top(pilot) == "p20"
        await save(pilot, path, GOOD.replace("Paragraph 21 is", "Paragraph 99 is"))
        after = screen_text(pilot)
        assert top(pilot) == "p20"
        [changed] = [k for k, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert "Paragraph 99" in after[changed]


async def test_a_save_is_noticed_by_itself_and_so_is_a_file_put_in_its_place(
    path: Path, watched: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asyncio.Event()
    real = PreviewScreen.on_file_read

    def tell(self: PreviewScreen, message: FileRead) -> None:
        real(self, message)
        if "Paragraph one" in self.context.opened.issue.sections[0].articles[0].body.blocks[0].text.plain("en"):
            shown.set()

    monkeypatch.setattr(PreviewScreen, "on_file_read", tell)
    async with opened(Library([str(path)]), "springs/water", (120, 36), preview=True) as pilot:
        for number in range(600):  # until the watching has begun
            beside = path.with_suffix(".new")
            beside.write_text(GOOD.replace("Paragraph 1 is", "Paragraph one is") + f"# {number}\n", encoding="utf-8")
            beside.replace(path)
            try:
                await asyncio.wait_for(shown.wait(), 0.5)
                break
            except TimeoutError:
                continue
        await settled(pilot)
        assert any("Paragraph one is" in row for row in screen_text(pilot))


async def test_a_half_written_save_keeps_the_last_good_page_under_what_is_wrong(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water#p20", (120, 36), preview=True) as pilot:
        await save(pilot, path, HALF)
        screen = screen_of(pilot)
        assert screen.context.faults.list.display
        assert [fault.value.code for fault in screen.context.faults.list.entries] == ["Y201"]
        rows = screen_text(pilot)
        assert any("Paragraph 20 is about springs." in row for row in rows)
        assert any("1 to mend" in row for row in rows)
        path.unlink()
        screen.context.file.look()
        await settled(pilot)
        assert [fault.value.code for fault in screen.context.faults.list.entries] == ["F101"]
        await save(pilot, path, GOOD)
        assert not screen.context.faults.list.display
        assert top(pilot) == "p20"


async def test_enter_goes_to_the_paragraph_of_a_fault(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water", (120, 36), preview=True) as pilot:
        await save(pilot, path, FAULTY)
        screen = screen_of(pilot)
        await press(pilot, "shift+tab", "shift+tab")
        assert screen.focused is screen.context.faults.list
        assert [fault.value.code for fault in screen.context.faults.list.entries] == ["S307", "T702", "L601"]
        await press(pilot, "down", "enter")
        assert (screen.context.opened.article.id, top(pilot)) == ("water", "p30")
        assert screen.focused is screen.view
        await press(pilot, "shift+tab", "shift+tab", "up", "enter")
        assert screen.context.opened.article.id == "rivers"
        await save(pilot, path, "x: [")
        await press(pilot, "shift+tab", "shift+tab", "enter")
        assert screen.context.opened.article.id == "rivers"


async def test_the_list_is_hidden_and_shown_and_the_editor_opens_at_the_fault(path: Path, tmp_path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water", (120, 36), preview=True) as pilot:
        await save(pilot, path, WARNED)
        screen = screen_of(pilot)
        await press(pilot, "D")
        assert not screen.context.faults.list.display
        await save(pilot, path, WARNED + "# more\n")
        assert not screen.context.faults.list.display
        await press(pilot, "D")
        assert screen.focused is screen.context.faults.list
        mended = f"open({str(path)!r}, 'w', encoding='utf-8').write({GOOD!r})"
        with recorded(pilot, tmp_path, mended) as told:
            await press(pilot, "e")
            assert told() == ["+42", str(path)]
        assert not screen.context.faults.list.display
        assert screen.focused is screen.view


async def test_an_article_that_is_gone_and_languages_that_are_others(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/rivers", (120, 36), preview=True) as pilot:
        await save(pilot, path, GOOD.replace("id: rivers", "id: streams"))
        assert screen_of(pilot).context.opened.article.id == "water"
        await save(pilot, path, GOOD.replace("zh-Hans", "ja"))
        assert screen_of(pilot).context.opened.languages == ("ja", "en")


async def test_the_way_to_read_and_what_is_found_stay(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water", (120, 36), preview=True) as pilot:
        screen = screen_of(pilot)
        screen.view.look = replace(screen.view.look, mode="right")
        await press(pilot, "x")
        await save(pilot, path, GOOD + "# more\n")
        assert screen.context.opened.languages == ("en", "zh-Hans")
        await save(pilot, path, GOOD.replace("Paragraph 21 is", "Paragraph twenty-one is"))
        assert screen.context.opened.languages == ("en", "zh-Hans")
        assert screen.view.look.mode == "right"


async def test_without_an_editor_it_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", " ")
    async with opened(Library([str(path)]), "springs/water", (120, 36), preview=True) as pilot:
        await press(pilot, "e")
        assert any("No editor is set" in row for row in screen_text(pilot))
        monkeypatch.setenv("EDITOR", "/gone/away")
        await press(pilot, "E")
        assert any("/gone/away cannot be started" in row for row in screen_text(pilot))
        resumed = []

        @contextmanager
        def suspend() -> Iterator[None]:
            yield
            resumed.append(True)

        monkeypatch.setattr(pilot.app, "suspend", suspend)
        await press(pilot, "e")
        assert resumed == [True]
        assert any("/gone/away cannot be started" in row for row in screen_text(pilot))


async def test_the_editor_of_the_ordinary_reader_shows_what_was_changed(path: Path, tmp_path: Path) -> None:
    changed = GOOD.replace("Paragraph 2 is", "Paragraph two is")
    async with opened(Library([str(path)]), "springs/water", (120, 36)) as pilot:
        with recorded(pilot, tmp_path, f"open({str(path)!r}, 'w', encoding='utf-8').write({changed!r})") as told:
            await press(pilot, "J", "J", "E")
            assert told() == ["+14", str(path)]
        assert any("Paragraph two is" in row for row in screen_text(pilot))
        interrupt = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"  # as Ctrl+C does: to all on the terminal
        with recorded(pilot, tmp_path, f"open({str(path)!r}, 'w').write('x: [')\n{interrupt}"):
            await press(pilot, "E")
        assert any("Paragraph two is" in row for row in screen_text(pilot))
        assert "springs.yaml:1:5: " in screen_of_reader(pilot).context.file_fault


async def test_a_file_that_is_wrong_from_the_start_opens_on_its_faults_and_waits(path: Path) -> None:
    path.write_text(HALF, encoding="utf-8")
    async with opened(Library([str(path)]), "", (120, 36), preview=True) as pilot:
        waiting = pilot.app.screen
        assert isinstance(waiting, MendingScreen)
        assert [entry.value.code for entry in waiting.listing.entries] == ["Y201"]
        path.write_text(FAULTY, encoding="utf-8")
        waiting.file.look()
        await settled(pilot)
        assert [entry.value.code for entry in waiting.listing.entries] == ["S307", "T702", "L601"]
        path.unlink()
        waiting.file.look()
        await settled(pilot)
        assert [entry.value.code for entry in waiting.listing.entries] == ["F101"]
        path.write_text(WARNED, encoding="utf-8")
        waiting.file.look()
        await settled(pilot)
        screen = screen_of(pilot)
        assert screen.context.opened.article.id == "water"
        assert screen.context.faults.list.entries
        await save(pilot, path, HALF)
        assert any("Paragraph 1 is about springs." in row for row in screen_text(pilot))
        await press(pilot, "shift+tab", "escape", "escape")
        assert screen_of(pilot) is screen  # nothing leads back to the faults alone
        await press(pilot, "S")
        assert isinstance(pilot.app.screen, ShelfScreen)


async def test_the_first_good_save_opens_the_article_that_was_asked_for(
    path: Path, watched: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asyncio.Event()
    real = PreviewScreen.on_mount

    def tell(self: PreviewScreen) -> None:
        real(self)
        shown.set()

    monkeypatch.setattr(PreviewScreen, "on_mount", tell)
    path.write_text(HALF, encoding="utf-8")
    app = ReaderApp(Library([str(path)]), preview=Preview(str(path), "rivers"))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        for number in range(600):  # until the watching has begun
            path.write_text(GOOD + f"# {number}\n", encoding="utf-8")
            with suppress(TimeoutError):
                await asyncio.wait_for(shown.wait(), 0.5)
                break
        await settled(pilot)
        assert screen_of(pilot).context.opened.article.id == "rivers"


SIZES = [(160, 45), (100, 30), (60, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_pictures(path: Path, size: tuple[int, int], interface: str) -> None:
    name = f"preview{'-zh' * (interface == 'zh')}-{size[0]}x{size[1]}"
    async with opened(Library([str(path)]), "springs/water#p20", size, interface, preview=True) as pilot:
        await save(pilot, path, FAULTY)
        compare(name, screen_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_pictures_of_faults_alone(path: Path, size: tuple[int, int], interface: str) -> None:
    path.write_text(FAULTY, encoding="utf-8")
    async with opened(Library([str(path)]), "", size, interface, preview=True) as pilot:
        compare(f"mending{'-zh' * (interface == 'zh')}-{size[0]}x{size[1]}", screen_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("interface", ["en", "zh"])
async def test_pictures_of_the_glossary(library: Library, size: tuple[int, int], interface: str) -> None:
    name = f"glossary{'-zh' * (interface == 'zh')}-{size[0]}x{size[1]}"
    async with opened(library, "lanes-and-rivers-03/old-bridges#p1", size, interface) as pilot:
        await press(pilot, "i")
        compare(name, screen_text(pilot))


async def test_terms_are_underlined_where_they_stand(path: Path) -> None:
    async with opened(Library([str(path)]), "springs/water", (120, 36)) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        underlined = {s.text for strip in strips for s in strip if s.style and s.style.underline and s.text.strip()}
        assert "泉水" in underlined
        assert any(text.casefold().startswith("spring") for text in underlined)
        await press(pilot, "i")
        assert any("泉水 · spring" in row for row in screen_text(pilot))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("vi", ["vi", "+7", "a b.yaml"]),
        ("/usr/bin/nvim -p", ["/usr/bin/nvim", "-p", "+7", "a b.yaml"]),
        ("nano", ["nano", "+7", "a b.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "a b.yaml"]),
        ("micro", ["micro", "+7", "a b.yaml"]),
        ("kak", ["kak", "+7", "a b.yaml"]),
        ("hx", ["hx", "a b.yaml:7"]),
        ("helix", ["helix", "a b.yaml:7"]),
        ("code --wait", ["code", "--wait", "-g", "a b.yaml:7"]),
        ("'/my editor/vim'", ["/my editor/vim", "+7", "a b.yaml"]),
        ("pico", ["pico", "a b.yaml"]),
        ("vi '", ["vi", "'", "+7", "a b.yaml"]),
    ],
)
def test_editors_are_opened_at_the_line(written: str, words: list[str]) -> None:
    assert command(written, "a b.yaml", 7) == words


def test_the_editor_is_the_visual_one_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.delenv("VISUAL", raising=False)
    assert editor() == "ed"
    monkeypatch.setenv("VISUAL", "vi")
    assert editor() == "vi"
