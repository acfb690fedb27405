"""Articles and windows for the tests of reading."""

from __future__ import annotations

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.library import Library, resolve
from reader.reading.look import Look
from reader.reading.opened import OpenArticle
from reader.reading.viewport import Viewport
from reader.reading.window import Window
from reader.settings import Settings

BRIDGES = "lanes-and-rivers-03/old-bridges"
DRIVERS = "city-of-springs-08/new-drivers"


def look() -> Look:
    return Look.of(Settings())


def open_article(library: Library, address: str = BRIDGES) -> OpenArticle:
    target = resolve(library, address)
    assert target.article
    assert target.issue
    return OpenArticle(target.entry, target.issue, target.article, look().pair_of(target.issue, target.article))


def window_on(
    opened: OpenArticle, at: str = "", *, width: int = 120, height: int = 30, mode: str = "parallel"
) -> Window:
    return Window(flow(opened.article, opened.languages), Geometry(width, mode), height, at or None)


def viewport_on(opened: OpenArticle, at: str = "", *, mode: str = "parallel") -> Viewport:
    return Viewport(window_on(opened, at, mode=mode))
