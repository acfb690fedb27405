"""Things in a folder of issues that are no issue files: each may cost its own line, and nothing else."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

from reader.source.source_file import MAX_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SPARSE_BYTES = 1 << 33


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def listening(path: Path) -> None:
    """Leaves a socket; its name must be short, so it is bound from within the folder and moved."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("s")
        os.rename("s", path)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(SPARSE_BYTES)


def closed(path: Path) -> None:
    path.write_text("format: 1\n", "utf-8")
    path.chmod(0)


def holding(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


MAKERS: dict[str, Callable[[Path], object]] = {
    "loop.yaml": link_to("loop.yaml"),
    "one-of-two.yaml": link_to("two-of-two.yaml"),
    "two-of-two.yaml": link_to("one-of-two.yaml"),
    "dangling.yaml": link_to("/nowhere/none.yaml"),
    "below-a-file.yaml": link_to("good-a.yaml/none.yaml"),
    "pipe.yaml": os.mkfifo,
    "socket.yaml": listening,
    "zero.yaml": link_to("/dev/zero"),
    "tty.yaml": link_to("/dev/tty"),
    "input.yaml": link_to("/dev/stdin"),
    "not-at-once.yaml": link_to("/proc/kmsg"),
    "changing.yaml": link_to("/proc/self/status"),
    "folder.yaml": os.mkdir,
    "up.yaml": link_to(".."),
    "itself.yaml": link_to("."),
    "closed.yaml": closed,
    "sparse.yaml": sparse,
    "large.yaml": holding(b"#" * (MAX_FILE_BYTES + 1)),
    "empty.yaml": holding(b""),
    "half.yaml": holding(b"format: 1\nid: half\nlanguages: [zh-Hans"),
    "nul.yaml": holding(b"format: 1\0"),
    "\x1b[2J.yaml": holding(b"\x1b]52;c;eA==\x07"),
    "\u202egnp.yaml": holding(b"x"),
    "[red].yaml": holding(b"x"),
    "a\nb.yaml": holding(b"x"),
    "-rf.yaml": holding(b"x"),
    os.fsdecode(b"caf\xe9.yaml"): holding(b"x"),
    "x" * 250 + ".yaml": holding(b"x"),
}
SILENT = ("folder.yaml", "up.yaml", "itself.yaml")
"""Folders, and links to folders: they are not listed."""


def make_all(folder: Path) -> None:
    """Makes all of them in a folder."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        for name, make in MAKERS.items():
            make(folder / name)
    finally:
        os.chdir(before)
