"""A page-down draws no line of the article: the next page was drawn between two keys."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

from reader.ui.widgets import page_ahead, panel
from reader.ui.widgets.pointed_spread import PointedSpread
from tests.reading.opening import BRIDGES
from tests.ui.screen import opened, press, settled
from tests.ui.test_speaking import until

if TYPE_CHECKING:
    import pytest

    from reader.library import Library


async def test_a_page_down_draws_no_line_of_the_article(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(library, BRIDGES, size=(160, 30)) as pilot:
        view = pilot.app.screen.query_one(PointedSpread)
        with patch.object(page_ahead, "AHEAD_SECONDS", 0.001):
            for _ in range(3):
                await press(pilot, "space")
                await until(pilot, lambda: view.ahead.is_drawn)
        widths: list[int] = []
        draw = panel.strip_of
        monkeypatch.setattr(
            panel, "strip_of", lambda runs, width, *rest: widths.append(width) or draw(runs, width, *rest)
        )
        monkeypatch.setattr(view.ahead, "begin", lambda: None)
        await press(pilot, "space")
        assert view.size.width not in widths
        view.measure_anew()
        await settled(pilot)
        assert widths.count(view.size.width) >= 20
