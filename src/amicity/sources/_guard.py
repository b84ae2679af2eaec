"""Which addresses may be fetched: pages of the public web, and nothing else. What is not known to be public is refused.

A name is never trusted, only the numbers that it leads to; and they are what is connected to, so that a second look-up cannot change them.
"""

import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import quote, urlsplit

from amicity.terms.source import SourceError

Resolve = Callable[[str, int], Collection[str]]
"""The numeric addresses of a host."""

_PORTS = {"http": 80, "https": 443}
_REMEDY = "give the address of a page on the public web, such as https://example.org/news, or save the page and give the file"
_PLAIN = "/%:=&?~+!$,;'@()*[]"
_INSIDE = {"localhost", "local", "internal", "intranet", "private", "lan", "corp", "home", "arpa", "onion", "invalid", "test", "alt"}
_WEB = ip_network("2000::/3")
_NEVER = tuple(
    map(
        ip_network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24"),
            *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"),
            *("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16", "5f00::/16"),
        ),
    )
)
"""Beyond what Python calls not global: relays, tests, many at once, the wire server of a cloud, and addresses that carry another inside."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart, its host in ASCII and small letters without a trailing dot."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as an address writes them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def address(self) -> str:
        """The whole address, as it is asked for."""
        return self.origin + self.path


def target(address: str, *, trusted: Collection[tuple[str, int]] = ()) -> Target:
    """The address taken apart. Raises SourceError for all that is no plain address of a web page."""
    if any(character <= " " or character in "\\\x7f" for character in address) or len(address) > 4000:
        raise _refused("is no address of a web page: it has signs that none has", address)
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise _refused("is no address of a web page", address) from error
    if parts.scheme not in _PORTS:
        raise _refused(f"begins with {parts.scheme or 'nothing'!s}: rather than http or https", address)
    if "@" in parts.netloc:
        raise _refused("carries a name or a password", address)
    if not host or "%" in parts.netloc:
        raise _refused("names no plain host", address)
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and (host, port) not in trusted:
        raise _refused(f"asks for port {port}, not 80 or 443", address)
    query = f"?{quote(parts.query, safe=_PLAIN)}" if parts.query else ""
    path = quote(parts.path or "/", safe=_PLAIN) + query
    return Target(parts.scheme, host, port, path)


def connectable(target: Target, *, resolve: Resolve | None = None, trusted: Collection[tuple[str, int]] = ()) -> str:
    """The number to connect to. Raises SourceError where the host is unknown, or where any of its numbers is not public."""
    if (target.host, target.port) in trusted:
        return target.host
    literal = _number(target.host)
    if literal is None and (_counts(target.host) or "." not in target.host or target.host.rpartition(".")[2] in _INSIDE):
        raise _refused("names a machine of this network, or a number in disguise", target.address)
    try:
        found = [str(literal)] if literal else list((resolve or _resolve)(target.host, target.port))
    except OSError as error:
        raise SourceError(f"leads nowhere: no machine is called {target.host}", target.address, "check the address") from error
    numbers = [_number(each) for each in found]
    if not numbers or not all(number and public(number) for number in numbers):
        raise _refused("does not lie on the public web", target.address)
    return str(numbers[0])


def public(number: IPv4Address | IPv6Address) -> bool:
    """Whether a machine of the public web may have the number."""
    if isinstance(number, IPv6Address) and (number not in _WEB or number.scope_id or _carries(number)):
        return False
    return number.is_global and not number.is_multicast and not any(number.version == net.version and number in net for net in _NEVER)


def _carries(number: IPv6Address) -> bool:
    """Whether an IPv4 address stands inside by way of ISATAP, so that a router may take the packet there."""
    return number.packed[8:12] in (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe")


def _host(written: str) -> str:
    """In ASCII: full-width digits and circled numbers become plain, as every browser has it. Raises ValueError."""
    if ":" in written:
        return written
    return written.encode("idna").decode("ascii").lower().removesuffix(".")


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _counts(host: str) -> bool:
    """Whether the host ends in a number, so that some software takes it for an address (2130706433, 0x7f.1, 017700000001)."""
    last = host.rstrip(".").rpartition(".")[2]
    return last.isdigit() or (last.startswith("0x") and all(character in "0123456789abcdef" for character in last[2:]))


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _refused(what: str, where: str) -> SourceError:
    return SourceError(what, where[:200], _REMEDY)
