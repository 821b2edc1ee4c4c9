import runpy
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

from isthmus.located import parse_yaml

HERE = Path(__file__).parent


def test_scores_are_those_last_accepted(shared: Path) -> None:
    measured = asdict(runpy.run_path(str(HERE / "questions.py"))["measure"](shared))
    expected = parse_yaml((HERE / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml").value["questions"]
    assert {name: Decimal(str(value)) for name, value in measured.items()} == {
        name: Decimal(value) for name, value in expected.items()
    }
