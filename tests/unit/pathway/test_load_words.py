from pathlib import Path

import pytest
from tests.unit.knowledge import CLAIMS, PATHWAY, spoilt

from isthmus.errors import KnowledgeError
from isthmus.pathway.load import load_pathway


def test_every_audience_has_a_title_for_every_action() -> None:
    for wording in PATHWAY.wordings.values():
        assert set(wording.actions) == set(PATHWAY.actions)
        assert all(words.title for words in wording.actions.values())


def test_every_row_question_and_phase_is_told_to_every_audience() -> None:
    for wording in PATHWAY.wordings.values():
        assert set(wording.rows) == {row.row for row in PATHWAY.recommendations}
        assert set(wording.features) == set(PATHWAY.features)
        assert set(wording.phases) == {phase.id for phase in PATHWAY.phases}
        assert all(words.ask and words.why.text for words in wording.features.values())


def test_every_action_says_what_to_do_next_and_what_would_change_it() -> None:
    for wording in PATHWAY.wordings.values():
        assert all(words.next and words.changes for words in wording.actions.values())


def test_words_that_are_missing_or_for_nothing_are_told(tmp_path: Path) -> None:
    folder = spoilt(
        tmp_path,
        "wording/en/patient.yaml",
        lambda text: text.replace("\n  R01:", "\n  R99:", 1).replace("\n  PO1:", "\n  PO9:", 1),
    )
    with pytest.raises(KnowledgeError) as caught:
        load_pathway(folder, claims=CLAIMS)
    told = [fault.what for fault in caught.value.faults]
    assert told == [
        "There are no words for `R01`.",
        "There are words for `R99`, which does not exist.",
        "There are no words for `PO1`.",
        "There are words for `PO9`, which does not exist.",
    ]
