import random
import runpy
from decimal import Decimal
from pathlib import Path

import pytest
from tests.built_in import built_in_condition

from isthmus.located import parse_yaml

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, object]]:
    lies = runpy.run_path(str(HERE / "lies.py"))
    condition = built_in_condition()
    return {
        "claims": lies["measure_claims"](condition, every=4).scores(),
        "made": lies["measure_made"]().scores(),
        "models": lies["measure_models"](condition).scores(),
        "rewordings": lies["hold_still"](condition).scores(),
    }


@pytest.mark.parametrize("name", ["claims", "made", "models", "rewordings"])
def test_the_verifier_refuses_and_accepts_as_last_accepted(measured: dict[str, dict[str, object]], name: str) -> None:
    expected = parse_yaml((HERE / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml").value["lies"][name]
    scores = {key: Decimal(str(value)) for key, value in measured[name].items() if key in expected}
    assert scores == {key: Decimal(value) for key, value in expected.items()}


def test_a_lie_changes_a_sentence_and_a_move_does_not_change_its_words() -> None:
    mutate = runpy.run_path(str(HERE / "mutate.py"))
    text = "It may heal in 6 weeks at L5; it does not heal in 12."
    chance = random.Random(1)  # noqa: S311 - nothing secret hangs on it
    told = list(mutate["lies"](text, chance))
    assert text not in [lie for _, lie in told]
    assert {"number", "unit", "negation added", "negation removed", "vertebral level", "must or may"} <= {
        k for k, _ in told
    }
    more = list(mutate["lies_of_models"]("Bone heals when it rests, if at all.", [text], chance))
    assert {kind for kind, _, _ in more} == {*mutate["LIES_OF_MODELS"], "halves of two"}
    assert ("condition cut", "Bone heals, if at all.", None) in more
    assert [sorted(moved.lower().replace(";", "").rstrip(".").split()) for moved in mutate["moved"](text)] == [
        sorted(text.lower().replace(";", "").rstrip(".").split())
    ]
