from pathlib import Path

from tests.unit.guide.small import REVIEW, write

from isthmus.guide.load import load_guide_book


def test_words_keep_their_basis_and_their_dates(tmp_path: Path) -> None:
    book = load_guide_book(write(tmp_path))
    first = book.guides[book.audience("patient").id].chapters[0].says[0]
    assert (first.claims, first.arithmetic, first.about) == (("PD-1",), ("84 = 83.9",), None)
    assert book.editorial.review.changed.isoformat() in REVIEW
    assert first.review == book.guides[book.audience("patient").id].review
    for said in book.procedures["brace"].spoken():
        assert said.plain.review == said.clinical.review == book.procedures["brace"].review
    assert book.choices["brace-or-not"].options[1].like[0].plain.about == "plan"


def test_a_figure_is_kept_with_the_fact_it_draws(tmp_path: Path) -> None:
    procedure = load_guide_book(write(tmp_path)).procedures["brace"]
    (benefit,), (harm,) = procedure.benefits, procedure.harms
    assert benefit.figure is not None
    assert (benefit.figure.claim, benefit.figure.measure) == ("PD-1", "success")
    assert harm.figure is None
