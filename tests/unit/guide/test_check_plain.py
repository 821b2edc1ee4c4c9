from pathlib import Path

import pytest
from tests.unit.guide.small import BASIS, evidence, write

from isthmus.claims import Claim
from isthmus.guide.check_basis import Grounds
from isthmus.guide.check_plain import check_plain
from isthmus.guide.load import load_words

START = "review: {status: submitted, by: editor, changed: 2026-11-21, next: 2027-05-21}\nsays:\n"
ONE = '  - {claims: [PD-1], plain: "In 15 studies 84 of 100 did well."}\n'
TWO = '  - {claims: [PD-2], plain: "Slips grow in two stages."}\n'


def otherwise(text: str, claim: Claim) -> list[str]:
    """Object to all words but those of the claim itself."""
    return [] if text == claim.text else ["It says otherwise."]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (ONE + TWO, []),
        (ONE, ["Claim `PD-2` is not said in plain words."]),
        (ONE + TWO + TWO, ["Claim `PD-2` is said more than once."] * 2),
        (ONE + TWO.replace("Slips", "It"), ["These words lean on a sentence before them."]),
        (ONE + TWO.replace("stages.", "stages. These slips do."), []),  # a later sentence may lean
        (ONE + TWO + TWO.replace("PD-2", "PD-9"), []),  # that it does not exist is told with every other basis
    ],
)
def test_every_claim_is_said_once_and_by_itself(tmp_path: Path, says: str, told: list[str]) -> None:
    written = load_words(write(tmp_path, plain=START + says)).written
    faults = check_plain(written, BASIS.claims, evidence().lexicon, Grounds(BASIS).objections)
    assert [fault.what for fault in faults] == told


def test_what_a_claim_does_not_say_is_a_fault_with_its_line(tmp_path: Path) -> None:
    written = load_words(write(tmp_path, plain=START + ONE + TWO)).written
    (fault,) = check_plain(written, BASIS.claims, None, otherwise)
    assert str(fault) == (
        "conditions/small/plain.yaml:3: These words are not what claim `PD-1` says: It says otherwise. Say what it says."
    )
