"""Settings from the environment: the only place that reads it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from isthmus.condition import built_in_knowledge
from isthmus.errors import InvalidOption

__all__ = ["Settings", "WriterSettings", "read_port", "read_settings", "read_writer"]

_MOST_PORT = 65535


@dataclass(frozen=True)
class WriterSettings:
    """Where a language model is that may write answers; its key shows nowhere."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Settings:
    """What can be set for an installation; an option of a command outranks each.

    ISTHMUS_KNOWLEDGE   a knowledge folder instead of the built-in one
    ISTHMUS_CONDITION   the condition, by its folder's name; the first there is, when not set
    ISTHMUS_LIBRARY     a folder of documents to answer from
    ISTHMUS_HOST        the address the web application listens at, 127.0.0.1
    ISTHMUS_PORT        its port, 8000
    ISTHMUS_NAMES       the names it answers to, such as plans.clinic.example, with commas between; on this machine
                        alone it answers to no other, elsewhere to any when not set
    ISTHMUS_ENCODER     a folder with an encoder, which also finds what is said in other words
    ISTHMUS_PRIVATE_ADDRESSES   `yes` lets `ingest` fetch from this machine and its own network; no, when not set
    ISTHMUS_WRITER_URL    the OpenAI-compatible address of a language model that writes answers; none writes, when not set
    ISTHMUS_WRITER_MODEL  the model to ask for there
    ISTHMUS_WRITER_KEY    what lets us in there
    """

    knowledge: Path
    condition: str | None
    library: Path | None
    host: str
    port: int
    encoder: Path | None = None
    private_addresses: bool = False
    names: tuple[str, ...] = ()


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; what is not set, or empty, has its default.

    Raises:
        InvalidOption: The port is not a number from 0 to 65535, or a truth neither yes nor no.
    """
    library, encoder = environment.get("ISTHMUS_LIBRARY"), environment.get("ISTHMUS_ENCODER")
    return Settings(
        knowledge=Path(environment.get("ISTHMUS_KNOWLEDGE") or built_in_knowledge()),
        condition=environment.get("ISTHMUS_CONDITION") or None,
        library=Path(library) if library else None,
        host=environment.get("ISTHMUS_HOST") or "127.0.0.1",
        port=read_port(environment.get("ISTHMUS_PORT") or "8000", where="ISTHMUS_PORT"),
        encoder=Path(encoder) if encoder else None,
        private_addresses=_read_truth(
            environment.get("ISTHMUS_PRIVATE_ADDRESSES") or "no", "ISTHMUS_PRIVATE_ADDRESSES"
        ),
        names=tuple(
            name.strip().lower() for name in (environment.get("ISTHMUS_NAMES") or "").split(",") if name.strip()
        ),
    )


def read_writer(environment: Mapping[str, str] = os.environ) -> WriterSettings | None:
    """Read which language model writes answers, if any does: only what answers needs to know, and refuses half of it.

    Raises:
        InvalidOption: Its address is none, or names no model.
    """
    url, model = environment.get("ISTHMUS_WRITER_URL"), environment.get("ISTHMUS_WRITER_MODEL")
    if not url:
        return None
    if not _is_web_address(url):
        remedy = "Give one such as http://127.0.0.1:8080/v1"
        raise InvalidOption("This is not an address of the web.", where="ISTHMUS_WRITER_URL", remedy=remedy)
    if not model:
        what = "The writer has an address and no model."
        raise InvalidOption(what, where="ISTHMUS_WRITER_MODEL", remedy="Name the model to ask for.")
    return WriterSettings(url, model, environment.get("ISTHMUS_WRITER_KEY") or None)


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isprintable() and " " not in url


def read_port(text: str, *, where: str) -> int:
    """Read a port; 0 lets the machine choose a free one.

    Args:
        text: What somebody set.
        where: The name of the setting, for the message.

    Raises:
        InvalidOption: It is not a number from 0 to 65535.
    """
    # Digits are counted first: a longer number is no port, and could be too long to read as a number.
    if text.isascii() and text.isdigit() and len(text) <= len(str(_MOST_PORT)) and int(text) <= _MOST_PORT:
        return int(text)
    raise InvalidOption("This is not a port.", where=where, remedy=f"Give a number from 0 to {_MOST_PORT}.")


def _read_truth(text: str, where: str) -> bool:
    if text.lower() not in {"yes", "no"}:
        raise InvalidOption("This is neither yes nor no.", where=where, remedy="Write yes or no.")
    return text.lower() == "yes"
