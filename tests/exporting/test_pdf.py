"""PDF: the page of HTML on paper, set in a confined process that reads nothing else."""

from __future__ import annotations

import ctypes.util

import pypdfium2
import pytest
from PIL import ImageFile

from reader.errors import ReaderError
from reader.exporting import pdf as pdf_module
from reader.exporting.pdf import answer, pdf
from reader.exporting.picture_set import PictureSet
from tests.exporting.hostile import hostile_edition

needs_pango = pytest.mark.skipif(not ctypes.util.find_library("pango-1.0"), reason="WeasyPrint needs Pango")


@needs_pango
def test_every_text_is_on_paper_and_the_bytes_are_the_same() -> None:
    made = pdf(hostile_edition(), PictureSet({}))
    with pypdfium2.PdfDocument(made) as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document)
        contents = [entry.get_title() for entry in document.get_toc()]
    for text in ("<script>x</script>", "第一", "Both in one", "Licence: CC-BY-4.0", "hill", "(bào)"):
        assert text in words
    assert "各自 Apart" in contents
    assert made == pdf(hostile_edition(), PictureSet({}))


@needs_pango
def test_no_address_is_fetched(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", False)  # WeasyPrint sets it for the whole process
    page = b'<html lang="en"><title>t</title><p>a<img src="file:///etc/hostname"><img src="http://127.0.0.1:9/x.png">'
    assert answer({}, page).data.startswith(b"%PDF")
    assert caplog.text.count("disallowed protocol") == 2


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_module, "find_spec", lambda _: None)
    with pytest.raises(ReaderError, match="pip install weasyprint"):
        pdf(hostile_edition(), PictureSet({}))
