"""Keeping a library up to date beside a screen: what changed is looked for at once, and read in a process of its own.

The process ends with its input, so it may be given up at any moment, and takes no time from the one that draws.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from threading import Event, Thread

from reader.library.library import Library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import Popen

    from reader.catalogue.update import Changes

TELL_SECONDS = 0.2
"""How often it is told how far the process is."""


class Keeping:
    """One look at the folders of a library, and the reading of what changed in them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._process: Popen[str] | None = None
        self._stopped = Event()
        self.changes: Changes | None = None
        """What had changed; None as long as that is not known."""
        self.notice = ""
        """What keeps the catalogue from being used, in one line."""

    def look(self) -> bool:
        """Looks for what changed; returns whether there is something to read."""
        library = self._library.again()
        self.changes = library.changes()
        self.notice = library.notice
        if library.catalogue:
            library.catalogue.close()
        return bool(self.changes)

    def read(self) -> Iterator[tuple[int, int]]:
        """Reads what changed, and yields how many files are done and how many there are."""
        import subprocess

        catalogue = self._library.catalogue
        if self._stopped.is_set() or catalogue is None:
            return
        package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
        process = self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from reader.library.keeping import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": path},
            text=True,
        )
        assert process.stdin
        assert process.stdout
        try:
            if self._stopped.is_set():  # in the moment that it began
                process.kill()
            with suppress(BrokenPipeError):
                process.stdin.write(json.dumps([self._library.sources, catalogue.path]) + "\n")
                process.stdin.flush()
            for line in process.stdout:
                told = json.loads(line)
                if isinstance(told, str):
                    self.notice = told
                else:
                    yield told[0], told[1]
        finally:
            self.stop()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(BrokenPipeError):
                    stream.close()

    def stop(self) -> None:
        """Gives it up. What was written is whole; the rest is read another time."""
        self._stopped.set()
        if self._process and self._process.poll() is None:
            self._process.kill()


def main() -> None:
    """Reads what changed in the folders that the input names; prints how far it is, then what is off."""
    sources, path = json.loads(sys.stdin.readline())
    Thread(target=_end_with_input, daemon=True).start()
    library = Library(sources)
    if library.catalogue:
        library.catalogue.path = path
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= TELL_SECONDS:
            last = time.monotonic()
            print(json.dumps([done, total]), flush=True)  # noqa: T201 (to our own process)

    library.update(tell)
    print(json.dumps(library.notice), flush=True)  # noqa: T201


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(1)
