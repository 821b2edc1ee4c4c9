import pytest

from isthmus.present.tone import Tone, tone_of


@pytest.mark.parametrize(
    ("stage", "weeks", "tone"),
    [
        ("safety", (0, 0), "emergency"),
        ("safety", (0, 1), "urgent"),
        ("safety", None, "emergency"),
        ("questions", (0, 0), "question"),
        ("first-line", (4, 6), "ordinary"),
        ("surgery", None, "ordinary"),
    ],
)
def test_how_loud_an_action_is_said_follows_from_its_stage_and_its_review(
    stage: str, weeks: tuple[int, int] | None, tone: Tone
) -> None:
    assert tone_of(stage, weeks) == tone
