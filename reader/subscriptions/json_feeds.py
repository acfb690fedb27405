"""Feeds in JSON: JSON Feed with the files of each issue under ``_issue``, or with YAML attachments; OPDS 2.0. Pure."""

from __future__ import annotations

import json
from functools import partial

from reader.gate import clean_line, quoted
from reader.subscriptions.bounds import FeedError
from reader.subscriptions.feed import Feed, FeedEntries, FeedFile, FeedIssue, checked_files
from reader.subscriptions.yaml_links import YamlLink, issue_of_link, sortable_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def json_feed(data: bytes) -> Feed:
    """Reads a feed in JSON.

    Raises:
        FeedError: If it is none.
    """
    try:
        read: Json = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"is no JSON that can be read: {clean_line(str(error))}") from error
    if not isinstance(read, dict):
        raise FeedError("is JSON, but no feed")
    if isinstance(items := read.get("items"), list):
        return _read(_text(read, "title"), items, _issue_of_item)
    if isinstance(items := read.get("publications"), list):
        return _read(_text(_table(read, "metadata"), "title"), items, _issue_of_publication)
    raise FeedError("is JSON without “items” (JSON Feed) and without “publications” (OPDS 2.0)")


def _refused(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


def _read(title: str, items: list[Json], read: Callable[[Mapping[str, Json]], FeedIssue | None]) -> Feed:
    entries = FeedEntries()
    for item in items:
        entries.take(partial(_entry, item, read))
    return entries.feed(title)


def _entry(item: Json, read: Callable[[Mapping[str, Json]], FeedIssue | None]) -> FeedIssue | None:
    if not isinstance(item, dict):
        raise FeedError("is no table")
    return read(item)


def _issue_of_item(item: Mapping[str, Json]) -> FeedIssue | None:
    """Returns the issue of an item of a JSON Feed; None for an item without one."""
    updated, published = _text(item, "date_modified"), _text(item, "date_published")
    if "_issue" not in item:
        attachments = item.get("attachments")
        links = [
            YamlLink(_text(each, "url"), _text(each, "mime_type"), _number(each, "size_in_bytes"))
            for each in (attachments if isinstance(attachments, list) else ())
            if isinstance(each, dict)
        ]
        return issue_of_link(links, updated or published, published)
    told = _table(item, "_issue")
    files = told.get("files")
    if not isinstance(files, list) or not all(isinstance(each, dict) for each in files):
        raise FeedError("its “files” are no list of tables")
    tables = [each for each in files if isinstance(each, dict)]
    facts = [_fact(each) for each in tables]
    paths = [_text(each, "path") for each in tables]
    issue_id = _text(told, "id")
    return FeedIssue(
        issue_id, checked_files(issue_id, paths, facts), updated=updated, published=sortable_time(published)
    )


def _fact(table: Mapping[str, Json]) -> FeedFile:
    size, sha256 = _number(table, "bytes"), _text(table, "sha256").lower()
    if size < 0 or not sha256:
        raise FeedError(f"{quoted(_text(table, 'path'))} has no “bytes” or no “sha256”")
    return FeedFile("", size, sha256)


def _issue_of_publication(item: Mapping[str, Json]) -> FeedIssue | None:
    """Returns the issue of a publication of OPDS 2.0; None for one without a link to an issue file."""
    metadata, links = _table(item, "metadata"), item.get("links")
    found = [
        YamlLink(_text(each, "href"), _text(each, "type"), _number(_table(each, "properties"), "size"))
        for each in (links if isinstance(links, list) else ())
        if isinstance(each, dict)
    ]
    published = _text(metadata, "published")
    return issue_of_link(found, _text(metadata, "modified") or published, published)


def _table(table: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    found = table.get(name)
    return found if isinstance(found, dict) else {}


def _text(table: Mapping[str, Json], name: str) -> str:
    found = table.get(name)
    return found if isinstance(found, str) else ""


def _number(table: Mapping[str, Json], name: str) -> int:
    found = table.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else -1
