from dataclasses import replace

from tests.built_in import built_in_adviser

from isthmus.answer import Answer, Statement
from isthmus.condition import Condition
from isthmus.present import answer_page, ask_page
from isthmus.terms import AudienceId, StageId

WHOLE = "What is the treatment for a pars defect?"


def test_the_box_keeps_a_question_and_says_what_is_wrong_with_it(condition: Condition) -> None:
    page = ask_page(condition, question="typed", error="Write less.")
    assert (page.question, page.error) == ("typed", "Write less.")


def test_the_box_offers_a_question_for_each_topic(condition: Condition) -> None:
    assert len(ask_page(condition).topics) == len(condition.evidence.lexicon.topics)


def test_stages_stand_in_the_order_of_the_answer_under_their_titles(condition: Condition) -> None:
    answer = built_in_adviser().ask(WHOLE)
    page = answer_page(answer, condition)
    titles = {stage.id: stage.title for stage in condition.evidence.lexicon.stages}
    met = list(dict.fromkeys(statement.stage for statement in answer.statements))
    assert [stage.title for stage in page.stages] == [titles[stage] if stage else None for stage in met]


def test_every_sentence_shows_a_source_that_is_listed(condition: Condition) -> None:
    page = answer_page(built_in_adviser().ask(WHOLE), condition)
    numbers = {source.number for source in page.sources}
    for stage in page.stages:
        for sentence in stage.sentences:
            assert len(sentence.marks) > 0
            assert {mark.number for mark in sentence.marks} <= numbers


def test_a_sentence_of_no_stage_has_no_title(condition: Condition) -> None:
    statement = Statement("Words.", None, None, ())
    other = replace(statement, stage=StageId("odd"))
    answer = Answer("What?", AudienceId("patient"), "answer", None, (statement, other), (), (), "Not reviewed.")
    page = answer_page(answer, condition)
    assert [stage.title for stage in page.stages] == [None, "odd"]


def test_each_side_of_a_disagreement_shows_its_sources(condition: Condition) -> None:
    disagreements = tuple(condition.evidence.disagreements.values())
    answer = Answer("What?", AudienceId("patient"), "answer_with_disagreement", None, (), disagreements, (), "No.")
    page = answer_page(answer, condition)
    for split, disagreement in zip(page.splits, disagreements, strict=True):
        assert [len(row.marks) for row in split.rows] == [len(side.sources) for side in disagreement.positions]


def test_what_was_read_is_shown_with_the_words_that_say_so(condition: Condition) -> None:
    question = "My 14 year old has no fever. She has had no scans yet and has a bilateral defect. Does a brace help?"
    page = answer_page(built_in_adviser().ask(question), condition)
    assert [(fact.label, fact.value, fact.said) for fact in page.facts] == [
        ("age", "14\N{NO-BREAK SPACE}years", "My 14 year old"),
        ("the list of scans made", "none", "has had no scans yet"),
        ("side of the defect", "Both sides", "bilateral defect"),
        ("fever or suspected infection", "no", "fever"),
    ]
