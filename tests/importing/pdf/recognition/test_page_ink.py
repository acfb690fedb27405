"""Pictures of pages, made straight and measured: needs the extra that recognises text, but no recognition."""

from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.recognised_line import RecognisedLine
from reader.model.record import replace

pytest.importorskip("cv2")

import numpy

from reader.importing.pdf.recognition import recogniser
from reader.importing.pdf.recognition.line_joins import with_joined
from reader.importing.pdf.recognition.line_leads import with_bullets, with_numbers
from reader.importing.pdf.recognition.page_ink import PageInk
from reader.importing.pdf.recognition.scanned_shapes import shapes_on
from reader.importing.pdf.recognition.show_through import without_show_through
from reader.importing.pdf.recognition.straightening import slope_of, straight

FONT = ImageFont.load_default(32)
TEXT = "boats carry salt over the lake"


def sheet(*, size=(1200, 1600), ground="white", rows=(), text=TEXT, ink="black", x=100):
    """Returns a page, its pencil and the boxes of its lines, as a recogniser draws them."""
    picture = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(picture)
    boxes = []
    for y in rows:
        draw.text((x, y), text, fill=ink, font=FONT)
        left, top, right, bottom = draw.textbbox((x, y), text, font=FONT)
        boxes.append(Box(left - 5, top - 5, right + 5, bottom + 5))
    return picture, draw, boxes


def ink_of(picture, box, text=TEXT):
    return PageInk(picture).line(box, text)


def test_letters_are_measured_tightly_and_above_their_tails():
    picture, draw, (box,) = sheet(rows=[100], text="a good page")
    ink = ink_of(picture, box, "a good page")
    left, _, right, bottom = draw.textbbox((100, 100), "a good page", font=FONT)
    assert ink.box.left == pytest.approx(left, abs=2)
    assert ink.box.right == pytest.approx(right, abs=2)
    assert ink.box.bottom == pytest.approx(bottom, abs=2)
    assert ink.foot == pytest.approx(draw.textbbox((100, 100), "a od a", font=FONT)[3], abs=2)


@pytest.mark.parametrize(("lead", "is_larger"), [("1 MW ", True), ("1 MW ", False), ("Ha ", True)])
def test_a_line_that_begins_with_larger_words_has_the_size_of_the_others(lead, is_larger):
    picture, draw, _ = sheet()
    draw.text(
        (100, 200), lead, fill="black", font=(font := FONT.font_variant(size=44 if is_larger else 32)), anchor="ls"
    )
    start = 100 + font.getlength(lead)
    draw.text((start, 200), TEXT, fill="black", font=FONT, anchor="ls")
    _, top, right, _ = draw.textbbox((start, 200), TEXT, font=FONT, anchor="ls")
    ink = ink_of(picture, Box(95, 160, right + 5, 212), lead + TEXT)
    assert ink.box.top == pytest.approx(top, abs=2)


@pytest.mark.parametrize(
    ("ground", "ink", "colour"),
    [("white", "black", 0), ("black", "white", 0xFFFFFF), ("#e8e0d0", "#101020", 0), ("white", "#d01020", 0xFF0000)],
)
def test_ground_and_colour_of_letters_are_told(ground, ink, colour):
    picture, _, (box,) = sheet(rows=[100], ground=ground, ink=ink)
    assert ink_of(picture, box).colour == colour


def test_the_ground_of_blurred_letters_is_the_paper_between_them():
    picture, _, boxes = sheet(rows=range(100, 1500, 60))
    page = PageInk(picture.filter(ImageFilter.GaussianBlur(2.6)))
    for box in boxes:
        assert page.line(box, TEXT).ground > page.paper - page.ink.least_tint


def test_noise_makes_the_paper_no_darker_than_the_light_on_it():
    picture, _, _ = sheet(rows=range(100, 1500, 60))
    noise = numpy.random.default_rng(3).normal(0, 6, (1600, 1200))
    dim = (numpy.asarray(picture) * 0.8 + noise[..., None]).clip(0, 255)
    assert numpy.median(PageInk(Image.fromarray(dim.astype("uint8"))).grey) >= 252


def test_letters_on_a_photograph_are_not_measured():
    picture, draw, (box,) = sheet(rows=[100])
    picture.paste(Image.effect_noise(picture.size, 120).convert("RGB"))
    draw.text((100, 100), TEXT, fill="black", font=FONT)
    assert ink_of(picture, box) is None


