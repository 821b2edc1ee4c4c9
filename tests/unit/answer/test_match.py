import pytest

from isthmus.answer.match import Matcher
from isthmus.answer.traits import Traits
from isthmus.claims import Facet, Facets
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId


@pytest.fixture
def matcher(facets: Facets, thesaurus: Thesaurus) -> Matcher:
    return Matcher(facets.rows, Traits(thesaurus, "pars defect"), facets.personal)


def best(matcher: Matcher, question: str) -> list[str]:
    matches = sorted(matcher.matches(question), key=lambda match: (-match.score, match.facet.id))
    return [match.facet.id for match in matches]


@pytest.mark.parametrize(
    ("question", "facet"),
    [
        ("Would a corset help me?", "brace"),
        ("How long to rest", "rest"),
        ("Is smokin bad?", "smoking"),
        ("Must I have an operation?", "for-me"),
        ("When is an operation considered for people?", "when"),
        ("Must I have an operation or does smoking slow healing?", "smoking"),
        ("It hurts.\nI was told to rest. Does a brace help?", "brace"),
    ],
)
def test_what_is_asked_is_found_in_other_words(matcher: Matcher, question: str, facet: str) -> None:
    assert best(matcher, question)[0] == facet


def test_each_of_two_things_asked_in_one_sentence_is_found(matcher: Matcher) -> None:
    assert set(best(matcher, "Does an injection help, and how long does rest last?")[:2]) == {"injection", "rest"}


def test_the_best_match_scores_one_and_in_common_is_told_on_a_scale_of_its_own(matcher: Matcher) -> None:
    (short,) = [match for match in matcher.matches("steroid") if match.score == 1]
    (long,) = [match for match in matcher.matches("Is a steroid bad?") if match.score == 1]
    assert (short.facet.id, long.facet.id) == ("injection", "injection")
    assert long.strength > short.strength > 0


def test_a_question_with_nothing_in_common_matches_nothing(matcher: Matcher) -> None:
    assert {match.score for match in matcher.matches("xyzzy")} == {0.0}


def test_what_a_facet_speaks_of_is_told(matcher: Matcher, facets: Facets) -> None:
    brace = next(facet for facet in facets.rows if facet.id == "brace")
    assert "brace" in matcher.speaks_of(brace)
    assert matcher.rarities["brace"] > 0


def test_what_only_one_of_many_ways_to_ask_holds_is_no_meaning_of_it(thesaurus: Thesaurus) -> None:
    asks = ("Does a brace help on a bicycle?", *(f"Does a brace help in year {year}?" for year in range(40)))
    row = Facet("brace", (ClaimId("PD-3"),), asks)
    matcher = Matcher([row], Traits(thesaurus, "pars defect"))
    assert {"brace", "bicycl"} <= matcher.speaks_of(row)
    assert matcher.means(row) & {"brace", "bicycl"} == {"brace"}


def test_what_is_alike_in_every_way_stands_out_by_the_way_in_which_it_is_least_so(matcher: Matcher) -> None:
    least = {match.facet.id: match.least for match in matcher.matches("Is smoking bad?")}
    assert max(least, key=lambda facet: least[facet]) == "smoking"
    assert all(0 <= one <= 1 for one in least.values())
    assert {match.least for match in matcher.matches("xyzzy")} == {0.0}


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("does bracing help", False),
        ("does a corset help", True),
        ("Does a brace help?", True),
        ("Does a brace help in winter?", False),
        ("What does my brace do?", False),
        ("Does it?", False),
    ],
)
def test_a_question_is_known_that_is_asked_in_the_same_words(matcher: Matcher, question: str, *, known: bool) -> None:
    assert matcher.knows(question) is known
