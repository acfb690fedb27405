import io

import pytest

from reader.errors import ReaderError
from reader.importing.objects import as_object
from reader.importing.pdf.pipeline import read_pdf
from tests.importing.layouts import LAYOUTS
from tests.importing.press import SONG, Press
from tests.importing.scenes import SCENES


def found_in(press, tmp_path, **choices):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path), **choices)


def tight(text):
    return "".join(text.split())


def said(entries):
    return [(entry["type"], tight(entry["text"])) for entry in entries]


@pytest.mark.parametrize("seed", [11, 12])
@pytest.mark.parametrize("scene", SCENES + LAYOUTS, ids=lambda scene: scene.__name__)
def test_a_page_is_read_as_it_was_written(scene, seed, tmp_path):
    press, truth = scene(seed)
    articles = as_object(found_in(press, tmp_path))["articles"]
    for wanted, article in zip(truth.get("articles") or [truth], articles, strict=True):
        for side in ("zh", "en"):
            assert said(article[side]) == said(wanted[side])
        assert article["title"] == wanted["title"]
    figures = [
        tuple(tight(figure.get(key, "")) for key in ("zh", "en", "credit", "page"))
        for article in articles
        for figure in article["figures"]
    ]
    assert figures == [
        tuple(tight(figure[key]) for key in ("zh", "en", "credit", "page")) for figure in truth["figures"]
    ]
    tables = [aside["rows"] for aside in truth["asides"] if aside["type"] == "table"]
    assert [aside["rows"] for article in articles for aside in article["asides"] if "rows" in aside] == tables


def test_what_is_no_pdf_is_told_in_a_line(tmp_path):
    path = tmp_path / "note.pdf"
    path.write_text("a note")
    with pytest.raises(ReaderError, match="no PDF, or a damaged one"):
        read_pdf(str(path))


def test_an_encrypted_file_is_told_in_a_line(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(10, 10, "hidden")
    canvas.save()
    path = tmp_path / "locked.pdf"
    path.write_bytes(file.getvalue())
    with pytest.raises(ReaderError, match="is encrypted"):
        read_pdf(str(path))


def test_a_page_without_text_is_told_in_a_line(tmp_path):
    press = Press()
    press.picture(0, 0, 595, 808)
    with pytest.raises(ReaderError, match="no text"):
        found_in(press, tmp_path)


def test_a_page_that_is_not_there_is_told_in_a_line(tmp_path):
    press = Press()
    press.text(46, 100, "一页", SONG)
    with pytest.raises(ReaderError, match="page 7"):
        found_in(press, tmp_path, pages=[7])


def test_a_paragraph_that_goes_on_elsewhere_is_told(tmp_path):
    press = Press()
    press.flow([(46, 100, 240, 400)], [("para", "渡船靠岸。" * 12), ("para", "岸上的人等着，" * 12)], SONG, 9.6, 16)
    blocks = found_in(press, tmp_path).articles[0].body["zh-Hans"]
    assert [block.continues for block in blocks] == [False, True]


def test_a_file_that_is_opened_again_after_some_pages_reads_the_same(tmp_path, monkeypatch):
    import pypdfium2

    path = tmp_path / "pages.pdf"
    with pypdfium2.PdfDocument.new() as file:
        for scene in SCENES[:5]:
            file.import_pages(pypdfium2.PdfDocument(scene(11)[0].data()), [0])
        file.save(path)
    at_once = as_object(read_pdf(str(path)))
    monkeypatch.setattr("reader.importing.pdf.page.document.PAGES_AT_ONCE", 2)
    assert as_object(read_pdf(str(path))) == at_once
    assert len(at_once["articles"]) > 1