def test_frames_and_bars_at_a_line_are_no_letters_of_it():
    picture, draw, (box,) = sheet(rows=[100])
    alone = ink_of(picture, box)
    draw.rectangle((box.left - 2, 0, box.left - 1, 300), fill="black")
    draw.rectangle((0, box.bottom - 2, 1200, box.bottom + 20), fill="black")
    framed = ink_of(picture, box)
    assert (framed.box.left, framed.box.right, framed.foot) == pytest.approx(
        (alone.box.left, alone.box.right, alone.foot), abs=2
    )


def test_a_shadow_over_the_page_is_no_ink():
    picture, _, boxes = sheet(rows=range(100, 1500, 60))
    shadow = numpy.linspace(1.0, 0.6, picture.width)[None, :, None]
    dim = Image.fromarray((numpy.asarray(picture) * shadow).astype("uint8"))
    page = PageInk(dim)
    assert page.ink.mask.mean() == pytest.approx(PageInk(picture).ink.mask.mean(), rel=0.2)
    assert not page.has_ink(Box(900, 40, 1150, 90))
    assert page.has_ink(boxes[-1])


def test_shapes_are_rules_frames_fields_and_pictures():
    picture, draw, (box,) = sheet(rows=[130])
    draw.rectangle((90, 300, 1100, 303), fill="black")  # a rule
    draw.ellipse((100, 400, 220, 500), outline="black", width=3)
    draw.rectangle((300, 400, 500, 480), fill="#3060c0")  # two fields of a chart that touch
    draw.rectangle((501, 400, 700, 480), fill="#c06030")
    picture.paste(Image.effect_noise((400, 300), 90).convert("RGB"), (600, 900))
    draw.rectangle((90, 120, box.right + 10, 190), outline="black", width=2)  # a frame around the line
    page = PageInk(picture)
    shapes = shapes_on(page, [RecognisedLine(TEXT, box, page.line(box, TEXT))], 0.36)
    found = [shape.scaled(1 / 0.36) for shape in shapes]

    def has(left, top, right, bottom):
        return any(
            max(abs(a.left - left), abs(a.top - top), abs(a.right - right), abs(a.bottom - bottom)) < 8 for a in found
        )

    assert has(90, 300, 1100, 303)
    assert has(100, 400, 220, 500)
    assert has(300, 400, 500, 480)
    assert has(501, 400, 700, 480)
    assert has(600, 900, 1000, 1200)
    assert has(90, 120, box.right + 10, 190)
    assert not has(box.left, box.top, box.right, box.bottom)
    assert not any(a.left > 600 and a.right < 1000 and a.top > 900 and a.bottom < 1200 for a in found)


def test_faint_print_on_the_back_of_a_sheet_is_neither_text_nor_shape():
    picture, draw, boxes = sheet(rows=range(130, 400, 90))
    draw.text((100, 600), TEXT[::-1], fill="#c8c8c8", font=FONT)
    draw.rectangle((100, 700, 160, 704), fill="#c8c8c8")
    draw.rectangle((100, 800, 700, 803), fill="black")
    page = PageInk(picture)
    behind = Box(95, 595, 700, 640)
    lines = [RecognisedLine(TEXT, box, page.line(box, TEXT), 0.99) for box in boxes]
    found = [*lines, RecognisedLine("ekal eht", behind, page.line(behind, "ekal eht"), 0.6)]
    bullet = RecognisedLine("•", Box(100, 800, 103, 803))
    assert without_show_through(page, [*found, bullet]) == [*lines, bullet]
    assert without_show_through(page, [replace(line, confidence=0.6) for line in lines])
    shapes = [shape.scaled(1 / 0.36) for shape in shapes_on(page, lines, 0.36, shines_through=True)]
    assert [(shape.left, shape.top) for shape in shapes] == [pytest.approx((100, 800), abs=4)]


def test_noise_and_blur_hide_neither_a_grey_field_nor_the_letters_on_it():
    picture, draw, (box, *_) = sheet(rows=range(130, 1500, 40))
    draw.rectangle((60, 60, 1100, 120), fill="#203060")
    draw.rectangle((60, 121, 1100, 400), fill="#c0c0c0")
    draw.text((100, 130), TEXT, fill="black", font=FONT)
    noise = numpy.random.default_rng(1).normal(0, 15, (picture.height, picture.width, 1))
    blurred = numpy.asarray(picture.filter(ImageFilter.GaussianBlur(1.2)))
    page = PageInk(Image.fromarray((blurred + noise).clip(0, 255).astype("uint8")))
    ink = page.line(box, TEXT)
    assert ink
    shapes = [shape.scaled(1 / 0.36) for shape in shapes_on(page, [RecognisedLine(TEXT, box, ink)], 0.36)]
    assert any((field.left, field.top, field.bottom) == pytest.approx((60, 121, 400), abs=8) for field in shapes)


