"""The server of the screen: one page under a token, its files, and a socket for each screen."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.model.record import record
from reader.web.access import Access, headers_for, new_token
from reader.web.page import page, page_files, style
from reader.web.session import MAX_MESSAGE_BYTES, Session, cells, command

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from reader.settings.table import InterfaceLanguage

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MAX_SCREENS = 16
"""Number of screens that are open at once; each is a process of about 100 MB."""
HEARTBEAT_SECONDS = 4.0
"""Time after which a page is asked for a sign of life, which has half of it to come."""
CLOSING_SECONDS = 12.0
_ALL_ADDRESSES = ("0.0.0.0", "::")  # noqa: S104 (not listened on unless that was asked for)
_SIGNALLED = 128


@record
class Serving:
    """The way to serve: where to listen, and the screen of each page."""

    host: str
    port: int
    words: tuple[str, ...]
    """The words and options that each screen is opened with."""
    theme: str
    language: InterfaceLanguage
    report: Callable[[str], object] = lambda _message: None
    """Reports the fault of a screen that could not be opened."""


class ScreenServer:
    """Serves the screen until it is stopped."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._socket = _listening(serving.host, serving.port)
        port = self._socket.getsockname()[1]
        self.access = _access(serving.host, port)
        self._files = page_files()
        self._open: set[web.WebSocketResponse] = set()
        self._tasks: set[asyncio.Task[object]] = set()
        self._stopped = asyncio.Event()
        self._signal = 0

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{self.access.names[0]}:{self.access.port}/{self.access.token}/"

    async def run(self, ready: Callable[[str], object]) -> int:
        """Serves until INT or TERM; returns the exit code of the signal.

        Args:
            ready: Is called with the address once it can be asked.
        """
        runner = web.AppRunner(self.application(), access_log=None, handle_signals=False, shutdown_timeout=1.0)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # on Windows Ctrl+C raises KeyboardInterrupt
                loop.add_signal_handler(number, self.stop, number)
        await runner.setup()
        try:
            await web.SockSite(runner, self._socket).start()
            ready(self.url)
            await self._stopped.wait()
        finally:
            await self._close_screens()
            await runner.cleanup()
        return _SIGNALLED + self._signal

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Ends the server, and every screen in order."""
        self._signal = number
        self._stopped.set()

    async def _close_screens(self) -> None:
        await asyncio.gather(*(each.close() for each in self._open), return_exceptions=True)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSING_SECONDS)

    def application(self) -> web.Application:
        """Returns the application: every request passes the check of its host, its token and its origin."""
        app = web.Application(middlewares=[self._checked], client_max_size=1024)
        app.on_response_prepare.append(self._protect)
        app.router.add_get("/{token}/", self._page)
        app.router.add_get("/{token}/ws", self._screen)
        app.router.add_get("/{token}/{name}", self._file)
        return app

    async def _protect(self, request: web.Request, response: web.StreamResponse) -> None:
        host = request.headers.get("Host", "")
        response.headers["Server"] = "reader"
        response.headers.update(headers_for(host if self.access.allows_host(host) else ""))

    # -- requests ----------------------------------------------------------------------------------------

    @web.middleware
    async def _checked(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self.access.allows_host(request.headers.get("Host")):
            raise web.HTTPForbidden(text="This server has another name.\n")
        if not self.access.knows_token(request.match_info.get("token", "")):
            raise web.HTTPNotFound(text="There is nothing here.\n")
        is_socket = request.path.endswith("/ws")
        origin = request.headers.get("Origin")
        if (is_socket or origin is not None) and not self.access.allows_origin(origin, request.headers.get("Host")):
            raise web.HTTPForbidden(text="This server answers its own page only.\n")
        return await handler(request)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        socket_url = f"ws://{request.headers['Host']}/{self.access.token}/ws"
        text = page(socket_url, self._serving.theme, self._serving.language)
        return web.Response(text=text, content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name == "page.css":
            return web.Response(text=style(self._serving.theme), content_type="text/css")
        found = self._files.get(name)
        if found is None:
            raise web.HTTPNotFound(text="There is nothing here.\n")
        with open(found.path, "rb") as file:
            return web.Response(body=file.read(), content_type=found.type)

    async def _screen(self, request: web.Request) -> web.StreamResponse:
        if len(self._open) >= MAX_SCREENS or self._stopped.is_set():
            raise web.HTTPServiceUnavailable(text=f"{MAX_SCREENS} screens are open; close one.\n")
        opened = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, max_msg_size=MAX_MESSAGE_BYTES)
        self._open.add(opened)
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        session = Session(command(self._serving.words), opened)
        try:
            await opened.prepare(request)
            await session.run(cells(request.query.get("width"), 80), cells(request.query.get("height"), 24))
        finally:
            self._open.discard(opened)
            self._tasks.discard(task)
            if session.fault:
                self._serving.report(clean_line(session.fault))
        return opened


def _access(host: str, port: int) -> Access:
    token = new_token()
    if host in _ALL_ADDRESSES:
        name = socket.gethostname().lower()
        return Access(token, port, (name, "127.0.0.1", "localhost", "[::1]"), takes_addresses=True)
    named = f"[{host}]" if ":" in host else host.lower()
    access = Access(token, port)
    return Access(token, port, (named, *(name for name in access.names if name != named)))


def _listening(host: str, port: int) -> socket.socket:
    """Returns a socket that listens.

    Raises:
        ReaderError: If the port is taken, or the host is no address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        told = os.strerror(error.errno) if error.errno else clean_line(str(error))
        raise ReaderError(f"{host}:{port} cannot be listened on: {told}; give another --port or --host") from error


def serve(serving: Serving, ready: Callable[[str], object]) -> int:
    """Serves until it is interrupted; returns the exit code.

    Raises:
        ReaderError: If the address cannot be listened on.
    """

    async def served() -> int:
        return await ScreenServer(serving).run(ready)

    return asyncio.run(served())


def words_for(target: str, options: Sequence[str]) -> tuple[str, ...]:
    """Returns the words of each screen: the verb, its options and the target."""
    return ("open", *options, *(("--", target) if target else ()))
