"""Connections to the public web only: the address that was checked is the address that is connected to."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable

import httpcore

__all__ = ["Clock", "NotPublic", "Patience", "PublicNetwork", "is_public"]

Clock = Callable[[], float]
"""Tells the seconds that have passed since some moment, and never goes back."""

_BEHIND_A_GATEWAY = ipaddress.ip_network("64:ff9b::/96")
# For one's own network, for examples and for routers; not every Python knows of each that it leads nowhere public.
_OF_NO_SITE = tuple(map(ipaddress.ip_network, ("fec0::/10", "64:ff9b:1::/48", "3fff::/20", "5f00::/16")))


class NotPublic(Exception):
    """A name leads to an address that is not of the public web."""


class Patience:
    """How long one fetch may still take, in seconds, however its bytes drip in."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._until = clock() + seconds

    def begin(self) -> None:
        """Start anew, for the next fetch."""
        self._until = self._clock() + self._seconds

    def left(self, most: float | None) -> float:
        """Tell how long one step may wait.

        Raises:
            httpcore.ReadTimeout: There is no time left.
        """
        seconds = self._until - self._clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout
        return seconds if most is None else min(seconds, most)


def is_public(address: str) -> bool:
    """Tell whether an address is of the public web, also where it wears the form of another kind of address.

    >>> is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c"), is_public("127.0.0.1"), is_public("::ffff:7f00:1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _BEHIND_A_GATEWAY:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    if any(ip in network for network in _OF_NO_SITE):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


class PublicNetwork(httpcore.NetworkBackend):
    """Looks a name up once, checks every address it has, and connects to one that was checked.

    A name that is looked up a second time may lead elsewhere; so it never is.
    """

    def __init__(self, patience: Patience, *, private: bool) -> None:
        self._patience = patience
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: "Iterable[httpcore.SOCKET_OPTION] | None" = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a name that answers.

        Raises:
            NotPublic: One of its addresses is not of the public web.
            httpcore.ConnectError: It has none, or none answers.
        """
        failed: Exception = httpcore.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                wait = self._patience.left(timeout)
                stream = self._plain.connect_tcp(address, port, wait, local_address, socket_options)
                return _TimedStream(stream, self._patience)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("unknown name") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not self._private and not all(map(is_public, addresses)):
            raise NotPublic
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection that waits for each byte only as long as the whole fetch has left."""

    def __init__(self, stream: httpcore.NetworkStream, patience: Patience) -> None:
        self._stream = stream
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._patience.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._patience.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._patience.left(timeout))
        return _TimedStream(inner, self._patience)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
