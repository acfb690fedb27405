"""``serve``: the faults of its command line; the server itself is tested in ``tests/web``."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest

from reader.web import server

if TYPE_CHECKING:
    from reader.web.server import Serving
    from tests.cli.conftest import Run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Serving]:
    """Keeps the ways to serve instead of serving."""
    ways: list[Serving] = []
    monkeypatch.setattr(server, "serve", lambda way, ready: ways.append(way) or ready("http://x/") or 143)
    return ways


def test_the_address_is_printed_and_the_options_are_passed_on(run: Run, served: list[Serving]) -> None:
    code, out, err = run("serve", "springs/water", "--port", "8000", "--theme", "paper", "--no-mouse", "--interface=zh")
    assert (code, out, err.count("\n")) == (143, "http://x/\n", 1)
    (way,) = served
    assert (way.host, way.port, way.theme, way.language) == ("127.0.0.1", 8000, "paper", "zh")
    assert way.words == ("open", "--interface=zh", "--theme=paper", "--no-mouse", "--", "springs/water")
    run("serve", "--host", "localhost")
    assert served[-1].host == "127.0.0.1"
    assert served[-1].words == ("open",)


def test_other_machines_are_let_in_only_if_that_is_meant(run: Run, served: list[Serving]) -> None:
    for host in ("0.0.0.0", "::", "10.0.0.1", "example.org"):
        code, out, err = run("serve", "--host", host)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "not encrypted" in err
        assert "--allow-remote" in err
    assert served == []
    code, _, err = run("serve", "--host", "0.0.0.0", "--allow-remote")
    assert (code, err.count("\n")) == (143, 2)
    assert "not encrypted" in err


def test_each_fault_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for argv in (
            ("--port", port),
            ("--port", "x"),
            ("--port", "70000"),
            ("no-such-issue",),
            ("a", "b"),
            ("x.yaml",),
        ):
            code, out, err = run("serve", *argv)
            assert (code, out, err.count("\n")) == (2, "", 1), argv
    monkeypatch.setitem(sys.modules, "reader.web.server", None)
    code, _, err = run("serve")
    assert (code, err.count("\n")) == (2, 1)
    assert "pip install" in err
