import pytest

from isthmus.answer.digest import Weights, digest, signs_to_belong
from isthmus.corpus import Document, DocumentId, split
from isthmus.search import Counted

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
EVEN = [0.0] * len(THREE)
BY_RANK = Weights(2.0, {"rank": -3.0})


def test_few_are_taken_where_few_stand_out_and_many_where_all_are_alike() -> None:
    scores = [5.0, 0.0, 1.0, 4.0, 2.0, 3.0]
    assert len(digest(THREE, scores, learned=Weights(8.0, {"rank": -8.0}))) < 3
    assert len(digest(THREE, scores, learned=Weights(0.0, {}))) == 5  # the sixth repeats another


def test_the_likeliest_come_first() -> None:
    assert digest(THREE, [1.0, 0.0, 5.0, 0.5, 3.0, 2.0], learned=BY_RANK)[:2] == [2, 4]


def test_what_repeats_a_sentence_is_passed_over_unless_its_number_differs() -> None:
    chosen = digest(THREE, EVEN, learned=Weights(0.0, {}))
    assert 0 in chosen
    assert 3 not in chosen
    assert {4, 5} <= set(chosen)


@pytest.mark.parametrize(("among", "most", "chosen"), [([4, 5], None, [4, 5]), (None, 1, [0]), ([], None, [])])
def test_only_so_many_of_those_that_may_be_chosen_are(
    among: list[int] | None, most: int | None, chosen: list[int]
) -> None:
    assert digest(THREE, EVEN, among=among, most=most, learned=Weights(0.0, {})) == chosen


def test_what_sources_agree_on_shows() -> None:
    signs = signs_to_belong(THREE, EVEN)
    assert signs["agreed"][0] == 1
    assert signs["agreed"][1] == 0
    assert signs["asks"] == [0, 1, 0, 0, 0, 0]
    assert signs["share"] == pytest.approx([0, 1 / 3, 2 / 3, 0, 1 / 2, 0])


def test_the_learned_weights_hold_agreement_for_and_questions_against() -> None:
    chosen = digest(THREE, EVEN)
    assert 1 not in chosen
    assert 0 in chosen
