import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.unit.answer.conftest import PAGES

from isthmus.answer.documents import DocumentShelf, Quoted
from isthmus.answer.question import Asked
from isthmus.claims import Lexicon
from isthmus.corpus import Library, read_library
from isthmus.corpus.mend import correct
from isthmus.search import Concept, PassageIndex, Thesaurus, stems

Ask = Callable[[str], Asked]
Shelve = Callable[[Library], DocumentShelf]


@pytest.fixture(scope="module")
def shelve(thesaurus: Thesaurus, lexicon: Lexicon) -> Shelve:
    def make(library: Library) -> DocumentShelf:
        return DocumentShelf(PassageIndex.over(library), thesaurus, lexicon)

    return make


def stored(folder: Path, pages: dict[str, str]) -> Library:
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_library(folder)[0]


def texts(quoted: list[Quoted]) -> list[str]:
    return [one.candidate.text for one in quoted]


def concepts(text: str, thesaurus: Thesaurus) -> tuple[Concept, ...]:
    return thesaurus.concepts(stems(text))


def test_a_question_is_answered_by_sentences_that_speak_of_it(shelf: DocumentShelf, asked: Ask) -> None:
    assert "A brace is offered by some teams." in texts(shelf.answer(asked("What does a brace do for a pars defect?")))


def test_every_sentence_is_the_stored_text_at_its_bytes(shelf: DocumentShelf, asked: Ask, library: Library) -> None:
    for one in shelf.answer(asked("Does a corset help?")):
        sentence: Any = one.candidate.origin
        document = library.document(sentence.document)
        assert document is not None
        assert document.text.encode()[sentence.start : sentence.end].decode() == sentence.text == one.candidate.text


@pytest.mark.parametrize(
    "question",
    [
        "Does acupuncture help?",
        "What is the role of leeches in a pars defect?",
        "Does laser surgery help the knee?",  # another treatment, wherever the rest is spoken of
    ],
)
def test_what_no_document_speaks_of_is_not_answered(shelf: DocumentShelf, asked: Ask, question: str) -> None:
    assert shelf.answer(asked(question)) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Myths that are false\n\nA brace always cures a pars defect.", False),
        ("# Exercises to avoid\n\nA brace cures a pars defect in months.", False),
        ("# When a brace does not help?\n\nA brace cures a pars defect in months.", True),
        ("# What to avoid\n\nAvoid a brace for a pars defect at night.", True),
        ("You must not do these:\n\n- Such as:\n  - a brace for a pars defect in sport", False),
        ("# Bracing\n\nA brace cures a pars\x1b[31m defect in months.", False),
        ("# Bracing\n\nA brace cures a pars \u202edefect in months.", False),
        ("# Bracing\n\nAll advice below is out of date.\n\n## Weeks\n\nA brace cures a pars defect in months.", False),
        ("# Bracing\n\nA brace cures a pars defect in months.", True),
    ],
)
def test_what_a_line_above_takes_back_or_what_steers_a_screen_is_not_quoted(
    tmp_path: Path, shelve: Shelve, asked: Ask, page: str, said: bool
) -> None:
    shelf = shelve(stored(tmp_path, {"page.md": page}))
    assert bool(shelf.answer(asked("Does a brace help a pars defect?"))) is said


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("**Discitis.** Pain at rest. A brace helps for four weeks.", False),
        ("Surgery of the knee: pain in front. A brace helps for four weeks.", False),
        ("**Pars defect.** Pain on extension. A brace helps for four weeks.", True),
        ("Discitis is ruled out. A brace helps for four weeks.", True),
    ],
)
def test_what_a_paragraph_on_another_illness_says_is_not_said_of_ours(
    tmp_path: Path, shelve: Shelve, asked: Ask, paragraph: str, said: bool
) -> None:
    page = f"# Back pain\n\nA pars defect is one cause of back pain.\n\n{paragraph}\n"
    shelf = shelve(stored(tmp_path, {"page.md": page}))
    told = texts(shelf.answer(asked("Does a brace help a pars defect?")))
    assert ("A brace helps for four weeks." in told) is said


