"""Checks every statement before it is shown: verbatim ones to the byte, others against what they cite, word by word."""

from isthmus.answer.verify.pair import Objection
from isthmus.answer.verify.stored import Stored
from isthmus.answer.verify.support import least_shared, supports
from isthmus.answer.verify.told import grounds_of, tells

__all__ = ["Objection", "Stored", "grounds_of", "least_shared", "supports", "tells"]
