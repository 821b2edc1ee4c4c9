from dataclasses import dataclass
from datetime import date

import pytest
from tests.unit.guide.small import BASIS

from isthmus.guide import Audience, GuideBook, Review, Sentence, Term
from isthmus.present.sources import list_sources
from isthmus.present.told import cited_by, page_as_json, standing, tell, terms_in
from isthmus.terms import AudienceId, ClaimId

PATIENT = Audience(AudienceId("patient"), "a patient", "plain", 6, 15)
SURGEON = Audience(AudienceId("surgeon"), "a surgeon", "clinical", None, None)
TERMS = (Term("spondylolysis", "A crack.", "A defect.", also=("lysis",)), Term("slip", "A shift.", "A translation."))


def test_a_sentence_carries_the_marks_of_its_sources() -> None:
    said = Sentence("Slips grow.", (ClaimId("PD-2"), ClaimId("PD-1")))
    shelf = list_sources(cited_by([said], BASIS), BASIS)
    told = tell(said, shelf, BASIS)
    assert ([mark.number for mark in told.marks], told.claims) == ([1, 2, 3], ("PD-2", "PD-1"))
    assert [source.same_as for source in shelf.listed] == [None, 1, None]


def test_a_sentence_carries_where_it_stands() -> None:
    review = Review("submitted", "editor", date(2026, 11, 21), date(2027, 5, 21))
    told = tell(Sentence("Ask us.", about="plan", review=review), list_sources((), BASIS), BASIS)
    assert page_as_json(told) == {
        "text": "Ask us.",
        "claims": [],
        "marks": [],
        "about": "plan",
        "review": {"status": "submitted", "changed": "2026-11-21", "next": "2027-05-21"},
    }


@pytest.mark.parametrize(
    ("today", "line"),
    [
        (date(2027, 5, 21), "submitted, changed 21\N{NO-BREAK SPACE}November 2026 by editor, next review by 21\N{NO-BREAK SPACE}May 2027"),
        (date(2027, 5, 22), "submitted, changed 21\N{NO-BREAK SPACE}November 2026 by editor, overdue since 21\N{NO-BREAK SPACE}May 2027"),
    ],
)  # fmt: skip
def test_words_say_where_they_stand_and_when_a_look_is_overdue(small_book: GuideBook, today: date, line: str) -> None:
    stands = standing(Review("submitted", "editor", date(2026, 11, 21), date(2027, 5, 21)), small_book, today)
    assert (stands.line(), stands.says) == (line, "Not reviewed yet.")


def test_terms_are_explained_in_the_register_of_the_reader_where_they_are_used() -> None:
    assert [(item.term, item.means) for item in terms_in(["Lysis hurts."], TERMS, PATIENT)] == [
        ("spondylolysis", "A crack.")
    ]
    assert [item.means for item in terms_in(["A Slip."], TERMS, SURGEON)] == ["A translation."]


def test_a_term_inside_another_word_is_not_used() -> None:
    assert terms_in(["Our analysis slipped."], TERMS, PATIENT) == ()


def test_an_abbreviation_is_one_only_in_capitals() -> None:
    slip = Term("isthmic slip", "A slip.", "A translation.", abbreviations=("IS",))
    assert terms_in(["Is it one?"], [slip], PATIENT) == ()
    assert [item.term for item in terms_in(["An IS hurts."], [slip], PATIENT)] == ["isthmic slip"]


def test_a_page_is_given_as_json_with_its_dates_written_out() -> None:
    @dataclass(frozen=True)
    class Page:
        on: date
        parts: tuple[int | None, ...]

    assert page_as_json(Page(date(2026, 11, 21), (1, None))) == {"on": "2026-11-21", "parts": [1, None]}
