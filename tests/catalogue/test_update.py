"""Updates of the catalogue: changes of every kind, interruptions at any moment, two updates at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.catalogue import parsing
from reader.catalogue.update import Update
from reader.library import Library
from reader.library.searching import SearchSession, search
from reader.log import default_path
from reader.search import parse_query, scan
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from reader.source.loading import Loaded

pytestmark = pytest.mark.usefixtures("own_cache")

ROOT = Path(__file__).parents[2]
INDEX = "import sys; from reader.cli.main import main; sys.exit(main(['index', '--library', sys.argv[1]]))"
PATIENT = f"import reader.catalogue.file as file; file.BUSY_SECONDS = 300; {INDEX}"
OFTEN = f"import reader.catalogue.update as indexing; indexing.BATCH_SECONDS = 0; {INDEX}"
UNWRITABLE = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
{INDEX}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    write(made, *"abc")
    return made


def write(folder: Path, *names: str, articles: int = 2, words: str = "") -> None:
    for name in names:
        text = small_issue(name, articles=articles)
        if words:
            text += f"      - {{id: added, title: {words}, body: [{words}]}}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def update(folder: Path, **how: bool) -> Update:
    library = Library([str(folder)])
    done = library.update(alone=True, **how)
    assert library.notice == ""
    assert done is not None
    return done


def assert_right(folder: Path, *queries: str) -> None:
    """Asserts that the catalogue knows every file, and that the index finds the hits of a scan."""
    library = Library([str(folder)])
    assert library.unknown() == []
    issues = [issue for _, issue in library.issues()]
    searching = SearchSession(library)
    for written in ("title:1", "text:the", "水", *queries):
        query = parse_query(written)
        expected = sorted(hit.address + hit.language + hit.field for hit in scan(issues, query))
        found = searching.find(query, "newest", 100_000).hits
        assert sorted(hit.address + hit.language + hit.field for hit in found) == expected
        assert searching._index is not None


# -- what changes ---------------------------------------------------------------------------------------


def test_only_what_changed_is_read(folder: Path) -> None:
    assert update(folder) == Update(3, 3, 0, 0)
    assert update(folder) == Update(3, 0, 0, 0)
    write(folder, "b", words="Zebra")
    write(folder, "d")
    assert update(folder) == Update(4, 2, 0, 0)
    assert_right(folder, "zebra")
    found = search(Library([str(folder)]), parse_query("zebra")).hits
    assert [hit.address for hit in found] == ["b/added", "b/added#p1"]


def test_what_was_taken_out_is_found_no_more(folder: Path) -> None:
    write(folder, "b", words="Zebra")
    update(folder)
    write(folder, "b")
    assert update(folder) == Update(3, 1, 0, 0)
    assert_right(folder, "zebra")
    assert search(Library([str(folder)]), parse_query("zebra")).hits == ()


def test_deleted_and_renamed_files_are_seen(folder: Path) -> None:
    update(folder)
    (folder / "a.yaml").unlink()
    (folder / "b.yaml").rename(folder / "z.yaml")
    assert update(folder) == Update(2, 1, 0, 2)
    assert_right(folder)
    assert [entry.name for entry in Library([str(folder)])] == ["c", "z"]


def test_a_broken_file_is_told_and_a_mended_one_is_back(folder: Path) -> None:
    update(folder)
    whole = (folder / "b.yaml").read_text("utf-8")
    (folder / "b.yaml").write_text(whole.replace("magazine:", "magazin:"), encoding="utf-8")
    assert update(folder) == Update(3, 1, 1, 0)
    library = Library([str(folder)])
    (broken,) = library.broken()
    assert broken.name == "b"
    assert broken.first_error == broken.loaded.errors[0]
    assert_right(folder)
    (folder / "b.yaml").write_text(whole, encoding="utf-8")
    assert update(folder) == Update(3, 1, 0, 0)
    assert Library([str(folder)]).broken() == []
    assert_right(folder)


def test_a_file_that_was_only_touched_is_not_parsed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(folder)
    os.utime(folder / "a.yaml")
    monkeypatch.setattr("reader.catalogue.parsing.load", None)  # so that parsing fails
    assert update(folder) == Update(3, 1, 0, 0)
    assert update(folder) == Update(3, 0, 0, 0)


@pytest.mark.parametrize("error", [KeyError, RecursionError, MemoryError, UnicodeEncodeError])
def test_an_unforeseen_fault_at_one_file_costs_that_file_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    load = parsing.load

    def failing(path: str, checked: bool) -> Loaded:
        if path.endswith("b.yaml"):
            raise error(*(("utf-8", "b", 0, 1, "no") if error is UnicodeEncodeError else ("b",)))
        return load(path, checked)

    monkeypatch.setattr(parsing, "load", failing)
    assert update(folder) == Update(3, 3, 1, 0)
    library = Library([str(folder)])
    assert {issue.id for _, issue in library.issues()} >= {"a", "c"}
    told = parsing.parsed_file(parsing.ParseRequest(str(folder / "b.yaml"))).fault or []
    assert f"the program has an unforeseen fault at this file: {error.__name__}" in told
    log = Path(default_path()).read_text("utf-8")
    assert "an unforeseen fault" in log
    assert "in failing" in log
    assert update(folder) == Update(3, 0, 0, 0)
    monkeypatch.setattr(parsing, "load", load)
    assert update(folder, rebuild=True) == Update(3, 3, 0, 0)


def test_a_change_of_the_same_size_and_time_is_seen(folder: Path) -> None:
    update(folder)
    path = folder / "a.yaml"
    about = path.stat()
    path.write_text(path.read_text("utf-8").replace("article-1", "article-9"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert update(folder).read == 1
    assert_right(folder)
    library = Library([str(folder)])
    assert library.entry("a").issue.article("article-9") is not None


def test_a_file_that_is_replaced_is_seen(folder: Path) -> None:
    update(folder)
    write(folder, "other", words="Zebra")
    (folder / "other.yaml").replace(folder / "a.yaml")
    assert update(folder).read == 1
    assert_right(folder, "zebra")


def test_everything_is_read_anew_if_that_is_asked_for(folder: Path) -> None:
    update(folder)
    assert update(folder, rebuild=True) == Update(3, 3, 0, 0)
    assert_right(folder)


def test_a_hundred_changes_leave_the_index_right(folder: Path) -> None:
    rng = random.Random(1)
    words = ("Zebra", "River", "济南", "泉水", "Spring water")
    for _ in range(100):
        name = rng.choice("abcdefgh")
        if rng.random() < 0.25:
            (folder / f"{name}.yaml").unlink(missing_ok=True)
        elif rng.random() < 0.2:
            (folder / f"{name}.yaml").write_text("format: 1\nid: [", encoding="utf-8")
        else:
            write(folder, name, articles=rng.randrange(1, 4), words=rng.choice(words))
        update(folder)
    assert_right(folder, *words)


def test_issues_of_one_id_are_found_once(folder: Path) -> None:
    (folder / "copy-of-a.yaml").write_text(small_issue("a", articles=2), encoding="utf-8")
    update(folder)
    assert_right(folder)
    assert Library([str(folder)]).entry("a").name == "a"


def test_newer_issues_come_first_whenever_they_were_found(folder: Path) -> None:
    for name in "abc":
        (folder / f"{name}.yaml").unlink()
    dates = [f"{year}-{month:02}" for year in range(2001, 2011) for month in (1, 7)]
    rng = random.Random(3)
    shuffled = rng.sample(dates, len(dates))
    for start in range(0, len(dates), 4):
        for date in shuffled[start : start + 4]:
            text = small_issue(f"i-{date}", articles=1).replace("sections:", f"date: {date}\nsections:", 1)
            (folder / f"i-{date}.yaml").write_text(text, encoding="utf-8")
        update(folder)
    found = search(Library([str(folder)]), parse_query("title:0"), "newest", 1000).hits
    assert list(dict.fromkeys(hit.issue.date for hit in found)) == sorted(dates, reverse=True)


# -- other processes ------------------------------------------------------------------------------------


def many(folder: Path, count: int) -> None:
    write(folder, *(f"issue-{k}" for k in range(count)), articles=12)


def run(folder: Path, *arguments: str, program: str = INDEX) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder), *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_files_are_parsed_by_other_processes_where_there_are_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(folder, 8)
    monkeypatch.setattr("reader.catalogue.update.FEW_BYTES", 0)
    seen: list[tuple[int, int]] = []
    library = Library([str(folder)])
    assert library.update(lambda done, total: seen.append((done, total))) == Update(11, 11, 0, 0)
    assert seen == [(k, 11) for k in range(1, 12)]
    assert_right(folder)


def test_killed_at_any_moment_the_library_is_whole(folder: Path) -> None:
    many(folder, 6)
    rng = random.Random(20)
    for _ in range(20):
        write(folder, rng.choice("abc"), words=rng.choice(("Zebra", "River")))
        program = run(folder, program=OFTEN)
        try:
            program.wait(timeout=rng.uniform(0.0, 0.7))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        program.communicate()
        library = Library([str(folder)])
        assert len([issue for _, issue in library.issues()]) == 9
        found = search(library, parse_query("title:1"), "newest", 1000).hits
        assert {hit.issue.id for hit in found} == {issue.id for _, issue in library.issues()}
    update(folder)
    assert_right(folder, "zebra", "river")


def test_two_at_once_do_not_hinder_each_other(folder: Path) -> None:
    many(folder, 10)
    programs = [run(folder, program=PATIENT) for _ in range(2)]  # one may be kept waiting while it holds the file
    for program in programs:
        _, err = program.communicate(timeout=300)
        assert (program.returncode, err) == (0, b"")
    assert update(folder).read == 0
    assert_right(folder)


@pytest.mark.parametrize("limit", [0, 60_000, 150_000])
def test_a_full_disk_is_told_in_one_line_and_hinders_no_reading(folder: Path, limit: int) -> None:
    many(folder, 20)
    program = run(folder, str(limit), program=UNWRITABLE)
    out, err = program.communicate(timeout=300)
    assert program.returncode == 1
    assert out == b""
    assert err.decode().startswith("reader: the cache is not used, everything is read from the files: ")
    assert err.count(b"\n") == 1
    library = Library([str(folder)])
    assert len([issue for _, issue in library.issues()]) == 23
    assert search(library, parse_query("title:1"), "best", 1000).hits
    update(folder)
    assert_right(folder)
