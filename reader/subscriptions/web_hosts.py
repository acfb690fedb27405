"""The hosts that may be asked: public ones, and this machine where that was subscribed to.

A number can be written in many ways, and a name can lead anywhere. So hosts are compared in one written form, and every
address that a name leads to is looked at before it is connected to.
"""

from __future__ import annotations

import ipaddress
import re
import socket

from reader.gate import quoted
from reader.subscriptions.bounds import RefusedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

LOCAL_NAME = "localhost"
_LOCAL_SUFFIX = f".{LOCAL_NAME}"
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)\Z")
"""A last label that makes a whole host a number (WHATWG URL, “ends in a number”)."""
_LABELS = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\Z")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_TRANSLATED = ipaddress.IPv6Network("::ffff:0:0:0/96")
MAX_HOST_CHARS = 253


def canonical_host(written: str) -> str:
    """Returns a host in the one form that is compared: lower case, in ASCII, an address of IPv6 without brackets.

    Raises:
        RefusedError: If it is no host, or a number in another form than ``127.0.0.1``.
    """
    if written.startswith("["):
        return _ipv6(written)
    try:
        host = written.encode("idna").decode("ascii").lower() if not written.isascii() else written.lower()
    except UnicodeError as error:
        raise RefusedError(f"{quoted(written)} is no name of a host") from error
    host = host.removesuffix(".")
    if not host or len(host) > MAX_HOST_CHARS or not _LABELS.match(host):
        raise RefusedError(f"{quoted(written)} is no name of a host")
    if _NUMBER.match(host.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError as error:
            raise RefusedError(f"the host {quoted(written)} is a number; write it in four parts, or a name") from error
    return host


def _ipv6(written: str) -> str:
    if "%" in written:
        raise RefusedError(f"the host {quoted(written)} names a network of this machine; write a public one")
    try:
        return str(ipaddress.IPv6Address(written.removeprefix("[").removesuffix("]")))
    except ValueError as error:
        raise RefusedError(f"{quoted(written)} is no address of a host") from error


def literal_address(host: str) -> IpAddress | None:
    """Returns the address that a canonical host is; None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def is_local(host: str) -> bool:
    """Whether a canonical host is this machine, by its name or its address."""
    address = literal_address(host)
    if address is None:
        return host == LOCAL_NAME or host.endswith(_LOCAL_SUFFIX)
    return _is_loopback(address)


def _is_loopback(address: IpAddress) -> bool:
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def is_public(address: IpAddress) -> bool:
    """Whether an address is one of the public network, also by an address of IPv4 that is written in it."""
    return all(each.is_global and not _is_special(each) for each in _embedded(address))


def _is_special(address: IpAddress) -> bool:
    """Whether an address belongs to no single host of the public network, or to one of a site (RFC 3879)."""
    is_of_site = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_multicast or address.is_reserved or address.is_unspecified or is_of_site


def _embedded(address: IpAddress) -> list[IpAddress]:
    """Returns an address with the addresses of IPv4 in it: packets to it may be sent to those."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if mapped := address.ipv4_mapped:
        return [mapped]
    found: list[IpAddress] = [address]
    if six_to_four := address.sixtofour:
        found.append(six_to_four)
    if teredo := address.teredo:
        found += teredo
    last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if any(address in network for network in (*_NAT64, _TRANSLATED)):
        return [last]  # the prefix says nothing about the host behind it
    if address in _COMPATIBLE and int(address) > 1:
        found.append(last)
    return found


def checked_address(written: str, *, is_of_local: bool) -> IpAddress:
    """Returns an address that a name leads to, once it is known to be allowed.

    Args:
        written: The address.
        is_of_local: Whether the host is this machine, to which it must lead then.

    Raises:
        RefusedError: If it is not public, or not of this machine where that is asked for.
    """
    address = ipaddress.ip_address(written.partition("%")[0])
    if is_of_local:
        if _is_loopback(address):
            return address
        raise RefusedError(f"leads to {address}, which is not this machine")
    if not is_public(address):
        raise RefusedError(f"leads to {address}, an address of a private network")
    return address


def addresses_of(host: str, port: int) -> list[tuple[socket.AddressFamily, str]]:
    """Returns the addresses of a host, in the order in which they are to be tried.

    Raises:
        OSError: If the host is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((family, str(place[0])) for family, _, _, _, place in found if family in _FAMILIES))


_FAMILIES = (socket.AF_INET, socket.AF_INET6)
