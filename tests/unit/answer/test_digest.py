import pytest

from isthmus.answer.digest import Weights, digest, signs_to_belong
from isthmus.corpus import Document, DocumentId, split
from isthmus.search import Counted, stems

TEXTS = (
    "Rest heals most bones of young people. Ask a nurse? Smoking slows the healing of bones.",
    "Rest heals most bones of the young people. A brace is worn for 12 weeks by some.",
    "A brace is worn for 9 weeks by some.",
)


def counted(*texts: str) -> Counted:
    documents = (
        Document(id=DocumentId(f"d{at}"), title="", sha256="", media_type="text/plain", place="", text=text)
        for at, text in enumerate(texts)
    )
    return Counted.of([passage for document in documents for passage in split(document)])


THREE = counted(*TEXTS)
BY_PLACE = Weights(2.0, {"place": -3.0})


def test_few_are_taken_where_few_stand_out_and_many_where_all_are_alike() -> None:
    assert digest(THREE, stems("Ask a nurse."), learned=Weights(-8.0, {"near": 8.0})) == [1]
    assert len(digest(THREE, [], learned=Weights(0.0, {}))) == 5  # the sixth repeats another


def test_the_likeliest_come_first() -> None:
    assert digest(THREE, [], learned=BY_PLACE)[:3] == [0, 5, 1]


def test_what_repeats_a_sentence_is_passed_over_unless_its_number_differs() -> None:
    chosen = digest(THREE, [], learned=Weights(0.0, {}))
    assert 0 in chosen
    assert 3 not in chosen
    assert {4, 5} <= set(chosen)


@pytest.mark.parametrize(("among", "most", "chosen"), [([4, 5], None, [4, 5]), (None, 1, [0]), ([], None, [])])
def test_only_so_many_of_those_that_may_be_chosen_are(
    among: list[int] | None, most: int | None, chosen: list[int]
) -> None:
    assert digest(THREE, [], among=among, most=most, learned=Weights(0.0, {})) == chosen


def test_what_sources_agree_on_shows() -> None:
    signs = signs_to_belong(THREE, [])
    assert signs["agreed"][0] == 1
    assert signs["agreed"][1] == 0
    assert signs["source_agreed"][:3] == [1, 1, 1]
    assert signs["asks"] == [0, 1, 0, 0, 0, 0]
    assert signs["share"] == pytest.approx([0, 1 / 3, 2 / 3, 0, 1 / 2, 0])


def test_what_a_neighbour_of_the_same_source_says_counts_in_part() -> None:
    assert signs_to_belong(THREE, stems("Ask the nurse."))["near"] == pytest.approx([0.3, 1, 0.5, 0, 0, 0])
    assert signs_to_belong(THREE, stems("Are there weeks?"))["near"] == pytest.approx([0, 0, 0, 0.3, 1, 1])


def test_a_passage_counts_by_all_that_its_sentences_cover() -> None:
    told = counted("Rest heals bones. Smoking slows it.\n\nSleep is good.", "Rest is good.")
    assert signs_to_belong(told, stems("Rest. Smoking?"))["passage"] == pytest.approx([1, 1, 0, 0.37], abs=0.01)


@pytest.mark.parametrize("asked", [[], stems("What about the?"), stems("Ultrasound")])
def test_a_question_of_which_nothing_is_said_prefers_no_sentence(asked: list[str]) -> None:
    signs = signs_to_belong(THREE, asked)
    assert not any(signs["near"] + signs["passage"])


def test_the_learned_weights_hold_agreement_for_and_questions_against() -> None:
    chosen = digest(THREE, stems("What heals bones?"))
    assert 1 not in chosen
    assert 3 in chosen
