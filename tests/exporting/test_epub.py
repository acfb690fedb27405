"""The e-book: a package as the standard has it, places that exist, and the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pytest

from reader.exporting.epub import epub
from reader.exporting.picture_set import ExportedPicture, PictureSet
from reader.model.record import replace
from tests.exporting.hostile import hostile_edition

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PICTURES = PictureSet({"traps--map": ExportedPicture("traps--map.png", "image/png", b"\x89PNG")})
OPS, OPF = "{http://www.idpf.org/2007/ops}", "{http://www.idpf.org/2007/opf}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def book() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub(hostile_edition(), PICTURES)))


@pytest.fixture(scope="module")
def documents(book: zipfile.ZipFile) -> dict[str, Element]:
    return {name: fromstring(book.read(name)) for name in book.namelist() if name.endswith(("xml", "xhtml", "opf"))}


def test_the_media_type_comes_first_as_it_is_and_no_clock_is_in_the_bytes(book: zipfile.ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.read(first) == b"application/epub+zip"
    assert {each.date_time[0] for each in book.infolist()} == {1980}
    assert epub(hostile_edition(), PICTURES) == epub(hostile_edition(), PICTURES)


def test_every_file_is_in_the_manifest_and_every_address_leads_to_a_place(
    book: zipfile.ZipFile, documents: dict[str, Element]
) -> None:
    items = [each.attrib["href"] for each in documents["EPUB/package.opf"].iter(f"{OPF}item")]
    listed = {f"EPUB/{href}" for href in items} | {"EPUB/package.opf", "META-INF/container.xml", "mimetype"}
    assert listed == {*book.namelist()}
    assert len(items) == len({*items})
    places = {*book.namelist()}
    for name, root in documents.items():
        ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
        assert len(ids) == len({*ids})
        places |= {f"{name}#{each}" for each in ids}
    for name, root in documents.items():
        for each in root.iter():
            target = each.attrib.get("href") or each.attrib.get("src", "")
            if target and "://" not in target:
                file, sharp, anchor = target.partition("#")
                path = normpath(join(dirname(name), file)) if file else name
                assert path + sharp + anchor in places, target


def test_no_text_became_an_element(documents: dict[str, Element]) -> None:
    tags = {each.tag.rpartition("}")[2] for root in documents.values() for each in root.iter()}
    assert not {"script", "iframe", "i", "style"} & tags
    assert not [name for root in documents.values() for each in root.iter() for name in each.attrib if name[:2] == "on"]


def test_contents_by_section_and_bare_page_numbers(documents: dict[str, Element]) -> None:
    navs = {each.attrib[f"{OPS}type"]: each for each in documents["EPUB/nav.xhtml"].iter() if each.tag.endswith("}nav")}
    links = {kind: [each for each in nav.iter() if each.tag.endswith("}a")] for kind, nav in navs.items()}
    assert [each.text for each in links["page-list"]] == ["60", "61", "62"]
    assert [each.attrib["href"] for each in links["page-list"]][2] == "a-apart.xhtml#page--3"
    assert [each.attrib["href"] for each in links["toc"]] == ["a-traps.xhtml", "a-traps.xhtml", "a-apart.xhtml"]
    assert links["landmarks"]


def test_accessibility_and_the_source_of_the_pages_are_told(documents: dict[str, Element]) -> None:
    metas = [(each.attrib["property"], each.text) for each in documents["EPUB/package.opf"].iter(f"{OPF}meta")]
    features = {value for name, value in metas if name == "schema:accessibilityFeature"}
    assert {"tableOfContents", "pageNavigation", "pageBreakMarkers", "alternativeText"} <= features
    assert {"schema:accessMode", "schema:accessibilityHazard", "schema:accessibilitySummary"} <= {n for n, _ in metas}
    assert dict(metas)["schema:pageBreakSource"].endswith("2018-08")
    assert dict(metas)["dcterms:modified"] == "2018-08-01T00:00:00Z"


def test_sources_and_licences_are_told_once(book: zipfile.ZipFile) -> None:
    package = book.read("EPUB/package.opf").decode()
    assert "<dc:source>doi:10.1000/182</dc:source>" in package
    assert package.count("<dc:rights>CC-BY-4.0</dc:rights>") == 1


def test_a_link_to_an_article_leads_to_its_file(book: zipfile.ZipFile) -> None:
    page = book.read("EPUB/a-traps.xhtml").decode()
    assert '<a href="a-apart.xhtml#en.p1">second</a>' in page
    assert '<a href="a-apart.xhtml">all</a>' in page


def test_an_edition_in_one_language_and_script_says_so() -> None:
    edition = replace(hostile_edition(), languages=("zh-Hans",), script="traditional")
    book = zipfile.ZipFile(io.BytesIO(epub(edition, PICTURES)))
    assert b"<dc:language>zh-Hant</dc:language><" in book.read("EPUB/package.opf")
    page = fromstring(book.read("EPUB/a-traps.xhtml"))
    assert {each.attrib[LANG] for each in page.iter() if LANG in each.attrib} == {"zh-Hant"}
    assert epub(edition, PICTURES) != epub(hostile_edition(), PICTURES)
