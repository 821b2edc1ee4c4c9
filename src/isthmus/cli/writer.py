"""The language model that the settings name, if they name any."""

from isthmus.answer import ChatWriter, Writer
from isthmus.settings import WriterSettings

__all__ = ["load_writer"]


def load_writer(named: WriterSettings | None) -> Writer | None:
    """Set up the writer that the settings name; None where none is named, as it is by default."""
    return ChatWriter(named.url, named.model, named.key) if named else None
