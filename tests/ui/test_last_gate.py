"""The terminal reads only text from any widget, those of Textual included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.drivers.headless_driver import HeadlessDriver
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static

from reader.layout.ascii_lines import IN_ASCII
from reader.library import Library
from reader.ui.app.app import ReaderApp
from reader.ui.terminal.last_gate import LastGate
from tests.ui.hostile import FORBIDDEN
from tests.ui.screen import settled

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.app import ComposeResult

HOSTILE = "[red]a\x1b]52;c;aGk=\x07b\x9b31m\u202ec\x1b[2J\x07"
LINKS = ["https://example.org/\x1b]52;c;x\x07", "file:///etc/passwd", "javascript:x", "https://example.org/\u202e"]
OURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^;\x1b]*;[!-~]*\x1b\\|\n|\x1b\]22;[a-z]*\x07")


class Recorder(HeadlessDriver):
    """A terminal's driver that keeps what would be written."""

    written = ""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written += data


class Raw(Widget):
    """Draws what nobody has cleaned."""

    DEFAULT_CSS = "Raw { height: 2; }"

    def render_line(self, y: int) -> Strip:
        styles = [Style(link=link) for link in LINKS]
        return Strip([Segment(HOSTILE), *(Segment("x", style) for style in styles)])


class HostileScreen(Screen[None]):
    def compose(self) -> ComposeResult:
        content = Content(HOSTILE, strip_control_codes=False)
        yield Static(content)
        yield Label(content)
        yield Static(HOSTILE, markup=False)
        yield Raw()
        yield OptionList(content)
        yield Input(HOSTILE)


async def test_every_line_of_every_widget_passes_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.drivers.headless_driver.HeadlessDriver", Recorder)
    app = ReaderApp(Library([str(tmp_path)]))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.push_screen(HostileScreen())
        app.notify(HOSTILE, title=HOSTILE, markup=False)
        await settled(pilot)
        app._display(app.screen, app.screen._compositor.render_full_update())  # at once, not at the next frame
        assert isinstance(app._driver, Recorder)
        written = app._driver.written
    assert written.count("[red]") > 5
    assert "\x1b[2J" not in written
    assert "]8;" not in written  # none of those links leads where one may
    text = OURS.sub("", written)
    assert FORBIDDEN.search(text) is None, FORBIDDEN.search(text)


def segments_of(*texts: str) -> list[Segment]:
    return [Segment(text) for text in texts]


def test_a_line_keeps_its_width() -> None:
    line = segments_of(HOSTILE, "中\u200b文", "e\u0301", "\x00\x01", "a\tb")
    gated = LastGate().apply(line, Color(0, 0, 0))
    assert [segment.cell_length for segment in gated] == [segment.cell_length for segment in line]
    assert FORBIDDEN.search("".join(segment.text for segment in gated)) is None


def test_a_harmless_line_is_passed_on_as_it_is() -> None:
    line = [*segments_of("泉水", " “x” │"), Segment("l", Style(link="https://example.org/a?b=%20"))]
    assert LastGate().apply(line, Color(0, 0, 0)) is line


def test_rules_and_blocks_in_ascii_take_the_same_number_of_cells() -> None:
    signs = "".join(map(chr, IN_ASCII))
    (gated,) = LastGate(ascii_lines=True).apply(segments_of(signs + "“泉”"), Color(0, 0, 0))
    assert gated.text[: len(signs)].isascii()
    assert len(gated.text) == len(signs) + 3
    assert LastGate(ascii_lines=True).apply(segments_of("│─┌┃▌▀"), Color(0, 0, 0))[0].text == "|-+|| "
