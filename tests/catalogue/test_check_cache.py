"""Results of checks: what is kept, what is believed of a file that anybody may have written, and how large it grows."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from reader.catalogue import check_cache
from reader.catalogue.check_cache import CheckCache, CheckResult, Report, digest_of, is_settled, pictures_of

if TYPE_CHECKING:
    from pathlib import Path

RESULT = CheckResult(b"d" * 16, (("a.png", (0, 1, 2, 3, 4, 5, 6)), ("b.png", ())), (Report(3, 4, "T702", "m", "h"),))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "checks.sqlite")


def kept(path: str, *results: tuple[str, CheckResult]) -> CheckCache:
    cache = CheckCache(path)
    cache.keep(results)
    return cache


def row(path: str, **columns: object) -> None:
    """Changes columns of all rows, with a right sum, as a program that knows the form could."""
    with closing(sqlite3.connect(path)) as database, database:
        for name, value in columns.items():
            database.execute(f"UPDATE checks SET {name} = ?", (value,))
        for key, digest, content in database.execute("SELECT path, digest, content FROM checks").fetchall():
            if isinstance(digest, bytes) and isinstance(content, bytes):
                total = check_cache._sum(key, digest, content)
                database.execute("UPDATE checks SET sum = ? WHERE path = ?", (total, key))


def test_a_result_comes_back_from_another_process_too(path: str) -> None:
    kept(path, ("a.yaml", RESULT), (os.fsdecode(b"x\xff.yaml"), RESULT)).close()
    cache = CheckCache(path)
    assert cache.result("./a.yaml") == RESULT
    assert cache.result(os.fsdecode(b"x\xff.yaml")) == RESULT
    assert cache.result("b.yaml") is None


def test_nothing_is_made_by_looking(path: str) -> None:
    assert CheckCache(path).result("a.yaml") is None
    CheckCache(path).keep([])
    assert not os.path.exists(path)


def test_the_digest_is_of_program_name_and_text() -> None:
    one = digest_of(b"1", "x/a.yaml", "text")
    assert one == digest_of(b"1", "y/a.yaml", "text")
    assert (
        len({one, digest_of(b"2", "a.yaml", "text"), digest_of(b"1", "b.yaml", "text"), digest_of(b"1", "a.yaml", "")})
        == 4
    )


def test_another_program_has_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = check_cache.program_digest()
    assert before == check_cache.program_digest()
    monkeypatch.setattr(check_cache, "__version__", "9.9")
    assert before != check_cache.program_digest()


def test_a_change_of_a_picture_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    picture = folder / "p.png"

    def states() -> object:
        return pictures_of(str(tmp_path / "a.yaml"), ["p.png", "p.png", "no\0name"])

    seen = [states()]
    picture.write_bytes(b"1")
    seen.append(states())
    picture.write_bytes(b"22")
    seen.append(states())
    (tmp_path / "other").write_bytes(b"22")
    (tmp_path / "other").replace(picture)
    seen.append(states())
    picture.unlink()
    picture.symlink_to(tmp_path / "elsewhere.png")
    (tmp_path / "elsewhere.png").write_bytes(b"22")
    seen.append(states())
    assert len(set(map(str, seen))) == 5
    changed = os.stat(picture).st_ctime_ns
    pictures = pictures_of(str(tmp_path / "a.yaml"), ["p.png"])
    assert not is_settled(pictures, changed)
    assert is_settled(pictures, changed + 10**9)


HOSTILE = [
    [[], [[0, 0, "X999", "m", "h"]]],
    [[], [[0, 0, "T702", 5, "h"]]],
    [[], [[-2, 0, "T702", "m", "h"]]],
    [[], [[-1, 0, "T702", "m", "h"]]],
    [[], [[True, 0, "T702", "m", "h"]]],
    [[], [["0", 0, "T702", "m", "h"]]],
    [[["../../etc/passwd", []]], []],
    [[["a\0b", []]], []],
    [[["a.png", ["x"]]], []],
    [[["a.png"]], []],
    [[]],
    {},
    None,
]


@pytest.mark.parametrize("content", HOSTILE, ids=str)
def test_a_row_that_is_none_of_ours_is_no_result(path: str, content: object) -> None:
    kept(path, ("a.yaml", RESULT)).close()
    row(path, content=json.dumps(content).encode())
    assert CheckCache(path).result("a.yaml") is None


@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff", b"", b"[]" + b" " * 500_000, "text", 5])
def test_a_row_of_other_bytes_is_no_result(path: str, content: object) -> None:
    kept(path, ("a.yaml", RESULT)).close()
    if isinstance(content, bytes):
        row(path, content=content)
        assert CheckCache(path).result("a.yaml") is None
    else:
        with pytest.raises(sqlite3.IntegrityError):
            row(path, content=content)


def test_a_flipped_bit_is_no_result_or_the_right_one(path: str) -> None:
    kept(path, ("a.yaml", RESULT)).close()
    with open(path, "rb") as file:
        data = file.read()
    for place in range(0, len(data), 331):
        with open(path, "wb") as file:
            file.write(data[:place] + bytes([data[place] ^ 4]) + data[place + 1 :])
        cache = CheckCache(path)
        assert cache.result("a.yaml") in (None, RESULT)
        cache.close()


def test_a_file_that_is_not_ours_is_made_anew(path: str) -> None:
    os.makedirs(os.path.dirname(path))
    for statement in ("CREATE TABLE checks (path)", check_cache.TABLE, "CREATE VIEW checks AS SELECT 1 AS path"):
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(statement)
        kept(path, ("a.yaml", RESULT)).close()
        cache = kept(path, ("a.yaml", RESULT))
        assert cache.result("a.yaml") == RESULT
        cache.close()
        os.unlink(path)
    with open(path, "w", encoding="ascii") as file:
        file.write("no database at all\n" * 99)
    assert kept(path, ("a.yaml", RESULT)).result("a.yaml") is None
    assert kept(path, ("a.yaml", RESULT)).result("a.yaml") == RESULT


def test_something_else_in_its_place_stays_and_harms_nothing(path: str) -> None:
    os.makedirs(path)
    assert kept(path, ("a.yaml", RESULT)).result("a.yaml") is None
    assert os.path.isdir(path)


def test_a_file_that_another_check_writes_is_done_without(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_cache, "BUSY_SECONDS", 0.01)
    kept(path, ("a.yaml", RESULT)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert kept(path, ("b.yaml", RESULT)).result("a.yaml") is None
        other.execute("ROLLBACK")
    assert CheckCache(path).result("a.yaml") == RESULT


def test_two_at_once_keep_both_their_results(path: str) -> None:
    one, other = CheckCache(path), CheckCache(path)
    for number in range(5):
        one.keep([(f"one-{number}", RESULT)])
        other.keep([(f"other-{number}", RESULT)])
    assert all(one.result(f"other-{number}") and other.result(f"one-{number}") for number in range(5))


def test_the_results_that_were_not_used_for_longest_go(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_cache, "MAX_ROWS", 3)
    kept(path, *((f"{number}", RESULT) for number in range(3))).close()
    row(path, day=5)
    cache = CheckCache(path)
    assert cache.result("0")
    cache.keep([("3", RESULT)])
    assert [bool(cache.result(str(number))) for number in range(4)] == [True, False, True, True]
    monkeypatch.setattr(check_cache, "MAX_BYTES", 1)
    cache.keep([("4", RESULT)])
    assert not any(cache.result(str(number)) for number in range(5))


def test_a_result_of_too_many_reports_is_not_kept(path: str) -> None:
    many = CheckResult(b"d" * 16, (), (Report(0, 0, "T702", "m" * 300, ""),) * 2000)
    assert kept(path, ("a", many), ("b", RESULT)).result("a") is None
    assert CheckCache(path).result("b") == RESULT
