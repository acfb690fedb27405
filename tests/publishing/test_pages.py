"""The pages of a site: every address leads somewhere, texts stay texts, nothing is loaded from elsewhere."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from reader.model.passage import passages
from reader.publishing.frame import Page, written
from reader.publishing.site import site_at
from reader.source import load
from tests.exporting.hostile import HOSTILE
from tests.publishing.sites import BASE, BUNDLED, files_of
from tests.subscriptions.publisher import issue_text

if TYPE_CHECKING:
    from pathlib import Path


class Seen(HTMLParser):
    """Collects the ids and the links of a page, its tags, and its scripts and styles that have text in them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.words = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.names |= set(values)
        self.ids += [values["id"]] if "id" in values else []
        if tag == "a":
            self.links.append(values["href"])
        elif tag in ("img", "script"):
            self.loaded.append(values["src"])
        elif tag == "link" and values["rel"] in ("stylesheet", "icon"):
            self.loaded.append(values["href"])

    def handle_data(self, data: str) -> None:
        self.words += data if self.tags[-1:] not in (["script"], ["style"]) or not data.strip() else f"INLINE {data}"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return files_of(BUNDLED)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    path.write_text(HOSTILE, "utf-8")
    return files_of([path])


def pages(site: dict[str, bytes]) -> dict[str, Seen]:
    return {path: Seen(data) for path, data in site.items() if path.endswith(".html")}


def test_every_link_and_every_file_of_a_page_is_in_the_site(site: dict[str, bytes], hostile: dict[str, bytes]) -> None:
    for files in (site, hostile):
        seen = pages(files)
        for path, page in seen.items():
            assert len(page.ids) == len({*page.ids}), path
            for link in (*page.links, *page.loaded):
                if link.startswith(("https://", "mailto:")):
                    assert link not in page.loaded
                    continue
                target, _, anchor = link.partition("#")
                joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
                place = joined if joined in files else posixpath.normpath(posixpath.join(joined, "index.html"))
                assert place in files, (path, link)
                assert not anchor or anchor in seen[place].ids, (path, link)


def test_every_passage_and_printed_page_has_the_anchor_of_its_address(site: dict[str, bytes]) -> None:
    for source in BUNDLED:
        issue = load(str(source)).issue
        assert issue
        contents = Seen(site[f"{issue.id}/index.html"])
        for _, article in issue.articles():
            ids = {*Seen(site[f"{issue.id}/{article.id}/index.html"]).ids}
            tags = {*issue.pair_of(article)}
            shown = {p.anchor for p in passages(article) if any(p.text.get(tag) for tag in tags)}
            assert shown <= ids
            assert {figure.id for figure in article.figures} <= ids
            if article.pages:
                assert f"page-{article.pages[0]}" in {*contents.ids}


def test_pages_have_no_markup_of_texts_and_no_script_within(hostile: dict[str, bytes]) -> None:
    for page in pages(hostile).values():
        assert not {"i", "style", "iframe", "object", "form action"} & {*page.tags}
        assert page.tags.count("script") == 1
        assert "INLINE" not in page.words
        assert not [name for name in page.names if name.startswith("on") or name == "style"]
        assert not {"\x1b", "\0", "\u202e", "\x07"} & {*page.words}
        assert not [link for link in page.links if link.startswith(("javascript", "data"))]
    assert "<script>alert(1)</script>" in Seen(hostile["hostile/traps/index.html"]).words


def test_a_page_says_what_it_may_load_and_where_it_is(site: dict[str, bytes]) -> None:
    page = site["city-of-springs-08/springs/index.html"].decode()
    for part in (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
        f'<link rel="canonical" href="{BASE}city-of-springs-08/springs/">',
        f'<link rel="alternate" hreflang="en" href="{BASE}city-of-springs-08/springs/">',
        '<meta property="og:site_name" content="A <Site&gt;">',
        f'<meta property="og:image" content="{BASE}issues/city-of-springs-08/springs.png">',
        '<img src="../../issues/city-of-springs-08/springs.png" alt="',
        '<div class="page" id="page-74" role="doc-pagebreak" title="74">74</div>',
        '<a class="place" href="#p1" aria-label="本段链接 Link to this paragraph p1">¶1</a>',
        f'<span class="url">{BASE}city-of-springs-08/springs/</span>',
        '<main id="site--main" tabindex="-1">',
        '<input type="search"',
        '<a rel="prev"',
    ):
        assert part in page, part


