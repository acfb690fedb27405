"""An editor that only writes down what it was asked to open, and an app that is suspended without a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot


@contextmanager
def recorded(pilot: Pilot[None], folder: Path, also: str = "") -> Iterator[Callable[[], list[str]]]:
    """Sets the editor; yields what returns the words that it was started with. ``also`` is a program that it runs."""
    program, told = folder / "vi", folder / "told"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(told)!r}, 'w').write('\\n'.join(sys.argv[1:]))\n{also}\n"
    )
    program.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISUAL", str(program))
        patch.setattr(pilot.app, "suspend", nullcontext)
        yield lambda: told.read_text().splitlines()
