"""The messages that the listener is taught by."""

from pathlib import Path

from isthmus.located import parse_yaml

__all__ = ["messages_taught"]

MESSAGES = Path(__file__).with_name("messages")


def messages_taught() -> set[str]:
    """Read every message of every voice, with single spaces."""
    return {
        " ".join(message.split())
        for path in sorted(MESSAGES.glob("*.yaml"))
        for messages in parse_yaml(path.read_text(encoding="utf-8"), path.name).value.values()
        for message in messages
    }
