from tests.unit.knowledge import PATHWAY


def test_every_audience_has_a_title_for_every_action() -> None:
    for wording in PATHWAY.wordings.values():
        assert set(wording.actions) == set(PATHWAY.actions)
        assert all(words.title for words in wording.actions.values())