@pytest.mark.parametrize("angle", [-3.0, -1.0, 0.0, 0.4, 2.0])
def test_crooked_lines_are_turned_level(angle):
    picture, _, _ = sheet(rows=range(100, 1500, 60))
    turned = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor="white")
    assert slope_of(numpy.asarray(turned)) == pytest.approx(-angle, abs=0.15)
    assert slope_of(numpy.asarray(straight(turned))) == pytest.approx(0, abs=0.15)


def test_a_page_without_lines_stays_as_it_is():
    picture = Image.effect_noise((800, 1000), 60).convert("RGB")
    assert straight(picture).tobytes() == picture.tobytes()
    flat = Image.new("RGB", (20, 4000), "white")
    assert straight(flat) is flat


def test_a_sheet_on_a_table_is_cut_out():
    page, _, _ = sheet(rows=range(100, 1500, 60))
    photo = Image.new("RGB", (1600, 2000), "#3a302a")
    photo.paste(page.rotate(0), (200, 150))
    corners = (0, 0, -60, 2000, 1600, 2040, 1560, -30)  # seen from the side
    found = straight(photo.transform(photo.size, Image.Transform.QUAD, corners, resample=Image.Resampling.BICUBIC))
    assert found.width / found.height == pytest.approx(1200 / 1600, rel=0.05)
    assert numpy.asarray(found).mean() > 220


@pytest.mark.parametrize("shape", ["ellipse", "rectangle", "polygon"])
@pytest.mark.parametrize("is_in_box", [False, True])
def test_a_bullet_that_was_not_read_is_put_back(shape, is_in_box):
    picture, draw, (box,) = sheet(rows=[100])
    place = (70, 107, 88, 125)
    corners = [(79, 107), (88, 116), (79, 125), (70, 116)] if shape == "polygon" else place
    getattr(draw, shape)(corners, fill="black")
    line_box = Box(66, box.top, box.right, box.bottom) if is_in_box else box
    page = PageInk(picture)
    bullet, line = with_bullets(page, [RecognisedLine(TEXT, line_box, page.line(line_box, TEXT))])
    assert (bullet.text, line.text) == ("•", TEXT)
    assert bullet.box.left == pytest.approx(70, abs=2)
    assert line.ink.box.left > 95


@pytest.mark.parametrize("text", ["one two", "口岸 and", "l o l", "• and"])
def test_letters_are_no_bullets(text):
    picture, _, (box,) = sheet(rows=[100], text=text.replace("口岸", "D D"))
    page = PageInk(picture)
    assert [line.text for line in with_bullets(page, [RecognisedLine(text, box, page.line(box, text))])] == [text]


@pytest.mark.parametrize(("text", "count"), [("实时声场分析", 2), ("so it goes on", 1)])
def test_a_bullet_may_be_near_a_han_character(text, count):
    picture, draw, (box,) = sheet(rows=[100], text="H H H H H H H")
    middle, right = (box.top + box.bottom) / 2, box.left + 2
    draw.polygon(
        [(right - 16, middle), (right - 8, middle - 8), (right, middle), (right - 8, middle + 8)], fill="black"
    )
    page = PageInk(picture)
    assert len(with_bullets(page, [RecognisedLine(text, box, page.line(box, text))])) == count


def test_a_faint_level_stroke_is_no_gap():
    """Dashes as wide as ``一`` between letters, so thin and pale that half of the contrast does not show them."""
    picture, draw, (box,) = sheet(rows=[100], text="boats carry      salt over")
    left = 100 + FONT.getlength("boats carry ") + 4
    (gap,) = ink_of(picture, box).gaps
    draw.rectangle((left, 118, left + 22, 119), fill="#a0a0a0")
    found = ink_of(picture, box).gaps
    assert all(end - begin < gap[1] - gap[0] - 20 for begin, end in found)


@pytest.mark.parametrize(
    ("gap", "read", "found"),
    [
        (-8, f"2.1 {TEXT}", [f"2.1 {TEXT}"]),
        (2, f"2.1 {TEXT}", [f"2.1 {TEXT}"]),
        (2, "another text", ["2.1", TEXT]),
        (12, f"2.1 {TEXT}", ["2.1", TEXT]),
    ],
)
def test_a_line_that_was_cut_in_two_is_put_together(gap, read, found):
    picture, draw, (box,) = sheet(rows=[100])
    draw.text((50, 100), "2.1", fill="black", font=FONT)
    page = PageInk(picture)
    number = Box(45, box.top, box.left - gap, box.bottom)
    lines = [RecognisedLine(TEXT, box, page.line(box, TEXT)), RecognisedLine("2.1", number, page.line(number, "2.1"))]
    joined = with_joined(page, lines, lambda crop: read)
    assert [line.text for line in joined] == found
    if len(joined) == 1:
        assert (joined[0].box.left, joined[0].box.right) == (45, box.right)


