from isthmus.condition import Condition
from isthmus.present.frame import frame_page


def test_the_frame_counts_what_its_pages_rest_on(condition: Condition) -> None:
    frame = frame_page(condition, "plain")
    evidence = condition.evidence
    assert (frame.claims, frame.sources, frame.disagreements) == (
        len(evidence.claims),
        len(evidence.sources),
        len(evidence.disagreements),
    )
    assert (frame.version, frame.sha256) == (condition.pathway.version, condition.pathway.sha256)
