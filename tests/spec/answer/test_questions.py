"""What is done with questions in many wordings, over the built-in knowledge."""

from itertools import pairwise
from pathlib import Path

import pytest
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer import Respondent
from isthmus.claims import Evidence
from isthmus.located import parse_yaml
from isthmus.search import stems
from isthmus.terms import ClaimId, StageId

FILE = Path(__file__).with_name("questions.yaml")
STAGES = [StageId("first-line"), StageId("second-line"), StageId("third-line")]


def questions() -> list[tuple[str, str]]:
    by_behaviour = parse_yaml(FILE.read_text(encoding="utf-8"), FILE.name).value.items()
    return [(question, behaviour) for behaviour, asked in by_behaviour for question in asked]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return built_in_condition().evidence


@pytest.fixture(scope="module")
def respondent() -> Respondent:
    return built_in_respondent()


@pytest.mark.parametrize(("question", "behaviour"), questions())
def test_each_question_is_treated_as_it_should_be(respondent: Respondent, question: str, behaviour: str) -> None:
    answer = respondent.ask(question)
    assert answer.behaviour == behaviour
    assert all(statement.citations for statement in answer.statements)
    assert bool(answer.disagreements) is (behaviour == "answer_with_disagreement")
    assert bool(answer.reason) is not behaviour.startswith("answer")


@pytest.mark.parametrize(
    "question",
    [
        "What is the treatment for a pars defect?",
        "How is spondylolysis treated?",
        "What are the treatment options for my son's stress fracture?",
        "what treatments are there",
    ],
)
def test_treatment_is_answered_in_the_order_of_its_stages(
    respondent: Respondent, evidence: Evidence, question: str
) -> None:
    statements = respondent.ask(question).statements
    stages = [statement.stage for statement in statements]
    assert list(dict.fromkeys(stages)) == STAGES
    topics = {stage.id: stage.topics for stage in evidence.lexicon.stages}
    for statement in statements:
        assert statement.stage is not None
        assert evidence.claims[statement.claim or ClaimId("")].topic in topics[statement.stage]
    assert all(2 <= stages.count(stage) <= 5 for stage in STAGES)


def test_the_first_treatment_is_the_first_stage_alone(respondent: Respondent) -> None:
    assert {statement.stage for statement in respondent.ask("What is the first treatment?").statements} == {STAGES[0]}


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("what is siatica?", "PD-026"),
        ("Does my son need a back brase?", "PD-078"),
        ("When is RTP allowed?", "PD-140"),
        ("how is fushion done", "PD-122"),
        ("What is bone oedema?", "PD-043"),
        ("my bottom is numb, is it corda equina?", "PD-145"),
        ("watchful waiting for a high-grade slip?", "PD-107"),
    ],
)
def test_lay_words_abbreviations_and_misspellings_of_the_glossary_are_understood(
    respondent: Respondent, question: str, claim: str
) -> None:
    assert claim in [statement.claim for statement in respondent.ask(question).statements]


@pytest.mark.parametrize(
    ("question", "ours"),
    [
        ("how do teenagers cope mentally with this?", True),
        ("squash with this?", True),
        ("which laptop is good for teenagers?", False),
        ("who won the squash?", False),
    ],
)
def test_who_is_treated_and_what_is_pointed_at_are_no_other_matter(
    respondent: Respondent, evidence: Evidence, question: str, *, ours: bool
) -> None:
    assert respondent.ask(question).reason == (evidence.guard.no_evidence if ours else evidence.guard.out_of_scope)


@pytest.mark.parametrize("question", ["what is a confidence interval", "what does my pt do"])
def test_a_term_without_claims_or_a_word_like_an_abbreviation_is_no_answer(
    respondent: Respondent, question: str
) -> None:
    assert respondent.ask(question).behaviour == "abstain"


def test_every_disagreement_can_be_asked_for(evidence: Evidence) -> None:
    points = {facet.point for facet in evidence.facets.rows}
    assert set(evidence.disagreements) - points == set()


def test_every_topic_of_a_claim_and_every_question_to_ask_next_is_answered(
    respondent: Respondent, evidence: Evidence
) -> None:
    unanswered = {t.ask for t in evidence.lexicon.topics if not respondent.ask(t.ask).behaviour.startswith("answer")}
    assert unanswered == set()


