"""Plans, answers, guides and procedures as what a reader is shown: pages as values; no HTML, no files."""

from isthmus.present.form import Form, Question, Typed, lay_out
from isthmus.present.frame import Frame, frame_page
from isthmus.present.glossary import Glossary, Piece
from isthmus.present.notes import Block, Marked, Note, annotate
from isthmus.present.pages.ask import AnswerPage, AskPage, answer_page, ask_page
from isthmus.present.pages.choice import ChoicePage, OptionTold, choice_page
from isthmus.present.pages.claim import ClaimPage, claim_page
from isthmus.present.pages.document import DocumentPage, document_page
from isthmus.present.pages.editorial import EditorialPage, editorial_page
from isthmus.present.pages.glossary import GlossaryPage, glossary_page
from isthmus.present.pages.guide import ChapterPage, ContentsPage, GuidePage, chapter_page, contents_page, guide_page
from isthmus.present.pages.home import HomePage, home_page
from isthmus.present.pages.library import LibraryPage, library_page
from isthmus.present.pages.plan import PlanPage, plan_page
from isthmus.present.pages.procedure import PhaseTold, ProcedurePage, procedure_page
from isthmus.present.pages.signs import SignsPage, signs_page
from isthmus.present.sources import Listed
from isthmus.present.told import Defined, Told, page_as_json

__all__ = [
    "AnswerPage",
    "AskPage",
    "Block",
    "ChapterPage",
    "ChoicePage",
    "ClaimPage",
    "ContentsPage",
    "Defined",
    "DocumentPage",
    "EditorialPage",
    "Form",
    "Frame",
    "Glossary",
    "GlossaryPage",
    "GuidePage",
    "HomePage",
    "LibraryPage",
    "Listed",
    "Marked",
    "Note",
    "OptionTold",
    "PhaseTold",
    "Piece",
    "PlanPage",
    "ProcedurePage",
    "Question",
    "SignsPage",
    "Told",
    "Typed",
    "annotate",
    "answer_page",
    "ask_page",
    "chapter_page",
    "choice_page",
    "claim_page",
    "contents_page",
    "document_page",
    "editorial_page",
    "frame_page",
    "glossary_page",
    "guide_page",
    "home_page",
    "lay_out",
    "library_page",
    "page_as_json",
    "plan_page",
    "procedure_page",
    "signs_page",
]
