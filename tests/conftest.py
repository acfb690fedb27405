"""No test touches the folders of the person who runs it; programs on pseudo-terminals."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING

import pytest

from reader import confined
from reader.workers import core_count
from tests.drawing import register_profiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reader.library import Library
    from tests.e2e.terminal import Start, Terminal

FOREIGN = ("READER_LIBRARY", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE")
"""Variables that change the program: pytest-xdist gives its processes a size, which no resize of a terminal changes,
and hundreds of programs that keep no bytecode would each compile the reader anew."""
MAX_PROCESSES = 8
"""More would save seconds, and each takes up to 600 MB of memory."""
CPU_QUOTA = "/sys/fs/cgroup/cpu.max"
_NUMBERS = itertools.count()

sys.dont_write_bytecode = False  # nor do the processes that run tests compile them in each run
register_profiles()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Returns the number of processes that run tests: one a core, and none beside this one for tests that are named."""
    is_watched = config.option.capture == "no" or config.option.usepdb
    if is_watched or any("::" in argument for argument in config.args):
        return 0
    return min(core_count(), granted_cores(), MAX_PROCESSES)


def granted_cores() -> int:
    """Returns the number of cores that a container is granted, which may have all cores of the machine in sight."""
    try:
        with open(CPU_QUOTA, encoding="ascii") as file:
            quota, period = (int(word) for word in file.read().split())
    except (OSError, ValueError):
        return sys.maxsize
    return max(1, round(quota / period))


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    before = {name: os.environ.get(name) for name in (*own, *FOREIGN)}
    os.environ.update(own)
    for name in FOREIGN:
        os.environ.pop(name, None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(confined, "WALL_FACTOR", 3600)  # by CPU time alone: a busy machine leaves little of it
        yield
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(autouse=True)
def _own_files(tmp_path_factory: pytest.TempPathFactory, _own_folders: None) -> Iterator[None]:
    """Gives each test folders of its own for what is not disposable: no test sees the marks of another."""
    home = tmp_path_factory.getbasetemp() / f"files{next(_NUMBERS)}"
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("config", "data", "state")}
    os.environ.update(own)
    yield
    for name in own:
        os.environ.pop(name, None)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives a test a cache of its own: no catalogue of another test is there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The issues that come with the program, read once; their catalogue is not in the home of a test."""
    from reader.library import Library, bundled_issues

    found = Library([bundled_issues()], str(tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite"))
    found.update()
    assert all(entry.issue for entry in found)
    return found


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on a pseudo-terminal, which is closed with the test."""
    from tests.e2e.terminal import Terminal

    opened: list[Terminal] = []

    def open_terminal(
        *arguments: str,
        columns: int = 120,
        rows: int = 36,
        home: Path = tmp_path,
        program: tuple[str, ...] = ("-m", "reader"),
        **environment: str | None,
    ) -> Terminal:
        opened.append(Terminal(list(arguments), columns, rows, home, environment, program))
        return opened[-1]

    yield open_terminal
    for terminal in opened:
        terminal.close()
