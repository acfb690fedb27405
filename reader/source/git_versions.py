"""Earlier versions of a file, as git has recorded them; nothing of a repository is run, and nothing is fetched."""

from __future__ import annotations

import os
import threading
import time

from reader.programs import end, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

MAX_VERSIONS = 60
"""Number of versions that are read, the newest first."""
MAX_BYTES = 4_000_000
"""Size of the largest version that is read."""
MAX_SECONDS = 10.0
"""Time for all versions of a file."""
_SAFE = (
    *("--no-pager", "--literal-pathspecs", "--no-replace-objects", "--no-optional-locks"),
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"),
    *("-c", "core.alternateRefsCommand=", "-c", "credential.helper="),
    *("-c", "safe.bareRepository=explicit"),
)
"""Options by which a repository that someone else has made has no program of its own run."""
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}


def earlier_versions(path: str) -> Iterator[bytes]:
    """Yields the versions of a file, by the commits that changed it, the newest first.

    None if there is no git, the file is in no repository, or the repository cannot be read.
    """
    import shutil

    git = shutil.which("git")
    if not git:
        return
    folder, name = os.path.split(os.path.abspath(path))
    until = time.monotonic() + MAX_SECONDS
    listed = _output([git, "-C", folder, *_SAFE, "rev-list", f"--max-count={MAX_VERSIONS}", "HEAD", "--", name], until)
    for commit in listed.split():
        if not commit.isalnum():
            return
        place = f"{commit.decode('ascii')}:./{name}"
        if version := _output([git, "-C", folder, *_SAFE, "cat-file", "blob", place], until):
            yield version


def _output(arguments: list[str], until: float) -> bytes:
    """Returns the bytes that git prints; none if it fails, prints too many, or is late by the clock ``until``."""
    import subprocess

    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ENVIRONMENT
    left = until - time.monotonic()
    if left <= 0:
        return b""
    try:
        program = start(arguments, subprocess.DEVNULL, subprocess.PIPE, subprocess.DEVNULL, environment)
    except (OSError, ValueError):
        return b""
    return _read(program, left)


def _read(program: subprocess.Popen[bytes], seconds: float) -> bytes:
    with program:
        timer = threading.Timer(seconds, end, (program,))
        timer.start()
        try:
            assert program.stdout
            data = program.stdout.read(MAX_BYTES + 1)
            is_whole = len(data) <= MAX_BYTES and program.wait() == 0
        finally:
            timer.cancel()
            end(program)
    return data if is_whole else b""
