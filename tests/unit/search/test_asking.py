import pytest

from isthmus.search.asking import Question, cues


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many rowers were followed?", "amount"),
        ("What was the rate of healing?", "amount"),
        ("When did the study start?", "time"),
        ("Who led the study?", "person"),
        ("Why did pain fall?", "reason"),
        ("How is a brace worn?", "way"),
        ("What is a stress injury?", "definition"),
        ("What are the signs?", "several"),
        ("What did the authors conclude?", "finding"),
        ("What did the authors conclude?", "conclusion"),
        ("What was the aim of the study?", "aim"),
        ("How was the study conducted?", "method"),
        ("What were the results?", "result"),
        ("In which country did they live?", "whereabouts"),
        ("Where did they live?", "whereabouts"),
        ("How old were they?", "age"),
        ("For what period were they seen?", "duration"),
        ("What percentage went back?", "share"),
        ("Does a brace help?", "whether"),
        ("What type of brace was worn?", "which"),
        ("What bones are affected?", "which"),
        ("What is the effect of rest?", "role"),
        ("What are the symptoms?", "symptom"),
        ("What is a brace used for?", "tool"),
        ("What is the advantage of rest?", "merit"),
        ("What is rest?", "what"),
    ],
)
def test_the_form_of_a_question_tells_what_it_asks_for(question: str, kind: str) -> None:
    assert kind in Question.of(question).kinds


def test_how_many_asks_for_an_amount_and_not_for_a_way() -> None:
    assert "way" not in Question.of("How many weeks?").kinds


def test_words_that_say_nothing_do_not_narrow_a_question() -> None:
    assert Question.of("What is the effect of a brace on a brace?").terms == ("effect", "brace")


def test_a_question_of_such_words_alone_keeps_them() -> None:
    assert Question.of("What is it?").terms == ("what", "is", "it")


def test_what_must_be_met_as_it_is_written_is_kept_so() -> None:
    asked = Question.of("Is HIV-1 the cause in 2019, or SARS?")
    assert asked.exact == {"HIV-1", "2019", "SARS"}
    assert asked.acronyms == {"HIV-1", "SARS"}
    assert asked.digits == {"1", "2019"}


def test_runs_of_letters_are_of_the_words_that_narrow() -> None:
    assert Question.of("the brace").grams == {" bra", "brac", "race", "ace "}


def test_every_kind_and_cue_has_words() -> None:
    known = cues()
    assert all(known.words.values())
    assert all(known.stems.values())
    assert "the" in known.plain
    assert known.plain_stems
