"""What isthmus hands to other people's programs, in the formats that those read."""

from isthmus.exchange.event import Event

__all__ = ["Event"]
