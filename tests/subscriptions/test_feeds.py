"""Feeds in their three forms, and everything that a hostile one may say."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.subscriptions.bounds import FeedError
from reader.subscriptions.discovery import feed_links, read_feed
from reader.subscriptions.feed import FeedFile, is_picture_name
from tests.drawing import examples
from tests.subscriptions.publisher import feed, issue_files, item

HASH = "a" * 64


def told(*paths: str, issue_id: str = "one", **facts: Any) -> bytes:
    files = [{"path": path, "bytes": 5, "sha256": HASH} | facts for path in paths]
    return feed({"id": "x", "_issue": {"id": issue_id, "files": files}})


def test_a_json_feed_has_issues_with_their_files_and_its_newest_by_date() -> None:
    older = item("one", issue_files("one", a_png=b"x"), "2026-01-01T00:00:00+08:00")
    newer = item("two", issue_files("two"), "2025-12-31T23:00:00Z")
    found = read_feed(feed(older, {"id": "a post", "content_text": "no issue"}, newer, title="A\x1b[31m"))
    assert [issue.id for issue in found.issues] == ["one", "two"]
    assert found.title == "A\ufffd[31m"
    assert found.faults == ()
    assert [file.name for file in found.issues[0].files] == ["one.yaml", "a.png"]
    assert found.newest
    assert found.newest.id == "two"


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\x00", b"[]", b"{}", b"null", b'{"items": {}}', b"[" * 100_000, b'{"items": NaN}', b"\xff\xfe\x00"),
        *(b'{"items": [' + b"9" * 10_000 + b"]}", b"<html></html>", b"<feed/>", b"<feed xmlns='x'/>", b"hello"),
        b'{"a":' * 50_000,
        b"<a>" * 200_000,
        b'<!DOCTYPE x [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom"/>',
        b'<?xml version="1.0" encoding="none"?><feed xmlns="http://www.w3.org/2005/Atom"/>',
    ],
)
def test_what_is_no_feed_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(FeedError) as refused:
        read_feed(data)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_json_in_another_encoding_is_told(encoding: str) -> None:
    data = feed().decode().encode(encoding)
    with pytest.raises(FeedError, match="is JSON in UTF-16"):
        read_feed(data if encoding == "utf-16" else b"\xfe\xff" + data)


@pytest.mark.parametrize(
    "path",
    [
        *("issues/one/../../x.png", "/issues/one/a.png", "issues/one/a/b.png", "issues/two/a.png", "issues/one/.png"),
        *("issues/one/.a.png", "issues/one/a.svg", "issues/one/a.html", "issues/one/a.yaml", "issues/one/", "a.png"),
        *("issues/one/a\\b.png", "issues/one/a\0.png", "issues/one/a\n.png", "issues/one/%2e%2e%2fa.png", ""),
        *("issues/one/con.png", "issues/one/NUL.x.png", "issues/one/a:b.png", "issues/one/-a.png", "issues/one/ a.png"),
        *("issues/one/" + "x" * 300 + ".png", "issues/one/a.png.", "issues/one/\u202eg.png", "issues/one.yaml"),
        *("https://example.org/issues/one/a.png", "issues//one/a.png", "./issues/one/a.png", "issues/one/~/a.png"),
    ],
)
def test_a_name_that_is_none_of_an_issue_leaves_the_issue_out(path: str) -> None:
    found = read_feed(told("issues/one.yaml", path))
    assert found.issues == ()
    assert len(found.faults) == 1
    assert found.faults[0].isprintable()


@pytest.mark.parametrize(
    "data",
    [
        told("issues/two.yaml"),
        told("issues/one/a.png"),
        told(),
        told("issues/One.yaml", issue_id="One"),
        told("issues/../x.yaml", issue_id="../x"),
        told("issues/con.yaml", issue_id="con"),
        told("issues/one.yaml", bytes=-1),
        told("issues/one.yaml", bytes=True),
        told("issues/one.yaml", bytes=4_000_001),
        told("issues/one.yaml", sha256="x"),
        told("issues/one.yaml", sha256=None),
        told("issues/one.yaml", "issues/one/a.png", "issues/one/A.PNG"),
        feed({"_issue": {"id": "one"}}),
        feed({"_issue": {"id": "one", "files": ["x"]}}),
        feed({"_issue": "x"}),
        feed("x"),
    ],
)
def test_an_entry_that_cannot_be_used_is_left_out_and_told(data: bytes) -> None:
    assert read_feed(data).issues == ()
    assert len(read_feed(data).faults) == 1


def test_one_bad_entry_keeps_no_other_out() -> None:
    good = item("two", issue_files("two"))
    found = read_feed(feed({"_issue": {"id": "../x", "files": []}}, good, good))
    assert [issue.id for issue in found.issues] == ["two"]
    assert len(found.faults) == 2


def test_faults_and_entries_are_bounded() -> None:
    found = read_feed(b'{"items": [' + b"0," * 6_000 + b"0]}")
    assert found.entries == 6_001
    assert found.faults[20:] == (
        "4980 more entries of the feed are left out",
        "the feed has 6001 entries; only the first 5000 are read",
    )


@given(st.text(max_size=30))
@examples(100)
def test_a_picture_name_is_one_plain_name(name: str) -> None:
    for each in (name, f"{name}.png", f"a{name}.png"):
        if is_picture_name(each):
            assert not set(each) & set('/\\\0:*?"<>|%\n')
            assert not each.startswith((".", " ", "-", "~"))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(st.sampled_from(["items", "_issue", "files", "path", "id", "publications", "links"]), x)
        ),
    )
)
@examples(100)
def test_any_json_is_read_or_refused(value: object) -> None:
    with suppress(FeedError):
        found = read_feed(json.dumps({"items": value} if isinstance(value, list) else value).encode())
        assert all(fault.isprintable() for fault in found.faults)


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/">
  <title>City of <![CDATA[Springs]]></title>
  <entry>
    <title>x</title><updated>2026-01-02T00:00:00Z</updated>
    <link rel="http://opds-spec.org/acquisition" type="application/epub+zip" href="one.epub"/>
    <link rel="http://opds-spec.org/acquisition/open-access" type="application/yaml" href="files/one.yaml" length="50"/>
    <content><title>not this</title><link type="text/yaml" href="two.yaml"/></content>
  </entry>
  <entry><updated>2026-01-03T00:00:00Z</updated><link rel="enclosure" href="https://other.org/two.yaml?x=1"/></entry>
  <entry><link rel="enclosure" type="text/yaml" href="../x/A%2fB.yaml"/></entry>
  <entry><link rel="related" type="text/yaml" href="three.yaml"/></entry>
</feed>
"""


