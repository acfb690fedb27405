"""Who may ask the server: those who know the token, by its own name, from its own page. Pure."""

from __future__ import annotations

import ipaddress
import secrets

from reader.model.record import record

TOKEN_BYTES = 16
"""128 bits, which nobody guesses."""
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_HTTP_PORT = 80


def new_token() -> str:
    """Returns a token in hexadecimal digits."""
    return secrets.token_hex(TOKEN_BYTES)


def is_local(host: str) -> bool:
    """Whether an address to listen on is of this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@record
class Access:
    """The token, and the names by which the server is known."""

    token: str
    port: int
    names: tuple[str, ...] = LOCAL_HOSTS
    """Hosts as an address has them, in lower case."""
    takes_addresses: bool = False
    """Whether any IP address is a name of the server: it listens on all of the machine's."""

    def knows_token(self, token: str) -> bool:
        """Whether a token is the right one; takes as long for every token."""
        return secrets.compare_digest(token.encode("utf-8", "surrogatepass"), self.token.encode())

    def allows_host(self, header: str | None) -> bool:
        """Whether the header ``Host`` names the server: no name of another site that leads here (DNS rebinding)."""
        if not header:
            return False
        host, colon, port = header.lower().rpartition(":")
        if not colon or "]" in port:
            host, port = header.lower(), str(_HTTP_PORT)
        return port == str(self.port) and (host in self.names or (self.takes_addresses and _is_address(host)))

    def allows_origin(self, origin: str | None, host: str | None) -> bool:
        """Whether the header ``Origin`` is there, and is that of the server's own pages."""
        return bool(origin) and self.allows_host(host) and origin == f"http://{host}"


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
        "connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
"""Headers of every answer. The terminal in the page writes styles of its own, but no script."""


def headers_for(host: str) -> dict[str, str]:
    """Returns the headers of an answer; ``host`` is the checked name by which it was asked for, or empty."""
    socket = f"ws://{host}" if host else ""
    return {name: value.format(socket=socket).replace("  ", " ").replace(" ;", ";") for name, value in HEADERS.items()}
