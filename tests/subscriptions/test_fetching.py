"""Every fault of a server: each is one line, and nothing beyond the bounds is taken."""

from __future__ import annotations

import gzip
import socket
import time
from contextlib import suppress
from email.utils import formatdate
from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.subscriptions import connections
from reader.subscriptions.bounds import AbsentError, FetchError, RefusedError, Times, WaitError
from reader.subscriptions.connections import Opener, Proxy, proxy_of
from reader.subscriptions.fetching import Fetcher, Head, Wanted, retry_after
from reader.subscriptions.web_address import web_address
from tests.subscriptions.publisher import Handler, Publisher, gzipped

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 10_000


def fetched(site: Publisher, fetcher: Fetcher, path: str = "x", seconds: float = 300) -> tuple[Head, bytes]:
    return fetcher.data(Wanted(web_address(site.url + path), LIMIT, seconds))


def to(path: str, status: int = 302) -> tuple[int, dict[str, str], bytes]:
    return status, {"Location": path}, b"elsewhere"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_five_redirects_are_followed_and_no_more(site: Publisher, fetcher: Fetcher, status: int) -> None:
    for k in range(7):
        site.answers[f"/{k}"] = to(f"/{k + 1}", status)
    site.answers["/7"] = b"there"
    head, body = fetched(site, fetcher, "2")
    assert (body, head.address.target) == (b"there", "/7")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetched(site, fetcher, "1")


@pytest.mark.parametrize(
    "location",
    ["https://127.0.0.1/", "http://10.0.0.1/", "http://example.org/", "file:///etc/passwd", "http://2130706433/"],
)
def test_a_redirect_to_elsewhere_is_refused(site: Publisher, fetcher: Fetcher, location: str) -> None:
    site.answers["/x"] = to(location)
    with pytest.raises(RefusedError, match="leads on to an address that is not fetched"):
        fetched(site, fetcher)


def raw(data: bytes) -> Callable[[Handler], None]:
    return lambda handler: handler.raw(data)


OK = b"HTTP/1.1 200 OK\r\n"
BAD_ANSWERS = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH\r\n\r\n",
    "a wrong status": b"HTTP/1.1 abc\r\n\r\n",
    "too many headers": OK + b"".join(b"X-%d: y\r\n" % k for k in range(300)) + b"\r\n",
    "a long header": OK + b"X: " + b"y" * 100_000 + b"\r\n\r\n",
    "a part by its length": OK + b"Content-Length: 100\r\n\r\nabc",
    "a part by its chunks": OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n9\r\nab",
    "chunks that are none": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabcde",
    "half a packed body": OK + b"Content-Encoding: gzip\r\n\r\n" + gzipped(b"abc" * 1000)[:-9],
    "no packed body": OK + b"Content-Encoding: gzip\r\n\r\nabc",
    "another packing": OK + b"Content-Encoding: br\r\n\r\nabc",
    "a large body by its length": OK + b"Content-Length: 10001\r\n\r\n" + b"x" * 10_001,
    "a large body by its chunks": OK + b"Transfer-Encoding: chunked\r\n\r\n4000\r\n" + b"x" * 0x4000 + b"\r\n0\r\n\r\n",
    "a large body without an end": OK + b"\r\n" + b"x" * 20_000,
    "a packed bomb": OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(5_000_000)),
    "a packed bomb in parts": OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(6_000)) * 20,
    "a redirect to nowhere": b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
    "an answer without end": b"HTTP/1.1 100 Continue\r\n\r\n" * 5 + b"HTTP/1.1 500 \x1b[31m\r\n\r\n",
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_a_bad_answer_is_one_line(site: Publisher, fetcher: Fetcher, name: str) -> None:
    site.answers["/x"] = raw(BAD_ANSWERS[name])
    with pytest.raises(ReaderError) as caught:
        fetched(site, fetcher)
    message = str(caught.value)
    assert message.startswith(f"{site.url}x: ")
    assert message.isprintable()
    assert not isinstance(caught.value, AbsentError)


def test_a_packed_body_is_unpacked_in_all_its_parts(site: Publisher, fetcher: Fetcher) -> None:
    body = gzipped(b"a" * 3_000) + gzipped(b"b" * 3_000)
    site.answers["/x"] = (200, {"Content-Encoding": "gzip"}, body)
    assert fetched(site, fetcher)[1] == b"a" * 3_000 + b"b" * 3_000


def test_a_server_that_stalls_is_given_up(site: Publisher) -> None:
    def stall(handler: Handler) -> None:
        handler.raw(OK + b"Content-Length: 5\r\n\r\nab")
        handler.rfile.read(1)  # until the reader has gone

    site.answers["/x"] = stall
    with pytest.raises(FetchError, match=r"no answer within 0\.2 s"):
        fetched(site, Fetcher(Times(connect=20, stall=0.2)))


