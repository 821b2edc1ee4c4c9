"""Plans, answers, guides and procedures as what a reader is shown: pages as values; no HTML, no files."""

from isthmus.present.behind import Behind, behind
from isthmus.present.form import Form, Question, Typed, lay_out
from isthmus.present.frame import Frame, frame_page
from isthmus.present.glossary import Glossary, Piece, glossary_of
from isthmus.present.notes import Block, Marked, Note, annotate
from isthmus.present.pages.about import AboutPage, Proved, about_page
from isthmus.present.pages.ask import AnswerPage, AskPage, answer_page, ask_page
from isthmus.present.pages.choice import ChoicePage, OptionTold, choice_page, list_choices
from isthmus.present.pages.claim import ClaimPage, claim_page
from isthmus.present.pages.editorial import EditorialPage, editorial_page
from isthmus.present.pages.glossary import GlossaryPage, glossary_page
from isthmus.present.pages.guide import ChapterPage, ContentsPage, GuidePage, chapter_page, contents_page, guide_page
from isthmus.present.pages.home import HomePage, home_page
from isthmus.present.pages.parts import PartsPage, parts_page
from isthmus.present.pages.plan import PlanPage, plan_page
from isthmus.present.pages.procedure import PhaseTold, ProcedurePage, list_procedures, procedure_page
from isthmus.present.pages.signs import SignsPage, signs_page
from isthmus.present.related import Entry, Link, Listing
from isthmus.present.sources import Listed
from isthmus.present.told import Defined, Told, page_as_json

__all__ = [
    "AboutPage",
    "AnswerPage",
    "AskPage",
    "Behind",
    "Block",
    "ChapterPage",
    "ChoicePage",
    "ClaimPage",
    "ContentsPage",
    "Defined",
    "EditorialPage",
    "Entry",
    "Form",
    "Frame",
    "Glossary",
    "GlossaryPage",
    "GuidePage",
    "HomePage",
    "Link",
    "Listed",
    "Listing",
    "Marked",
    "Note",
    "OptionTold",
    "PartsPage",
    "PhaseTold",
    "Piece",
    "PlanPage",
    "ProcedurePage",
    "Proved",
    "Question",
    "SignsPage",
    "Told",
    "Typed",
    "about_page",
    "annotate",
    "answer_page",
    "ask_page",
    "behind",
    "chapter_page",
    "choice_page",
    "claim_page",
    "contents_page",
    "editorial_page",
    "frame_page",
    "glossary_of",
    "glossary_page",
    "guide_page",
    "home_page",
    "lay_out",
    "list_choices",
    "list_procedures",
    "page_as_json",
    "parts_page",
    "plan_page",
    "procedure_page",
    "signs_page",
]