def test_a_sentence_stands_under_its_headings_from_the_outermost(tmp_path: Path, shelve: Shelve, asked: Ask) -> None:
    page = "# Care\n\n# Adults\n\n## Two weeks\n\n### Bracing\n\nA brace helps a pars defect.\n"
    (told,) = shelve(stored(tmp_path, {"page.md": page})).answer(asked("Does a brace help a pars defect?"))
    assert told.candidate.under == ("Adults", "Two weeks", "Bracing")  # the title is shown anyway


def test_a_heading_that_steers_a_screen_is_not_shown(tmp_path: Path, shelve: Shelve, asked: Ask) -> None:
    page = "# Care\n\n## \u202eAdults\n\n### Bracing\n\nA brace helps a pars defect.\n"
    (told,) = shelve(stored(tmp_path, {"page.md": page})).answer(asked("Does a brace help a pars defect?"))
    assert told.candidate.under == ("Bracing",)


ASKED_OF = """\
# When a brace helps

A brace helps with a pars defect. However, a brace has to be worn for months.

## In adults

A brace helps few adults.

## For dogs

A brace helps a dog that has a pars defect.

## Who should not have one

A brace is for nobody with a wound.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Does a brace help a teenager with a pars defect?",
            ["A brace helps with a pars defect. However, a brace has to be worn for months."],
        ),
        ("Who should not have a brace?", ["A brace is for nobody with a wound."]),
    ],
)
def test_what_is_of_others_or_the_opposite_of_what_is_asked_is_not_said(
    tmp_path: Path, shelve: Shelve, asked: Ask, question: str, answer: list[str]
) -> None:
    shelf = shelve(stored(tmp_path, {"page.md": ASKED_OF}))
    assert texts(shelf.answer(asked(question))) == answer


def test_what_is_not_to_be_done_is_no_plain_sentence(tmp_path: Path, shelve: Shelve, asked: Ask) -> None:
    shelf = shelve(stored(tmp_path, {"page.md": "# Bracing\n\nA brace is worn for months with a pars defect."}))
    assert texts(shelf.answer(asked("When is a brace worn for a pars defect?"))) != []
    assert shelf.answer(asked("When should a brace not be worn for a pars defect?")) == []


def test_what_limits_a_sentence_is_said_once(tmp_path: Path, shelve: Shelve, asked: Ask) -> None:
    one = "Only swimmers wear a brace for a pars defect. Only children wear a brace for a pars defect at night."
    other = "Skiers with a pars defect have no use for a brace."
    shelf = shelve(stored(tmp_path, {"page.md": f"{one} {other}"}))
    assert texts(shelf.answer(asked("Does a brace help a pars defect?"))) == [one, other]


def test_an_empty_library_answers_nothing(shelve: Shelve, asked: Ask) -> None:
    assert shelve(Library.in_memory()).answer(asked("Does a brace help?")) == []


def test_where_the_condition_is_named_only_documents_about_it_are_heard(shelf: DocumentShelf, asked: Ask) -> None:
    assert "A brace supports the knee after surgery." not in texts(
        shelf.answer(asked("Does a brace help a pars defect after surgery?"))
    )


SEVERAL = """\
# Injuries of the young

## Pars defect

Rest from sport lasts for three months.

## Scoliosis

A brace is worn for twenty hours a day. A brace is worn by few who have a pars defect.

## Knee

A brace is worn for five weeks.

## Braces

A brace is worn below the shirt.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is a brace worn for a pars defect?", ["A brace is worn by few who have a pars defect."]),
        ("Is a brace worn below the shirt for a pars defect?", ["A brace is worn below the shirt."]),
        ("Is a brace worn twenty hours for a pars defect?", []),
        ("Is a brace worn for five weeks for a pars defect?", []),
        ("Is a brace worn for scoliosis?", ["A brace is worn for twenty hours a day."]),
    ],
)
def test_of_several_illnesses_only_what_is_said_of_the_one_in_question_is_quoted(
    tmp_path: Path, shelve: Shelve, asked: Ask, question: str, answer: list[str]
) -> None:
    told = texts(shelve(stored(tmp_path, {"page.md": SEVERAL})).answer(asked(question)))
    assert told[: len(answer) or 1] == answer


