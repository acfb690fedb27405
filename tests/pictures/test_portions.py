"""Drawings in portions: together they are the whole, and behind each a drawing can be ended."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from reader.pictures import sixel
from reader.pictures.portions import PORTION_CHARS, joined, portions_of_sixel
from tests.drawing import examples
from tests.pictures.streams import graphics, sixel_picture

WIDTH, HEIGHT, BAND_PIXELS = 400, 121, 6


def test_a_sixel_picture_ends_behind_each_piece_with_the_bands_that_have_come() -> None:
    numbers = random.Random(1).randbytes(WIDTH * HEIGHT)
    data = sixel.encoded(numbers, WIDTH, bytes(range(256)) * 3).decode()
    portions = list(portions_of_sixel(data))
    assert "".join(portion.text for portion in portions) == data
    assert portions[-1].closing == ""
    [whole] = graphics(data)
    picture, begun = sixel_picture(whole.text), ""
    for portion in portions[:-1]:
        assert len(portion.text) <= PORTION_CHARS or sixel.NEXT_BAND not in portion.text[1:]
        begun += portion.text
        [part] = graphics(begun + portion.closing)
        bands = begun.count(sixel.NEXT_BAND) + 1
        box = (0, 0, WIDTH, bands * BAND_PIXELS)
        assert sixel_picture(part.text).crop(box).tobytes() == picture.crop(box).tobytes()


@examples(30)
@given(st.lists(st.integers(0, 2 * PORTION_CHARS), max_size=20))
def test_parts_are_joined_up_to_a_length_and_none_is_divided(lengths: list[int]) -> None:
    parts = [str(number % 10) * length for number, length in enumerate(lengths)]
    portions = list(joined(parts))
    assert "".join(portion.text for portion in portions) == "".join(parts)
    assert all(len(portion.text) <= max([PORTION_CHARS, *lengths]) for portion in portions)
    assert len(portions) <= 1 + sum(lengths) * 2 // PORTION_CHARS
