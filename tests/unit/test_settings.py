from pathlib import Path

import pytest

from isthmus.condition import built_in_knowledge
from isthmus.errors import InvalidOption
from isthmus.settings import Settings, read_settings


def test_what_is_not_set_or_empty_has_its_default() -> None:
    default = Settings(built_in_knowledge(), None, None, "127.0.0.1", 8000)
    assert read_settings({}) == default
    assert read_settings({"ISTHMUS_PORT": "", "ISTHMUS_LIBRARY": "", "ISTHMUS_KNOWLEDGE": ""}) == default


def test_every_setting_is_read() -> None:
    environment = {
        "ISTHMUS_KNOWLEDGE": "/k",
        "ISTHMUS_CONDITION": "c",
        "ISTHMUS_LIBRARY": "/l",
        "ISTHMUS_HOST": "::1",
        "ISTHMUS_PORT": "81",
        "ISTHMUS_ENCODER": "/e",
        "ISTHMUS_PRIVATE_ADDRESSES": "Yes",
    }
    expected = Settings(Path("/k"), "c", Path("/l"), "::1", 81, Path("/e"), private_addresses=True)
    assert read_settings(environment) == expected


@pytest.mark.parametrize("port", ["http", "-1", "65536", "8 0", "\N{SUPERSCRIPT TWO}"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_PORT: This is not a port. Give a number from 0 to 65535."):
        read_settings({"ISTHMUS_PORT": port})


def test_what_is_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_PRIVATE_ADDRESSES: This is neither yes nor no. Write yes or no."):
        read_settings({"ISTHMUS_PRIVATE_ADDRESSES": "perhaps"})
