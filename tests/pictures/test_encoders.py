"""Streams of pictures, parsed: their pixels are those of the scaled original."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from reader.errors import UnusableError
from reader.pictures import iterm2, kitty, sixel
from reader.pictures.confined_pictures import PictureDecoder
from reader.pictures.fitting import DrawingPart, PixelSize
from tests.drawing import examples
from tests.pictures.streams import KittyScreen, graphics, inline_picture, sixel_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

ISSUES = Path(__file__).parents[2] / "issues"
FOLDER, NAME = str(ISSUES / "lanes-and-rivers-03"), "bridge.png"
GROUND = (20, 30, 40)
MOST_DIFFERENCE = 4.0


@pytest.fixture(scope="module")
def decoder() -> Iterator[PictureDecoder]:
    made = PictureDecoder()
    yield made
    made.close()


def difference(one: Image.Image, other: Image.Image) -> float:
    assert one.size == other.size
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def original(size: PixelSize, part: DrawingPart) -> Image.Image:
    with Image.open(Path(FOLDER) / NAME) as picture:
        return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).crop(part)


@pytest.mark.parametrize(
    "part", [DrawingPart(0, 0, 241, 161), DrawingPart(0, 38, 241, 95), DrawingPart(100, 0, 241, 7)]
)
def test_every_encoder_draws_the_part_of_the_scaled_original(decoder: PictureDecoder, part: DrawingPart) -> None:
    size = PixelSize(241, 161)
    numbered = decoder.draw(FOLDER, NAME, size, GROUND, colours=256)
    [sent] = graphics(decoder.sixel(numbered, part))
    assert difference(sixel_picture(sent.text), original(size, part)) < MOST_DIFFERENCE
    pixels = decoder.draw(FOLDER, NAME, size, GROUND)
    screen = KittyScreen()
    screen.feed("".join(kitty.sent(7, decoder.png(pixels, part))) + kitty.placed(7, 1, DrawingPart(0, 0, *part.size)))
    with Image.open(BytesIO(screen.images[7])) as shown:
        assert difference(shown, original(size, part)) == 0
    [sent] = graphics(iterm2.inline(decoder.jpeg(pixels, part), part.size))
    found = inline_picture(sent.text)
    assert (found.keys["width"], found.keys["height"]) == (f"{part.size.width}px", f"{part.size.height}px")
    assert found.keys["size"] == str(len(found.data))
    with Image.open(BytesIO(found.data)) as shown:
        assert difference(shown, original(size, part)) < MOST_DIFFERENCE


@examples(20)
@given(st.integers(1, 40), st.integers(1, 20), st.integers(1, 256), st.integers(0, 2**32))
def test_a_sixel_picture_has_each_pixel(width: int, height: int, colours: int, seed: int) -> None:
    chance = random.Random(seed)
    palette = bytes(chance.randrange(256) for _ in range(768))
    numbers = bytes(chance.randrange(colours) for _ in range(width * height))
    [sent] = graphics(sixel.checked(sixel.encoded(numbers, width, palette)))
    shown = sixel_picture(sent.text)
    for at, number in enumerate(numbers):
        wanted = palette[3 * number : 3 * number + 3]
        assert all(abs(a - b) <= 2 for a, b in zip(shown.getpixel((at % width, at // width)), wanted, strict=True))


@pytest.mark.parametrize(
    "data", [b"", b"\x1bPq\x1b\\\x1b]52;c;YQ==\x07", b"\x1bPq?\x1b[c\x1b\\", b"\x1bPq\xff\x1b\\", b"text"]
)
def test_nothing_but_a_sixel_picture_goes_from_the_decoder_to_the_terminal(data: bytes) -> None:
    with pytest.raises(UnusableError):
        sixel.checked(data)


@given(st.binary(max_size=9000))
def test_kitty_gets_any_file_whole_once_and_gives_it_back(data: bytes) -> None:
    screen = KittyScreen()
    screen.feed("".join(kitty.sent(5, data)) + "\x1b[3;4H" + kitty.placed(5, 1, DrawingPart(0, 20, 60, 80)))
    assert screen.images == {5: data}
    column, row, keys = screen.placements[5, 1]
    assert (column, row, keys["x"], keys["y"], keys["w"], keys["h"]) == (3, 2, "0", "20", "60", "60")
    screen.feed(kitty.taken_away(5, 1))
    assert (screen.images, screen.placements) == ({5: data}, {})
    screen.feed(kitty.placed(5, 2, DrawingPart(0, 0, 1, 1)) + kitty.forgotten(5))
    assert (screen.images, screen.placements) == ({}, {})
