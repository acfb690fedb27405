"""The page of HTML: texts stay texts, and it has every part of an article, in both languages."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporting.elements import element, html, safe_link, xhtml
from reader.exporting.html_page import html_page, style_sheet
from reader.exporting.picture_set import ExportedPicture, PictureSet
from reader.gate import clean
from reader.model.passage import passages
from reader.model.record import replace
from tests.exporting.hostile import hostile_edition

PICTURES = PictureSet({"traps--map": ExportedPicture("traps--map.png", "image/png", b"\x89PNG")})


class Seen(HTMLParser):
    """Collects the tags and the attributes of a page, and its words outside the sheet of styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words += data if self.tags[-1:] != ["style"] else ""


@pytest.fixture(scope="module")
def page() -> str:
    return html_page(hostile_edition(), PICTURES).decode()


def test_the_name_of_the_magazine_and_the_label_stay_together_each(page: str) -> None:
    root = fromstring(page.partition("<header>")[2].partition("</h1>")[0] + "</h1>")
    assert [part.tag for part in root] == ["span", "span"]
    assert all(part.findall("span") for part in root)


def test_emphasis_in_chinese_is_dots_where_the_browser_has_them() -> None:
    assert "em:lang(zh)" in style_sheet("style.css")


def test_texts_are_no_markup_scripts_or_commands(page: str) -> None:
    seen = Seen(page)
    assert not {"script", "i", "h6"} & {*seen.tags}
    assert seen.tags.count("img") == 1
    assert not [name for name, _ in seen.attributes if name.startswith("on")]
    targets = [value for name, value in seen.attributes if name in ("href", "src")]
    own = ("#", "https://x.org/", "https://doi.org/10.1000/182", "data:image/png;base64,")
    assert not [each for each in targets if not each.startswith(own)]
    assert "https://x.org/?a=1&b=%22%3C%3E%60" in targets
    assert not {"\x1b", "\0", "\u202e", "\x07"} & {*page}
    for text in ("]]><script>alert(1)</script>", "题</title>", "&lt;", "&amp;", "[js](javascript:alert(1))", "</td>"):
        assert text in seen.words


def test_places_are_unique_and_every_link_in_the_page_leads_somewhere(page: str) -> None:
    attributes = Seen(page).attributes
    ids = [value for name, value in attributes if name == "id"]
    assert len(ids) == len({*ids})
    assert {"traps.p1", "traps.head", "traps.note.n", "traps.map", "apart.p1", "apart.en.p1", "page--1"} <= {*ids}
    assert {value[1:] for name, value in attributes if name == "href" and value[0] == "#"} <= {*ids}


def test_every_passage_has_the_id_of_its_address(page: str) -> None:
    ids = {value for name, value in Seen(page).attributes if name == "id"}
    for article in hostile_edition().articles:
        assert {f"{article.id}.{passage.anchor}" for passage in passages(article)} <= ids


def test_the_page_has_each_kind_of_part(page: str) -> None:
    for part in (
        '<div class="pair paragraph" id="traps.p1"><p lang="zh-Hans" class="half-1 cp-original">',
        "<ruby>趵<rp>(</rp><rt>bào</rt><rp>)</rp>突<rp>(</rp><rt>tū</rt>",
        "m<sup>3</sup> H<sub>2</sub>O <code>a</code>b&lt;c&gt;`<sup>",
        '<sup><a href="#traps.note.n" id="traps.mark.n.1" role="doc-noteref">1</a></sup>',
        '<a href="#traps.mark.n.1" role="doc-backlink">↩ 1</a>',
        '<div lang="zh-Hans" class="half-1 cp-original"><p>山<br>  水<br><br>月</p><footer>— 诗人</footer></div>',
        "<code>```\n&lt;/pre&gt;&lt;script&gt;",
        '<td class="right">18</td>',
        '<td colspan="2">span</td>',
        '<div class="page" id="page--2" role="doc-pagebreak" title="61">61</div>',
        '<div class="page">61</div>',
        'alt="替"',
        "<b>&lt;b&gt;Q&lt;/b&gt;</b> answer",
        '<body class="wide pairs">',
    ):
        assert part in page, part
    assert page == html_page(hostile_edition(), PICTURES).decode()


def test_one_language_in_another_script_is_marked_so() -> None:
    page = html_page(replace(hostile_edition(), layout="left", script="traditional"), PICTURES).decode()
    assert '<html lang="zh-Hant">' in page
    assert 'lang="en"' not in page
    assert '<body class="alone">' in page


@given(st.text(), st.text())
def test_any_text_and_attribute_is_read_back_as_the_gate_has_it(text: str, title: str) -> None:
    made = element("p", {"title": title}, [text, element("br"), text])
    read = fromstring(xhtml(made))
    assert (read.text or "", read[0].tail or "") == (clean(text), clean(text))
    assert (Seen(html(made).decode()).tags) == ["p", "br"]


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "http://", "mailto:", "http://[", "vbscript:x"],
)
def test_a_target_that_is_no_address_is_no_link(target: str) -> None:
    assert safe_link(target) == ""
