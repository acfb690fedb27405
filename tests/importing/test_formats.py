"""The table of formats, and sources read within bounds."""

import io

import pytest

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.importing import sources
from reader.importing.formats import ImportOptions, extract, format_of
from reader.importing.sources import file_source, stream_source


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7 and more", "pdf"),
        (b"junk\n%PDF-1.4", "pdf"),
        ("渡口".encode(), "pages"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"BM\x46\x0e\0\0\0\0\0\0", "picture"),
        (b"BMW and others", "pages"),
    ],
)
def test_a_source_is_recognised_by_its_first_bytes(head, kind):
    assert format_of(stream_source(io.BytesIO(head))).kind == kind


@pytest.mark.parametrize(
    "head", [b"\0\0\0\x18ftypheic\0\0", b"\0\0\0\x1cftypavif\0\0", b"\0\0\0\x0cjP  \r\n", b"8BPS\0\1"]
)
def test_pictures_of_kinds_that_are_not_read_are_refused_with_the_way_out(head):
    with pytest.raises(UnusableError, match=r"\(save it as JPEG\), which is not read"):
        format_of(stream_source(io.BytesIO(head)))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', r"an XML file of another kind \(svg\)"),
        (b'<?xml version="1.0"?>\n<rss><channel/></rss>', r"an XML file of another kind \(rss\)"),
        (b'{"name": "springs"}', "a JSON file"),
        (b'[{"name": "springs"}]', "a JSON file"),
        (b"# ours\nformat: 1\nid: springs-01\n", "an issue file already "),
        (b"#!/bin/sh\n", "a program"),
        (b"% ours\n\\documentclass{article}\n", "a LaTeX file"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "a spreadsheet"),
    ],
)
def test_what_is_no_source_is_refused_by_its_name(head, name):
    with pytest.raises(UnusableError, match=f"{name}.*, which is not read"):
        format_of(stream_source(io.BytesIO(head)))


@pytest.mark.parametrize("text", ["[1] a note", "{a} b", "# A title\nformat: wide\n", "<p>A paragraph", "#hashtag"])
def test_text_that_only_looks_like_another_kind_is_read(text):
    assert format_of(stream_source(io.BytesIO(text.encode())))


def test_the_mark_of_a_format_is_looked_for_in_the_first_bytes_only():
    assert format_of(stream_source(io.BytesIO(b" " * sources.HEAD_BYTES + b"%PDF-1.7"))).kind == "pages"


def test_a_pdf_on_the_standard_input_is_refused():
    source = stream_source(io.BytesIO(b"%PDF-1.7"))
    with pytest.raises(ReaderError, match="not from the standard input"):
        extract(source, ImportOptions())


def test_radicals_and_ligatures_become_characters_and_letters():
    page = "渡口\nThe Ferry\n⼭上的⻛，⾛过⾦山的⻔。更Ａ级：１２号\nThe ﬁrst oﬃce had a baﬄed staﬀ of ﬂoor clerks.\n"
    said = str(extract(stream_source(io.BytesIO(page.encode())), ImportOptions()))
    assert "山上的风，走过金山的门。更Ａ级：１２号" in said
    assert "The first office had a baffled staff of floor clerks." in said


def test_a_file_is_read_whole_as_text(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("\ufeff" + "渡口" * sources.HEAD_BYTES, "utf-8")
    source = file_source(str(path))
    assert len(source.head) == sources.HEAD_BYTES
    assert source.text() == "渡口" * sources.HEAD_BYTES


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b" \n", "is empty"),
        (b"\xff\xfe\0", "is damaged: it is no UTF-16 at byte 2"),
        (b"a\0b", "is no text"),
    ],
)
def test_what_is_no_text_is_refused(data, fault):
    with pytest.raises(UnusableError, match=fault):
        stream_source(io.BytesIO(data)).text()


def test_bounds_hold(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MAX_TEXT_BYTES", 10)
    with pytest.raises(UnusableError, match="more than 0 MB"):
        stream_source(io.BytesIO(b"a" * 20)).text()
    monkeypatch.setattr(sources, "MAX_FILE_BYTES", 10)
    path = tmp_path / "page.txt"
    path.write_bytes(b"a" * 20)
    with pytest.raises(UnusableError, match="larger than"):
        file_source(str(path))
    with pytest.raises(NotFoundError, match="a folder, not a file"):
        file_source(str(tmp_path))
