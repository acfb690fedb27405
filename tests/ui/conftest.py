"""The fixtures of the tests of the screen: a library, an app at a size, and the screen as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.learning import command, speaking, speech
from reader.ui.terminal import clipboard
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what the reader makes in a folder of the test's own, and the locale and the colours as they are here."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("READER_LIBRARY", "LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a message stay until the next one, and programs take their time: a busy machine may be late."""
    say = Status.say
    monkeypatch.setattr(Status, "say", lambda status, message, seconds=3600.0: say(status, message, 3600.0))
    monkeypatch.setattr(clipboard, "_TOOL_SECONDS", 3600)
    monkeypatch.setattr(command, "MAX_SECONDS", 3600.0)
    monkeypatch.setattr(speaking, "STOP_SECONDS", 3600.0)
    monkeypatch.setattr(speech, "PATIENCE_SECONDS", 3600.0)
