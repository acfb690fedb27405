"""Connections to checked addresses: a host is looked up once, and connected to at the address that was looked at.

``docs/decisions/0040-fetching.md`` says why this is made of the standard library.
"""

from __future__ import annotations

import base64
import http.client
import socket
import ssl
from contextlib import suppress
from functools import cached_property
from ipaddress import ip_address
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment, proxy_bypass_environment  # type: ignore[attr-defined]

from reader.model.record import record
from reader.subscriptions.bounds import FetchError, RefusedError, Times
from reader.subscriptions.web_hosts import addresses_of, checked_address, literal_address

if TYPE_CHECKING:
    from reader.subscriptions.web_address import WebAddress

MAX_TRIED = 4
"""Number of a host's addresses that are tried."""
_PROXY_PORT = 80


@record
class Proxy:
    """A proxy that passes on connections, by ``CONNECT``."""

    host: str
    port: int
    authorization: str = ""
    """The header that it wants; empty for none."""


class Guard:
    """Ends a connection when its time is over, whatever it is doing."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._over = Event()
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._timer.cancel()

    @property
    def is_over(self) -> bool:
        """Whether the time is over."""
        return self._over.is_set()

    def watch(self, opened: socket.socket) -> None:
        """Takes the socket that is in use from now on."""
        self._socket = opened
        if self.is_over:
            self._end()

    def _end(self) -> None:
        self._over.set()
        if self._socket:
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # that of TLS would not wait for its reader


class Connection(http.client.HTTPConnection):
    """A connection with the host of an address, direct or through a proxy, under a guard."""

    def __init__(self, address: WebAddress, opener: Opener, guard: Guard) -> None:
        super().__init__(address.host, address.port)
        self._address, self._opener, self._guard = address, opener, guard

    def connect(self) -> None:
        """Connects to an address that was looked at."""
        proxy = self._opener.proxy_for(self._address)
        if proxy:
            headers = {"Proxy-Authorization": proxy.authorization} if proxy.authorization else {}
            self._opener.check_behind(self._address)
            self.set_tunnel(self._address.host, self._address.port, headers)
            self.sock = self._opener.to_proxy(proxy)
            self._guard.watch(self.sock)
            self._tunnel()  # type: ignore[attr-defined]
        else:
            self.sock = self._opener.direct(self._address)
            self._guard.watch(self.sock)
        if self._address.scheme == "https":
            secure = self._opener.tls.wrap_socket(
                self.sock, server_hostname=self._address.host, do_handshake_on_connect=False
            )
            self.sock = secure
            self._guard.watch(secure)
            secure.do_handshake()


class Opener:
    """Opens connections to hosts that may be asked."""

    def __init__(self, times: Times) -> None:
        self.times = times

    @cached_property
    def tls(self) -> ssl.SSLContext:
        """The certificates that are trusted: those of the system."""
        return ssl.create_default_context()

    def proxy_for(self, address: WebAddress) -> Proxy | None:
        """Returns the proxy of the environment for an address; none for this machine."""
        if address.is_local or address.scheme != "https":
            return None
        proxies = getproxies_environment()
        written = proxies.get("https") or proxies.get("all") or ""
        if not written or proxy_bypass_environment(f"{address.host}:{address.port}", proxies):
            return None
        return proxy_of(written)

    def direct(self, address: WebAddress) -> socket.socket:
        """Connects to a host; each of its addresses must be allowed, and the one that is connected to was looked at."""
        checked: list[str] = []
        for found in self._looked_up(address.host, address.port):
            try:
                checked.append(str(checked_address(found, is_of_local=address.is_local)))
            except RefusedError as error:
                raise RefusedError(f"{address}: {address.host} {error}") from error
        return self._connected(checked, address.port)

    def check_behind(self, address: WebAddress) -> None:
        """Checks a host that a proxy will look up, as far as it is known here.

        Raises:
            RefusedError: If it is known, and leads to a private network.
        """
        try:
            found = self._looked_up(address.host, address.port)
        except (OSError, FetchError):
            return  # behind a proxy names are often known to it only
        for each in found:
            try:
                checked_address(each, is_of_local=False)
            except RefusedError as error:
                raise RefusedError(f"{address}: {address.host} {error}") from error

    def to_proxy(self, proxy: Proxy) -> socket.socket:
        """Connects to a proxy, which may be anywhere."""
        try:
            return self._connected(self._looked_up(proxy.host, proxy.port), proxy.port)
        except (OSError, FetchError) as error:
            raise FetchError(f"the proxy {proxy.host}:{proxy.port} (https_proxy) is not there: {error}") from error

    def _looked_up(self, host: str, port: int) -> list[str]:
        """Returns the addresses of a host; the system's look-up may take any time, so it has a thread of its own."""
        if literal := literal_address(host):
            return [str(literal)]
        found: list[str] = []
        faults: list[OSError] = []

        def look() -> None:
            try:
                found.extend(written for _, written in addresses_of(host, port))
            except (OSError, UnicodeError) as error:
                faults.append(error if isinstance(error, OSError) else OSError(str(error)))

        thread = Thread(target=look, daemon=True)
        thread.start()
        thread.join(self.times.connect)
        if faults:
            raise faults[0]
        if not found:
            raise FetchError(f"the name {host} could not be looked up within {self.times.connect:g} s")
        return found

    def _connected(self, addresses: list[str], port: int) -> socket.socket:
        fault: OSError = OSError("no address")
        for each in addresses[:MAX_TRIED]:
            family = socket.AF_INET6 if ip_address(each).version == 6 else socket.AF_INET
            try:
                opened = socket.socket(family, socket.SOCK_STREAM)
            except OSError as error:
                fault = error
                continue
            try:
                opened.settimeout(self.times.connect)
                opened.connect((each, port))
                opened.settimeout(self.times.stall)
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return opened
            except OSError as error:
                opened.close()
                fault = error
        raise fault


def proxy_of(written: str) -> Proxy:
    """Returns the proxy of a variable of the environment.

    Raises:
        RefusedError: If it is not one that is spoken to in HTTP.
    """
    parts = urlsplit(written if "://" in written else f"http://{written}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if parts.scheme != "http" or not host:
        raise RefusedError("https_proxy names no proxy that can be used; it is written http://HOST:PORT")
    authorization = ""
    if parts.username is not None:
        told = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {base64.b64encode(told.encode()).decode('ascii')}"
    return Proxy(host, port or _PROXY_PORT, authorization)
