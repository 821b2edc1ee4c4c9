"""Plans, answers, guides and procedures as what a reader is shown: pages as values; no HTML, no files."""

from isthmus.present.behind import Behind, behind
from isthmus.present.document import DocumentPage, document_page
from isthmus.present.drawings import DrawingTold, PanelTold, drawings_of_procedure
from isthmus.present.events import events_of_plan, events_of_procedure, is_dated
from isthmus.present.figured import NO_FIGURES, Figures, draw_options
from isthmus.present.form import Form, Question, Typed, lay_out
from isthmus.present.frame import Frame, frame_page
from isthmus.present.glossary import Glossary, Piece, glossary_of
from isthmus.present.icons import IconArray, draw_people
from isthmus.present.notes import Block, Marked, Note, annotate
from isthmus.present.pages.about import AboutPage, Proved, about_page
from isthmus.present.pages.ask import AnswerPage, AskPage, answer_page, ask_page
from isthmus.present.pages.choice import ChoicePage, OptionTold, choice_page, list_choices
from isthmus.present.pages.claim import ClaimPage, claim_page
from isthmus.present.pages.editorial import EditorialPage, editorial_page
from isthmus.present.pages.glossary import GlossaryPage, glossary_page
from isthmus.present.pages.guide import ChapterPage, ContentsPage, GuidePage, chapter_page, contents_page, guide_page
from isthmus.present.pages.home import HomePage, home_page
from isthmus.present.pages.interview import (
    CheckPage,
    FirstPage,
    InterviewPage,
    Kept,
    Place,
    check_page,
    first_page,
    interview_page,
)
from isthmus.present.pages.library import LibraryPage, library_page
from isthmus.present.pages.parts import PartsPage, parts_page
from isthmus.present.pages.plan import PlanPage, plan_page
from isthmus.present.pages.procedure import PhaseTold, ProcedurePage, counted_from, list_procedures, procedure_page
from isthmus.present.pages.signs import SignsPage, signs_page
from isthmus.present.pathway_drawn import PathwayDrawn, draw_pathway
from isthmus.present.procedure_drawn import illustrate_procedure
from isthmus.present.publications import PublicationsPage, publications_page
from isthmus.present.ranges import Plot, draw_facts
from isthmus.present.related import Entry, Link, Listing
from isthmus.present.sources import Listed
from isthmus.present.told import Defined, Told, page_as_json
from isthmus.present.weighed import Weighed, weigh

__all__ = [
    "NO_FIGURES",
    "AboutPage",
    "AnswerPage",
    "AskPage",
    "Behind",
    "Block",
    "ChapterPage",
    "CheckPage",
    "ChoicePage",
    "ClaimPage",
    "ContentsPage",
    "Defined",
    "DocumentPage",
    "DrawingTold",
    "EditorialPage",
    "Entry",
    "Figures",
    "FirstPage",
    "Form",
    "Frame",
    "Glossary",
    "GlossaryPage",
    "GuidePage",
    "HomePage",
    "IconArray",
    "InterviewPage",
    "Kept",
    "LibraryPage",
    "Link",
    "Listed",
    "Listing",
    "Marked",
    "Note",
    "OptionTold",
    "PanelTold",
    "PartsPage",
    "PathwayDrawn",
    "PhaseTold",
    "Piece",
    "Place",
    "PlanPage",
    "Plot",
    "ProcedurePage",
    "Proved",
    "PublicationsPage",
    "Question",
    "SignsPage",
    "Told",
    "Typed",
    "Weighed",
    "about_page",
    "annotate",
    "answer_page",
    "ask_page",
    "behind",
    "chapter_page",
    "check_page",
    "choice_page",
    "claim_page",
    "contents_page",
    "counted_from",
    "document_page",
    "draw_facts",
    "draw_options",
    "draw_pathway",
    "draw_people",
    "drawings_of_procedure",
    "editorial_page",
    "events_of_plan",
    "events_of_procedure",
    "first_page",
    "frame_page",
    "glossary_of",
    "glossary_page",
    "guide_page",
    "home_page",
    "illustrate_procedure",
    "interview_page",
    "is_dated",
    "lay_out",
    "library_page",
    "list_choices",
    "list_procedures",
    "page_as_json",
    "parts_page",
    "plan_page",
    "procedure_page",
    "publications_page",
    "signs_page",
    "weigh",
]
