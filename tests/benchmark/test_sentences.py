from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

import pytest
from tests.benchmark.covidqa import Asked, Paper, measure, papers, scored
from tests.benchmark.sentences import by_isthmus

from isthmus.corpus import Document, DocumentId, split
from isthmus.located import parse_yaml

HERE = Path(__file__).parent


def test_scores_are_those_last_accepted(shared: Path) -> None:
    measured = asdict(measure(papers(shared)[::3], by_isthmus))
    expected = parse_yaml((HERE / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml").value["sentences"]
    assert {name: Decimal(str(value)) for name, value in measured.items()} == {
        name: Decimal(value) for name, value in expected.items()
    }


def test_hits_and_ranks_are_counted() -> None:
    rows = [([3.0, 2.0, 1.0], [0.0, 1.0, 0.0]), ([1.0, 2.0], [0.0, 1.0]), ([1.0, 2.0], [0.0, 0.0])]
    assert scored(rows) == pytest.approx((1 / 3, 2 / 3, (1 / 2 + 1) / 3))


def test_a_paper_is_scored_by_its_own_sentences() -> None:
    text = "Rest heals the bone. A brace was worn for twelve weeks."
    document = Document(id=DocumentId("a"), title="", sha256="", media_type="text/plain", place="a", text=text)
    paper = Paper("a", split(document), (Asked("How many weeks was the brace worn?", 40, 46),))
    assert measure([paper], by_isthmus).hit_at_1 == 1
    assert measure([paper], lambda _: [[1.0, 0.0]]).hit_at_1 == 0
