"""The server: who is answered, and the processes behind its pages."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from reader.web import server, session
from reader.web.server import MAX_SCREENS, ScreenServer, Serving, words_for
from reader.web.session import GREETING, cells, environment

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

WAIT_SECONDS = 300.0
PROGRAM = """
import json, os, signal, sys
stubborn = {stubborn}
if stubborn:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
def send(kind, data):
    sys.stdout.buffer.write(kind + len(data).to_bytes(4, "big") + data)
    sys.stdout.buffer.flush()
sys.stdout.buffer.write({greeting!r})
size = os.environ["COLUMNS"] + "x" + os.environ["ROWS"]
send(b"D", f"{{os.getpid()}} {{size}} {{os.environ['TEXTUAL_DRIVER']}}".encode())
while head := sys.stdin.buffer.read(5):
    data = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"D":
        if data == b"quit":
            break
        if data == b"link":
            send(b"M", json.dumps({{"type": "open_url", "url": "javascript:alert(1)"}}).encode())
            send(b"M", json.dumps({{"type": "open_url", "url": "https://example.org/"}}).encode())
        if data == b"fault":
            sys.exit("reader: \\x1b[31mit failed")
        send(b"D", b"typed " + data)
    else:
        told = json.loads(data)
        if told["type"] == "quit" and not stubborn:
            break
        send(b"D", b"told " + data)
while stubborn:
    signal.pause()
"""
"""A program that speaks as Textual's driver for browsers does."""


class Served:
    def __init__(self, running: ScreenServer, client: aiohttp.ClientSession) -> None:
        self.server, self.client = running, client
        self.faults: list[str] = []

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server.access.port}"

    async def status(self, url: str, **headers: str) -> int:
        async with self.client.get(url, headers=headers) as answer:
            return answer.status

    async def open(self, query: str = "?width=100&height=30") -> aiohttp.ClientWebSocketResponse:
        return await self.client.ws_connect(f"{self.server.url}ws{query}", headers={"Origin": self.origin})

    async def refused(self, url: str, **headers: str) -> int:
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await self.client.ws_connect(url, headers=headers)
        return caught.value.status


@asynccontextmanager
async def serving(
    monkeypatch: pytest.MonkeyPatch, *, stubborn: bool = False, host: str = "127.0.0.1"
) -> AsyncIterator[Served]:
    program = PROGRAM.format(stubborn=stubborn, greeting=GREETING)
    monkeypatch.setattr(server, "command", lambda _words: [sys.executable, "-c", program])
    for times, name in (
        (server, "HEARTBEAT_SECONDS"),  # pages that nobody reads from for a while stay open
        (server, "CLOSING_SECONDS"),
        *(() if stubborn else ((session, "QUIT_SECONDS"), (session, "TERM_SECONDS"))),
    ):
        monkeypatch.setattr(times, name, 3600.0)
    faults: list[str] = []
    running = ScreenServer(Serving(host, 0, words_for("", ()), "dark", "en", faults.append))
    ready = asyncio.Event()
    task = asyncio.create_task(running.run(lambda _url: ready.set()))
    await asyncio.wait_for(ready.wait(), WAIT_SECONDS)
    async with aiohttp.ClientSession() as client:
        served = Served(running, client)
        served.faults = faults
        yield served
    running.stop()
    await asyncio.wait_for(task, WAIT_SECONDS)


async def gone(pid: int) -> None:
    """Waits until there is no process of a number."""

    async def look() -> None:
        while True:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.01)

    await asyncio.wait_for(look(), WAIT_SECONDS)


async def test_only_the_right_name_token_and_origin_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(monkeypatch) as served:
        url, origin = served.server.url, served.origin
        async with served.client.get(url) as answer:
            text = await answer.text()
            assert f'data-session-websocket-url="ws://127.0.0.1:{served.server.access.port}/' in text
            assert answer.headers["Server"] == "reader"
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        for name in ("textual.js", "xterm.css", "page.css", "page.js", "icon.svg", "RobotoMono.ttf"):
            assert await served.status(url + name) == 200
        other = f"{origin}/{'0' * 32}/"
        for wrong in (f"{origin}/", other, f"{other}page.css", f"{url}other.js", f"{url}..%2fserver.py", f"{url}ws/x"):
            assert await served.status(wrong) == 404
        async with served.client.get(f"{origin}/x") as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] == "no-store"
        assert await served.status(url, Host="evil.org") == 403
        assert await served.status(url, Origin="http://evil.org") == 403
        assert await served.refused(f"{url}ws") == 403
        for wrong in ("http://evil.org", "null", f"https://{origin[7:]}", f"{origin}/"):
            assert await served.refused(f"{url}ws", Origin=wrong) == 403
        assert await served.refused(f"{other}ws", Origin=origin) == 404
        assert await served.refused(f"{url}ws", Origin="http://evil.org", Host="evil.org") == 403


