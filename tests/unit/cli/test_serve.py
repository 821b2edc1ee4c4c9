import socket

import pytest
from tests.unit.cli.conftest import Call


def test_a_port_in_use_is_told_with_another_to_try(call: Call) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = call("serve", "--port", str(port))
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        f"127.0.0.1:{port}: isthmus cannot listen here (address already in use). "
        f"Stop the other program, or choose another port: isthmus serve --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--port", "99999"], "--port: This is not a port. Give a number from 0 to 65535.\n"),
        (["--host", "no such host"], "no such host:8000: This is not an address. Give another.\n"),
        (["--port", "http"], "--port: This is not a port. Give a number from 0 to 65535.\n"),
        (["--port", "0", "--library", "no-such-folder"], "no-such-folder: "),
    ],
)
def test_an_address_or_a_library_that_cannot_be_used_is_told(call: Call, arguments: list[str], message: str) -> None:
    told = call("serve", *arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(message)
