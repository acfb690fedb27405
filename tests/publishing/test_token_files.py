"""Kept tokens: as they were made, within a bound, and never a reason why a site is not published."""

from __future__ import annotations

import errno
import io
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.publishing import issue_files, token_files
from reader.publishing.searched_places import SearchedIssue
from reader.publishing.token_files import (
    BUCKETS,
    TokenFile,
    TokensLostError,
    rows_of,
    token_file,
    tokens_of_site,
    with_tokens,
)
from reader.publishing.token_lists import TokenLists, TokenRows
from reader.publishing.tree import publish_again
from tests.publishing.small_library import SmallLibrary, content

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.publishing.site import KeptFile, SiteFile


@pytest.fixture
def library(tmp_path: Path) -> SmallLibrary:
    return SmallLibrary(tmp_path)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(token_files, "cache_folder", lambda: str(tmp_path / "cache"))
    return tmp_path / "cache" / "published"


@given(st.lists(st.text(alphabet="泉水ab c。%\0\x85é", max_size=60), min_size=1, max_size=20), st.booleans())
def test_a_file_gives_back_the_rows_that_it_was_made_of(texts: list[str], is_same_number: bool) -> None:
    lists = TokenLists()
    for number, text in enumerate(texts):
        lists.add(number // 3 if is_same_number else number * 11, text, "text" if number % 2 else "title")
    rows = lists.rows()
    file = TokenFile(io.BytesIO(token_file(SearchedIssue(len(texts), rows, lists.joined, "é"))))
    joined = TokenRows([], [], [], [], [])
    for data in (*file.bucket_data(0, 7), *file.bucket_data(7, 40), *file.bucket_data(40, BUCKETS)):
        if data:
            part = rows_of(data)
            joined.keys.extend(part.keys)
            joined.heads.extend(part.heads)
            joined.firsts.extend(part.firsts)
            joined.lasts.extend(part.lasts)
            joined.data.extend(part.data)
    assert joined == rows
    assert (file.facts.places, file.facts.rows, file.facts.characters) == (len(texts), len(rows.keys), "é")


def test_a_cache_that_is_full_or_goes_away_costs_time_only(
    library: SmallLibrary, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, add = issue_files.write_tokens, token_files.TokenFile.bucket_data
    site = library.published_anew()
    tried: list[str] = []

    def full(path: str, data: bytes) -> None:
        tried.append(path)
        if path.startswith(str(cache)):
            raise OSError(errno.ENOSPC, "No space left on device", path)
        write(path, data)

    def gone(path: str, data: bytes) -> None:
        write(path, data)
        if path.startswith(str(cache)):
            shutil.rmtree(cache)

    def damaged(file: TokenFile, first: int, end: int) -> list[bytes]:
        path = file._file.name
        if isinstance(path, str) and path.startswith(str(cache)):
            with open(path, "r+b") as spoilt:
                spoilt.seek(os.path.getsize(path) // 2)
                spoilt.write(b"spoilt" * 9)
        return add(file, first, end)

    for name, fault in (("write_tokens", full), ("write_tokens", gone), ("bucket_data", damaged)):
        with monkeypatch.context() as patch:
            patch.setattr(issue_files if name == "write_tokens" else TokenFile, name, fault)
            with_tokens(str(library.site), lambda folder: library.publish(library.site, folder))
            assert content(library.site) == site
            shutil.rmtree(library.site)
    assert tried
    monkeypatch.setattr(issue_files, "write_tokens", lambda *_: _raise_full())
    with pytest.raises(TokensLostError, match="No space left on device; the site is as it was"):
        with_tokens(str(library.site), lambda folder: library.publish(library.site, folder))
    assert not library.site.exists()


def _raise_full() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_two_runs_at_once_have_tokens_of_their_own(library: SmallLibrary, cache: Path) -> None:
    with tokens_of_site(str(library.site)) as first, tokens_of_site(str(library.site)) as second:
        with tokens_of_site(str(library.site / "other")) as third:
            assert first.startswith(str(cache))
            assert third.startswith(str(cache))
            assert len({first, second, third}) == 3
        library.publish(library.site, second)
        before = content(library.site)
        library.publish(library.site, first)
        assert content(library.site) == before
    assert not os.path.exists(second)
    assert os.path.exists(first)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_site_that_another_run_replaces_meanwhile_is_made_from_what_that_run_left(
    library: SmallLibrary, is_there: bool
) -> None:
    if is_there:
        library.publish_here()
    library.write("two", "Others")
    runs = 0

    def files() -> Iterable[SiteFile | KeptFile]:
        nonlocal runs
        runs += 1
        held = iter(library.files(library.site, ""))
        yield next(held)
        if runs == 1:
            library.title = "U"
            library.publish(library.site, "")
            library.title = "T"
        yield from held

    publish_again(str(library.site), files)
    assert runs == 2
    assert content(library.site) == library.published_anew()
    assert {path.name for path in library.site.parent.iterdir()} == {"library", "site", "tokens"}


def test_the_tokens_of_all_sites_are_within_a_bound(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_files, "MAX_KEPT_BYTES", 1000)

    def filled(site: str, count: int) -> str:
        with tokens_of_site(site) as folder:
            for number in range(count):
                (cache / os.path.basename(folder) / f"{number}").write_bytes(b"x" * 200)
        return folder

    def kept(folder: str) -> list[str]:
        return sorted(os.listdir(folder)) if os.path.exists(folder) else []

    old, new = filled("old", 2), filled("new", 2)
    os.utime(old, (1, 1))
    assert [len(kept(folder)) for folder in (old, new)] == [2, 2]
    filled("new", 4)
    assert [len(kept(folder)) for folder in (old, new)] == [0, 4]  # the whole of the older site
    filled("new", 9)
    assert kept(new) == ["0", "1", "2", "3", "4"]  # always the same ones
