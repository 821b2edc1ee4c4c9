"""Checks every statement before it is shown: verbatim ones to the byte, others against what they cite, word by word."""

from isthmus.answer.verify.pair import Objection
from isthmus.answer.verify.rearranged import Part, must_stay, parts_said
from isthmus.answer.verify.stored import Stored
from isthmus.answer.verify.support import supports
from isthmus.answer.verify.told import grounds_of, tells

__all__ = ["Objection", "Part", "Stored", "grounds_of", "must_stay", "parts_said", "supports", "tells"]
