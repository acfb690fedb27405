"""Scanned pages and photos of pages: told, and recognised where the extra is installed."""

import os
import sys
from difflib import SequenceMatcher
from importlib.util import find_spec
from io import BytesIO
from types import SimpleNamespace

import pytest
from PIL import Image, ImageDraw, ImageFont

from reader.confined import ConfinedError, Reply
from reader.errors import ReaderError
from reader.importing.extraction import Extraction
from reader.importing.formats import ImportOptions, extract
from reader.importing.pdf import confined_pdf
from reader.importing.pdf.confined_pdf import read_confined_pdf
from reader.importing.pdf.page.character_maps import lacks_characters
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import Glyph, PdfPage, PlacedPicture
from reader.importing.pdf.page.scans import is_scan
from reader.importing.pdf.recognition import recogniser
from reader.importing.pdf.recognition.page_pictures import count_pages, is_picture, opened
from reader.importing.sources import file_source
from tests.importing import scenes
from tests.importing.press import TIMES, Press

PAGE = Box(0, 0, 600, 800)


@pytest.fixture
def no_extra(monkeypatch):
    monkeypatch.setattr(confined_pdf, "is_installed", lambda: False)


def scanned(path, before=()):
    """Writes a PDF with a page of text for each text, and then a page that is a picture."""
    from reportlab.lib.utils import ImageReader

    press = Press()
    for text in before:
        press.flow([(46, 80, 240, 600)], [("para", text)], TIMES, 9.6, 13)
        press.next_page()
    press.canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 808)
    path.write_bytes(press.data())
    return str(path)


@pytest.mark.parametrize(
    ("page", "scan"),
    [
        (PdfPage(1, 600, 800, pictures=(PlacedPicture(0, PAGE),)), True),
        (PdfPage(1, 600, 800, pictures=(PlacedPicture(0, Box(0, 0, 90, 90)),)), False),
        (PdfPage(1, 600, 800, (Glyph("a", 0, 5, 400, 9),) * 30, pictures=(PlacedPicture(0, PAGE),)), False),
        (PdfPage(1, 600, 800, (Glyph("a", 0, 5, 780, 9),) * 90, pictures=(PlacedPicture(0, PAGE),)), True),
        (PdfPage(1, 600, 800, (Glyph("a", 0, 5, 780, 9),) * 300, pictures=(PlacedPicture(0, PAGE),)), False),
        (PdfPage(1, 600, 800, (Glyph("a", 0, 5, 700, 9),) * 90, pictures=(PlacedPicture(0, PAGE),)), False),
        (PdfPage(1, 600, 800, boxes=(Box(0, 0, 4, 4),) * 400), True),
        (PdfPage(1, 600, 800), False),
    ],
)
def test_a_page_with_a_picture_and_hardly_a_letter_is_a_scan(page, scan):
    assert is_scan(page) is scan


def test_a_scanned_file_names_the_extra(tmp_path, no_extra):
    with pytest.raises(ReaderError, match=r"page\.pdf has no text, for it is scanned: .*pip install '\.\[ocr\]'"):
        read_confined_pdf(scanned(tmp_path / "page.pdf"))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (
            "7KH\x03ODPS\x03RI\x03WKH\x03WRZHU\x03LV\x03OLW\x03HYHU\\\x03HYHQLQJ\x0f\x03DQG\x03WKH\x03ERDWV\x03FRPH\x03KRPH",
            True,
        ),
        ("ᒁԝᘩ䩛䩜֧ӊख़мևחϡຩࡽာІۥ߮䩟ϥ؎߮ϪטзЄ䦙зࡢ҅Ҩϡصڵ䦚ӑЋϣӏݥϩϼ࡛ёࣄϡҹ٩Ӝڵᒁԝ", True),
        ("■♥t❤❡❝❛s❡✇❤❡♥✖✭❊✭❑✮✮✕✸❂✹✇❡❤❛✈❡✖✭❑✁❊✭❑✮✮✔✶❂✹✳❇②t❤❡♥✉♠❜❡r♦❢❤❡❛❞s❛♥❞t❛✐❧s", True),
        (scenes.ZH[0] + scenes.EN[0] + "ガザ・フェイスの詩とエッセイ", False),
        (scenes.EN[0] + "∀ρ∈Θ: |θ−ψ| ≤ ε₁, 25 °C ± 3 °C, мир, © 2024", False),
        ("\uf0b7 one \uf0b7 two", False),
    ],
    ids=["numbers", "scripts", "signs", "mixed", "formula", "bullets"],
)
def test_letters_that_are_none_show_a_font_without_a_map(text, lacks):
    assert lacks_characters([Glyph(char, 0, 5, 10, 9) for char in 2 * text]) is lacks


