"""A catalogue that is damaged or hostile is noticed before anything is read from it: hits are those of the files."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.catalogue.file import Catalogue, CatalogueError
from reader.catalogue.schema import SIGNATURE, TABLES, _of_this_library, _usual
from reader.catalogue.seal import ENDING, break_seal, seal, verdict
from reader.library import Library
from reader.library.searching import search
from reader.search import parse_query
from tests.drawing import seeds
from tests.invented.flipping import flip
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from collections.abc import Callable

    Damage = Callable[[Path], None]

pytestmark = pytest.mark.usefixtures("own_cache")

QUERIES = ("泉", "spring", "water -market", "paragraph", "title:article")
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in ("one", "two"):
        (made / f"{name}.yaml").write_text(small_issue(name, articles=2), encoding="utf-8")
    (made / "bad.yaml").write_text("format: 1\n", encoding="utf-8")
    return made


@pytest.fixture
def path(folder: Path) -> Path:
    """The catalogue of the folder, made and sealed."""
    library = Library([str(folder)])
    assert library.update(alone=True)
    assert library.catalogue
    library.catalogue.close()
    assert verdict(library.catalogue.path) == "whole"
    return Path(library.catalogue.path)


def answers(library: Library) -> list[object]:
    """Returns what a library tells: its issues, its broken files, and the hits of some queries."""
    found = [hit for query in QUERIES for hit in search(library, parse_query(query), limit=1000).hits]
    hits = sorted((hit.address, hit.field, hit.language, hit.spans) for hit in found)  # the index has another order
    issues = [(entry.path, issue.id, str(issue)) for entry, issue in library.issues()]
    return [issues, [str(entry.first_error) for entry in library.broken()], hits]


def run(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as to:
        to.executescript("PRAGMA writable_schema = ON;" + script)


def another(path: Path, script: str, signed: bool = True) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as to:
        to.executescript(script)
        if signed:
            to.execute(f"PRAGMA application_id = {SIGNATURE.application_id}")
            to.execute(f"PRAGMA user_version = {SIGNATURE.version}")
        to.commit()


def leave_a_log(path: Path) -> None:
    """Puts the log of another database beside the file."""
    other = path.parent / "other"
    with closing(sqlite3.connect(other)) as to:
        to.execute("PRAGMA journal_mode = WAL")
        to.execute("CREATE TABLE x (a)")
        to.commit()
        shutil.copy(f"{other}-wal", f"{path}-wal")


DAMAGES: dict[str, Damage] = {
    "an empty list for a fault": lambda path: run(path, "UPDATE files SET fault = '[]' WHERE fault NOTNULL"),
    "no JSON for a fault": lambda path: run(path, "UPDATE files SET fault = '[[[' WHERE fault NOTNULL"),
    "wrong types in a fault": lambda path: run(
        path, "UPDATE files SET fault = '[1,2,3,4,5,6,7,8,9]' WHERE fault NOTNULL"
    ),
    "a fault of a good file": lambda path: run(path, "UPDATE files SET issue = NULL; DELETE FROM issues"),
    "names that are empty": lambda path: run(
        path, "PRAGMA writable_schema = RESET; UPDATE issues SET name = '', date = ''"
    ),
    "an endless view": lambda path: run(
        path,
        f"ALTER TABLE files RENAME TO f; CREATE VIEW files AS {ENDLESS} x AS path, x AS size, x AS modified, "
        "x AS changed, x AS inode, '' AS hash, x AS issue, NULL AS fault FROM n",
    ),
    "an endless view for what is read first": lambda path: run(
        path, f"DROP TABLE about; CREATE VIEW about AS {ENDLESS} x AS shape, x AS sources FROM n WHERE x < 0"
    ),
    "only endless views": lambda path: another(path, f"CREATE VIEW about AS {ENDLESS} x AS shape FROM n WHERE x < 0"),
    "a trigger": lambda path: run(path, "CREATE TRIGGER t BEFORE DELETE ON files BEGIN SELECT RAISE(FAIL, 'no'); END"),
    "a generated column": lambda path: run(path, "ALTER TABLE files ADD COLUMN x TEXT AS (hex(zeroblob(9))) VIRTUAL"),
    "another table": lambda path: run(path, "CREATE TABLE more (x)"),
    "another index": lambda path: run(path, "CREATE INDEX more ON files (hash)"),
    "a table for an index": lambda path: run(path, "DROP TABLE texts; CREATE TABLE texts (tokens)"),
    "rows that are gone": lambda path: run(path, "DELETE FROM texts_data WHERE id > 100"),
    "a newer version": lambda path: run(path, f"PRAGMA user_version = {SIGNATURE.version + 1}"),
    "the database of another application": lambda path: another(path, "CREATE TABLE moz_places (id)", signed=False),
    "another application's tables under our name": lambda path: another(path, "CREATE TABLE moz_places (id)"),
    "empty tables": lambda path: another(path, TABLES),
    "nothing": lambda path: path.write_bytes(b""),
    "half of it": lambda path: os.truncate(path, path.stat().st_size // 2),
    "a part of a page": lambda path: os.truncate(path, 5000),
    "a huge file": lambda path: os.truncate(path, 5 << 30),
    "no database": lambda path: path.write_bytes(b"\0" * 100_000),
    "a log of another database": leave_a_log,
    "flipped bits": lambda path: flip(path, 8, 1),
}


ONLY_THE_SEAL_TELLS = {
    "a fault of a good file",
    "names that are empty",
    "rows that are gone",
    "empty tables",
    "flipped bits",
}
"""Damages of the content alone, in tables that are ours."""


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_told_is_that_of_the_files(folder: Path, path: Path, name: str) -> None:
    truth = answers(Library([str(folder)], str(path.parent / "none.sqlite")))
    DAMAGES[name](path)
    assert answers(Library([str(folder)])) == truth
    library = Library([str(folder)])
    library.update(alone=True)
    assert library.notice == ""
    assert answers(library) == truth
    assert library.catalogue
    library.catalogue.close()
    assert verdict(str(path)) == "whole"


@pytest.mark.parametrize("name", sorted(DAMAGES.keys() - {"a huge file"}))
def test_under_a_seal_that_fits_the_schema_and_the_rows_are_looked_at(folder: Path, path: Path, name: str) -> None:
    truth = answers(Library([str(folder)], str(path.parent / "none.sqlite")))
    DAMAGES[name](path)
    break_seal(str(path))
    seal(str(path))
    told = answers(Library([str(folder)]))  # and nothing unforeseen is raised
    assert told == truth or name in ONLY_THE_SEAL_TELLS
    Library([str(folder)]).update(alone=True)


@pytest.mark.parametrize("seed", seeds(40))
def test_no_flipped_bit_gives_other_hits(folder: Path, path: Path, seed: int) -> None:
    truth = answers(Library([str(folder)]))
    assert len(truth[2]) > 10
    flip(path, 1 + seed % 8, seed)
    assert answers(Library([str(folder)])) == truth


def test_a_change_of_the_content_is_noticed_though_the_time_is_put_back(path: Path) -> None:
    state = path.stat()
    flip(path, 1, 0)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert verdict(str(path)) == "changed"


def test_a_copy_is_as_good_as_the_file(folder: Path, path: Path) -> None:
    for ending in ("", ENDING):
        shutil.copy(f"{path}{ending}", f"{path}{ending}.copy")
        os.replace(f"{path}{ending}.copy", f"{path}{ending}")
    assert verdict(str(path)) == "whole"
    flip(path, 1, 3)
    with pytest.raises(CatalogueError, match="changed by another program"):
        Catalogue([str(folder)], str(path)).open()


def test_reading_leaves_the_seal_whole(folder: Path, path: Path) -> None:
    for _ in range(3):
        answers(library := Library([str(folder)]))
        library.catalogue.close()
        assert verdict(str(path)) == "whole"


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"state": 1, "checksum": [], "writer": ""}', "[" * 900, "\0"])
def test_a_seal_that_is_none_is_that_of_a_changed_file(path: Path, written: str) -> None:
    Path(f"{path}{ENDING}").write_text(written)
    assert verdict(str(path)) == "changed"


def test_a_pipe_in_place_of_a_seal_is_not_waited_for(path: Path) -> None:
    Path(f"{path}{ENDING}").unlink()
    os.mkfifo(f"{path}{ENDING}")
    assert verdict(str(path)) == "changed"


def test_what_a_killed_writer_left_is_read_as_a_whole_and_sealed(folder: Path, path: Path) -> None:
    left = '{"state": [], "checksum": -1, "writer": 4194305}'  # no process has this number
    Path(f"{path}{ENDING}").write_text(left)
    assert verdict(str(path)) == "left unfinished"
    catalogue = Catalogue([str(folder)], str(path))
    assert catalogue.open()
    catalogue.close()
    assert verdict(str(path)) == "whole"
    run(path, "DELETE FROM texts_data WHERE id > 100")
    Path(f"{path}{ENDING}").write_text(left)
    with pytest.raises(CatalogueError):
        Catalogue([str(folder)], str(path)).open()


def test_the_seal_of_another_writer_is_left_alone(path: Path) -> None:
    Path(f"{path}{ENDING}").write_text(f'{{"state": [], "checksum": -1, "writer": {os.getppid()}}}')
    seal(str(path))
    assert verdict(str(path)) == "being written"


def test_the_schema_is_written_as_sqlite_writes_it() -> None:
    assert _usual() == _of_this_library()
