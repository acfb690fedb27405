"""Measures inside the process: CPU time of drawing a frame, of wrapping and of finding."""

from __future__ import annotations

import asyncio
import gc
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING, TypeVar

import wrap
from floors.page import Page, PageApp
from magazines import RARE, pairs, write
from table import Figure
from terminal import COLUMNS, ROWS
from textual.widget import Widget

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.lines import Measured
from reader.library import Library, resolve
from reader.reading import rows
from reader.reading.overlays import Overlays
from reader.reading.viewport import Viewport
from reader.reading.window import Window
from reader.search.query import phrase
from reader.search.unfolding import written_as
from reader.ui.app.app import ReaderApp
from reader.ui.widgets.pointed_spread import PointedSpread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.app import App

W = TypeVar("W", bound=Widget)

FRAME_MS, FIND_MS = 3, 20
FIRST, AGAIN = 3, 40
"""Million characters a second."""
FRAMES = 40
LANGUAGES = ("zh-Hans", "en")
WIDTH_CELLS = 68


def drawing(folder: Path, _: int) -> Iterator[Figure]:
    """Yields what all calls of ``render_line`` for a frame take, a page further down each time."""
    library = Library((str(write(folder / "library", [pairs(1, 20_000)])),))
    app = ReaderApp(library, resolve(library, "issue-0001/a00001"))
    laid, ours = asyncio.run(_frames(app, PointedSpread, _turn))
    _, floor = asyncio.run(_frames(PageApp(), Page, _skip))
    yield Figure("a new page laid out, 20,000 pairs: p50", median(laid), "ms")
    yield Figure("render_line for a frame of it: p50", median(ours), "ms", median(floor))
    yield Figure("render_line for a frame of it: p95", _late(ours), "ms", _late(floor), most=FRAME_MS)


def _turn(view: PointedSpread) -> None:
    view.go(lambda viewport: viewport.window.move_pages(1))
    _ = view.viewport.window.rows


def _skip(view: Page) -> None:
    view.top += ROWS


async def _frames(app: App[None], kind: type[W], turn: Callable[[W], None]) -> tuple[list[float], list[float]]:
    """Turns the pages of an app's widget and draws them; returns the milliseconds of each turn and of each drawing."""
    turned, drawn = [], []
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.pause()
        view = app.screen.query_one(kind)
        _settle_garbage()
        for _ in range(FRAMES):
            start = time.process_time()
            turn(view)
            middle = time.process_time()
            for y in range(view.size.height):
                view.render_line(y)
            turned.append((middle - start) * 1000)
            drawn.append((time.process_time() - middle) * 1000)
    return turned, drawn


def wrapping(_: Path, repeat: int) -> Iterator[Figure]:
    """Yields how fast texts get their first lines, and lines of another width."""
    for name, kind in (("Chinese", wrap.chinese), ("English", wrap.english)):
        texts = wrap.paragraphs(kind)
        total = sum(map(len, texts))
        kept = [Measured(text) for text in texts]
        for text in kept:
            text.fill(WIDTH_CELLS // 2)

        def floor(texts: list[str] = texts) -> None:
            for text in texts:
                text.translate(wrap.LETTERS)

        def first(texts: list[str] = texts) -> None:
            for text in texts:
                Measured(text).fill(WIDTH_CELLS)

        def again(kept: list[Measured] = kept) -> None:
            for text in kept:
                text.fill(WIDTH_CELLS)

        rates = [float(wrap.rate(total, repeat, work)) for work in (first, again, floor)]
        unit = "million characters a second"
        yield Figure(f"{name} wrapped", rates[0], unit, rates[2], least=FIRST)
        yield Figure(f"{name} wrapped again", rates[1], unit, rates[2], least=AGAIN)


def finding(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields what it takes to the first match lit in an article of 20,000 pairs, beside one ``in``."""
    library = Library((str(write(folder / "library", [pairs(1, 20_000)])),))
    article = resolve(library, "issue-0001/a00001").article
    assert article
    items = flow(article, LANGUAGES)
    viewport = Viewport(Window(items, Geometry(COLUMNS - 60), ROWS - 6))
    _settle_garbage()
    start = time.process_time()
    written_as()
    _get_ready(viewport)
    yield Figure("what finding needs, made once when the box opens", (time.process_time() - start) * 1000, "ms")
    for name, word in (
        ("two characters, all over", "泉水"),
        ("two characters, at the end", RARE[0]),
        ("a word, all over", "limestone"),
        ("a word, at the end", RARE[1]),
        ("a word that is not there", "hippopotamus"),
    ):
        ours, floor = [], []
        for _ in range(repeat):
            fresh = Viewport(Window(items, viewport.window.geometry, viewport.window.height))
            text = fresh.words.text
            _get_ready(fresh)
            _ = fresh.window.rows  # seen before anything is looked for
            start = time.process_time()
            fresh.find(phrase(word))
            frame = rows.frame(fresh, Overlays())
            _ = [rows.row(frame, number) for number in range(fresh.window.height)]
            ours.append((time.process_time() - start) * 1000)
            start = time.process_time()
            _ = word in text
            floor.append((time.process_time() - start) * 1000)
        yield Figure(f"found and drawn, {name}", median(ours), "ms", median(floor), most=FIND_MS)


def _get_ready(viewport: Viewport) -> None:
    """Does what the screen does, a piece at a time, between the box being opened and the first letter."""
    while viewport.words.learn():
        pass


def _settle_garbage() -> None:
    """Lets the collector pass over what there is, as the program does after its first screen."""
    gc.collect()
    gc.freeze()


def _late(measured: list[float]) -> float:
    return quantiles(measured, n=100, method="inclusive")[94]
