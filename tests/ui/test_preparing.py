"""The first article, search and help import nothing: that was done while the reader read."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, cast

import pytest

from reader.ui.app.preparing import REST_SECONDS, STEP_SECONDS, Preparation, modules

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

PROGRAM = """
import asyncio, sys
from reader.library import Library, default_folders, resolve
from reader.ui.app.app import ReaderApp


async def main(address, *keys):
    library = Library(default_folders(()))
    app = ReaderApp(library, resolve(library, address) if address else None)
    async with app.run_test(size=(160, 45)) as pilot:
        while not app.preparation.is_done or app.upkeep.progress is not None:
            await pilot.pause(0.05)
        for key in keys:
            before = {*sys.modules}
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
            print(key, *sorted({*sys.modules} - before))


asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("", ("s", "a", "escape", "enter", "enter", "question_mark")),
        (
            "lanes-and-rivers-03/old-bridges",
            ("space", "]", "slash", "a", "escape", "t", "question_mark", "escape", "s"),
        ),
    ],
    ids=["from the shelf", "from an article"],
)
def test_a_key_imports_nothing_once_all_is_prepared(address: str, keys: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", PROGRAM, address, *keys]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout.split("\n")[:-1] == list(keys)


class FakeTimer:
    """A call that waits."""

    def __init__(self, seconds: float, callback: Callable[[], None]) -> None:
        self.seconds, self.callback, self.is_cancelled = seconds, callback, False

    def cancel(self) -> None:
        self.is_cancelled = True


class FakeClock:
    """A clock whose calls are made by hand."""

    def __init__(self) -> None:
        self.timers: list[FakeTimer] = []

    def later(self, seconds: float, callback: Callable[[], None]) -> asyncio.TimerHandle:
        self.timers.append(FakeTimer(seconds, callback))
        return cast("asyncio.TimerHandle", self.timers[-1])

    @property
    def waiting(self) -> list[FakeTimer]:
        return [timer for timer in self.timers if not timer.is_cancelled]


def test_preparation_rests_again_after_each_key_and_ends() -> None:
    clock = FakeClock()
    preparation = Preparation(clock.later)
    preparation.begin_at_latest()
    preparation.give_way()  # nothing to give way with yet
    preparation.begin()
    preparation.begin()
    (timer,) = clock.waiting
    assert timer.seconds == REST_SECONDS
    timer.is_cancelled = True
    timer.callback()
    (timer,) = clock.waiting
    assert timer.seconds == STEP_SECONDS
    preparation.give_way()
    assert timer.is_cancelled
    assert [each.seconds for each in clock.waiting] == [REST_SECONDS]
    while not preparation.is_done:
        (timer,) = clock.waiting
        timer.is_cancelled = True
        timer.callback()
    preparation.give_way()
    assert not clock.waiting


def test_every_module_that_is_prepared_is_there_and_none_reads_issue_files() -> None:
    names = list(modules())
    assert len(names) == len(set(names))
    program = "import sys\nfor name in sys.argv[1:]:\n    __import__(name)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, *names], capture_output=True, text=True, check=True)
    imported = done.stdout.split()
    assert {*names} <= {*imported}
    assert "yaml" not in imported
    assert [name for name in imported if name.startswith("reader.source")] == [
        "reader.source",
        "reader.source.diagnostic",
    ]
