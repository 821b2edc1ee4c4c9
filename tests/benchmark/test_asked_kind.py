from pathlib import Path

from tests.benchmark.asked_kind import FORMS, asked_of, isthmus_over, measure, score
from tests.benchmark.medquad import Pair, read_pairs

from isthmus.located import parse_yaml

EXPECTED = Path(__file__).with_name("expected.yaml")


def test_answers_keep_to_the_kind_that_is_asked_for_as_last_accepted(shared: Path) -> None:
    measured = measure(shared, {"isthmus": isthmus_over}, every=5)["isthmus"]
    expected = parse_yaml(EXPECTED.read_text(encoding="utf-8"), "expected.yaml").value["asked_kind"]
    assert dict(measured) == {name: int(count) for name, count in expected.items()}


def test_every_form_is_asked_for(shared: Path) -> None:
    asked = asked_of([pair for pair in read_pairs(shared) if pair.half == "check"])
    assert {pair.kind for pair in asked.values()} >= FORMS.keys() - {"complications"}  # which few are asked about
    assert all(pair.half == "check" for pair in asked.values())


def test_a_sentence_is_right_where_an_answer_of_its_kind_holds_it() -> None:
    kinds = {"causes": "Falls cause\n it.", "symptoms": "It aches.", "treatment": "Rest it."}
    pairs = [Pair("?", answer, kind, "a crack", "check") for kind, answer in kinds.items()]
    said = {
        "What causes it?": [("a crack", "Falls cause it."), ("a crack", "It aches."), ("a knee", "Falls cause it.")]
    }
    counted = score(lambda question: said.get(question, []), {"What causes it?": pairs[0], "Why?": pairs[0]}, pairs)
    assert dict(counted) == {"asked": 2, "right": 1, "wrong": 2, "answered": 1, "silent": 1}