def test_a_page_in_a_font_without_a_map_is_told_by_its_number(tmp_path, no_extra):
    from reportlab.pdfbase import pdfmetrics, ttfonts

    font, path = "Vera", tmp_path / "page.pdf"
    pdfmetrics.registerFont(ttfonts.TTFont(font, "Vera.ttf"))
    press = Press()
    press.flow([(46, 80, 240, 600)], [("para", " ".join(scenes.EN[:4]))], TIMES, 9.6, 13)
    press.next_page()
    for y in (100, 113, 126):
        press.text(46, y, "éàèùâêîôûëïüÿç ñõãåæø ðþßáíóú", font, 9.6)
    path.write_bytes(press.data().replace(b"/ToUnicode", b"/ToUniCode"))
    (told,) = read_confined_pdf(str(path)).skipped
    assert told.startswith("page 2 is set in fonts that do not say which characters their letters are")


def test_a_scanned_page_among_others_is_told_by_its_number(tmp_path, no_extra):
    found = read_confined_pdf(scanned(tmp_path / "page.pdf", [" ".join(scenes.EN[:4])]))
    assert found.articles[0].body["en"]
    (told,) = found.skipped
    assert told.startswith("page 2 is scanned, and not read: its text is recognised with the extra ocr")
    assert found.notes == (told,)


def test_a_scan_with_misread_text_is_told_by_its_number(tmp_path, no_extra):
    from reportlab.lib.utils import ImageReader

    press = Press()
    press.canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 595, 842)
    press.flow(
        [(46, 80, 540, 600)], [("para", "T|ie b0ats c{rry sa~t over tHe l~ke and come bacK. " * 12)], TIMES, 9.6, 13
    )
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (told,) = read_confined_pdf(str(path)).skipped
    assert told.startswith("page 1 is scanned, with text that was recognised badly: its text is recognised with")


def test_a_photo_says_that_it_is_a_picture(tmp_path, no_extra):
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (40, 30), "white").save(path)
    source = file_source(str(path))
    with pytest.raises(ReaderError, match=r"photo\.jpg is a picture: .*extra ocr"):
        extract(source, ImportOptions())


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF"])
def test_pictures_are_known_by_their_first_bytes(form):
    file = BytesIO()
    Image.new("RGB", (40, 35), "white").save(file, form)
    assert is_picture(file.getvalue())
    assert opened(file.getvalue()).size == (40, 35)


def picture_file(picture, form="PNG", **options):
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


NOISE = Image.effect_noise((300, 200), 90)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n and nothing else", "damaged"),
        (picture_file(NOISE, "JPEG")[:4000], "damaged"),
        (picture_file(NOISE)[:4000], "damaged"),
        (picture_file(Image.new("1", (100_000, 1))), "less than 32 pixels"),
        (picture_file(Image.new("1", (1, 100_000))), "less than 32 pixels"),
        (picture_file(Image.new("1", (12_000, 9_000))), "more than 100 million pixels; save it with fewer"),
        (picture_file(Image.new("1", (20_000, 20_000))), "more than 100 million pixels"),
    ],
    ids=["head", "jpeg cut off", "png cut off", "flat", "narrow", "large", "bomb"],
)
def test_hostile_pictures_are_told(data, told):
    with pytest.raises(ReaderError, match=told):
        opened(data)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "I", "F", "RGBA"])
