"""The language model that the settings name, if they name any."""

from isthmus.answer import ChatWriter, Writer
from isthmus.settings import Settings

__all__ = ["load_writer"]


def load_writer(settings: Settings) -> Writer | None:
    """Set up the writer of the settings; None where none is named, as it is by default."""
    named = settings.writer
    return ChatWriter(named.url, named.model, named.key) if named else None
