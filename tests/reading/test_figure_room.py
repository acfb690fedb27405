"""Pictures in the text: above the caption of their figure, within their room, and no place moves for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from reader.layout.flow import flow
from reader.layout.geometry import MODES
from reader.library import resolve
from reader.model.record import replace
from reader.reading.display import Display, ViewSize
from reader.reading.figure_room import FigureFiles
from reader.reading.gap import BoxGap
from reader.reading.last_place import Start
from reader.reading.look import Look
from reader.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library import Library

ALIGNED, FREE = "lanes-and-rivers-03/old-bridges", "city-of-springs-08/new-drivers"
SIZE = ViewSize(101, 40)


def display_at(library: Library, address: str, at: str = "", size: ViewSize = SIZE) -> Display:
    target = resolve(library, address)
    assert target.article
    shown = Display(flow(target.article, target.issue.languages_of(target.article)[:2]), Look.of(Settings()))
    shown.files = FigureFiles(target.entry.pictures, target.article)
    shown.show(shown.flow, Start(at))
    shown.viewport(size)
    return shown


def drawn(shown: Display, size: ViewSize = SIZE) -> list[str]:
    shown.redraw()
    return ["".join(text for text, _ in shown.row(size, y))[:-1] for y in range(size.height)]


def test_a_picture_is_above_its_caption_in_the_middle_of_both_columns(library: Library) -> None:
    shown = display_at(library, ALIGNED, "arch")
    [place, *_] = shown.pictures(SIZE)
    assert (place.figure, place.box, place.rows) == ("arch", (60, 20), (0, 20))
    geometry = shown.viewport(SIZE).window.geometry
    assert abs((place.x - geometry.starts_cells[0]) * 2 + 60 - geometry.across_cells) <= 1
    rows = drawn(shown)
    assert all(row[place.x : place.x + 60].strip() == "" for row in rows[place.y : place.y + 20])
    assert "▣ 1" in rows[place.y + 20]
    assert rows[place.y + 20].count("▣ 1") == 2


@pytest.mark.parametrize("address", [ALIGNED, FREE])
@pytest.mark.parametrize("mode", MODES)
def test_every_row_of_every_picture_comes_into_sight_once_and_in_order(
    library: Library, address: str, mode: str
) -> None:
    shown = display_at(library, address)
    shown.look = replace(shown.look, mode=mode)
    window = shown.viewport(SIZE).window
    seen: list[tuple[str, int]] = []
    for _ in range(400):
        shown.redraw()
        for place in shown.pictures(SIZE):
            assert 0 <= place.x <= place.x + place.box.columns <= SIZE.width_cells
            assert SIZE.head_rows <= place.y <= place.y + place.rows[1] - place.rows[0] <= SIZE.height
            assert 1 <= place.box.rows <= SIZE.height // 2
            if place.y == SIZE.head_rows:
                seen.append((place.figure, place.rows[0]))
        window.move(1)
    if address == ALIGNED:
        rows = [row for figure, row in seen if figure == "arch"]
        assert rows == list(range(20))


def test_no_place_moves_when_pictures_come_and_go(library: Library) -> None:
    shown = display_at(library, ALIGNED)
    for anchor in ("p1", "p4", "p5", "p9"):
        shown.show(shown.flow, Start(anchor))
        shown.viewport(SIZE)
        before = drawn(shown)[SIZE.head_rows]
        locus = shown.viewport(SIZE).window.locus
        for is_shown in (False, True):
            shown.look = replace(shown.look, figures=is_shown)
            assert shown.viewport(SIZE).window.locus == locus
            assert drawn(shown)[SIZE.head_rows].replace("│", " ") == before.replace("│", " ")


@pytest.mark.parametrize("size", [ViewSize(40, 10), ViewSize(160, 17), ViewSize(39, 60)])
def test_a_small_widget_keeps_to_captions(library: Library, size: ViewSize) -> None:
    shown = display_at(library, ALIGNED, "arch", size)
    assert shown.pictures(size) == ()
    assert any("▣ 1" in row for row in drawn(shown, size))


def test_a_box_in_the_text_pushes_the_picture_below_it_down(library: Library) -> None:
    shown = display_at(library, ALIGNED)
    window = shown.viewport(SIZE).window
    window.resume(window.spread.locus(window.spread.find_anchor("p4") or window.place))
    before = {place.figure: place.y for place in shown.pictures(SIZE)}
    shown.open_gap(SIZE, BoxGap(frozenset({"p4"}), 3))
    shown.redraw()
    after = {place.figure: place.y for place in shown.pictures(SIZE)}
    assert before
    assert all(after[figure] == y + 3 for figure, y in before.items() if figure in after)


def test_a_picture_without_a_head_takes_no_room(library: Library, tmp_path: Path) -> None:
    shown = display_at(library, ALIGNED, "arch")
    target = resolve(library, ALIGNED)
    assert target.article
    for data in (b"", b"no picture", b"\x89PNG\r\n\x1a\n"):
        (tmp_path / "bridge.png").write_bytes(data)
        shown.files = FigureFiles(str(tmp_path), target.article)
        shown.show(shown.flow, Start("arch"))
        shown.redraw()
        assert shown.pictures(SIZE) == ()
    Image.new("RGB", (1, 10_000)).save(tmp_path / "bridge.png")
    shown.files = FigureFiles(str(tmp_path), target.article)
    shown.show(shown.flow, Start("arch"))
    shown.redraw()
    assert [place.box for place in shown.pictures(SIZE)][:1] == [(1, 20)]


@pytest.mark.parametrize("address", [ALIGNED, FREE])
def test_the_pictures_of_the_next_page_are_known_with_their_rows_in_sight(library: Library, address: str) -> None:
    shown = display_at(library, address)
    seen = 0
    for _ in range(12):
        known = {(each.figure, each.box, each.rows) for each in shown.pictures_ahead(SIZE)}
        shown.go(SIZE, lambda viewport: viewport.window.move_pages(1))
        shown.redraw()
        here = {(each.figure, each.box, each.rows) for each in shown.pictures(SIZE)}
        assert here <= known
        seen += len(here)
    assert seen
