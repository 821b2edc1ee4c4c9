from isthmus.cli.footnotes import footnotes, said, terms
from isthmus.present.sources import Listed, Mark, Quote
from isthmus.present.told import Defined, Told
from isthmus.terms import ClaimId

QUOTE = Quote("Most did well.", ClaimId("PD-1"), None, None, None)


def test_a_sentence_ends_with_the_numbers_of_its_footnotes() -> None:
    told = Told("Most did well.", (ClaimId("PD-1"),), (Mark(1, "A, 2009"), Mark(3, "B")), None)
    assert said(told).plain == "Most did well. [1, 3]"
    assert said(told, "14 days before:").plain == "14 days before: Most did well. [1, 3]"


def test_a_sentence_that_cites_nothing_has_none() -> None:
    assert said(Told("Ask us.", (), (), "plan")).plain == "Ask us."


def test_a_footnote_says_what_was_read_and_with_which_source_it_is_one_witness() -> None:
    full = Listed(2, "A copy", "A clinic, 2009", None, "whole page", (QUOTE, QUOTE), same_as=1)
    bare = Listed(3, "What is a slip?", "", None, None, ())
    assert [line.plain for line in footnotes([full, bare])] == [
        "2. A copy. A clinic, 2009. PD-1. Read: whole page. One witness with 1.",
        "3. What is a slip?",
    ]


def test_a_term_stands_before_what_it_means() -> None:
    assert [line.plain for line in terms([Defined("lysis", "A crack.")])] == ["lysis: A crack."]
