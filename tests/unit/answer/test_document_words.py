from dataclasses import replace

import pytest

from isthmus.answer.document_words import document_words
from isthmus.corpus import About, read_library


@pytest.fixture(scope="module")
def about(tmp_path_factory: pytest.TempPathFactory) -> About:
    folder = tmp_path_factory.mktemp("one")
    (folder / "a.txt").write_text("Care\n\nMost people rest for several weeks.", encoding="utf-8")
    (about,) = read_library(folder)[0].abouts()
    return about


def test_a_guideline_is_heard_before_a_patient_page_and_that_before_a_page_that_a_machine_wrote(about: About) -> None:
    pages = [replace(about, kind="guideline"), replace(about, kind="patient-page"), replace(about, kind="ai-page")]
    turns = [document_words().turn(page) for page in pages]
    assert turns == sorted(set(turns))


def test_words_are_kept_as_they_are_looked_for() -> None:
    assert "type" in document_words().numbered
    assert "how long" in document_words().asking_amounts
    assert {"injuri", "surgeri"} <= document_words().ailments
    assert "unlik" in document_words().contrasts
    assert "bursitis".endswith(document_words().illness_endings)
