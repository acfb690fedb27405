"""Whatever an issue file holds: no traceback, no control on a stream, a place for every refusal, bounds that hold."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.main import main
from reader.gate import first_forbidden
from reader.source import load, load_text
from tests.hostile.mutations import VALUES, bundled, places, written

resource = pytest.importorskip("resource")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source import Loaded

CPU_SECONDS = 2
MEMORY_BYTES = 200_000_000
EVERY = 41
"""Of the mutated files one of so many goes through the whole command line."""


@cache
def mutated(what: str) -> tuple[str, ...]:
    return tuple(written(root, place, VALUES[what]) for root in bundled().values() for place in places(root))


def assert_told(loaded: Loaded) -> None:
    """Each diagnostic names the file and, unless it is about the whole of it, a line, in clean text."""
    for found in loaded.diagnostics:
        assert first_forbidden(str(found)) == first_forbidden(found.excerpt) == -1
        assert str(found).startswith(loaded.path)
        assert found.line >= 1 or found.code.startswith("F")
    assert loaded.issue or loaded.errors


def test_the_files_that_are_mutated_are_good_and_have_every_shape() -> None:
    for root in bundled().values():
        loaded = load_text(written(root))
        assert loaded.issue, loaded.errors
        assert len(list(places(root))) >= 80


@pytest.mark.parametrize("what", VALUES)
def test_at_every_node(what: str) -> None:
    refused = 0
    for text in mutated(what):
        loaded = load_text(text, "hostile.yaml")
        assert_told(loaded)
        refused += loaded.issue is None
    assert refused > 10


@pytest.mark.parametrize("what", VALUES)
def test_through_the_command_line(what: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "hostile.yaml"
    for text in mutated(what)[::EVERY]:
        path.write_text(text, "utf-8")
        for argv in (["check", str(path)], ["show", str(path)], ["list", "--library", str(tmp_path), "--json"]):
            assert main(argv) in (0, 1)
            out, err = capsysbinary.readouterr()
            for stream in (out, err):
                assert first_forbidden(stream.decode("utf-8")) == -1
            assert b"Traceback" not in err
            assert b"unforeseen" not in err


def whole_files() -> Iterator[tuple[str, bytes]]:
    """Yields files that are wrong as a whole: cut off, in other encodings, with other line ends."""
    for root in bundled().values():
        data = written(root).encode()
        for part in range(1, 40):
            yield f"cut {part}", data[: len(data) * part // 40]
        text = data.decode()
        yield "UTF-16", text.encode("utf-16")
        yield "UTF-32", text.encode("utf-32")
        yield "GB 18030", text.encode("gb18030")
        yield "a lone byte", data + b"# \x80\n"
        yield "a surrogate", data + b"# \xed\xa0\x80\n"
        yield "nulls", data.replace(b"\n", b"\0\n", 5)
        yield "escapes", data.replace(b"\n", b" # \x1b[2J\n", 5)
        yield "returns", data.replace(b"\n", b"\r")
        yield "tabs", data.replace(b"\n ", b"\n\t")
        yield "twice", data + b"---\n" + data
        yield "a directive", b"%TAG ! tag:x,2000:\n---\n" + data
    yield "nothing", b""
    yield "a mark", b"\xef\xbb\xbf"
    yield "only comments", b"# a\n" * 1000


def test_files_that_are_wrong_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    for name, data in whole_files():
        path.write_bytes(data)
        loaded = load(str(path))
        assert_told(loaded)
        assert loaded.issue is None or name in ("returns", "a directive", "tabs"), name


def test_a_byte_order_mark_and_crlf_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "good.yaml"
    for root in bundled().values():
        path.write_bytes(b"\xef\xbb\xbf" + written(root).encode().replace(b"\n", b"\r\n"))
        assert load(str(path)).issue


# -- bounds, in processes that may not use more ---------------------------------------------------------

SIZE = 3_900_000
BOMBS = {
    "line ends": b"\n" * SIZE,
    "short lines": b"ab\n" * (SIZE // 3),
    "Chinese lines": "泉\n".encode() * (SIZE // 4),
    "blanks": b" " * SIZE,
    "tabs": b"\t" * SIZE,
    "one long word": b"x" * SIZE,
    "one long quotation": b'"' + b"x" * SIZE,
    "a quotation of many lines": b'"' + b"x\n" * (SIZE // 2),
    "escapes in a quotation": b'a: "' + rb"\e" * (SIZE // 2) + b'"',
    "a folded text": b"a: >\n" + b" x\n\n" * (SIZE // 4),
    "a literal text": b"a: |\n" + b" x\n" * (SIZE // 3),
    "anchors": b"".join(b"- &a%d x\n" % number for number in range(190_000)),
    "aliases": b"- &a x\n" + b"- *a\n" * 190_000,
    "tags": b"- !!int 1\n" * 190_000,
    "keys": b"".join(b"k%d: v\n" % number for number in range(99_000)),
    "the same key": b"k: v\n" * 99_000,
    "unknown languages": b"title: {" + b"".join(b"a%d: x, " % number for number in range(90_000)) + b"}",
    "quotes that open": b"- 'x\n" * 190_000,
    "mappings in a line": b"a: " * 1_000_000,
    "question marks": b"? x\n" * 99_000,
    "directives": b"%YAML 1.1\n" * 300_000,
    "documents": b"---\n" * 900_000,
    "comments": b"# x\n" * 900_000,
    "a fault at the end": b"- x\n" * 150_000 + b"- [",
    "a byte at the end": b"- x\n" * 900_000 + b"\xff",
    "a control at the end": b"- x\n" * 900_000 + b"\x07",
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the address space is no measure of memory")
@pytest.mark.parametrize("name", BOMBS)
def test_no_file_takes_more_than_two_seconds_and_two_hundred_megabytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_bytes(BOMBS[name])
    done = subprocess.run(
        [sys.executable, "-m", "reader", "check", str(path)],
        capture_output=True, preexec_fn=limited, cwd=Path(__file__).parents[2], check=False,
    )  # fmt: skip
    assert done.returncode == 1, (done.returncode, done.stderr[-300:])
    assert done.stdout.startswith(os.fsencode(path))
    assert first_forbidden(done.stdout.decode()) == -1
    assert b"Traceback" not in done.stderr
    assert b"unforeseen" not in done.stderr
