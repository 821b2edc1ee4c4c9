import pytest
from tests.unit.guide.small import write

from isthmus.guide import GuideBook, Heading
from isthmus.guide.load import load_guide_book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> GuideBook:
    return load_guide_book(write(tmp_path_factory.mktemp("knowledge")))


def test_a_heading_is_said_in_the_register_of_the_reader() -> None:
    heading = Heading("A brace", "Orthosis")
    assert [heading.in_register("plain"), heading.in_register("clinical")] == ["A brace", "Orthosis"]


def test_a_sentence_in_both_registers_keeps_its_basis_in_each(book: GuideBook) -> None:
    (spoken,) = book.procedures["brace"].what_it_is
    assert (spoken.in_register("plain").text, spoken.in_register("plain").claims) == ("Most do well.", ("PD-1",))
    assert spoken.in_register("clinical").text == "83.9% of 665 did well."


def test_a_term_is_written_in_several_ways(book: GuideBook) -> None:
    assert book.terms[0].written() == ("spondylolysis", "lysis")


def test_every_sentence_of_a_procedure_is_gone_through_once(book: GuideBook) -> None:
    procedure = book.procedure("brace")
    assert len(list(procedure.spoken())) == 16


def test_a_choice_is_said_from_the_condition_to_who_pays(book: GuideBook) -> None:
    said = [spoken.plain.text for spoken in book.choice("brace-or-not").spoken()]
    option = ["Most do well."] * 3 + ["Ask us."]
    assert said == ["Most do well.", "Ask us.", *option, *option, "Ask us.", "Most do well.", "Ask us.", "Ask us."]
