"""Lets a language model put chosen statements into sentences, none of which is shown unless it holds against what it cites."""

from isthmus.answer.writing.model import Brief, Draft, Drafted, Writer
from isthmus.answer.writing.rewrite import rewrite

__all__ = ["Brief", "Draft", "Drafted", "Writer", "rewrite"]
