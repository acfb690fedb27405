"""The folder of a site: whole or as it was, only what changed is written, files of others stay."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.publishing import tree as tree_module
from reader.publishing.site import SiteFile
from reader.publishing.tree import LIST_NAME, Published, compared, publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = [SiteFile("index.html", b"one"), SiteFile("a/index.html", b"two"), SiteFile("a/b/index.html", b"three")]


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST_NAME
    }


def test_only_what_changed_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert publish(str(site), FILES) == Published(3, 0, 0)
    states = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*.html")}
    assert publish(str(site), FILES) == Published(0, 3, 0)
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in states} == states
    changed = [FILES[0], SiteFile("a/index.html", b"TWO"), SiteFile("c/index.html", b"four")]
    assert publish(str(site), changed) == Published(2, 1, 1)
    assert (site / "index.html").stat().st_ino == states[site / "index.html"][0]
    assert content(site) == {file.path: file.data for file in changed}
    assert not (site / "a" / "b").exists()
    assert os.listdir(tmp_path) == ["site"]


def test_files_of_others_stay_as_they_are(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(str(site), FILES)
    (site / "CNAME").write_text("example.org")
    (site / "a" / "own.txt").write_text("own")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / "link").symlink_to("CNAME")
    (site / "gone").symlink_to("nowhere")
    publish(str(site), [SiteFile("index.html", b"new")])
    assert content(site) == {
        "index.html": b"new",
        "CNAME": b"example.org",
        "a/own.txt": b"own",
        ".git/HEAD": b"ref",
        "link": b"example.org",
    }
    assert (site / ".git" / "refs").is_dir()
    assert os.readlink(site / "link") == "CNAME"
    assert os.readlink(site / "gone") == "nowhere"


def test_a_file_of_others_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(ReaderError, match=r"index\.html: is there, and no file of this site"):
        publish(str(tmp_path), FILES)
    assert content(tmp_path) == {"index.html": b"mine"}


def test_a_fault_on_the_way_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(str(site), FILES)

    def broken() -> Iterator[SiteFile]:
        yield SiteFile("index.html", b"half")
        raise ReaderError("no more")

    with pytest.raises(ReaderError, match="no more"):
        publish(str(site), broken())
    monkeypatch.setattr(tree_module, "_exchanged_at_once", lambda one, other: False)
    monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(1, "no links")))
    assert content(site) == {file.path: file.data for file in FILES}
    assert publish(str(site), FILES[:2]) == Published(0, 2, 1)
    assert content(site) == {file.path: file.data for file in FILES[:2]}
    assert os.listdir(tmp_path) == ["site"]


def test_a_run_that_is_killed_leaves_the_site_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(str(site), FILES)
    code = (
        "import os, sys; from reader.publishing.tree import publish; from reader.publishing.site import SiteFile\n"
        "def files():\n  yield SiteFile('index.html', b'half'); print('half', flush=True); sys.stdin.read()\n"
        "publish(sys.argv[1], files())"
    )
    killed = subprocess.Popen([sys.executable, "-c", code, site], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert killed.stdout
    assert killed.stdout.readline() == b"half\n"
    assert publish(str(site), FILES) == Published(0, 3, 0)
    assert len(os.listdir(tmp_path)) == 2  # a run that goes on keeps its folder
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert content(site) == {file.path: file.data for file in FILES}
    publish(str(site), FILES)
    assert os.listdir(tmp_path) == ["site"]


def test_what_cannot_be_a_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place, reason in (
        (tmp_path / "file", "is no folder"),
        (tmp_path / "none" / "site", "is not there"),
        ("/", "cannot be"),
    ):
        with pytest.raises(ReaderError, match=reason):
            publish(str(place), FILES)


def test_a_link_to_the_site_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    publish(str(tmp_path / "link"), FILES)
    assert (tmp_path / "link").is_symlink()
    assert content(tmp_path / "real") == {file.path: file.data for file in FILES}


def test_a_comparison_writes_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert not compared(str(site), FILES).is_up_to_date
    assert not site.exists()
    publish(str(site), FILES)
    assert compared(str(site), FILES).is_up_to_date
    assert compared(str(site), FILES[:2]).gone == {"a/b/index.html"}
    (site / "index.html").write_text("by hand")
    assert compared(str(site), FILES).changed == {"index.html"}
