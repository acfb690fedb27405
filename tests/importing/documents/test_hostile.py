"""Sources that are made to harm, or damaged: one line with the place, or a text without anything of the harm."""

import pytest

from reader.errors import UnusableError
from reader.importing.documents import archives as bounds
from reader.importing.documents.archives import resolved
from reader.importing.documents.confined_documents import pictures_of
from reader.importing.sources import file_source
from tests.importing.documents.archives import ENCRYPTION, book, word
from tests.importing.documents.reading import TAGS, document, pairs, read

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTER = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
XLIFF = '<xliff version="1.2"><file><body><trans-unit id="1"><source>{}</source></trans-unit></body></file></xliff>'
TMX = '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
TEXT = "<html><body><p>Five words of a text.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.xlf", ENTITIES + XLIFF.format("&b;"), "a.xlf: line 1: declares the entity 'a'; none is read"),
        ("a.tmx", OUTER + TMX.format("&e;"), "line 1: declares the entity 'e'"),
        ("a.tmx", PARAMETER + TMX.format("x"), "line 1: declares the entity 'p'"),
        ("a.xlf", "<xliff>\n<file></xliff>", "line 2, column 9: mismatched tag"),
        ("a.xlf", "<xliff>" + "<g>" * 300, "line 1: nested more than 200 deep"),
        ("a.html", "<p>" + "<div>" * 300, "line 1: nested more than 200 deep"),
        ("a.epub", book(OUTER + TEXT), r"c.xhtml: its doctype declares entities; none is read"),
        ("a.epub", book(TEXT, META__encryption_dot_xml=ENCRYPTION), "is encrypted: its text cannot be read"),
        ("a.epub", book(TEXT, "../../etc/passwd"), "its spine names no page"),
        ("a.epub", book(TEXT)[:300], "is a damaged archive"),
        ("a.docx", word(ENTITIES + "<w:document/>"), "word/document.xml: line 1: declares the entity 'a'"),
        ("a.docx", b"nothing", "is a damaged archive"),
        ("a.po", 'msgid "a"\nmsgstr "b\n', "a.po: line 2: a text without its closing quotation mark"),
        ("a.po", 'msgid "a"\nmsgid "b"\n', "line 2: a second msgid"),
        ("a.po", 'msgid "a"\n', "line 1: the message has no msgstr"),
        ("a.po", 'msgid ""\nmsgstr ""\n\nwords\n', "line 4"),
        ("a.csv", '"a","b"\n"c"d,"e"\n', "a.csv: line 2: ',' expected"),
        ("a.csv", "," * 1000, "line 1: has more than 1,000 columns"),
        ("a.srt", "1\nno time\nwords\n", "has no times of subtitles"),
        ("a.md", b"\x81\x00\xff" * 9, "is no text"),
        ("a.txt", b"\xff\xfea\x00b", "is damaged: it is no UTF-16 at byte"),
    ],
)
def test_it_is_refused_in_a_line(name, data, message):
    with pytest.raises(UnusableError, match=message) as raised:
        read(name, data)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("MAX_ENTRY_BYTES", 1000, "its part 'c.xhtml' unpacks to more than"),
        ("MAX_UNPACKED_BYTES", 1000, "its part .* unpacks to more than"),
        ("MAX_ENTRIES", 2, "has 4 parts, more than 2"),
        ("MAX_XML_ELEMENTS", 2, "more than 2 elements"),
    ],
)
def test_an_archive_unpacks_to_its_bounds_only(monkeypatch, name, value, message):
    monkeypatch.setattr(bounds, name, value)
    with pytest.raises(UnusableError, match=message):
        read("a.epub", book("<p>" + "a" * 2000 + "</p>"))


def test_nothing_of_scripts_and_styles_is_text():
    page = """<html><head><title>t</title><script>evil()</script></head><body onload="evil()">
    <p onclick="evil()">A paragraph with a <a href="javascript:evil()">link</a>.</p><style>p{evil}</style>
    <iframe src="http://evil/"></iframe><noscript>evil</noscript><svg><script>evil()</script></svg><object>evil</object>
    <img src="http://evil/x.gif" width="1"></body></html>"""
    found = read("a.html", page)
    assert "evil" not in str(found)
    assert pairs(found) == [("paragraph", "", "A paragraph with a link.")]


def test_no_control_character_comes_through():
    found = read("a.md", "# T\u202eitle\n\nwords \x1b]52;c;xx\x07 and \u2066more\u2069 words\n")
    assert not set("\x1b\x07\u202e\u2066\u2069") & set(str(found))


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "http://127.0.0.1:9/x.png", "file:///etc/passwd", "a/../../secret.png"]
)
def test_pictures_come_from_the_folder_of_the_source_only(tmp_path, name):
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.md").write_text("text", "utf-8")
    (tmp_path / "inner" / "link.png").symlink_to(tmp_path / "secret.png")
    source = file_source(str(tmp_path / "inner" / "a.md"))
    for each in (name, "link.png"):
        ((_, left_out),) = pictures_of(source, "markdown", [each])
        assert isinstance(left_out, str)
        assert left_out.endswith("left out")


@pytest.mark.parametrize("href", ["../../x", "/../x", "http://x/y", "//x/y", "\\x", "a\0b", "", "#x", "..%2f..%2fx"])
def test_no_reference_leads_out_of_an_archive(href):
    assert ".." not in resolved("OPS/c.xhtml", href)
    assert not resolved("OPS/c.xhtml", href).startswith("/")


@pytest.mark.parametrize("part", TAGS)
def test_a_page_of_many_tags_keeps_the_text_before_them(part):
    page = document("a.html", f"<html><body><h1>伞</h1><p>雨天。</p><p>{part * 4000}".encode())
    assert [unit.text.text for unit in page.units[:2]] == ["伞", "雨天。"]
