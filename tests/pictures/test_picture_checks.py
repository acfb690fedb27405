"""``check`` tells which pictures cannot be shown: by the decoder of the screen, in a process with limits."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from reader.confined import Confined, Limits
from reader.gate import first_forbidden
from reader.pictures import picture_checks
from reader.pictures.picture_checks import EXTENSIONS, check_shown
from reader.source.loading import load_source
from reader.source.source_file import read_source

if TYPE_CHECKING:
    from pathlib import Path

HEAD = """format: 1
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
        body: [{zh-Hans: 泉, en: Spring}]
        figures:
"""


def issue(folder: Path, pictures: dict[str, bytes], extra: str = "") -> list[str]:
    """The codes and messages of an issue with pictures, one a figure."""
    (folder / "springs").mkdir(exist_ok=True)
    lines = HEAD
    for number, (name, data) in enumerate(pictures.items()):
        (folder / "springs" / name).write_bytes(data)
        lines += f"          - {{id: f{number}, caption: {{zh-Hans: 谷, en: Valley}}, placed: no, file: {name}}}\n"
    path = folder / "springs.yaml"
    path.write_text(lines + extra, encoding="utf-8")
    _, context = load_source(read_source(str(path)), checked=False)
    check_shown(context)
    assert all(first_forbidden(str(each)) == -1 for each in context.source.diagnostics)
    return [f"{each.code} {each.message}" for each in context.source.diagnostics]


def saved(form: str, size: tuple[int, int] = (8, 8), frames: int = 1) -> bytes:
    images = [Image.new("RGB", size, (number % 256, 0, 0)) for number in range(frames)]
    file = BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if frames > 1 else {}
    images[0].save(file, form, **more)
    return file.getvalue()


@pytest.mark.parametrize("form", EXTENSIONS)
def test_a_picture_of_each_format_is_good_by_its_own_name_and_told_by_another(form: str, tmp_path: Path) -> None:
    data = saved(form)
    good = next(names for known, names in EXTENSIONS.items() if known == form)[0]
    assert issue(tmp_path, {f"a{good}": data, f"A{good.upper()}": data}) == []
    other = ".png" if good != ".png" else ".gif"
    [told] = issue(tmp_path, {f"a{other}": data})
    assert told.startswith(f"R410 the picture 'a{other}' is a ")


@pytest.mark.parametrize("form", EXTENSIONS)
def test_a_picture_that_is_cut_off_is_told(form: str, tmp_path: Path) -> None:
    data = saved(form, (64, 64))
    for length in (0, 3, 12, len(data) // 2):
        [told] = issue(tmp_path, {"a.png": data[:length]})
        assert told.startswith("R409 the picture 'a.png' cannot be shown: ")


def test_an_animated_picture_is_its_first_frame_and_its_canvas_is_bounded(tmp_path: Path) -> None:
    data = saved("WEBP", frames=400)
    assert issue(tmp_path, {"a.webp": data}) == []
    assert data[12:16] == b"VP8X"
    for sides in ((1 << 24, 1), (16_383, 16_383), (1 << 24, 1 << 24)):
        wide, high = ((side - 1).to_bytes(3, "little") for side in sides)
        [told] = issue(tmp_path, {"a.webp": data[:24] + wide + high + data[30:]})
        assert told.startswith("R409 the picture 'a.webp' cannot be shown: ")


def test_only_so_many_pixels_are_decoded_for_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = saved("PNG", (64, 64))[:-40]
    monkeypatch.setattr(picture_checks, "MAX_DECODED_PIXELS", 64 * 64 + 10)
    assert issue(tmp_path, {"a.png": saved("PNG", (64, 64)), "b.png": damaged, "c.png": b"no picture"}) == [
        "R409 the picture 'c.png' cannot be shown: no PNG, JPEG, GIF or WebP picture, or a damaged one"
    ]
    [told, _] = issue(tmp_path, {"b.png": damaged, "c.png": b"no picture"})
    assert told == "R409 the picture 'b.png' cannot be shown: damaged, or not whole"


def test_a_file_that_several_figures_show_is_told_once(tmp_path: Path) -> None:
    again = "          - {id: again, caption: {zh-Hans: 谷, en: Valley}, placed: no, file: a.png}\n"
    assert len(issue(tmp_path, {"a.png": b"no picture"}, again)) == 1


def test_pictures_that_go_beyond_a_limit_are_told_and_few_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    low = Confined(picture_checks.HANDLER, Limits(memory_bytes=60_000_000, cpu_seconds=5, reply_bytes=1000))
    monkeypatch.setattr(picture_checks, "_process", lambda: low)
    large = saved("PNG", (4000, 4000))
    try:
        told = issue(tmp_path, {f"{number}.png": large for number in range(5)})
    finally:
        low.close()
    assert told == [
        f"R409 the picture '{number}.png' cannot be shown: needs more than 60 MB of memory" for number in range(3)
    ]


def test_the_cover_is_looked_at_too(tmp_path: Path) -> None:
    issue(tmp_path, {"a.png": saved("PNG")})
    path = tmp_path / "springs.yaml"
    path.write_text(path.read_text("utf-8").replace("sections:", "cover: c.png\nsections:", 1), "utf-8")
    (tmp_path / "springs" / "c.png").write_bytes(b"no picture")
    _, context = load_source(read_source(str(path)), checked=False)
    check_shown(context)
    assert [(each.code, each.line, each.column) for each in context.source.diagnostics] == [("R409", 6, 8)]


def test_a_file_over_the_bound_is_told(tmp_path: Path) -> None:
    issue(tmp_path, {"a.png": b""})
    with (tmp_path / "springs" / "a.png").open("wb") as file:
        file.truncate(30_000_001)
    _, context = load_source(read_source(str(tmp_path / "springs.yaml")), checked=False)
    check_shown(context)
    assert [(each.code, each.line, each.column) for each in context.source.diagnostics] == [("R409", 14, 75)]
    assert "larger than 30,000,000 bytes" in context.source.diagnostics[0].message
