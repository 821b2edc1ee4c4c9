from pathlib import Path

import pytest
from tests.unit.guide.small import CHOICE, FILES, PROCEDURE, evidence, guide, write

from isthmus.errors import KnowledgeError
from isthmus.guide.load import load_guide_book, load_phrases, load_terms, load_words

SMALL = "conditions/small"


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_words(folder)
    return [str(fault) for fault in caught.value.faults]


def test_all_words_of_a_condition_are_one_book(tmp_path: Path) -> None:
    book = load_guide_book(write(tmp_path))
    assert (list(book.audiences), list(book.procedures), list(book.choices)) == (
        ["patient", "surgeon"],
        ["brace"],
        ["brace-or-not"],
    )
    assert [chapter.id for chapter in book.chapters] == ["what-it-is", "outlook"]


def test_each_text_is_kept_with_its_place(tmp_path: Path) -> None:
    words = load_words(write(tmp_path))
    (place,) = {
        text.where
        for text in words.written
        if text.text == "Slips and cracks go together." and text.audience == "patient"
    }
    assert place == f"{SMALL}/guide/en/patient.yaml:13"
    assert words.known == {"qwyx"}
    assert [(named.kind, named.name) for named in words.references if named.kind == "figure"] == [
        ("figure", "PD-1: success")
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"surgeon": None}, "audiences.yaml: Audience `surgeon` has no guide. Write it."),
        (
            {"editorial": FILES["editorial.yaml"].replace("  surgeon: [", "  coach: [")},
            "editorial.yaml:9: Audience `surgeon` is not told what these days are. Write it.",
        ),
        (
            {"surgeon": guide("surgoen")},
            f"{SMALL}/guide/en/surgeon.yaml:1: Audience `surgoen` does not exist. Did you mean `surgeon`?",
        ),
        (
            {"patient": guide("patient").replace("chapter: outlook", "chapter: outlok")},
            f"{SMALL}/guide/en/patient.yaml:9: Chapter `outlok` does not exist. Did you mean `outlook`?",
        ),
        (
            {"patient": guide("patient").replace("chapter: outlook", "chapter: outlok")},
            f"{SMALL}/guide/en/patient.yaml:3: Chapter `outlook` is missing. Write it.",
        ),
        (
            {"chapters": "chapters: [{id: outlook, title: Outlook}, {id: what-it-is, title: What it is}]"},
            f"{SMALL}/guide/en/patient.yaml:3: The chapters stand in another order. Keep that of chapters.yaml.",
        ),
        (
            {"brace": PROCEDURE.replace("name: brace", "name: corset", 1)},
            f"{SMALL}/procedures/brace.yaml:1: `corset` is not the name of this file. Rename one of them.",
        ),
        (
            {"brace_or_not": CHOICE.replace("values:", "value:")},
            f"{SMALL}/choices/brace-or-not.yaml:10: `value` is not known here. Did you mean `values`?",
        ),
        ({"glossary": None}, f"{SMALL}/glossary.yaml: There is no such file. Check the name."),
        ({"audiences": "audiences: 5"}, "audiences.yaml:1: `audiences` is not a list. Write a list."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_line_and_remedy(tmp_path: Path, changes: dict[str, str | None], told: str) -> None:
    assert told in faults_of(write(tmp_path, **changes))


def test_how_claims_are_said_is_read_from_the_guides_alone(tmp_path: Path) -> None:
    plain, exact = (
        guide(who, f"About 84 of {n} with lysis in 15 did well.") for who, n in (("patient", 100), ("surgeon", 665))
    )
    folder = write(tmp_path, brace=None, glossary=None, chapters=None, patient=plain, surgeon=exact)
    assert load_phrases(folder, evidence()) == {
        "patient": {"PD-1": "About 84 of 100 with lysis in 15 did well. Nobody was compared."},
        "surgeon": {},
    }


def test_a_condition_without_guides_has_no_words_for_its_claims(tmp_path: Path) -> None:
    assert load_phrases(tmp_path / "conditions" / "bare", evidence()) == {}


def test_the_terms_of_the_glossary_are_read_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, brace=None, patient=None, chapters=None)
    assert [term.term for term in load_terms(folder)] == ["spondylolysis"]
    assert load_terms(tmp_path / "conditions" / "bare") == ()


def test_words_that_belong_to_the_pathway_are_gathered_too(tmp_path: Path) -> None:
    folder = write(tmp_path)
    path = folder / "wording" / "en" / "patient.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("audience: patient\nflags: {smoke: {text: Stop smoking., claims: [PD-1]}}\n", encoding="utf-8")
    (text,) = (text for text in load_words(folder).written if text.part == "flags")
    assert (text.text, text.register, text.claims) == ("Stop smoking.", "plain", ("PD-1",))
