import pytest

from isthmus.search import stems
from isthmus.search.kinds import HIGHEST_LEVEL, features, kinds


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("What are the symptoms of a pars defect?", ("symptoms",)),
        ("How is spondylolysis treated in teenagers?", ("treatment",)),
        ("Can you cure it with surgery?", ("treatment",)),
        ("How many people have a pars defect?", ("frequency",)),
        ("Does it run in families?", ("inheritance",)),
        ("What causes it, and how can it be prevented?", ("prevention", "causes")),
        ("What is spondylolysis?", ("definition",)),
        ("What is the treatment of spondylolysis?", ("treatment",)),
        ("Is my scan normal for football?", ()),
        ("", ()),
    ],
)
def test_a_question_tells_the_kinds_of_answer_it_asks_for(question: str, asked: tuple[str, ...]) -> None:
    assert kinds().asked_in(stems(question)) == asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Treatment may include rest, a brace, physical therapy, or surgery if other treatments do not help.",
            "treatment",
        ),
        ("Signs and symptoms include pain, stiffness and weakness.", "symptoms"),
        ("This condition is inherited in an autosomal dominant pattern from one parent.", "inheritance"),
        ("Mutations in this gene cause the disease, because the protein is not made.", "genes"),
        ("The prevalence is estimated at 1 in 10,000 people worldwide.", "frequency"),
        ("A doctor will diagnose it by a physical exam, x-ray and blood tests.", "tests"),
    ],
)
def test_a_text_tells_the_kind_of_answer_it_gives(text: str, kind: str) -> None:
    levels = kinds().levels(text)
    assert max(levels, key=lambda name: levels[name]) == kind


def test_levels_are_whole_numbers_within_bounds_for_every_kind() -> None:
    for text in ("", "?!", "Treatment. " * 500, "\N{GREEK SMALL LETTER ALPHA}"):
        levels = kinds().levels(text)
        assert set(levels) == set(kinds().names)
        assert all(0 <= level <= HIGHEST_LEVEL for level in levels.values())


def test_every_kind_that_can_be_asked_for_can_be_told() -> None:
    assert set(kinds().asked) == set(kinds().names)


def test_a_text_is_told_by_the_beginnings_of_its_words_and_once_more_of_its_first() -> None:
    told = features("Treatments, doctor's. " + "word " * 30 + "last")
    assert {"treatm", "^treatm", "doctor", "^doctor", "last"} <= told
    assert "^last" not in told


def test_cues_are_the_words_that_ask_for_a_kind() -> None:
    assert {"treat", "cure"} <= kinds().cues("treatment")