def test_a_large_picture_is_read_smaller(mode):
    if mode in ("I", "F"):
        pytest.importorskip("numpy")  # comes with the recogniser, an extra
    picture = Image.new(mode, (7_000, 5_000))
    found = opened(picture_file(picture, "TIFF", dpi=(600, 600)))
    assert (found.size, found.mode, found.info["dpi"]) == ((3_500, 2_500), "RGB", (300, 300))


def test_a_large_picture_keeps_the_least_side():
    assert opened(picture_file(Image.new("L", (900_000, 40)))).size == (900_000, 40)


def test_each_page_of_a_tiff_file_is_opened():
    shades = [Image.new("L", (40, 40), shade) for shade in (0, 90, 200)]
    data = picture_file(shades[0], "TIFF", save_all=True, append_images=shades[1:])
    assert [opened(data, number).getpixel((5, 5))[0] for number in range(1, count_pages(data) + 1)] == [0, 90, 200]
    with pytest.raises(ReaderError, match="damaged"):
        opened(data, 4)
    film = picture_file(shades[0], "GIF", save_all=True, append_images=shades[1:])
    assert count_pages(film) == count_pages(b"II*\0 and nothing else") == 1


class FakeProcess:
    """A recogniser of three pages that answers with their numbers, and cannot read the second."""

    def __init__(self, count, letters=30):
        self.count, self.letters = count, letters

    def ask(self, request, data=b"", seconds=None):
        if request["wanted"] == "count":
            return Reply(self.count)
        if request["number"] == 2:
            raise ConfinedError("needs more than 4000 MB of memory")
        return Reply(self.letters, str(request["number"]).encode())


def printed(path):
    """Writes a PDF with two pages of text, none of which is a picture."""
    press = Press()
    for text in scenes.EN[:2]:
        press.flow([(46, 80, 240, 600)], [("para", text)], TIMES, 9.6, 13)
        press.next_page()
    path.write_bytes(press.data())
    return str(path)


def test_all_pages_are_recognised_if_one_wants_so(tmp_path, monkeypatch):
    monkeypatch.setattr(confined_pdf, "is_installed", lambda: True)
    monkeypatch.setattr(confined_pdf, "_recognition", lambda: FakeProcess(3))
    monkeypatch.setattr(confined_pdf, "_assembled", lambda path, found, skipped: (found, skipped))
    skipped = ["page 2: needs more than 4000 MB of memory; skipped"]
    found = [read_confined_pdf(printed(tmp_path / "page.pdf"), (1, 2), ocr=ocr) for ocr in ("always", "auto")]
    assert found[0] == ([b"1"], skipped)
    assert len(found[1][0]) == 2


def test_recognising_all_pages_needs_the_extra(tmp_path, no_extra):
    with pytest.raises(ReaderError, match=r"page\.pdf: page 1 is not read: its text is recognised with the extra ocr"):
        read_confined_pdf(printed(tmp_path / "page.pdf"), (1,), ocr="always")


def test_the_pages_of_a_tiff_file_are_put_together(monkeypatch):
    monkeypatch.setattr(confined_pdf, "is_installed", lambda: True)
    monkeypatch.setattr(confined_pdf, "_recognition", lambda: FakeProcess(3))
    monkeypatch.setattr(confined_pdf, "_assembled", lambda path, found, skipped: (found, skipped))
    done = []
    found = confined_pdf.read_confined_picture("scan.tiff", b"", lambda *numbers: done.append(numbers))
    assert found == ([b"1", b"3"], ["page 2: needs more than 4000 MB of memory; skipped"])
    assert done == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        (1, ("it may show no page: only a letter was recognised on it",)),
        (6, ("it may show no page: only 6 letters were recognised on it",)),
        (30, ()),
    ],
)
def test_a_picture_with_hardly_a_letter_may_show_no_page(monkeypatch, letters, told):
    monkeypatch.setattr(confined_pdf, "is_installed", lambda: True)
    monkeypatch.setattr(confined_pdf, "_recognition", lambda: FakeProcess(1, letters))
    monkeypatch.setattr(confined_pdf, "_assembled", lambda path, found, skipped: Extraction(("en",)))
    assert confined_pdf.read_confined_picture("photo.jpg", b"").doubted == told


