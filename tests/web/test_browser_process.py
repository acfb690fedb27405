"""The program itself behind a page: its screen is drawn, and it ends with its server."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from reader.web.session import GREETING, command, environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path) -> subprocess.Popen[bytes]:
    env = environment(os.environ, 100, 30) | {"HOME": str(tmp_path), "READER_LIBRARY": "", "LC_ALL": "en_GB.UTF-8"}
    env |= {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    return subprocess.Popen(
        command(["open"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    )


def packet(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "big") + data


def read_until(program: subprocess.Popen[bytes], words: bytes) -> None:
    assert program.stdout
    while True:
        head = program.stdout.read(5)
        assert len(head) == 5, program.stderr and program.stderr.read()
        if words in program.stdout.read(int.from_bytes(head[1:], "big")):
            return


def test_the_screen_is_drawn_without_a_terminal_and_quits(program: subprocess.Popen[bytes]) -> None:
    assert program.stdin
    assert program.stdout
    assert program.stdout.readline() == GREETING
    read_until(program, "泉城".encode())
    program.stdin.write(packet(b"D", b"?"))
    program.stdin.flush()
    read_until(program, b"Help")
    program.stdin.write(packet(b"M", json.dumps({"type": "quit"}).encode()))
    program.stdin.flush()
    read_until(program, b'"exit"')
    assert program.wait(300) == 0


def test_it_ends_with_its_server(program: subprocess.Popen[bytes]) -> None:
    assert program.stdin
    assert program.stdout
    read_greeting = program.stdout.readline()
    assert read_greeting == GREETING
    read_until(program, "泉城".encode())
    program.stdout.close()
    program.stdin.close()
    assert program.wait(300) == 129
    assert program.stderr
    assert program.stderr.read() == b""