async def test_a_page_has_a_process_until_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(monkeypatch) as served:
        page = await served.open()
        pid, size, driver = (await page.receive_bytes()).decode().split()
        assert (size, driver) == ("100x30", session.DRIVER)
        await page.send_json(["stdin", "泉\ud800j"])
        assert await page.receive_bytes() == "typed 泉?j".encode()
        await page.send_json(["resize", {"width": 5000, "height": "x"}])
        assert json.loads((await page.receive_bytes()).removeprefix(b"told ")) == {
            "type": "resize",
            "width": 1000,
            "height": 24,
        }
        await page.send_json(["focus"])
        assert b"focus" in await page.receive_bytes()
        await page.send_json(["ping", "5"])
        assert await page.receive_json() == ["pong", "5"]
        await page.send_json(["stdin", "link"])
        assert (await page.receive_json())[1]["url"] == "https://example.org/"  # the other scheme is not passed on
        await page.close()
        await gone(int(pid))


async def test_a_program_that_ends_closes_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(monkeypatch) as served:
        for word in ("quit", "fault"):
            page = await served.open()
            await page.receive_bytes()
            await page.send_json(["stdin", word])
            assert (await page.receive()).type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
            await page.close()
        async with asyncio.timeout(WAIT_SECONDS):
            while not served.faults:
                await asyncio.sleep(0.01)
        assert served.faults == ["reader: \ufffd[31mit failed"]


@pytest.mark.parametrize(
    "message", ["", "{}", "[]", '["stdin"]', '["stdin", 5]', '["other", "x"]', "[" * 5000, "5", '["resize", 1]']
)
async def test_a_message_that_is_none_closes_its_page(monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    async with serving(monkeypatch) as served:
        page = await served.open("")
        assert b" 80x24 " in await page.receive_bytes()
        await page.send_str(message)
        while (await page.receive()).type == aiohttp.WSMsgType.BINARY:
            pass
        await page.close()


async def test_a_program_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QUIT_SECONDS", "TERM_SECONDS"):
        monkeypatch.setattr(session, name, 0.05)
    async with serving(monkeypatch, stubborn=True) as served:
        page = await served.open()
        pid = int((await page.receive_bytes()).split()[0])
        await page.close()
        await gone(pid)


async def test_the_end_of_the_server_ends_every_program(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(monkeypatch) as served:
        pages = [await served.open() for _ in range(3)]
        pids = [int((await page.receive_bytes()).split()[0]) for page in pages]
        served.server.stop()
        for page, pid in zip(pages, pids, strict=True):
            while (await page.receive()).type == aiohttp.WSMsgType.BINARY:
                pass
            await gone(pid)


async def test_the_number_of_screens_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_SCREENS < 40
    monkeypatch.setattr(server, "MAX_SCREENS", 2)
    async with serving(monkeypatch) as served:
        first, second = await served.open(), await served.open()
        assert await served.refused(f"{served.server.url}ws", Origin=served.origin) == 503
        pid = int((await first.receive_bytes()).split()[0])
        await first.close()
        await gone(pid)
        async with asyncio.timeout(WAIT_SECONDS):
            while len(served.server._open) > 1:
                await asyncio.sleep(0.01)
        third = await served.open()
        await third.receive_bytes()
        for page in (second, third):
            await page.close()


def test_the_bounds_of_a_size() -> None:
    assert [cells(value, 80) for value in ("100", 100, "0", 5000, "x", None, True, "", "１", -5)] == [
        100,
        100,
        1,
        1000,
        80,
        80,
        80,
        80,
        80,
        1,
    ]


def test_a_program_has_the_environment_without_the_terminal_of_the_server(tmp_path: Path) -> None:
    made = environment({"TERM": "dumb", "NO_COLOR": "1", "TMUX": "x", "HOME": str(tmp_path), "LINES": "9"}, 100, 30)
    assert (made["TERM"], made["COLORTERM"], made["COLUMNS"], made["ROWS"]) == (
        "xterm-256color",
        "truecolor",
        "100",
        "30",
    )
    assert made["HOME"] == str(tmp_path)
    assert not {"NO_COLOR", "TMUX", "LINES"} & set(made)
