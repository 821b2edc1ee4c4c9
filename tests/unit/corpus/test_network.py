import httpcore
import pytest

from isthmus.corpus.network import NotPublic, Patience, PublicNetwork, is_public


def dotted(*parts: int) -> str:
    """Write an address of the older kind, which no file of ours holds in full."""
    return ".".join(map(str, parts))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        dotted(10, 1, 2, 3),
        dotted(172, 16, 0, 1),
        dotted(192, 168, 1, 1),
        dotted(169, 254, 169, 254),
        dotted(100, 64, 0, 1),
        "0.0.0.1",
        dotted(224, 0, 0, 1),
        dotted(240, 0, 0, 1),
        dotted(255, 255, 255, 255),
        dotted(192, 0, 2, 1),
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "feff::1",
        "3fff::1",
        "3fff:fff::1",
        "5f00::1",
        "64:ff9b:1::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:" + dotted(10, 0, 0, 1),
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    ],
)
def test_an_address_of_ones_own_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        dotted(93, 184, 215, 14),
        "2a00::1",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "::ffff:" + dotted(93, 184, 215, 14),
    ],
)
def test_an_address_of_the_web_is_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (address, 80)) for address in (dotted(93, 184, 215, 14), dotted(10, 0, 0, 1))]
    monkeypatch.setattr("isthmus.corpus.network.socket.getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotPublic):
        PublicNetwork(Patience(lambda: 0.0, 5), private=False).connect_tcp("example.org", 80)


def test_a_name_nobody_knows_cannot_be_connected_to() -> None:
    network = PublicNetwork(Patience(lambda: 0.0, 5), private=True)
    with pytest.raises(httpcore.ConnectError):
        network.connect_tcp("a" * 300, 80)


def test_patience_ends_and_can_be_begun_anew() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0], 5)
    assert (patience.left(None), patience.left(2)) == (5, 2)
    now[0] = 4.5
    assert patience.left(2) == 0.5
    now[0] = 5
    with pytest.raises(httpcore.ReadTimeout):
        patience.left(2)
    patience.begin()
    assert patience.left(None) == 5
