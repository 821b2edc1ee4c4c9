import sys
from pathlib import Path

import pytest
from tests.unit.guide.small import BASIS, guide, write

from isthmus.guide.check import Findings, check_book
from isthmus.guide.check_basis import Grounds
from isthmus.guide.load import load_words
from isthmus.terms import ActionId

LONG = "We saw that the cat sat on the mat and that the dog ran to the big red house."


def found(folder: Path) -> Findings:
    return check_book(load_words(folder), Grounds(BASIS), actions=[ActionId("start-care")], cited=())


@pytest.fixture
def libraries() -> None:
    pytest.importorskip("syllapy", reason="reading levels are measured where the editors' library is installed")


@pytest.mark.usefixtures("libraries")
def test_words_that_keep_the_rules_have_no_fault_and_a_level_for_each_part(tmp_path: Path) -> None:
    findings = found(write(tmp_path))
    assert (findings.faults, findings.left_out) == ((), ())
    limits = {(level.reader, level.part): level.limit for level in findings.levels}
    assert limits[("patient", "outlook")] == 6
    assert limits[("surgeon", "outlook")] is None
    assert limits[("plain", "")] == 6
    assert findings.sentences > 20


@pytest.mark.usefixtures("libraries")
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("It will heal.", "`will heal`: nothing is promised (promise)."),
        (LONG, "A sentence has 19 words; at most 15 are allowed here."),
        ("Considerable individual variability characterises rehabilitation.", "`what-it-is` reads at grade"),
        ("The bnoe hurts.", "`bnoe` stands in no dictionary."),
        ("1 in 5 hurts.", "`1 in 5` has a base of its own."),
    ],
)
def test_every_kind_of_fault_comes_with_its_place(tmp_path: Path, text: str, fault: str) -> None:
    findings = found(write(tmp_path, patient=guide("patient", text)))
    told = [str(item) for item in findings.faults if fault in item.what]
    assert len(told) == 1
    assert told[0].startswith("conditions/small/guide/en/patient.yaml")


def test_a_check_whose_library_is_missing_is_named_and_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "syllapy", None)
    findings = found(write(tmp_path))
    assert findings.levels == ()
    assert [told.partition(":")[0] for told in findings.left_out] == ["reading level"]
