"""What is done with stories, in which the question, the patient and a danger sign stand far apart."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from tests.built_in import built_in_respondent

from isthmus.answer import Respondent
from isthmus.located import parse_yaml

FILE = Path(__file__).with_name("stories.yaml")
STORIES: Mapping[str, Mapping[str, Sequence[str]]] = parse_yaml(FILE.read_text(encoding="utf-8"), FILE.name).value
ROWS = [
    (behaviour, story)
    for behaviours in STORIES.values()
    for behaviour, stories in behaviours.items()
    for story in stories
]


@pytest.fixture(scope="module")
def respondent() -> Respondent:
    return built_in_respondent()


@pytest.mark.parametrize(("behaviour", "story"), ROWS)
def test_a_story_is_met_by_what_it_asks_and_by_the_gravest_that_it_tells(
    respondent: Respondent, behaviour: str, story: str
) -> None:
    assert respondent.ask(story).behaviour == behaviour