def test_no_line_of_the_names_of_a_site_begins_with_a_dot() -> None:
    for path in ("", "an-issue/"):
        page = written(site_at(BASE), "泉城 Springs · 巷陌 Lanes · 器 Tools", Page(path, "", ("zh-Hans", "en"), ()))
        words = Seen(page).words
        assert words.count("泉城 Springs\u00a0· 巷陌 Lanes\u00a0· 器 Tools") == 1
        assert "OPDS\u00a0· OPDS\u00a02" in words


def test_pages_with_chinese_say_that_pinyin_is_not_searched(site: dict[str, bytes], tmp_path: Path) -> None:
    for page in ("index.html", "city-of-springs-08/springs/index.html"):
        assert b"Pinyin is not searched here" in site[page]
    issue = tmp_path / "o.yaml"
    issue.write_text(issue_text("o").replace("zh-Hans", "fr"), "utf-8")
    made = files_of([issue])
    assert b"data-found" in made["o/water/index.html"]
    assert b"data-letters" not in made["o/water/index.html"]


def test_the_same_issues_give_the_same_bytes_and_their_order_does_not_matter(site: dict[str, bytes]) -> None:
    assert files_of(BUNDLED) == site


def test_an_issue_that_cannot_be_opened_is_left_out_with_its_place(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\nid: bad\nlanguages: [zh]\n", "utf-8")
    faults: list[str] = []
    made = files_of([BUNDLED[0], bad, tmp_path / "gone.yaml"], faults)
    assert len(faults) == 2
    assert str(bad) in faults[0]
    assert "the issue is left out" in faults[0]
    assert "cannot be read" in faults[1]
    assert "issues/city-of-springs-08.yaml" in made
    assert not [path for path in made if "bad" in path]


def test_only_pictures_that_an_issue_names_are_published(tmp_path: Path) -> None:
    text = BUNDLED[0].read_text("utf-8").replace("valley.png", "gone.png").replace("zone.png", "zone？.png")
    (tmp_path / "city-of-springs-08.yaml").write_text(text, "utf-8")
    pictures = tmp_path / "city-of-springs-08"
    pictures.mkdir()
    for name in ("springs.png", "zone？.png", "extra.png"):
        (pictures / name).write_bytes((BUNDLED[0].with_suffix("") / "springs.png").read_bytes())
    faults: list[str] = []
    made = files_of([tmp_path / "city-of-springs-08.yaml"], faults)
    assert [path for path in made if path.startswith("issues/") and path.endswith("png")] == [
        "issues/city-of-springs-08/springs.png"
    ]
    assert len(faults) == 2


def test_the_cover_comes_first_and_is_in_the_book(tmp_path: Path) -> None:
    text = BUNDLED[0].read_text("utf-8").replace("label:", "cover: front.png\nlabel:", 1)
    (tmp_path / BUNDLED[0].name).write_text(text, "utf-8")
    shutil.copytree(BUNDLED[0].with_suffix(""), tmp_path / BUNDLED[0].stem)
    front = (BUNDLED[0].with_suffix("") / "zone.png").read_bytes() + b"front"
    (tmp_path / BUNDLED[0].stem / "front.png").write_bytes(front)
    made = files_of([tmp_path / BUNDLED[0].name])
    assert made["issues/city-of-springs-08/front.png"] == front
    assert b'src="issues/city-of-springs-08/front.png"' in made["index.html"]
    with zipfile.ZipFile(io.BytesIO(made["epub/city-of-springs-08.epub"])) as book:
        assert book.read("EPUB/pictures/cover.png") == front
        assert b'properties="cover-image"' in book.read("EPUB/package.opf")