def test_a_document_that_holds_no_more_than_a_name_others_share_is_about_something_else(
    tmp_path: Path, shelve: Shelve, asked: Ask, thesaurus: Thesaurus
) -> None:
    shelf = shelve(stored(tmp_path, {"page.md": "# After a fracture of the hip\n\nA brace is worn for six weeks."}))
    for question in ("Is a brace worn for a pars defect?", "Is a brace worn?"):
        told = texts(shelf.answer(asked(question)))
        assert bool(told) is ("pars" not in question)
    assert shelf.find("Is it a pars defect?", concepts("brace", thesaurus), concepts("pars defect", thesaurus)) == []


RECORDS = [
    ("What should I not do with a pars defect?", "Jumping on hard ground. Resting in a brace. Hanging from a bar."),
    ("Which moves make a pars defect worse?", "Kicking with a twist. Rest below a heavy brace."),
    ("What is good for a pars defect?", "Resting in a chair."),
]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (RECORDS[0][0], ["Jumping on hard ground.", "Resting in a brace.", "Hanging from a bar."]),
        (RECORDS[1][0], ["Kicking with a twist.", "Rest below a heavy brace."]),
        ("Which brace makes a pars defect worse?", ["Rest below a heavy brace."]),
        ("Is resting in a brace good for a pars defect?", []),
        ("What makes a slip worse?", []),
    ],
)
def test_what_a_record_warns_of_is_said_whole_to_who_asks_for_that_and_to_nobody_else(
    tmp_path: Path, shelve: Shelve, asked: Ask, question: str, answer: list[str]
) -> None:
    lines = (json.dumps({"question": one, "answer": other}) + "\n" for one, other in RECORDS)
    shelf = shelve(stored(tmp_path, {"faq.jsonl": "".join(lines)}))
    assert texts(shelf.answer(asked(question))) == answer


def test_who_is_treated_is_no_answer_by_itself(shelve: Shelve, asked: Ask, tmp_path: Path) -> None:
    library = stored(tmp_path, {"a.txt": "Sport\n\nEvery teenager in the club likes the long summer camp."})
    assert shelve(library).answer(asked("Does a brace help a teenager?")) == []


def test_a_question_a_fragment_and_a_sentence_that_leans_on_another_are_not_quoted(
    shelf: DocumentShelf, thesaurus: Thesaurus
) -> None:
    found = {candidate.text for candidate in shelf.find("Which?", concepts("rest surgery", thesaurus), ())}
    assert "Most people rest for several weeks." in found
    assert not found & {"This helps them.", "Is it for you?"}


def test_an_item_of_a_list_has_the_line_that_it_completes(shelf: DocumentShelf, thesaurus: Thesaurus) -> None:
    items = [
        one for one in shelf.find("Which?", concepts("surgery", thesaurus), ()) if one.text == "the bone is healthy"
    ]
    assert [one.headings for one in items] == [
        ("Consider surgery if:", "Third: surgery, and when", "Care for a pars defect")
    ]


def test_a_candidate_knows_its_headings(shelf: DocumentShelf, thesaurus: Thesaurus) -> None:
    (found,) = [
        one for one in shelf.find("Which?", concepts("steroid", thesaurus), ()) if one.text.startswith("Steroid")
    ]
    assert found.headings == ("Second: injection", "Care for a pars defect")


def test_a_number_stays_with_what_it_counts(shelve: Shelve, asked: Ask, tmp_path: Path) -> None:
    page = "Slips\n\nA slip of grade 2 was fused in half of the boys. A slip of grade 3 was fused in all of the boys."
    answer = texts(shelve(stored(tmp_path, {"a.txt": page})).answer(asked("Is a slip of grade 3 fused?")))
    assert answer == ["A slip of grade 3 was fused in all of the boys."]