@pytest.mark.parametrize("start", [OK + b"Content-Length: 10000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_server_that_drips_is_given_up(site: Publisher, start: bytes) -> None:
    def drip(handler: Handler) -> None:
        handler.raw(start)
        with suppress(OSError):
            while True:  # until the reader has gone
                handler.raw(b"x")
                time.sleep(0.01)  # the time between two drops, of which none is waited for

    site.answers["/x"] = drip
    with pytest.raises(FetchError, match=r"took longer than 0\.4 s"):
        fetched(site, Fetcher(Times(connect=20, stall=20)), seconds=0.4)


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, AbsentError), (410, AbsentError), (500, FetchError), (403, FetchError), (206, FetchError)],
)
def test_another_status_is_a_fault(site: Publisher, fetcher: Fetcher, status: int, error: type[Exception]) -> None:
    site.answers["/x"] = (status, {}, b"\x1b[31m")
    with pytest.raises(error, match=str(status)):
        fetched(site, fetcher)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_may_ask_to_be_left_alone(site: Publisher, fetcher: Fetcher, status: int) -> None:
    site.answers["/x"] = (status, {"Retry-After": "240"}, b"")
    with pytest.raises(WaitError, match="4 min") as caught:
        fetched(site, fetcher)
    assert caught.value.seconds == 240


def test_a_time_to_wait_is_bounded() -> None:
    assert retry_after({"retry-after": "99999999999999"}) == 86_400
    assert 3_500 < retry_after({"retry-after": formatdate(time.time() + 3_600, usegmt=True)}) <= 3_600
    for written in ("", "-5", "soon", "Mon, 99 Foo", formatdate(0), "１２"):
        assert retry_after({"retry-after": written}) == 0


def test_nobody_and_no_host(fetcher: Fetcher) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # does not listen
        address = web_address(f"http://127.0.0.1:{taken.getsockname()[1]}/")
        with pytest.raises(FetchError, match="nobody answers there"):
            fetcher.data(Wanted(address, LIMIT, 300))


# -- hosts ---------------------------------------------------------------------------------------------------


class Recording(Opener):
    """Connects to nothing, and keeps the addresses."""

    tried: list[str]

    def _connected(self, addresses: list[str], port: int) -> socket.socket:
        self.tried = addresses
        raise ConnectionRefusedError


@pytest.mark.parametrize(
    "answers", [["10.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::1"], ["2606:4700::1111", "fe80::1"], ["::ffff:127.0.0.1"]]
)
def test_a_name_of_a_private_address_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher, answers: list[str]
) -> None:
    monkeypatch.setattr(connections, "addresses_of", lambda *_: [(socket.AF_INET, each) for each in answers])
    fetcher._opener = opener = Recording(Times())
    with pytest.raises(RefusedError, match="private network"):
        fetcher.data(Wanted(web_address("https://magazine.example.org/"), LIMIT, 300))
    assert not hasattr(opener, "tried")


def test_a_name_whose_address_changes_is_looked_up_once(monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher) -> None:
    answers = [["8.8.8.8"], ["127.0.0.1"]]
    monkeypatch.setattr(connections, "addresses_of", lambda *_: [(socket.AF_INET, each) for each in answers.pop(0)])
    fetcher._opener = opener = Recording(Times())
    with pytest.raises(FetchError, match="nobody answers"):
        fetcher.data(Wanted(web_address("https://magazine.example.org/"), LIMIT, 300))
    assert opener.tried == ["8.8.8.8"]
    assert len(answers) == 1


def test_a_look_up_without_an_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    held = threading.Event()
    monkeypatch.setattr(connections, "addresses_of", lambda *_: held.wait() and [])
    with pytest.raises(FetchError, match="could not be looked up"):
        Fetcher(Times(connect=0.1)).data(Wanted(web_address("https://magazine.example.org/"), LIMIT, 300))
    held.set()


# -- proxies -------------------------------------------------------------------------------------------------


def test_a_proxy_is_asked_for_a_public_host_only(
    monkeypatch: pytest.MonkeyPatch, site: Publisher, fetcher: Fetcher
) -> None:
    lines: list[bytes] = []

    def refuse(handler: Handler) -> None:
        lines.append(handler.raw_requestline)
        lines.append((handler.headers["Proxy-Authorization"] or "").encode())
        handler.send_error(403)

    monkeypatch.setattr(Handler, "do_CONNECT", refuse, raising=False)
    monkeypatch.setenv("https_proxy", site.url.replace("http://", "http://me:a%20b@"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setattr(connections, "addresses_of", lambda *_: [])
    with pytest.raises(FetchError, match="403"):
        fetcher.data(Wanted(web_address("https://magazine.example.org/x"), LIMIT, 300))
    assert lines[0].startswith(b"CONNECT magazine.example.org:443 HTTP/1.")
    assert lines[1:] == [b"Basic bWU6YSBi"]
    site.answers["/x"] = b"direct"
    assert fetched(site, fetcher)[1] == b"direct"
    monkeypatch.setenv("no_proxy", "example.org")
    assert fetcher._opener.proxy_for(web_address("https://magazine.example.org/")) is None


def test_a_proxy_is_given_no_name_of_a_private_address(monkeypatch: pytest.MonkeyPatch, fetcher: Fetcher) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9/")
    monkeypatch.setattr(connections, "addresses_of", lambda *_: [(socket.AF_INET, "192.168.1.1")])
    with pytest.raises(RefusedError, match="private network"):
        fetcher.data(Wanted(web_address("https://magazine.example.org/"), LIMIT, 300))


def test_the_words_of_a_proxy() -> None:
    assert proxy_of("proxy.example.org:3128") == Proxy("proxy.example.org", 3128)
    assert proxy_of("http://[::1]") == Proxy("::1", 80)
    for written in ("socks5://127.0.0.1:1080", "http://", "http://x:99999", "https://x"):
        with pytest.raises(RefusedError, match="https_proxy"):
            proxy_of(written)
