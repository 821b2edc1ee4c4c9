"""Plans, answers, guides and procedures as what a reader is shown: pages as values; no HTML, no files."""

from isthmus.present.document import DocumentPage, document_page
from isthmus.present.form import Form, Question, Typed, lay_out
from isthmus.present.frame import Frame, frame_page
from isthmus.present.glossary import Glossary, Piece
from isthmus.present.pages.ask import AnswerPage, AskPage, answer_page, ask_page
from isthmus.present.pages.choice import ChoicePage, OptionTold, choice_page
from isthmus.present.pages.guide import GuidePage, guide_page
from isthmus.present.pages.library import LibraryPage, library_page
from isthmus.present.pages.plan import PlanPage, plan_page
from isthmus.present.pages.procedure import PhaseTold, ProcedurePage, procedure_page
from isthmus.present.pages.signs import SignsPage, signs_page
from isthmus.present.sources import Listed
from isthmus.present.told import Defined, Told, page_as_json

__all__ = [
    "AnswerPage",
    "AskPage",
    "ChoicePage",
    "Defined",
    "DocumentPage",
    "Form",
    "Frame",
    "Glossary",
    "GuidePage",
    "LibraryPage",
    "Listed",
    "OptionTold",
    "PhaseTold",
    "Piece",
    "PlanPage",
    "ProcedurePage",
    "Question",
    "SignsPage",
    "Told",
    "Typed",
    "answer_page",
    "ask_page",
    "choice_page",
    "document_page",
    "frame_page",
    "guide_page",
    "lay_out",
    "library_page",
    "page_as_json",
    "plan_page",
    "procedure_page",
    "signs_page",
]
