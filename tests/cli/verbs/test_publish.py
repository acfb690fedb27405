"""``reader publish``: a site from the library, with its messages and exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

URL = ("--base-url", "https://example.org/m")


def test_a_site_is_written_checked_and_kept(run: Run, folder: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = run("publish", "-o", str(site), *URL)
    assert (first.code, first.err) == (0, "")
    assert first.out.endswith(" written, 0 as before, 0 removed\n")
    assert (site / "springs" / "water" / "index.html").is_file()
    assert json.loads((site / "magazine.json").read_text("utf-8"))["title"] == "泉城 City of Springs · Essays"
    assert run("publish", "-o", str(site), *URL, "--check").code == 0
    assert run("publish", "-o", str(site), *URL).out.startswith(f"{site}: 0 written")
    (folder / "springs.yaml").write_text((folder / "springs.yaml").read_text("utf-8").replace("四季", "四时"), "utf-8")
    checked = run("publish", "-o", str(site), *URL, "--check")
    assert checked.code == 1
    assert f"{site}/springs/water/index.html: is not up to date" in checked.out or "more; run" in checked.out
    assert run("publish", "-o", str(site), *URL, "--title", "名 <b>").code == 0
    assert "名 &lt;b&gt;" in (site / "index.html").read_text("utf-8")


def test_a_broken_issue_is_left_out_with_its_place(run: Run, broken: Path, tmp_path: Path) -> None:
    done = run("publish", "-o", str(tmp_path / "site"), *URL)
    assert done.code == 1
    assert f"{broken}:" in done.err
    assert "the issue is left out" in done.err
    assert (tmp_path / "site" / "springs" / "index.html").is_file()
    assert not (tmp_path / "site" / "broken").exists()


def test_without_an_issue_the_site_stays_as_it_was(run: Run, broken: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    run("publish", "-o", str(site), *URL)
    before = sorted(site.rglob("*"))
    done = run("publish", "--library", str(broken), "-o", str(site), *URL)
    assert done.code == 1
    assert "no issue can be published" in done.err
    assert sorted(site.rglob("*")) == before


def test_of_two_files_with_one_id_one_is_published(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "again.yaml").write_text((folder / "springs.yaml").read_text("utf-8"), "utf-8")
    done = run("publish", "-o", str(tmp_path / "site"), *URL)
    assert done.code == 1
    assert "another file has the id springs, too" in done.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["-o", "SITE"], "--base-url"),
        (["--base-url", "https://x.org"], "--output"),
        (["-o", "SITE", "--base-url", "x.org"], "no address of a site"),
        (["-o", "SITE", *URL, "--sign", "SITE/none"], "no such key"),
        (["-o", "LIBRARY", *URL], "give the site a folder of its own"),
        (["-o", "LIBRARY/..", *URL], "give the site a folder of its own"),
        (["-o", "SITE/deep", *URL], "is not there"),
        (["springs", "-o", "SITE", *URL], "takes no word"),
    ],
)
def test_a_wrong_word_leaves_nothing_behind(
    words: list[str], reason: str, run: Run, folder: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    before = sorted(folder.rglob("*"))
    done = run("publish", *(word.replace("SITE", str(site)).replace("LIBRARY", str(folder)) for word in words))
    assert done.code == 2
    assert reason in done.err
    assert not site.exists()
    assert sorted(folder.rglob("*")) == before