def test_a_picture_without_a_letter_shows_no_page(monkeypatch):
    monkeypatch.setattr(confined_pdf, "is_installed", lambda: True)
    monkeypatch.setattr(confined_pdf, "_recognition", lambda: FakeProcess(1, 0))
    with pytest.raises(ReaderError, match=r"photo\.jpg shows no page: no text was recognised on it"):
        confined_pdf.read_confined_picture("photo.jpg", b"")


def test_what_shines_through_a_picture_is_white():
    picture = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 20, 40))
    assert [opened(picture_file(picture)).getpixel((x, 9)) for x in (5, 35)] == [(0, 0, 0), (255, 255, 255)]


def test_a_deep_grey_picture_keeps_its_range():
    picture = Image.new("I;16", (40, 40), 60_000)
    assert opened(picture_file(picture, "TIFF")).getpixel((5, 5))[0] == pytest.approx(234, abs=1)


@pytest.mark.parametrize(("mode", "black", "white"), [("F", 0.0, 1.0), ("I", 0, 4095), ("F", -2.0, 6.0)])
def test_a_picture_of_numbers_has_its_own_black_and_white(mode, black, white):
    pytest.importorskip("numpy")  # comes with the recogniser, an extra
    picture = Image.new(mode, (40, 40), white)
    picture.paste(black, (0, 0, 20, 40))
    pixels = opened(picture_file(picture, "TIFF"))
    assert [pixels.getpixel((x, 9)) for x in (5, 35)] == [(0, 0, 0), (255, 255, 255)]


def test_the_recogniser_is_forbidden_to_report_its_use_before_it_is_loaded(tmp_path, monkeypatch):
    models = tmp_path / "models"
    models.mkdir()
    for part in ("det", "rec"):
        (models / f"pp_{part}_small.onnx").touch()
    monkeypatch.setattr(os, "environ", environment := {})
    found = []

    def engine(params):
        found.append(environment.get("ORT_DISABLE_TELEMETRY"))

    runtime = SimpleNamespace(disable_telemetry_events=lambda: found.append("no events"))
    monkeypatch.setattr(recogniser, "is_installed", lambda: True)
    monkeypatch.setitem(sys.modules, "onnxruntime", runtime)
    monkeypatch.setitem(sys.modules, "rapidocr", SimpleNamespace(__file__=models.parent / "x.py", RapidOCR=engine))
    recogniser._engine.__wrapped__()
    assert found == ["no events", "1"]


@pytest.mark.skipif(not find_spec("rapidocr"), reason="needs the extra ocr")
def test_the_text_of_a_picture_is_recognised(tmp_path):
    picture = Image.new("RGB", (1600, 600), "white")
    draw = ImageDraw.Draw(picture)
    for at, text in enumerate(("The boats carry salt over the lake", "and come back when the wind turns.")):
        draw.text((60, 100 + 60 * at), text, fill="black", font=ImageFont.load_default(40))
    path = tmp_path / "photo.png"
    picture.save(path)
    source = file_source(str(path))
    found = extract(source, ImportOptions())
    article = found.articles[0]
    texts = [*article.title.values(), *(block.text for block in article.body["en"])]
    texts += [text for aside in article.asides for text in aside.texts.get("en", ())]
    assert sorted(" ".join(texts).split()) == sorted(
        ["The", "boats", "carry", "salt", "over", "the", "lake", "and", "come", "back", "when", "the", "wind", "turns."]
    )


@pytest.mark.skipif(not find_spec("rapidocr"), reason="needs the extra ocr")
def test_the_text_of_a_printed_page_is_recognised_if_one_wants_so(tmp_path):
    path = printed(tmp_path / "page.pdf")
    printed_text, recognised = (read_confined_pdf(path, (1,), ocr=ocr) for ocr in ("off", "always"))
    assert recognised.notes == (
        "page 1 of the file was read as a picture: its text was recognised; compare it with the page",
    )
    letters = ["".join(filter(str.isalpha, str(each.articles[0].body["en"]))) for each in (printed_text, recognised)]
    assert SequenceMatcher(None, *letters, autojunk=False).ratio() > 0.97
