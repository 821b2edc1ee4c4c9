from collections.abc import Sequence
from pathlib import Path

import pytest

from isthmus.answer.bearing import Bearing
from isthmus.answer.coverage import Coverage, Rows
from isthmus.answer.found import Found
from isthmus.corpus import read_library
from isthmus.search import Counted, Thesaurus

PAGE = """\
Backs

Symptoms of a crack

Pain is common. You may notice:

  • stiff legs
  • a dull ache after sport

Before an operation

Prepare well:

  • stop smoking before the operation
  • arrange a ride
"""
CRACK: Rows = (("crack",),)
SYMPTOM: Rows = (("symptom",),)
PREPARE: Rows = (("prepar",),)
OPERATION: Rows = (("oper",),)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    folder: Path = tmp_path_factory.mktemp("page")
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    library = read_library(folder)[0]
    abouts = {about.id: about for about in library.abouts()}
    return Found.of([(passage, 1.0) for key in abouts for passage in library.passages_of(key)], abouts)


def coverage(found: Found, question: str, wanted: Sequence[Rows], thesaurus: Thesaurus) -> Coverage:
    return Coverage(Counted.of(found.in_order), found, wanted, Bearing(thesaurus.read(question), thesaurus))


def spoken(scope: Coverage, numbers: Sequence[int]) -> list[str]:
    return [scope.counted.sentences[at].text for at in numbers]


def test_items_under_a_heading_of_the_kind_are_the_answer(found: Found, thesaurus: Thesaurus) -> None:
    scope = coverage(found, "What are the symptoms of a crack?", [CRACK, SYMPTOM], thesaurus)
    everything = range(len(scope.counted))
    (told,) = scope.by_headings(everything)
    assert spoken(scope, told) == ["Pain is common.", "stiff legs", "a dull ache after sport"]
    assert spoken(scope, scope.items_if_listed(told)) == ["stiff legs", "a dull ache after sport"]
    assert scope.covered[0] == pytest.approx(1.0)


def test_a_heading_of_the_kind_but_of_another_subject_tells_nothing(found: Found, thesaurus: Thesaurus) -> None:
    scope = coverage(found, "What are the symptoms of a cough?", [(("cough",),), SYMPTOM], thesaurus)
    assert list(scope.by_headings(range(len(scope.counted)))) == []


def test_nothing_that_speaks_is_nothing_on_the_point(found: Found, thesaurus: Thesaurus) -> None:
    assert list(coverage(found, "What are the symptoms?", [SYMPTOM], thesaurus).by_headings([])) == []


def test_the_line_that_leads_into_a_list_speaks_for_every_item(found: Found, thesaurus: Thesaurus) -> None:
    scope = coverage(found, "How do I prepare?", [PREPARE, OPERATION], thesaurus)
    at = spoken(scope, range(len(scope.counted))).index("arrange a ride")
    assert scope.covered[at] == pytest.approx(1.0)


def test_a_chosen_item_brings_the_rest_of_its_list(found: Found, thesaurus: Thesaurus) -> None:
    scope = coverage(found, "What are the symptoms of a crack?", [CRACK], thesaurus)
    at = spoken(scope, range(len(scope.counted))).index("a dull ache after sport")
    assert spoken(scope, scope.with_lists([at], range(len(scope.counted)))) == ["a dull ache after sport", "stiff legs"]
    assert scope.with_lists([at], [at]) == [at]


def test_where_no_heading_tells_the_kind_the_words_of_a_passage_do(thesaurus: Thesaurus, tmp_path: Path) -> None:
    page = "A crack\n\nA crack is rare. It is caused by hard training.\n\nSymptoms of a crack include back pain. It gets worse.\n"
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    library = read_library(tmp_path)[0]
    abouts = {about.id: about for about in library.abouts()}
    held = Found.of([(passage, 1.0) for key in abouts for passage in library.passages_of(key)], abouts)
    scope = coverage(held, "What are the symptoms of a crack?", [CRACK], thesaurus)
    everything = range(len(scope.counted))
    given, _ = scope.by_words(everything)
    assert spoken(scope, given) == ["Symptoms of a crack include back pain.", "It gets worse."]
    assert list(scope.by_words(everything[:2])) == [[], []]
