import pytest

from isthmus.answer.traits import Traits
from isthmus.search import Thesaurus


@pytest.fixture
def traits(thesaurus: Thesaurus) -> Traits:
    return Traits(thesaurus, "pars defect")


def test_a_text_is_its_concepts_and_each_two_that_follow_each_other(traits: Traits) -> None:
    assert traits.concepts(["Does a corset help?", "corset 3"]) == [
        ["doe", "a", "brace", "help", "doe_a", "a_brace", "brace_help"],
        ["brace", "#", "brace_#"],
    ]


def test_the_condition_s_own_name_tells_no_text_from_another_by_itself(traits: Traits) -> None:
    assert traits.concepts(["A crack?"]) == [["a", "a_pars defect"]]


def test_only_what_narrows_a_text_is_narrowing(traits: Traits) -> None:
    assert traits.narrowing("Does a corset help a crack?") == {"brace"}


def test_letters_survive_another_ending(traits: Traits) -> None:
    one, other = traits.letters(["bracing", "braces"])
    assert one & other == {" bra", "brac"}
    assert traits.letters(["a"]) == [{" a "}]


def test_a_pair_counts_less_than_its_concepts(traits: Traits) -> None:
    assert traits.weight("a_b") < traits.weight("a")


def test_words_of_the_condition_count_most_and_those_between_them_least(traits: Traits) -> None:
    assert traits.weight("brace") > traits.weight("laptop") > traits.weight("the")
    assert traits.weight("the_brace") == traits.weight("brace_laptop") > traits.weight("the_a")
