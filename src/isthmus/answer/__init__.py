"""Answers questions with statements that each carry where they come from, or says why it does not."""

from isthmus.answer.as_json import answer_as_json
from isthmus.answer.ask import Respondent, ask
from isthmus.answer.facts import NOTHING_ASKED, AskedBefore, Fact
from isthmus.answer.model import Answer, Behaviour, Citation, Refusal, Statement, WriterReport
from isthmus.answer.thread import LONGEST_THREAD
from isthmus.answer.verify import grounds_of, supports
from isthmus.answer.writing import ChatWriter, Writer

__all__ = [
    "LONGEST_THREAD",
    "NOTHING_ASKED",
    "Answer",
    "AskedBefore",
    "Behaviour",
    "ChatWriter",
    "Citation",
    "Fact",
    "Refusal",
    "Respondent",
    "Statement",
    "Writer",
    "WriterReport",
    "answer_as_json",
    "ask",
    "grounds_of",
    "supports",
]
