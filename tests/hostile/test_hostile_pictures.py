"""Any picture file is drawn, or refused in one line."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from reader.confined import Limits
from reader.errors import UnusableError
from reader.pictures import confined_pictures
from reader.pictures.confined_pictures import PictureDecoder
from reader.pictures.decoding import FORMATS
from reader.pictures.fitting import PixelSize
from tests.hostile.hostile_pictures import HOSTILE
from tests.pictures.opening import open_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SEED = 7
DAMAGED = 200
SIZE = PixelSize(40, 20)


def picture(kind: str) -> bytes:
    """Returns a small picture; where the format knows that, with more frames behind the first."""
    first, more = Image.new("RGB", (40, 20), "red"), [Image.new("RGB", (40, 20), "blue")] * 3
    data = io.BytesIO()
    if kind in ("GIF", "WEBP"):
        first.save(data, kind, save_all=True, append_images=more)
    else:
        first.save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_damaged_pictures_are_drawn_or_refused(tmp_path: Path, kind: str) -> None:
    chance = random.Random(SEED)
    whole = picture(kind)
    path = tmp_path / "a.png"
    refused = 0
    for _ in range(DAMAGED):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)
        told = ""
        try:
            open_picture(str(tmp_path), "a.png", 80, 40).load()
        except UnusableError as error:
            told = str(error)
        assert not told or told.startswith("a.png: ")
        refused += bool(told)
    assert refused > DAMAGED // 10


@pytest.mark.parametrize("kind", FORMATS)
def test_of_moving_pictures_the_first_frame_is_drawn(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.png").write_bytes(picture(kind))
    red, _, blue = open_picture(str(tmp_path), "a.png", 80, 40).convert("RGB").getpixel((20, 10))
    assert red > 200 > 60 > blue


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "issue"
    (folder / "inner").mkdir(parents=True)
    for path in (tmp_path / "out.png", folder / "inner" / "in.png"):
        path.write_bytes(picture("PNG"))
    os.symlink(tmp_path / "out.png", folder / "link.png")
    os.symlink("/dev/zero", folder / "device.png")
    os.symlink("link.png", folder / "chain.png")
    os.symlink("loop.png", folder / "loop.png")
    os.symlink(tmp_path, folder / "up")
    names = ("../out.png", str(tmp_path / "out.png"),
             "inner/in.png", "up/out.png", "link.png", "device.png", "chain.png")  # fmt: skip
    more = ("loop.png", "..", ".", "", "inner", "a\0b.png", "\ud800.png", "/dev/zero", "~/x.png", "//host/x.png")
    for name in (*names, *more):
        with pytest.raises(UnusableError):
            open_picture(str(folder), name, 80, 40)


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "PPM", "ICO", "TGA", "PCX"])
def test_other_formats_are_not_tried(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (16, 16), "red").save(tmp_path / "a.png", kind)
    with pytest.raises(UnusableError, match=r"a\.png: no PNG, JPEG, GIF or WebP picture"):
        open_picture(str(tmp_path), "a.png", 80, 40)


def test_text_pretending_to_be_a_program_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%touch x) (r) file\n")
    with pytest.raises(UnusableError):
        open_picture(str(tmp_path), "a.png", 80, 40)


@pytest.fixture(scope="module")
def decoder() -> Iterator[PictureDecoder]:
    made = PictureDecoder()
    yield made
    made.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_picture_made_to_harm_is_drawn_or_refused_within_the_limits(
    decoder: PictureDecoder, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.png").write_bytes(HOSTILE[name].make())
    (tmp_path / "b.png").write_bytes(picture("PNG"))
    words = HOSTILE[name].refusal
    if words:
        with pytest.raises(UnusableError, match=rf"^a\.png: {words}"):
            decoder.draw(str(tmp_path), "a.png", SIZE, (0, 0, 0))
    else:
        assert decoder.draw(str(tmp_path), "a.png", SIZE, (0, 0, 0))
    assert len(decoder.draw(str(tmp_path), "b.png", SIZE, (0, 0, 0)).data) == 3 * 40 * 20


def test_a_picture_that_takes_too_long_is_refused_with_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(confined_pictures, "HANDLER", "tests.worked:work_for_ever")  # no real one is slow everywhere
    (tmp_path / "a.png").write_bytes(picture("PNG"))
    decoder = PictureDecoder(Limits(memory_bytes=400_000_000, cpu_seconds=1, reply_bytes=1_000_000))
    with pytest.raises(UnusableError, match=r"^a\.png: needs more than 1 s of time$"):
        decoder.draw(str(tmp_path), "a.png", SIZE, (0, 0, 0))
    decoder.close()


def test_a_picture_that_needs_too_much_memory_is_refused_with_the_bound(tmp_path: Path) -> None:
    Image.new("RGB", (4800, 4800)).save(tmp_path / "a.png")
    decoder = PictureDecoder(Limits(memory_bytes=60_000_000, cpu_seconds=10, reply_bytes=1_000_000))
    with pytest.raises(UnusableError, match=r"^a\.png: needs more than 60 MB of memory$"):
        decoder.draw(str(tmp_path), "a.png", SIZE, (0, 0, 0))
    decoder.close()
