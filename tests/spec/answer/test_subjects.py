"""What a line of a document is taken to be about, over the built-in knowledge."""

import pytest
from tests.built_in import built_in_condition

from isthmus.answer.subject import Subject
from isthmus.search import Thesaurus


@pytest.fixture(scope="module")
def subject() -> Subject:
    lexicon = built_in_condition().evidence.lexicon
    return Subject(lexicon, Thesaurus.of_lexicon(lexicon))


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("Microdiscectomy", False),
        ("After a discectomy", False),
        ("Vertebroplasty", False),
        ("Osteoid osteoma", False),
        ("Pars repair", True),
        ("Fusion", True),
        ("Decompression", True),
        ("After your operation", True),
    ],
)
def test_below_an_operation_or_an_illness_that_is_not_ours_nothing_is_said_of_ours(
    subject: Subject, line: str, *, ours: bool
) -> None:
    assert subject.sought("When can I drive after surgery for a pars defect?").is_met_by([line]) is ours
