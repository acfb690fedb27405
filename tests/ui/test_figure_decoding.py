"""A picture that takes long keeps nobody waiting: neither the end of the program nor the next figure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.confined import InterruptedRequestError
from reader.pictures import confined_pictures
from reader.ui.screens.figure import FigureScreen
from tests.ui.screen import app_of, opened
from tests.ui.test_speaking import until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reader.confined import Confined
    from reader.library import Library

ROOT = Path(__file__).parents[2]
ADDRESS = "city-of-springs-08/new-drivers"


@pytest.fixture(autouse=True)
def _decoder_that_never_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(confined_pictures, "HANDLER", "tests.worked:never_reply")


async def at_work(pilot: Pilot[None]) -> Confined:
    """Opens a figure, and returns the process once it decodes its picture."""
    await pilot.press("f")
    process = app_of(pilot).pictures.studio._decoder._process
    await until(pilot, lambda: process._asking.locked() and process._process is not None)
    return process


def is_drawn(pilot: Pilot[None]) -> bool:
    """Whether a picture is on the screen."""
    return any("▀" in strip.text for strip in pilot.app.screen._compositor.render_strips())


async def test_the_end_of_the_program_ends_the_decoding(library: Library) -> None:
    async with opened(library, ADDRESS, (100, 17), pictures="blocks") as pilot:
        process = await at_work(pilot)
    assert process._asking.acquire(timeout=300), "its time by the clock is hours"
    process._asking.release()
    with pytest.raises(InterruptedRequestError):
        process.ask({})


async def test_a_picture_that_nobody_looks_at_is_given_up(library: Library) -> None:
    async with opened(library, ADDRESS, (100, 17), pictures="blocks") as pilot:
        process = await at_work(pilot)
        first = process._process
        process._handler = "reader.pictures.decoding:answer"
        await pilot.press("n")
        await until(pilot, lambda: process._process is not first and is_drawn(pilot))
        assert isinstance(pilot.app.screen, FigureScreen)
