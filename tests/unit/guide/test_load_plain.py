from datetime import date
from pathlib import Path

import pytest
from tests.unit.guide.small import write

from isthmus.errors import KnowledgeError
from isthmus.guide.load_plain import PlainWords

TWICE = """\
review: {status: submitted, by: editor, changed: 2026-11-21, next: 2027-05-21}
says: [{claims: [PD-1, PD-2], plain: Both.}, {claims: [], plain: Nothing.}]
"""


def test_each_claim_in_plain_words_carries_its_basis_and_its_review(tmp_path: Path) -> None:
    told = PlainWords(write(tmp_path))
    sentence = told["PD-1"]  # type: ignore[index]  # an id is a string when it runs
    assert (list(told), len(told)) == (["PD-1", "PD-2"], 2)
    assert (sentence.text, sentence.arithmetic) == ("In 15 studies 84 of 100 did well.", ("84 = 83.9",))
    assert sentence.review is not None
    assert (sentence.review.status, sentence.review.changed) == ("submitted", date(2026, 11, 21))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, ["conditions/small/plain.yaml: There is no such file. Check the name."]),
        (
            TWICE,
            [
                f"conditions/small/plain.yaml:2: `says.{at}.claims`: list should have at {bound}. Correct it."
                for at, bound in enumerate(
                    ("most 1 item after validation, not 2", "least 1 item after validation, not 0")
                )
            ],
        ),
    ],
)
def test_the_file_is_read_when_a_claim_is_first_asked_for_and_its_faults_are_told_then(
    tmp_path: Path, text: str | None, told: list[str]
) -> None:
    words = PlainWords(write(tmp_path, plain=text))
    with pytest.raises(KnowledgeError) as caught:
        len(words)
    assert [str(fault) for fault in caught.value.faults] == told
