"""Shadows on pictures of pages, made even: needs the extra that recognises text, but no recognition."""

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

pytest.importorskip("cv2")

import numpy

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.page_ink import PageInk
from reader.importing.pdf.recognition.page_light import light_on

TEXT = "boats carry salt over"
WIDE, HIGH = 1200, 1600
FIELD = (640, 200, 1100, 1400)


def page(*, field=None, picture=False):
    """Returns a page of lines, with a coloured field at its side or a photograph at its foot."""
    sheet = Image.new("RGB", (WIDE, HIGH), "white")
    draw = ImageDraw.Draw(sheet)
    if field:
        draw.rectangle(FIELD, fill=field)
    for y in range(100, 1000 if picture else 1540, 60):
        draw.text((90, y), TEXT, fill="black", font=ImageFont.load_default(32))
    if picture:
        sheet.paste(Image.effect_noise((900, 400), 90).convert("RGB"), (150, 1100))
    return sheet


def shade():
    """Returns a shadow over the lower right of a page, with a soft edge."""
    y, x = numpy.mgrid[0:HIGH, 0:WIDE]
    return 1 - 0.45 / (1 + numpy.exp(-20 * (x / WIDE + y / HIGH - 1)))


def in_a_shadow(sheet):
    soft = numpy.asarray(sheet.filter(ImageFilter.GaussianBlur(0.6)))
    return Image.fromarray((soft * shade()[..., None]).astype("uint8"))


@pytest.mark.parametrize("field", [None, "#d2d2d2", "#c8dcf0"])
def test_paper_and_fields_in_a_shadow_are_as_bright_as_in_the_light(field):
    even = PageInk(in_a_shadow(page(field=field))).grey.astype(int)
    assert numpy.percentile(even[1420:, 100:1100], 5) > 240
    left, top, right, bottom = FIELD
    parts = [even[y : y + 100, left + 60 : right - 20] for y in range(top + 60, bottom - 120, 150)]
    levels = [numpy.median(part) for part in parts]
    assert max(levels) - min(levels) < 14
    if field:
        assert 190 < numpy.median(levels) < 240


def test_lines_over_the_edge_of_a_shadow_are_measured():
    font, even = ImageFont.load_default(32), PageInk(in_a_shadow(page()))
    for y in range(1000, 1500, 60):
        left, top, right, bottom = ImageDraw.Draw(page()).textbbox((90, y), TEXT, font=font)
        ink = even.line(Box(left - 5, top - 5, right + 5, bottom + 5), TEXT)
        assert ink
        assert ink.colour == 0


def test_a_photograph_is_no_shadow():
    sheet = page(picture=True)
    ink = PageInk(in_a_shadow(sheet)).ink.mask
    assert ink[1120:1480, 170:1030].mean() > 0.6


def test_the_light_on_an_even_page_is_a_plane():
    light = light_on(numpy.asarray(page(field="#e9e9e9").convert("L")))
    assert float(light.max() - light.min()) < 12
