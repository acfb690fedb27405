"""Fetching of one file: redirects, answers, packed bodies and their bounds; the body goes piece by piece to a sink."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
import zlib
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from reader import __version__
from reader.gate import clean_line, quoted
from reader.model.record import record
from reader.subscriptions.bounds import (
    MAX_REDIRECTS,
    MAX_WAIT_SECONDS,
    AbsentError,
    FetchError,
    RefusedError,
    Times,
    WaitError,
)
from reader.subscriptions.connections import Connection, Guard, Opener
from reader.subscriptions.web_address import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.subscriptions.web_address import WebAddress

    Sink = Callable[[bytes], object]

PIECE_BYTES = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)
_ABSENT = (404, 410)
_BUSY = (429, 503)
NOT_MODIFIED = 304
_GOOD = 200
_SHOWN_CHARS = 200
_CLOCK = "look whether the clock of this machine is right"
_OWN_WORD = "its certificate is not trusted: nobody but itself vouches for it (SSL_CERT_FILE names those to trust)"
_OTHER_HOST = "its certificate is for another host; look whether the address is right"
_CERTIFICATE_FAULTS = {
    9: f"its certificate is not valid yet; {_CLOCK}",
    10: f"its certificate has expired; tell the publisher, or {_CLOCK}",
    18: _OWN_WORD,
    19: _OWN_WORD,
    62: _OTHER_HOST,
    64: _OTHER_HOST,
}
"""Faults of certificates by OpenSSL's codes (``X509_V_ERR_…``) for which there is something to do."""


@record
class Wanted:
    """A file to fetch, with its bounds."""

    address: WebAddress
    limit_bytes: int
    seconds: float
    accept: str = "*/*"
    is_packed: bool = True
    """Whether it may come packed by gzip."""
    etag: str = ""
    last_modified: str = ""


@record
class Head:
    """The beginning of an answer: its status, its headers in lower case, and the address after all redirects."""

    status: int
    headers: Mapping[str, str]
    address: WebAddress


class Fetcher:
    """Fetches files, one after the other; each over a connection of its own."""

    def __init__(self, times: Times | None = None) -> None:
        self.times = times or Times()
        self._opener = Opener(self.times)

    def fetch(self, wanted: Wanted, sink: Sink) -> Head:
        """Fetches a file and gives its bytes to a sink, unpacked; nothing of a file that is not modified.

        Raises:
            AbsentError: If the server does not have it.
            RefusedError: If it leads to an address that nothing is fetched from.
            WaitError: If the server asks not to be asked for a while.
            FetchError: If it does not come whole within the bounds.
        """
        address = wanted.address
        with Guard(wanted.seconds) as guard:
            for _ in range(MAX_REDIRECTS + 1):
                try:
                    head = self._asked(address, wanted, sink, guard)
                except (OSError, http.client.HTTPException, ValueError) as error:
                    raise FetchError(f"{shown(address)}: {_told(error, guard, self.times)}") from error
                if head.status not in _REDIRECTS:
                    return head
                address = self._led_on(address, head)
        raise FetchError(f"{shown(wanted.address)}: leads on more than {MAX_REDIRECTS} times; tell the publisher")

    def data(self, wanted: Wanted) -> tuple[Head, bytes]:
        """Fetches a small file into memory; raises as :meth:`fetch`."""
        body = bytearray()
        head = self.fetch(wanted, body.extend)
        return head, bytes(body)

    def _led_on(self, address: WebAddress, head: Head) -> WebAddress:
        location = head.headers.get("location", "")
        if not location:
            raise FetchError(f"{shown(address)}: leads on, but does not say where")
        with suppress(UnicodeError):  # else as it came
            location = location.encode("latin-1").decode("utf-8")
        try:
            return joined(address, location)
        except RefusedError as error:
            raise RefusedError(f"{shown(address)}: leads on to an address that is not fetched: {error}") from error

    def _asked(self, address: WebAddress, wanted: Wanted, sink: Sink, guard: Guard) -> Head:
        connection = Connection(address, self._opener, guard)
        try:
            connection.request("GET", address.target, headers=_headers(address, wanted))
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in reversed(response.getheaders())}
            head = Head(response.status, headers, address)
            if response.status == _GOOD:
                self._read(response, wanted, sink, guard, shown(address))
            elif response.status not in _REDIRECTS:
                _check_status(head)
            return head
        finally:
            connection.close()

    def _read(self, response: http.client.HTTPResponse, wanted: Wanted, sink: Sink, guard: Guard, name: str) -> None:
        """Reads a body to its end, within its bounds."""
        limit = wanted.limit_bytes
        too_large = f"{name}: is larger than {limit:,} bytes; nothing of it is kept".replace(",", " ")
        if response.length is not None and response.length > limit:
            raise FetchError(too_large)
        coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
        if coding not in ("identity", "gzip", "x-gzip"):
            raise FetchError(f"{name}: is packed by {quoted(coding)}, which was not asked for")
        unpacked = 0
        for data in _pieces(response, coding != "identity", limit, too_large):
            unpacked += len(data)
            if unpacked > limit:
                raise FetchError(too_large)
            sink(data)
        if guard.is_over:
            raise TimeoutError
        if response.length:
            raise FetchError(f"{name}: ended before it was whole; try again later")