def test_no_two_rows_of_synonyms_share_a_stem(evidence: Evidence) -> None:
    lexicon = evidence.lexicon
    rows = [lexicon.condition.words, *(row.words for row in lexicon.synonyms), *((word,) for word in lexicon.elsewhere)]
    seen: dict[tuple[str, ...], str] = {}
    shared = []
    for row in rows:
        for entry in row:
            other = seen.setdefault(stems(entry), row[0])
            if other != row[0]:
                shared.append((entry, row[0], other))
    assert shared == []


@pytest.mark.parametrize(
    "question",
    [
        "How is a pars defect diagnosed?",
        "How is spondylolysis diagnosed?",
        "diagnosis of spondylolysis",
        "What tests are there for spondylolysis?",
        "how do you test for a pars fracture",
        "How is a pars defect found?",
        "what is the work-up for suspected spondylolysis",
        "how can you tell it is a stress fracture and not a muscle strain",
        "Is there a physical test for spondylolysis?",
    ],
)
def test_how_it_is_found_out_is_told_by_examination_and_scans_and_not_by_treatment(
    respondent: Respondent, evidence: Evidence, question: str
) -> None:
    told = [evidence.claims[said.claim].topic for said in respondent.ask(question).statements if said.claim]
    assert told
    assert set(told) <= {"examination", "imaging"}


def test_what_answers_one_of_several_questions_stands_together(respondent: Respondent) -> None:
    asked = [one.question for one in respondent.ask("Is it dangerous and how long until he can play?").statements]
    assert len([asked[0], *(one for before, one in pairwise(asked) if before != one)]) == len(set(asked)) > 1


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What are the risks of surgery?", {"PD-120", "PD-126", "PD-113"}, {"PD-094"}),
        ("What might go wrong if they fuse my back?", {"PD-120", "PD-126"}, {"PD-094"}),
        ("What are the risks of an injection?", {"PD-094"}, {"PD-120"}),
        ("When may I drive after my fusion?", {"PD-132"}, set()),
        ("They fused my back. When may I drive?", {"PD-132"}, set()),
        ("What danger signs should I watch for in my 9 year old?", {"PD-146"}, {"PD-147"}),
        ("Which red flags matter in a man of 60?", {"PD-147"}, {"PD-146"}),
        ("Does spondylolisthesis ever make somebody incontinent?", {"PD-145"}, set()),
        ("Is a contrast agent needed when they do the MRI?", {"PD-040"}, set()),
        ("Is there a way to keep my club's gymnasts from getting a pars fracture?", {"PD-016", "PD-020"}, set()),
        ("If it isn't a pars defect, what else might be behind it?", {"PD-147"}, set()),
        ("Does she have to stop all sports for now?", {"PD-074", "PD-063"}, set()),
        ("Can grown-ups have a pars fracture as well?", {"PD-011"}, {"PD-040", "PD-041"}),
    ],
)
def test_a_question_is_answered_for_the_treatment_and_the_person_that_it_asks_about(
    respondent: Respondent, question: str, told: set[str], untold: set[str]
) -> None:
    said = {str(one.claim) for one in respondent.ask(question).statements}
    assert told <= said
    assert said.isdisjoint(untold)


@pytest.mark.parametrize(
    "question",
    [
        "May I drive a lorry with spondylolysis?",
        "Is it alright to have sex with a pars fracture?",
        "Should we ask for a second opinion on his pars defect?",
        "What should she eat so that her pars fracture heals?",
        "How should I sleep?",
        "Which type of specialist treats spondylolysis?",
        "Will my son make it as a professional with a pars defect?",
    ],
)
def test_what_the_claims_say_of_somebody_else_s_treatment_or_not_at_all_is_no_answer(
    respondent: Respondent, question: str
) -> None:
    answer = respondent.ask(question)
    assert (answer.behaviour, answer.statements) == ("abstain", ())


@pytest.mark.parametrize(
    ("thread", "question", "claim"),
    [
        (("What happens in a fusion?",), "When can I drive?", "PD-132"),
        (("What are the options for surgery?",), "what are the risks?", "PD-120"),
    ],
)
def test_a_treatment_that_was_spoken_of_before_is_still_meant(
    respondent: Respondent, thread: tuple[str, ...], question: str, claim: str
) -> None:
    assert claim in {one.claim for one in respondent.ask(question, thread=thread).statements}