def test_first_letters_that_are_blurred_are_no_bullets():
    picture, _, (box,) = sheet(rows=[100], text="so it goes")
    page = PageInk(picture.filter(ImageFilter.GaussianBlur(4)))
    tight = Box(box.left + 30, box.top, box.right, box.bottom)
    assert [
        line.text for line in with_bullets(page, [RecognisedLine("it goes", tight, page.line(tight, "it goes"))])
    ] == ["it goes"]


def test_a_drop_cap_is_as_wide_as_its_letter():
    picture, draw, _ = sheet(rows=[100], x=230)
    cap = ImageFont.load_default(160)
    draw.text((100, 80), "A", fill="black", font=cap)
    left, top, right, bottom = draw.textbbox((100, 80), "A", font=cap)
    ink = ink_of(picture, Box(left - 5, top - 5, 242, bottom + 5), "A")
    assert ink.box.right == pytest.approx(right, abs=3)


def test_parts_of_a_photograph_before_a_line_are_no_number():
    picture, draw, (box,) = sheet(rows=[100])
    draw.ellipse((55, 92, 75, 112), outline="black", width=4)  # high over the foot of the line
    page = PageInk(picture)
    lines = [RecognisedLine(TEXT, box, page.line(box, TEXT))]
    assert [line.text for line in with_numbers(page, lines, lambda crop: f"2 {TEXT}")] == [TEXT]


@pytest.mark.parametrize("number", ["2", "2.", "3.2", "(1)", "（12）", "iv.", "a)"])
def test_numbers_before_lines(number):
    picture, draw, (box,) = sheet(rows=[100])
    draw.text((50, 100), "2", fill="black", font=FONT)
    page = PageInk(picture)
    lines = [RecognisedLine(TEXT, box, page.line(box, TEXT))]
    assert [line.text for line in with_numbers(page, lines, lambda crop: f"{number} {TEXT}")] == [f"{number} {TEXT}"]
    assert [line.text for line in with_numbers(page, lines, lambda crop: f"l {TEXT}")] == [TEXT]


def test_a_number_before_a_heading_is_read_with_it():
    picture, draw, boxes = sheet(rows=[100, 400])
    draw.text((50, 100), "2", fill="black", font=FONT)
    page = PageInk(picture)
    lines = [RecognisedLine(TEXT, box, page.line(box, TEXT)) for box in boxes]
    asked = []
    found = with_numbers(page, lines, lambda crop: asked.append(crop.shape) or f"2 {TEXT}")
    assert [line.text for line in found] == [f"2 {TEXT}", TEXT]
    assert found[0].box.left < 60
    assert len(asked) == 1
    assert [line.text for line in with_numbers(page, lines, lambda crop: "another text")] == [TEXT, TEXT]


def test_each_page_is_searched_for_lines_after_a_single_line_was_read(monkeypatch):
    asked = []

    def engine(pixels, **choices):
        asked.append(choices)
        return SimpleNamespace(boxes=None, txts=("2",), scores=(1.0,))

    monkeypatch.setattr(recogniser, "_engine", lambda: engine)
    page = PageInk(sheet()[0])
    assert recogniser._text_on(page.pixels) == "2"
    assert recogniser.lines_on(page) == []
    assert asked == [{"use_det": False, "use_rec": True}, {"use_det": True, "use_rec": True}]


def test_texts_of_drawings_and_of_nothing_are_no_lines(monkeypatch):
    picture, draw, (box,) = sheet(rows=[100])
    draw.ellipse((300, 300, 330, 330), outline="black", width=4)
    draw.rectangle((100, 312, 300, 318), fill="black")
    boxes = [box, Box(296, 296, 334, 334), Box(700, 700, 740, 730)]
    corners = [numpy.array([[b.left, b.top], [b.right, b.top], [b.right, b.bottom], [b.left, b.bottom]]) for b in boxes]
    read = SimpleNamespace(boxes=corners, txts=(TEXT, "O", "3"), scores=(0.9, 0.9, 0.9))
    monkeypatch.setattr(recogniser, "_engine", lambda: lambda pixels, **choices: read)
    assert [line.text for line in recogniser.lines_on(PageInk(picture))] == [TEXT]


def test_a_page_with_a_dark_picture_at_its_foot_is_no_sheet_on_a_table():
    page, draw, _ = sheet(rows=range(100, 900, 60))
    draw.rectangle((0, 1100, 1200, 1600), fill="#203040")
    assert straight(page).size == page.size
