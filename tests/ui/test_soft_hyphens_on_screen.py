"""No soft hyphen reaches the terminal: not from an article or a list, nor from a box; copied text has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.color import Color

from reader.library import Library
from reader.ui.terminal.last_gate import LastGate
from tests.ui.hostile import SOFT_HYPHENS
from tests.ui.screen import app_of, opened, press, screen_text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_none_is_on_the_screen_nor_in_copied_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "soft.yaml").write_text(SOFT_HYPHENS, encoding="utf-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PATH", "")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "VTE_VERSION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with opened(Library([str(tmp_path)]), "soft/a", (76, 20)) as pilot:
        rows = "\n".join(screen_text(pilot))
        assert "\u00ad" not in rows
        assert "Title" in rows
        assert "Donaudampfschifffahrt" in rows
        await press(pilot, "J", "y")
        assert "Donaudampfschifffahrt" in app_of(pilot).clipboard
        await press(pilot, "escape")
        assert "\u00ad" not in "\n".join(screen_text(pilot))


def test_in_a_box_it_is_drawn_as_a_hyphen_of_the_same_width() -> None:
    (safe,) = LastGate().apply([Segment("ab\u00adcd")], Color.parse("black"))
    assert safe.text == "ab-cd"
