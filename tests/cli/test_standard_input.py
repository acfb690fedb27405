"""The standard input: endless, missing or no text, it is read within a bound, which the one line of the error names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.standard_input import MAX_LINE_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
MAX_MEMORY = 1_500_000_000
ENDLESS = "import os\nwhile True: os.write(1, b'[' * 65536)"


def run(argv: Sequence[str], source: str) -> tuple[int, str]:
    """Runs a command line within bounded memory; its input is a device, a program that never ends, or closed."""
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MAX_MEMORY}, {MAX_MEMORY}));"
    start = f"import sys; {limits} sys.path.insert(0, {str(ROOT)!r}); from reader.cli.main import main;"
    close = "import os; os.close(0); sys.stdin = None;" if source == "closed" else ""
    command = [sys.executable, "-c", f"{start} {close} sys.exit(main({list(argv)!r}))"]
    writer = None
    if source == "a program":
        writer = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        stdin = writer.stdout
    else:
        stdin = open({"zeros": "/dev/zero", "nothing": "/dev/null", "closed": "/dev/null"}[source], "rb")  # noqa: SIM115
    try:
        done = subprocess.run(command, stdin=stdin, capture_output=True, check=False)
    finally:
        assert stdin
        stdin.close()
        if writer:
            writer.kill()
            writer.wait()
    return done.returncode, done.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="devices, and limits of memory, as Linux has them")
@pytest.mark.parametrize("source", ["zeros", "a program", "nothing", "closed"])
@pytest.mark.parametrize(
    ("argv", "bound"),
    [
        (["open", "-"], f"a line of the standard input is longer than {MAX_LINE_BYTES:,} bytes"),
        (["show", "-"], f"a line of the standard input is longer than {MAX_LINE_BYTES:,} bytes"),
        (["import", "-"], "the standard input is larger than 4,000,000 bytes"),
        (["marks", "import", "-"], "the standard input is larger than 268,435,456 bytes"),
        (["check", "-"], "-: no such file or folder"),
        (["fmt", "-"], "-: no such file or folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_endless_input_is_refused_by_its_bound(argv: list[str], bound: str, source: str) -> None:
    code, err = run(argv, source)
    assert code in (1, 2)
    assert "unforeseen" not in err
    if source in ("zeros", "a program") or (argv[1] == "-" and argv[0] in ("check", "fmt")):
        assert bound in err