def test_a_feed_of_atom_has_the_issues_that_its_entries_link() -> None:
    found = read_feed(ATOM.replace("utf-8", "utf-16").encode("utf-16"))
    assert found.title == "City of Springs"
    assert [(issue.id, issue.url) for issue in found.issues] == [
        ("one", "files/one.yaml"),
        ("two", "https://other.org/two.yaml?x=1"),
    ]
    assert found.issues[0].files == (FeedFile("one.yaml"),)
    assert found.newest
    assert found.newest.id == "two"
    assert len(found.faults) == 1


def test_opds_in_json_has_the_issues_that_its_publications_link() -> None:
    links = [{"href": "one.epub", "type": "application/epub+zip"}, {"href": "one.yaml", "type": "application/yaml"}]
    publication = {"metadata": {"title": "x", "modified": "2026-01-01T00:00:00Z"}, "links": links}
    found = read_feed(json.dumps({"metadata": {"title": "Springs"}, "publications": [publication, {}]}).encode())
    assert found.title == "Springs"
    assert [(issue.id, issue.url, issue.updated) for issue in found.issues] == [
        ("one", "one.yaml", "2026-01-01T00:00:00Z")
    ]


def test_a_json_feed_may_attach_issue_files() -> None:
    attached = {"attachments": [{"url": "/x/one.yaml", "mime_type": "text/yaml", "size_in_bytes": 10}]}
    assert read_feed(feed(attached)).issues[0].url == "/x/one.yaml"


def test_a_page_links_its_feeds_the_best_first() -> None:
    page = """<html><head><link rel="stylesheet" type="application/feed+json" href="no">
    <LINK rel='alternate' type='application/atom+xml' href='atom.xml'><link rel="Alternate" type="application/feed+json"
    href="m.json"><link rel=alternate type=application/feed+json></head>"""
    assert feed_links(page) == ["m.json", "atom.xml"]
