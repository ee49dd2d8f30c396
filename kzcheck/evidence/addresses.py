"""Which network addresses pages may be fetched from, and looking up the addresses of a host."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Returns the addresses of a host name for a port; raises OSError when there are none."""

# IANA IPv4 and IPv6 Special-Purpose Address Registries. Written out, since what `ipaddress` calls
# global has changed between Python releases.
_IPV4_WORDS = tuple(
    (ipaddress.IPv4Network(network), word)
    for network, word in (
        ("127.0.0.0/8", "this machine"),
        ("0.0.0.0/8", "this machine"),
        ("169.254.169.254/32", "the metadata service of a cloud machine"),
        ("168.63.129.16/32", "the metadata service of a cloud machine"),
        ("100.100.100.200/32", "the metadata service of a cloud machine"),
        ("192.0.0.192/32", "the metadata service of a cloud machine"),
        ("10.0.0.0/8", "a private network"),
        ("172.16.0.0/12", "a private network"),
        ("192.168.0.0/16", "a private network"),
        ("100.64.0.0/10", "a provider's inner network"),
        ("169.254.0.0/16", "a link-local address"),
        ("224.0.0.0/4", "a multicast address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "a reserved address"),
        ("192.88.99.0/24", "a reserved address"),
        ("198.18.0.0/15", "a reserved address"),
        ("198.51.100.0/24", "a reserved address"),
        ("203.0.113.0/24", "a reserved address"),
        ("240.0.0.0/4", "a reserved address"),
    )
)
_IPV6_WORDS = tuple(
    (ipaddress.IPv6Network(network), word)
    for network, word in (
        ("::1/128", "this machine"),
        ("::/128", "this machine"),
        ("fd00:ec2::254/128", "the metadata service of a cloud machine"),
        ("fc00::/7", "a private network"),
        ("fec0::/10", "a private network"),
        ("fe80::/10", "a link-local address"),
        ("ff00::/8", "a multicast address"),
        ("2002::/16", "a tunnel to another address"),
        ("2001::/32", "a tunnel to another address"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "a reserved address"),
        ("3fff::/20", "a reserved address"),
    )
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214, the upper half of the interface identifier


def private_word(address: IPAddress) -> str | None:
    """Return in words what `address` is if no public page can be there ("this machine"), else None.

    An IPv6 address that carries an IPv4 one (mapped, NAT64 of RFC 6052, ISATAP) is judged by that one. 6to4,
    Teredo and everything outside 2000::/3 is refused altogether.
    """
    if isinstance(address, ipaddress.IPv4Address):
        return next((word for network, word in _IPV4_WORDS if address in network), None)
    carried = _carried(address)
    if carried is not None:
        return private_word(carried)
    for network, word in _IPV6_WORDS:
        if address in network:
            return word
    return None if address in _GLOBAL_UNICAST else "a reserved address"


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        return low
    return None


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """Which addresses may be connected to.

    `trusted` has pairs of a host name or address and a port that the person has set, such as an archive in
    their own network. Pages and redirects cannot add to it.
    """

    allow_private: bool = False
    trusted: frozenset[tuple[str, int]] = frozenset()

    def refusal(self, host: str, address: str, port: int) -> str | None:
        """Return why there must be no connection to `address`, an address of `host`; None if there may be."""
        if self.allow_private or (host, port) in self.trusted or (address, port) in self.trusted:
            return None
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return f"{host} leads to something that is not an internet address"
        word = private_word(parsed)
        if word is None:
            return None
        return f"{address} is {word}" if host == address else f"{host} leads to {address}, {word}"


def resolve_host(host: str, port: int) -> list[str]:
    """Return the IPv4 and IPv6 addresses of `host` in the system's order; raise OSError if it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
