"""Lets a language model put chosen statements into sentences, none of which is shown unless it holds against what it cites."""

from isthmus.answer.writing.chat import ChatWriter
from isthmus.answer.writing.model import Brief, Draft, Drafted, Writer
from isthmus.answer.writing.rewrite import SomeAnswer, rewrite

__all__ = ["Brief", "ChatWriter", "Draft", "Drafted", "SomeAnswer", "Writer", "rewrite"]
