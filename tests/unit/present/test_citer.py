from isthmus.condition import Condition
from isthmus.present.citer import Citer
from isthmus.present.sources import cite, list_sources


def test_sentences_carry_the_numbers_of_their_sources_and_safety_notices_none(condition: Condition) -> None:
    words = next(iter(condition.pathway.wordings.values()))
    said = [sentence for action in words.actions.values() for sentence in action.says][:40]
    claims = [claim for sentence in said for claim in sentence.claims]
    citer = Citer(list_sources(cite(claims, condition.evidence), condition.evidence), condition.evidence)
    shown = citer.all(said)
    assert [sentence.text for sentence in shown] == [sentence.text for sentence in said]
    assert [bool(sentence.marks) for sentence in shown] == [bool(sentence.claims) for sentence in said]
    assert citer.one(said[0]) == shown[0]
