"""Plans and answers as what a reader is shown: pages as values; no HTML, no files."""

from isthmus.present.form import Form, Question, Typed, lay_out
from isthmus.present.frame import Frame, frame_page
from isthmus.present.pages.ask import AnswerPage, AskPage, answer_page, ask_page
from isthmus.present.pages.plan import PlanPage, plan_page
from isthmus.present.pages.signs import SignsPage, signs_page

__all__ = [
    "AnswerPage",
    "AskPage",
    "Form",
    "Frame",
    "PlanPage",
    "Question",
    "SignsPage",
    "Typed",
    "answer_page",
    "ask_page",
    "frame_page",
    "lay_out",
    "plan_page",
    "signs_page",
]
