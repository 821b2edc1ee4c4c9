from dataclasses import asdict
from decimal import Decimal
from pathlib import Path

import pytest
from tests.benchmark.digests import as_shipped, best, ceiling, every, lead
from tests.benchmark.learn_digest import choose
from tests.benchmark.mas import Consumer, mended, scored

from isthmus.corpus import Document, DocumentId, split
from isthmus.located import parse_yaml

HERE = Path(__file__).parent
TEXT = "Rest heals the bone. Walk every day. Sleep well. Eat bread and fruit."
DOCUMENT = Document(id=DocumentId("a"), title="", sha256="", media_type="text/plain", place="a", text=TEXT)
CONSUMER = Consumer("What heals the bone?", split(DOCUMENT), "Rest heals the bone. Sleep well.")


def test_scores_are_those_last_accepted(shared: Path) -> None:
    measured = asdict(as_shipped(shared))
    expected = parse_yaml((HERE / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml").value["digests"]
    assert {name: Decimal(str(value)) for name, value in measured.items()} == {
        name: Decimal(value) for name, value in expected.items()
    }


def test_what_the_experts_took_scores_best() -> None:
    assert scored([CONSUMER], [ceiling(CONSUMER)])[1] == 1
    assert scored([CONSUMER], [every(CONSUMER)])[1] == pytest.approx(4 / 6)
    assert scored([CONSUMER], [[3]])[1] == 0


@pytest.mark.parametrize(
    ("left", "mended_so"),
    [
        ("<h2>Summary</h2> It heals.", "\n\nSummary\n\n It heals."),
        ("The <i>pars</i> is thin.", "The pars is thin."),
        ("It heals.Rest helps.A brace may.", "It heals. Rest helps. A brace may."),
        (
            "It was seen in 1.5 of 2.0 in the U.S.A. by J.B.Smith.",
            "It was seen in 1.5 of 2.0 in the U.S.A. by J.B.Smith.",
        ),
        ("Causes include: Dehydration Medicines ", "Causes include: Dehydration Medicines."),
    ],
)
def test_what_the_making_of_the_set_did_to_a_page_is_put_right(left: str, mended_so: str) -> None:
    assert mended(left) == mended_so


def test_baselines_take_what_they_say() -> None:
    assert lead(CONSUMER) == [0, 1, 2]
    assert best(CONSUMER) == [0]
    assert 0 in choose(CONSUMER)
