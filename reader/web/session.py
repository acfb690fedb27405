"""A page's screen: a process of the program, whose output goes to the page and whose input comes from there.

The process speaks as Textual's driver for browsers does: a letter, four bytes of length, and the payload; ``D`` is
the terminal's data, ``M`` a message in JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import WSMsgType

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Mapping, Sequence

    from aiohttp import web

DRIVER = "textual.drivers.web_driver:WebDriver"
GREETING = b"__GANGLION__\n"
QUIT_SECONDS = 4.0
"""Time for the program to write its marks and end, after its page was closed."""
TERM_SECONDS = 3.0
"""Time for it to end after SIGTERM; then it is killed."""
MAX_MESSAGE_BYTES = 1_000_000
MAX_PACKET_BYTES = 64_000_000
MAX_GREETING_LINES = 10
MIN_CELLS, MAX_CELLS = 1, 1000
_LENGTH_BYTES = 4
_LINKS = ("http://", "https://", "mailto:")
_DROPPED = ("COLUMNS", "LINES", "ROWS", "NO_COLOR", "TERM", "COLORTERM", "TEXTUAL_DRIVER", "TMUX", "STY")
"""Variables of the terminal that the server was started on, which is not the page."""


def environment(before: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """Returns the environment of a page's process."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    path = os.pathsep.join(filter(None, (root, before.get("PYTHONPATH", ""))))
    kept = {name: value for name, value in before.items() if name not in _DROPPED}
    return kept | {
        "PYTHONPATH": path,
        "TEXTUAL_DRIVER": DRIVER,
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TERM_PROGRAM": "textual",
        "COLUMNS": str(width),
        "ROWS": str(height),
    }


def cells(written: object, otherwise: int) -> int:
    """Returns a width or a height in cells that a page has sent, within the bounds."""
    number = int(written) if isinstance(written, str) and written.isascii() and written.isdigit() else written
    if not isinstance(number, int) or isinstance(number, bool):
        return otherwise
    return max(MIN_CELLS, min(number, MAX_CELLS))


class Session:
    """The process of one page, from the opening of its socket to its end."""

    def __init__(self, command: Sequence[str], socket: web.WebSocketResponse) -> None:
        self._command, self._socket = command, socket
        self._process: Process | None = None
        self._is_ending = False
        self.fault = ""
        """The last line that the process wrote to its standard error."""

    async def run(self, width: int, height: int) -> None:
        """Runs the process until it ends or the page is closed; then it is ended within ten seconds."""
        self._process = process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment(os.environ, width, height),
            start_new_session=True,  # Ctrl+C is for the server, which ends the screens in order
        )
        output = asyncio.create_task(self._forward(process))
        errors = asyncio.create_task(self._collect(process))
        try:
            async for message in self._socket:
                if message.type != WSMsgType.TEXT or not await self._take(process, message.data):
                    break
        finally:
            self._is_ending = True
            await asyncio.shield(self._end(process))
            output.cancel()
            errors.cancel()
            await asyncio.gather(output, errors, return_exceptions=True)

    # -- from the page -----------------------------------------------------------------------------------

    async def _take(self, process: Process, text: str) -> bool:
        """Passes on a message of the page; returns whether it was understood."""
        try:
            kind, *values = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            return False
        value = values[0] if values else None
        if kind == "stdin" and isinstance(value, str):
            await _send(process, b"D", value.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(value, dict):
            size = {"width": cells(value.get("width"), 80), "height": cells(value.get("height"), 24)}
            await _send(process, b"M", json.dumps({"type": "resize", **size}).encode())
        elif kind in ("focus", "blur"):
            await _send(process, b"M", json.dumps({"type": kind}).encode())
        elif kind == "ping" and isinstance(value, str):
            await self._socket.send_json(["pong", value])
        else:
            return False
        return True

    # -- to the page -------------------------------------------------------------------------------------

    async def _forward(self, process: Process) -> None:
        """Sends the output to the page, and closes its socket at the end; once it is closed, reads to the end."""
        stream = process.stdout
        assert stream
        with suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, ValueError):
            for _ in range(MAX_GREETING_LINES):
                if await stream.readline() == GREETING:
                    break
            while True:
                kind = await stream.readexactly(1)
                length = int.from_bytes(await stream.readexactly(_LENGTH_BYTES), "big")
                if length > MAX_PACKET_BYTES:
                    break
                payload = await stream.readexactly(length)
                if not self._is_ending and not self._socket.closed:
                    await self._pass_on(kind, payload)
        if not self._is_ending:
            await self._socket.close()

    async def _pass_on(self, kind: bytes, payload: bytes) -> None:
        if kind == b"D":
            await self._socket.send_bytes(payload)
            return
        told = json.loads(payload) if kind == b"M" else {}
        url = told.get("url")
        if told.get("type") == "open_url" and isinstance(url, str) and url.lower().startswith(_LINKS):
            await self._socket.send_json(["open_url", {"url": url, "new_tab": True}])

    async def _collect(self, process: Process) -> None:
        """Keeps the last line of the errors."""
        stream = process.stderr
        assert stream
        while data := await stream.read(4096):
            lines = data.decode("utf-8", "replace").strip().splitlines()
            self.fault = lines[-1] if lines else self.fault

    # -- the end -----------------------------------------------------------------------------------------

    async def _end(self, process: Process) -> None:
        """Ends the process: it is asked to, told to, and killed."""
        await _send(process, b"M", json.dumps({"type": "quit"}).encode())
        if await _ended(process, QUIT_SECONDS):
            return
        with suppress(ProcessLookupError):
            process.terminate()
        if await _ended(process, TERM_SECONDS):
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
        await process.wait()


async def _send(process: Process, kind: bytes, payload: bytes) -> None:
    stream = process.stdin
    assert stream
    with suppress(ConnectionError, RuntimeError):
        stream.write(kind + len(payload).to_bytes(_LENGTH_BYTES, "big") + payload)
        if payload and kind == b"D":
            await stream.drain()


async def _ended(process: Process, seconds: float) -> bool:
    try:
        await asyncio.wait_for(process.wait(), seconds)
    except TimeoutError:
        return False
    return True


def command(words: Sequence[str]) -> list[str]:
    """Returns the command of a page's process: this program, on a target and with options."""
    return [sys.executable, "-P", "-m", "reader", *words]
