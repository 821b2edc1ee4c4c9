import sys
from decimal import Decimal

import pytest

from isthmus.errors import MissingLibrary
from isthmus.guide.reading_level import count_syllables, reading_level, sentences_of, words_of

SYLLABLES = {"the": 1, "cat": 1, "sat": 1, "spondylolysis": 5, "hurts": 1, "follow": 2, "up": 1, "years": 1}


def count(word: str) -> int:
    return SYLLABLES[word.lower()]


def test_the_grade_is_that_of_the_formula() -> None:
    level = reading_level(["The cat sat.", "The cat sat."], [], count)
    assert level.grade == Decimal("-2.6")  # 0.39 x 3 + 11.8 x 1 - 15.59 = -2.62
    assert (level.sentences, level.longest) == (2, 3)


def test_terms_of_the_glossary_can_be_left_out_with_their_plurals() -> None:
    level = reading_level(["Spondylolysis hurts."], ["spondylolysi", "lysis"], count)
    assert level.without_terms < level.grade


def test_a_text_without_words_has_no_grade() -> None:
    assert reading_level(["..."], [], count).grade == 0
    assert reading_level(["Spondylolysis."], ["spondylolysis"], count).without_terms == 0


def test_a_hyphen_joins_words_and_a_number_is_one_word_of_one_syllable() -> None:
    assert words_of("Follow-up in 2,000 or 3-6 cases.") == ["Follow-up", "in", "2,000", "or", "3-6", "cases"]
    assert reading_level(["follow-up 45 years"], [], count).longest == 3


def test_a_text_is_split_where_its_sentences_end() -> None:
    assert sentences_of("It hurts. Does it? Yes! At 4.5 mm it does.") == [
        "It hurts.",
        "Does it?",
        "Yes!",
        "At 4.5 mm it does.",
    ]


def test_syllables_are_counted_by_the_library() -> None:
    pytest.importorskip("syllapy", reason="the reading level is measured where the editors' libraries are installed")
    counter = count_syllables()
    assert [counter(word) for word in ("bone", "surgeon", "vertebra")] == [1, 2, 3]


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "syllapy", None)
    with pytest.raises(MissingLibrary, match=r"reading level: .* Run: pip install 'isthmus\[editors\]'\."):
        count_syllables()