NO_HEADINGS = """\
A scar of the bone

A scar is caused by hard training on a young back. One boy in three had a brace.

Signs and symptoms of a scar include back pain and a stiff back.
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What are the symptoms of a scar?", ["Signs and symptoms of a scar include back pain and a stiff back."]),
        ("What is the outlook for a scar?", []),  # of which nothing is told
        ("Did a brace of boys with a scar prevent it?", ["One boy in three had a brace."]),
    ],
)
def test_without_headings_the_kind_of_answer_is_told_by_its_words(
    shelve: Shelve, asked: Ask, tmp_path: Path, question: str, answer: Sequence[str]
) -> None:
    assert texts(shelve(stored(tmp_path, {"a.txt": NO_HEADINGS})).answer(asked(question))) == list(answer)


def test_of_copies_one_is_quoted_and_the_others_are_named(shelve: Shelve, asked: Ask, tmp_path: Path) -> None:
    page = PAGES["care.txt"]
    library = stored(tmp_path, {"a.txt": page, "b.txt": page + "\nPrinted on a Monday.\n"})
    groups = {about.group for about in library.abouts()}
    assert len(groups) == 1  # the library sees that they are copies
    (brace,) = [one for one in shelve(library).answer(asked("Does a brace help?")) if "teams" in one.candidate.text]
    assert len(brace.copies) == 1
    assert brace.copies[0] not in brace.candidate.id


def test_the_strongest_kind_of_source_is_heard_first(shelve: Shelve, asked: Ask, tmp_path: Path) -> None:
    pages = {
        "a.txt": "Club page\n\nA brace eased the pain of boys.",
        "b.txt": "A guideline\n\nThe brace is an option for girls.",
    }
    library = stored(tmp_path, pages)
    for about in library.abouts():
        if about.title == "A guideline":
            correct(library, about.id, {"kind": "guideline"})
    assert texts(shelve(library).answer(asked("Does a brace help?")))[0] == "The brace is an option for girls."


HELP = """\
Help for a pars defect

What causes a pars defect?

A pars defect can occur due to:

  • Hard training
  • A fall from a horse or a ladder
  • Being born with a thin bone

In severe cases a pars defect lets the bones slip.

Symptoms of a pars defect

The most common are:

  • Pain in the lower back that is worse after sport
  • Stiff legs in the morning

Symptoms and treatment

A pars defect may also make standing hard.

Outlook

Most people make a full recovery within ten weeks. Rest and a warm pad ease the pain caused by a pars defect.

Before surgery

Your preparation for surgery asks that you:

  • Stop smoking for a month
  • Ask who will drive you home
"""


@pytest.fixture(scope="module")
def helped(shelve: Shelve, tmp_path_factory: pytest.TempPathFactory) -> DocumentShelf:
    pages = {"help.txt": HELP, "horse.txt": "Horses\n\nDiagnosis\n\nA vet looks for a cough and a fever in the stable."}
    return shelve(stored(tmp_path_factory.mktemp("help"), pages))


CAUSES = ["Hard training", "A fall from a horse or a ladder", "Being born with a thin bone"]
SYMPTOMS = ["Pain in the lower back that is worse after sport", "Stiff legs in the morning"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What causes a pars defect?", CAUSES),
        ("What are the symptoms of a pars defect?", SYMPTOMS),
        ("What are the symptoms?", SYMPTOMS),  # the condition is meant
        ("How do I prepare for surgery?", ["Stop smoking for a month", "Ask who will drive you home"]),
        ("How long is recovery?", ["Most people make a full recovery within ten weeks."]),
        ("How long is recovery after knee surgery?", []),
        ("How is it diagnosed?", []),  # only of horses
    ],
)
def test_a_heading_or_lead_in_about_what_is_asked_answers_with_the_items_below(
    helped: DocumentShelf, asked: Ask, question: str, answer: list[str]
) -> None:
    assert texts(helped.answer(asked(question))) == answer
