from __future__ import annotations

import gc

import pytest
from textual.css.stylesheet import Stylesheet

from reader.library import Library
from tests.ui.screen import opened


@pytest.mark.parametrize("address", ["", "city-of-springs-08/new-drivers"])
async def test_the_style_sheet_is_read_once_before_the_first_screen(
    library: Library, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Stylesheet] = []
    monkeypatch.setattr(Stylesheet, "reparse", lambda self: read.append(self))
    async with opened(library, address):
        assert not read


async def test_panels_are_styled_once_as_they_are_mounted(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    apply = Stylesheet.apply

    def count(self: Stylesheet, node: object, **rest: object) -> None:
        styled.append(getattr(node, "id", None) or "")
        apply(self, node, **rest)

    monkeypatch.setattr(Stylesheet, "apply", count)
    async with opened(library, "city-of-springs-08/new-drivers", size=(160, 45)):
        assert styled.count("contents") == 2  # as it is mounted, and as Textual shows the screen


async def test_garbage_is_collected_again_once_the_first_screen_is_drawn(library: Library) -> None:
    gc.disable()
    try:
        async with opened(library):
            assert gc.isenabled()
            assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()
