"""The catalogue returns the issues that were parsed, never older than their files, and may be lost at any moment."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from reader.catalogue import file, records
from reader.catalogue.file import Catalogue, CatalogueError
from reader.catalogue.lazy import CHUNK_SIZE, ChunkedSequence
from reader.catalogue.parsing import with_languages
from reader.catalogue.schema import SCHEMA_VERSION
from reader.library import Library, bundled_issues
from reader.library.searching import SearchSession, search
from reader.model.magazine import AlignedBody, Issue, Section
from reader.model.record import replace
from reader.search import parse_query
from reader.source import load
from reader.sqlite.connection import connect
from tests.ui.hostile import small_issue

pytestmark = pytest.mark.usefixtures("own_cache")
LONG = 3 * CHUNK_SIZE + 5


def long_issue(name: str) -> str:
    paragraphs = "\n".join(f"    - {{zh-Hans: 第{k}段泉水, en: Paragraph {k} of water}}" for k in range(LONG))
    return (
        f"format: 1\nid: {name}\nlanguages: [zh-Hans, en, ja]\nmagazine: M\nlabel: L\nsections:\n- id: s\n  title: S\n"
        f"  articles:\n  - id: a\n    title: A\n    body:\n{paragraphs}\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in ("one", "two", "three"):
        (made / f"{name}.yaml").write_text(small_issue(name, articles=3), encoding="utf-8")
    return made


def updated(folder: Path) -> Library:
    library = Library([str(folder)])
    assert library.update(alone=True) is not None
    assert library.notice == ""
    return library


def ids(library: Library) -> list[str]:
    return [issue.id for _, issue in library.issues()]


def cache_of(library: Library) -> Path:
    assert library.catalogue is not None
    return Path(library.catalogue.path)


# -- rows -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(Path(bundled_issues()).glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_kept_is_equal_to_what_was_parsed(path: Path) -> None:
    library = updated(path.parent)
    kept = library.entry(path.stem).stored_issue()
    parsed = load(str(path), checked=False).issue
    assert kept is not None
    assert parsed is not None
    parsed = replace(parsed, sections=tuple(_with_languages(parsed, section) for section in parsed.sections))
    assert kept == parsed
    assert parsed == kept
    assert hash(kept) == hash(parsed)
    assert repr(kept) == repr(parsed)


def _with_languages(issue: Issue, section: Section) -> Section:
    return replace(section, articles=tuple(with_languages(issue, article) for article in section.articles))


def test_a_long_body_is_read_where_it_is_looked_at(folder: Path) -> None:
    (folder / "long.yaml").write_text(long_issue("long"), encoding="utf-8")
    issue = updated(folder).entry("long").issue
    assert issue is not None
    article = issue.article("a")
    assert article is not None
    assert issue.pair_of(article) == issue.languages_of(article) == ("zh-Hans", "en")
    assert isinstance(article.body, AlignedBody)
    blocks = article.body.blocks
    assert isinstance(blocks, ChunkedSequence)
    assert len(blocks) == LONG
    assert blocks._chunks == {}
    assert blocks[CHUNK_SIZE].text.plain("en") == f"Paragraph {CHUNK_SIZE} of water"
    assert list(blocks._chunks) == [1]
    assert blocks[-1].text.plain("en") == f"Paragraph {LONG - 1} of water"
    assert [b.text.plain("en") for b in blocks[2:5]] == [f"Paragraph {k} of water" for k in (2, 3, 4)]
    assert len(list(blocks)) == LONG
    with pytest.raises(IndexError):
        blocks[LONG]


def test_an_issue_opens_without_the_bodies_of_its_articles(folder: Path) -> None:
    entry = updated(folder).entry("one")
    issue = entry.issue
    assert issue is not None
    assert [len(section.articles) for section in issue.sections] == [3]
    assert issue.sections[0].articles._chunks == {}
    assert [article.id for _, article in issue.articles()] == ["article-0", "article-1", "article-2"]


def test_what_is_lost_while_it_is_open_comes_from_the_file(folder: Path) -> None:
    library = updated(folder)
    entry = library.entry("one")
    issue = entry.issue
    parsed = load(entry.path, checked=False).issue
    other = Library([str(folder)])
    assert other.catalogue is not None
    other.catalogue.open(writing=True)
    with other.catalogue.writing() as to:
        to.execute("DELETE FROM articles")
        to.execute("DELETE FROM bodies")
    assert issue == parsed


@pytest.mark.parametrize(
    "data", [b"", b"x", records.encode(("a",))[:-3], records.encode([99]), records.encode([-7, 1])]
)
def test_damaged_rows_are_no_records(data: bytes) -> None:
    with pytest.raises(records.UNREADABLE):
        records.decode(data)


# -- damage -------------------------------------------------------------------------------------------------


def damage_nothing_there(path: Path) -> None:
    path.unlink()


def damage_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_bytes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for offset in range(2048, len(data), 997):
        data[offset] ^= 0xFF
    path.write_bytes(data)


def damage_empty(path: Path) -> None:
    path.write_bytes(b"")


def damage_text(path: Path) -> None:
    path.write_text("this is no database " * 1000)


def damage_foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE files (path TEXT)")
        other.execute("PRAGMA user_version = 7")
    other.close()


def damage_older(path: Path) -> None:
    with sqlite3.connect(path) as older:
        older.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    older.close()


def damage_newer(path: Path) -> None:
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    newer.close()


def damage_shape(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("UPDATE about SET shape = 'another'")
    other.close()


def damage_table(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE texts")
    other.close()


def damage_rows(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("UPDATE issues SET head = x'00'")
        other.execute("UPDATE articles SET head = x'00'")
        other.execute("UPDATE bodies SET rows = x'00'")
    other.close()


DAMAGES = [value for name, value in list(globals().items()) if name.startswith("damage_")]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_catalogue_is_made_anew(folder: Path, damage: object) -> None:
    library = updated(folder)
    library.catalogue.close()
    damage(cache_of(library))
    again = Library([str(folder)])
    assert ids(again) == ["one", "three", "two"]  # before anything is repaired
    assert search(again, parse_query("title:1"), "best", 50).hits
    again = Library([str(folder)])
    assert again.update(alone=True) is not None
    assert again.notice == ""
    assert ids(again) == ["one", "three", "two"]
    assert again.unknown() == []
    searching = SearchSession(again)
    found = searching.find(parse_query("title:1"), "best", 50).hits
    assert searching._index is not None  # it is found by the index, not in the files
    assert {hit.issue.id for hit in found} == {"one", "two", "three"}


@pytest.mark.parametrize("place", ["file", "folder"])
def test_without_a_cache_everything_is_read_from_the_files(folder: Path, tmp_path: Path, place: str) -> None:
    if place == "file":
        (tmp_path / "cache").write_text("in the way")
    else:
        Path(Library([str(folder)]).catalogue.path).mkdir(parents=True)
    library = Library([str(folder)])
    assert library.update(alone=True) is None
    assert library.notice.startswith("the cache is not used, everything is read from the files: ")
    assert "\n" not in library.notice
    assert ids(library) == ["one", "three", "two"]
    assert len(search(library, parse_query("title:1"), "best", 50).hits) > 0


def test_a_catalogue_that_cannot_be_written_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = updated(folder)
    cache = cache_of(library)
    library.catalogue.close()
    monkeypatch.setattr(os, "access", lambda path, mode: not (mode & os.W_OK))
    again = Library([str(folder)])
    assert again.unknown() == []
    assert ids(again) == ["one", "three", "two"]
    assert not cache.with_name(cache.name + "-wal").exists()


def test_a_full_disk_is_told_in_one_line(folder: Path) -> None:
    library = Library([str(folder)])
    catalogue = library.catalogue
    assert catalogue is not None
    catalogue.open(writing=True)
    catalogue.select("PRAGMA max_page_count = 60")
    with catalogue.writing() as to:
        to.execute("CREATE TABLE filling (data BLOB)")
    with pytest.raises(CatalogueError) as told, catalogue.writing() as to:
        to.execute("INSERT INTO filling VALUES (zeroblob(9000000))")
    assert not told.value.damaged
    assert "full" in str(told.value)
    catalogue.close()
    assert library.update(alone=True) is not None


def test_only_a_connection_that_reads_maps_the_file(folder: Path) -> None:
    catalogue = updated(folder).catalogue
    assert catalogue is not None
    for is_writing in (False, True):
        catalogue.close()
        catalogue.open(writing=is_writing)
        assert (catalogue.select("PRAGMA mmap_size") == [(0,)]) == is_writing


def test_the_cache_is_bounded_in_pages_of_the_size_that_the_file_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def traced(*words: Any) -> sqlite3.Connection:
        made = connect(*words)
        made.set_trace_callback(said.append)
        return made

    monkeypatch.setattr(file, "connect", traced)
    catalogue = Catalogue([str(tmp_path)], str(tmp_path / "catalogue.sqlite"))
    catalogue.open(writing=True)
    catalogue.close()
    order = [name for line in said for name in ("page_size", "cache_size") if name in line]
    assert order == ["page_size", "cache_size"]


def test_a_catalogue_belongs_to_its_folders(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    updated(folder)
    assert Library([str(tmp_path / "link")]).unknown() == []
    other = tmp_path / "other"
    other.mkdir()
    assert cache_of(Library([str(folder), str(other)])) != cache_of(Library([str(folder)]))
    assert Library([str(folder / "one.yaml")]).catalogue is None


def test_a_name_that_no_text_can_hold_is_read_but_not_kept(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.yaml")).write_text(small_issue("cafe"), encoding="utf-8")
    library = updated(folder)
    assert "cafe" in ids(library)
    assert [entry.name for entry in library.unknown()] == [os.fsdecode(b"caf\xe9")]


def test_no_catalogue_is_made_by_looking(folder: Path) -> None:
    library = Library([str(folder)])
    assert ids(library) == ["one", "three", "two"]
    assert not cache_of(library).exists()
    assert Catalogue(("/nowhere",)).open() is False


def test_the_kind_of_record_is_told_apart() -> None:
    parsed = load(str(Path(bundled_issues()) / "city-of-springs-08.yaml"), checked=False).issue
    assert isinstance(parsed, Issue)
    for entry in parsed.glossary:
        assert records.decode(records.encode(entry)) == entry
