from pathlib import Path

import pytest

from isthmus.condition import built_in_knowledge
from isthmus.errors import InvalidOption
from isthmus.settings import Settings, WriterSettings, read_settings, read_writer


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
        "ISTHMUS_NAMES": "Plans.clinic.example, ,plans",
    }
    names = ("plans.clinic.example", "plans")
    expected = Settings(Path("/k"), "c", Path("/l"), "::1", 81, Path("/e"), private_addresses=True, names=names)
    assert read_settings(environment) == expected


@pytest.mark.parametrize("port", ["http", "-1", "65536", "8 0", "\N{SUPERSCRIPT TWO}"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_PORT: This is not a port. Give a number from 0 to 65535."):
        read_settings({"ISTHMUS_PORT": port})


def test_what_is_neither_yes_nor_no_is_told() -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_PRIVATE_ADDRESSES: This is neither yes nor no. Write yes or no."):
        read_settings({"ISTHMUS_PRIVATE_ADDRESSES": "perhaps"})


WRITER = {"ISTHMUS_WRITER_URL": "http://127.0.0.1:8080/v1", "ISTHMUS_WRITER_MODEL": "tiny"}


def test_a_writer_is_read_and_its_key_shows_nowhere() -> None:
    writer = read_writer({**WRITER, "ISTHMUS_WRITER_KEY": "k-123"})
    assert writer == WriterSettings("http://127.0.0.1:8080/v1", "tiny", "k-123")
    assert "k-123" not in repr(writer)
    assert read_writer({"ISTHMUS_WRITER_MODEL": "tiny"}) is None


@pytest.mark.parametrize("url", ["127.0.0.1:8080", "file:///etc", "http://", "http://[::1", "http://a b", "http://a\n"])
def test_a_writer_s_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_WRITER_URL: This is not an address of the web"):
        read_writer({**WRITER, "ISTHMUS_WRITER_URL": url})


def test_a_writer_without_a_model_is_told() -> None:
    with pytest.raises(InvalidOption, match="ISTHMUS_WRITER_MODEL: The writer has an address and no model"):
        read_writer({**WRITER, "ISTHMUS_WRITER_MODEL": ""})


def test_a_writer_that_is_set_by_half_stops_nothing_that_does_not_need_it() -> None:
    assert read_settings({"ISTHMUS_WRITER_URL": "nowhere"}) == read_settings({})
