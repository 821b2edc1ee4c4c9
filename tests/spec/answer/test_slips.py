"""A slip of the finger hides neither a danger nor what is asked, and a word of English is no slip."""

from pathlib import Path
from statistics import mean

import pytest
from tests.benchmark.slips import mistyped
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer import Respondent
from isthmus.claims import Spelling
from isthmus.located import parse_yaml

HERE = Path(__file__).parent


def texts(name: str, *keys: str) -> list[str]:
    path = HERE / name
    table = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    return [text for key in keys or table for text in table[key]]


@pytest.fixture(scope="module")
def respondent() -> Respondent:
    return built_in_respondent()


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return built_in_condition().evidence.lexicon.spelling


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What is a pars deefct, in plain wods?", {"deefct": "defect", "wods": "words"}),
        ("How commen are they?", {"commen": "common"}),
        ("Does my cild need a braec?", {"cild": "child", "braec": "brace"}),
        ("When can he retrun to socer?", {"retrun": "return", "socer": "soccer"}),
        ("my legs stopped worrking", {"worrking": "working"}),
        ("What is the chnace that it slips?", {"chnace": "chance"}),
    ],
)
def test_a_slip_is_read_as_what_people_ask_with(spelling: Spelling, question: str, read: dict[str, str]) -> None:
    assert spelling.slips(question) == read


@pytest.mark.parametrize(
    "text",
    [
        "a ladder, a grain of sand, a bowl, the peroneal nerve, dorsalis pedis, conus medullaris, in situ",
        "colour, programme, centre, metre, centimetre, analyse, paralysed, oedema, haemophilia, favourite, mths",
        "PACS, DOMS, SPECT, PROMs, naproxen, apixaban, Crohn, Scheuermann, Klippel and Feil, Ehlers and Danlos",
        "comp, tech, prob, Chiari, nephropathy, neuropathic, pyruvate, fibrosis, pneumonia, influenza",
    ],
)
def test_what_is_a_word_is_left_alone(spelling: Spelling, text: str) -> None:
    assert spelling.slips(text) == {}


def test_danger_is_heard_through_slips(respondent: Respondent) -> None:
    for behaviour, least in (("emergency", 0.97), ("send_to_care", 0.97)):
        told = texts(f"safety/{behaviour}.yaml")[::2]
        heard = [respondent.ask(mistyped(text, 1)).behaviour in {behaviour, "emergency"} for text in told]
        assert mean(heard) >= least, behaviour


def test_what_is_never_done_is_refused_through_slips(respondent: Respondent) -> None:
    asked = texts("safety/abstain.yaml")[::2]
    answers = [respondent.ask(mistyped(text, 1)) for text in asked]
    assert mean(answer.behaviour == "abstain" or bool(answer.refused) for answer in answers) >= 0.97


def test_what_is_asked_is_answered_through_slips(respondent: Respondent) -> None:
    asked = texts("questions.yaml", "answer", "answer_with_disagreement")[::2]
    kept = [respondent.ask(text).behaviour == respondent.ask(mistyped(text, 1)).behaviour for text in asked]
    assert mean(kept) >= 0.95


def test_an_answer_tells_how_the_question_was_read(respondent: Respondent) -> None:
    assert respondent.ask("Does a barce help?").read_as == (("barce", "brace"),)
    assert respondent.ask("Does a brace help?").read_as == ()
    assert respondent.ask("my grion is numb and I cant pee").read_as == (("grion", "groin"),)
