"""Links inside the magazine lead to places of the edition, in each format."""

from __future__ import annotations

import re

import pytest

from reader.exporting.as_text import markdown, plain_text
from reader.exporting.html_page import html_page
from reader.exporting.link_targets import LinkTargets
from reader.exporting.picture_set import PictureSet
from reader.model.record import replace
from tests.exporting.hostile import hostile_edition


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("#p1", "traps#p1"),
        ("#p3", "traps#head"),
        ("#head", "traps#head"),
        ("#map", "traps#map"),
        ("#note.n", "traps#note.n"),
        ("#page-60", "traps#p1"),
        ("traps#page-61", "traps#p10"),
        ("apart#page-62", "apart#p2"),
        ("apart#en.p1", "apart#en.p1"),
        ("apart#en.p2", "apart"),
        ("#gone", "traps"),
        ("apart", "apart"),
        ("hostile/apart#p2", "apart#p2"),
        ("none", ""),
        ("other/one#p3", "other/one#p3!"),
        ("https://x.org/", ""),
    ],
)
def test_a_link_leads_to_the_place_that_the_edition_has(target: str, written: str) -> None:
    edition = hostile_edition()

    def outside(address: object) -> str:
        return f"{address}!" if str(address).startswith("other") else ""

    links = LinkTargets(edition, lambda address: str(address).removeprefix("hostile/"), outside)
    assert links.href(target, edition.articles[0]) == written


def test_a_place_in_a_language_that_is_left_out_is_the_beginning_of_its_article() -> None:
    edition = replace(hostile_edition(), layout="left")
    links = LinkTargets(edition, str)
    assert links.href("apart#en.p1", edition.articles[0]) == "hostile/apart"
    alone = replace(edition, articles=edition.articles[:1])
    assert LinkTargets(alone, str).href("apart#p2", alone.articles[0]) == ""


def test_each_format_has_the_links_and_their_places() -> None:
    edition = hostile_edition()
    page = html_page(edition, PictureSet({})).decode()
    for part in ('<a href="#traps.head">题</a>', '<a href="#apart">all</a>', "no article, issue, "):
        assert part in page
    written = markdown(edition, {})
    targets = re.findall(r"\]\(#([^)]*)\)", written)
    places = ["apart", "apart.en.p1", "apart.p2", "traps", "traps.head", "traps.map", "traps.note.n", "traps.p10"]
    assert sorted(targets) == places
    assert sorted(re.findall(r'<a id="([^"]*)"></a>', written)) == places
    assert '<a id="traps.head"></a>\n\n#### 一级 \\#' in written
    assert "no article, issue, [all](#apart)" in written
    text = plain_text(edition)
    assert "题 <hostile/traps#head>、" in text
    assert "issue <other/one#p3>, all <hostile/apart>" in text
