"""HTTPS: the certificate is that of the name, and a connection that is never made is given up."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.subscriptions import connections
from reader.subscriptions.bounds import FetchError, RefusedError, Times
from reader.subscriptions.fetching import Fetcher, Wanted
from reader.subscriptions.web_address import web_address
from tests.subscriptions.certificates import make_secure
from tests.subscriptions.publisher import Handler, publisher

if TYPE_CHECKING:
    from pathlib import Path

    from tests.subscriptions.publisher import Publisher

LIMIT = 1_000
NAME = "magazine.example.org"


@pytest.fixture
def secure(site: Publisher, tmp_path: Path) -> Path:
    """Makes the site one of HTTPS for 127.0.0.1; gives the certificate to be trusted."""
    site.answers["/x"] = b"there"
    return make_secure(site, tmp_path, f"IP:127.0.0.1,DNS:{NAME}")


def fetched(site: Publisher, fetcher: Fetcher, host: str = "127.0.0.1") -> bytes:
    address = web_address(f"https://{host}:{site.server_address[1]}/x")
    return fetcher.data(Wanted(address, LIMIT, 300))[1]


def test_a_certificate_is_that_of_the_name(
    site: Publisher, secure: Path, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FetchError, match="its certificate is not trusted"):
        fetched(site, fetcher)
    monkeypatch.setenv("SSL_CERT_FILE", str(secure))
    trusting = Fetcher(fetcher.times)
    assert fetched(site, trusting) == b"there"
    with pytest.raises(FetchError, match="its certificate is for another host"):
        fetched(site, trusting, "localhost")
    site.answers["/x"] = (302, {"Location": f"http://127.0.0.1:{site.server_address[1]}/y"}, b"")
    with pytest.raises(RefusedError, match="leads from https:// to http://"):
        fetched(site, trusting)


def test_a_server_that_never_speaks_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = web_address(f"https://127.0.0.1:{silent.getsockname()[1]}/")
        with pytest.raises(FetchError, match=r"took longer than 0\.3 s"):
            Fetcher(Times(connect=20, stall=20)).data(Wanted(address, LIMIT, 0.3))


def test_a_server_without_encryption_is_told(site: Publisher, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="no secure connection"):
        fetched(site, fetcher)


def test_a_proxy_passes_on_a_connection_that_it_cannot_read(
    site: Publisher, secure: Path, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pass_on(handler: Handler) -> None:
        asked.append(handler.path)
        handler.send_response(200)
        handler.end_headers()
        with socket.create_connection(site.server_address) as behind:
            way_back = threading.Thread(target=pump, args=(behind, handler.connection))
            way_back.start()
            pump(handler.connection, behind)
            way_back.join(300)
        handler.close_connection = True

    def pump(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    asked: list[str] = []
    monkeypatch.setattr(Handler, "do_CONNECT", pass_on, raising=False)
    monkeypatch.setattr(connections, "addresses_of", lambda *_: [])
    monkeypatch.setenv("SSL_CERT_FILE", str(secure))
    for proxy in publisher():
        monkeypatch.setenv("https_proxy", proxy.url)
        address = web_address(f"https://{NAME}:{site.server_address[1]}/x")
        assert Fetcher(fetcher.times).data(Wanted(address, LIMIT, 300))[1] == b"there"
        assert asked == [f"{NAME}:{site.server_address[1]}"]
