"""The rooms without a screen import no screen."""

from __future__ import annotations

import subprocess
import sys

import pytest

ROOMS = (
    "reader.model",
    "reader.source",
    "reader.layout",
    "reader.library",
    "reader.search",
    "reader.marks",
    "reader.pictures",
    "reader.reading",
    "reader.web",
    "reader.exporting",
    "reader.subscriptions",
    "reader.ui.lists",
    "reader.ui.frames",
)
PROGRAM = """
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def imported(*rooms: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *rooms], capture_output=True, text=True, check=True, timeout=300
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_without_a_screen_imports_neither_textual_nor_rich(room: str) -> None:
    assert imported(room) & {"textual", "rich", "PIL"} == set()


def test_the_screen_imports_no_decoder_of_pictures() -> None:
    assert "PIL" not in imported("reader.ui")


def test_the_screen_does_import_them() -> None:
    assert {"textual", "rich"} <= imported("reader.ui.widgets")


def test_the_first_frame_needs_no_loader() -> None:
    code = "import sys, reader.ui.frames.first; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "reader.layout.spread" in modules
    assert not {"yaml", "reader.source", "reader.source.checks", "textual", "rich", "PIL"} & set(modules)
