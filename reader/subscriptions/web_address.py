"""The addresses that are fetched: HTTPS, and HTTP on this machine; read, checked and joined in one place. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

from reader.gate import quoted
from reader.model.record import record
from reader.subscriptions.bounds import MAX_URL_CHARS, RefusedError
from reader.subscriptions.web_hosts import canonical_host, is_local, is_public, literal_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Scheme = Literal["http", "https"]

_PORTS: dict[Scheme, int] = {"http": 80, "https": 443}
_PORT = re.compile(r"[0-9]{1,5}\Z")
_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that are not escaped; a percent sign may begin an escape."""


@record
class WebAddress:
    """An address of the web in its parts."""

    scheme: Scheme
    host: str
    """In the canonical form: an address of IPv6 has no brackets."""
    port: int
    target: str
    """The path with the query, escaped."""

    @property
    def authority(self) -> str:
        """The host and the port, as the header ``Host`` has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""
        return is_local(self.host)

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def web_address(written: str) -> WebAddress:
    """Returns an address that may be subscribed to.

    Raises:
        RefusedError: If it is none, has another scheme, or leads to a private network by its host.
    """
    shown = quoted(written)
    if len(written) > MAX_URL_CHARS:
        raise RefusedError(f"{shown}: is longer than {MAX_URL_CHARS} characters")
    if _FORBIDDEN.search(written):
        raise RefusedError(f"{shown}: has a space, a backslash or a control character; write it escaped")
    if not _HAS_SCHEME.match(written):
        raise RefusedError(f"{shown}: is no web address; it begins with https://")
    try:
        parts = urlsplit(written)
    except ValueError as error:
        raise RefusedError(f"{shown}: is no web address: {error}") from error
    try:
        return _checked(*_authority(parts.scheme.lower(), parts.netloc), parts.path or "/", parts.query)
    except RefusedError as error:
        raise RefusedError(f"{shown}: {error}") from error


def _authority(scheme: str, netloc: str) -> tuple[Scheme, str, int]:
    """Returns the scheme, the host and the port."""
    if scheme not in ("http", "https"):
        raise RefusedError("only https:// is fetched")
    known: Scheme = "http" if scheme == "http" else "https"
    if "@" in netloc:
        raise RefusedError("has a name or a password in it, which would be sent; leave it out")
    host, colon, port = netloc.rpartition(":")
    if not colon or "]" in port:
        host, port = netloc, ""
    if not host:
        raise RefusedError("names no host")
    if port and not (_PORT.match(port) and 0 < int(port) < 1 << 16):
        raise RefusedError(f"{quoted(port)} is no port")
    return known, canonical_host(host), int(port) if port else _PORTS[known]


def _checked(scheme: Scheme, host: str, port: int, path: str, query: str) -> WebAddress:
    address = literal_address(host)
    if scheme == "http" and not is_local(host):
        raise RefusedError("is not encrypted; write https:// (http:// is for this machine only)")
    if address and not is_local(host) and not is_public(address):
        raise RefusedError("is an address of a private network, which nothing is fetched from")
    target = quote(path + (f"?{query}" if query else ""), safe=_SAFE)
    if not target.startswith("/"):
        raise RefusedError("is no web address")
    return WebAddress(scheme, host, port, target)


def joined(base: WebAddress, written: str) -> WebAddress:
    """Returns an address that is written in a feed or a redirect, relative to another.

    Raises:
        RefusedError: As for :func:`web_address`; or if its scheme is another one, or it leads from elsewhere to this
            machine.
    """
    try:
        found = web_address(urljoin(str(base), written))
    except ValueError as error:
        raise RefusedError(f"{quoted(written)}: is no web address: {error}") from error
    if found.scheme != base.scheme:
        raise RefusedError(
            f"{quoted(written)}: leads from {base.scheme}:// to {found.scheme}://, which is not followed"
        )
    if found.is_local and not base.is_local:
        raise RefusedError(f"{quoted(written)}: leads to this machine, which is not followed")
    return found


def inside(base: WebAddress, path: str) -> WebAddress:
    """Returns the address of a file by its path beside a feed; the path has checked names without escapes."""
    folder = base.path.rpartition("/")[0]
    return WebAddress(base.scheme, base.host, base.port, f"{folder}/{quote(path)}")