def _pieces(response: http.client.HTTPResponse, is_packed: bool, limit: int, too_large: str) -> Iterator[bytes]:
    """Yields the pieces of a body, unpacked, each of bounded size."""
    member: zlib._Decompress | None = None
    received = 0
    while data := response.read(PIECE_BYTES):
        received += len(data)
        if received > limit:
            raise FetchError(too_large)
        if not is_packed:
            yield data
            continue
        is_full = False
        while data or is_full:
            member = member or zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                unpacked = member.decompress(data, PIECE_BYTES)
            except zlib.error as error:
                raise ValueError("is not packed as it says") from error
            yield unpacked
            is_full = len(unpacked) == PIECE_BYTES and not member.eof
            data = member.unused_data if member.eof else member.unconsumed_tail
            if member.eof:
                member = None
    if member is not None:
        raise ValueError("ended before it was whole; try again later")


def _headers(address: WebAddress, wanted: Wanted) -> dict[str, str]:
    headers = {
        "Host": address.authority,
        "User-Agent": f"bilingual-magazine-reader/{__version__}",
        "Accept": wanted.accept,
        "Accept-Encoding": "gzip" if wanted.is_packed else "identity",
        "Connection": "close",
    }
    if wanted.etag:
        headers["If-None-Match"] = wanted.etag
    if wanted.last_modified:
        headers["If-Modified-Since"] = wanted.last_modified
    return headers


def _check_status(head: Head) -> None:
    """Raises the fault of an answer that is neither a file nor a redirect."""
    status, name = head.status, shown(head.address)
    if status == NOT_MODIFIED:
        return
    if status in _ABSENT:
        raise AbsentError(f"{name}: the server does not have it ({status}); look whether the address is right")
    words = http.client.responses.get(status, "an answer that is not known")
    if status in _BUSY and (seconds := retry_after(head.headers)):
        raise WaitError(
            f"{name}: the server asks to be left alone for {_duration(seconds)} ({status} {words})", seconds
        )
    raise FetchError(f"{name}: the server answers {status} {words}; try again later")


def retry_after(headers: Mapping[str, str]) -> int:
    """Returns the seconds for which a server asks not to be asked, a day at most; 0 if it does not."""
    written = headers.get("retry-after", "").strip()
    if written.isascii() and written.isdigit():
        return min(int(written[:9]), MAX_WAIT_SECONDS)
    try:
        until = parsedate_to_datetime(written).timestamp()
    except (ValueError, TypeError, OverflowError, OSError):
        return 0
    return max(0, min(round(until - time.time()), MAX_WAIT_SECONDS))


def _duration(seconds: int) -> str:
    return f"{seconds} s" if seconds < 120 else f"{round(seconds / 60)} min"


def shown(address: WebAddress) -> str:
    """Returns an address as messages show it."""
    text = str(address)
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS // 2]}…{text[-_SHOWN_CHARS // 2 :]}"


def _told(error: Exception, guard: Guard, times: Times) -> str:
    """Returns the fault of a connection in words."""
    if guard.is_over:
        return f"took longer than {guard.seconds:g} s; try again later"
    if isinstance(error, socket.gaierror):
        return "the name of the host is not known; look whether it is right, and whether there is a network"
    if isinstance(error, ssl.SSLCertVerificationError):
        told = f"its certificate is not trusted: {clean_line(error.verify_message)}"
        return _CERTIFICATE_FAULTS.get(error.verify_code, told)
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {clean_line(str(error.reason or error))}"
    if isinstance(error, TimeoutError):
        return f"no answer within {times.stall:g} s; try again later"
    if isinstance(error, ConnectionRefusedError):
        return "nobody answers there; look whether the address is right"
    if isinstance(error, http.client.IncompleteRead):
        return "ended before it was whole; try again later"
    if isinstance(error, http.client.HTTPException):
        return f"the answer is no HTTP: {quoted(str(error))}"
    if isinstance(error, OSError):
        return clean_line(error.strerror or str(error))
    return clean_line(str(error))
