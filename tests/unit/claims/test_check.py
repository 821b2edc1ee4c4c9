from isthmus.claims import Claim, Disagreement, Source
from isthmus.claims.check import Entry, Shelf, check_evidence
from isthmus.located import Located
from isthmus.terms import ClaimId, DisagreementId, SourceId, TopicId

NO_SOURCES: Shelf[Source] = Shelf([], ["KLEIN09"], whole=False)
NO_DISAGREEMENTS: Shelf[Disagreement] = Shelf([], ["D01"], whole=False)


def shelf(claim: Claim) -> Shelf[Claim]:
    return Shelf([Entry(claim, Located("claims.yaml", None, {(): 3}))], [claim.id], whole=True)


def test_what_could_not_be_taken_in_still_exists() -> None:
    claim = Claim(
        ClaimId("PD-001"), TopicId("t"), "It heals.", (SourceId("KLEIN09"),), "seed", (), (DisagreementId("D01"),)
    )
    assert list(check_evidence(NO_SOURCES, shelf(claim), NO_DISAGREEMENTS, ["t"])) == []


def test_a_part_that_is_not_there_is_told_at_the_line_of_its_entry() -> None:
    claim = Claim(ClaimId("PD-001"), TopicId("t"), "It heals.", (), "seed")
    (fault,) = check_evidence(NO_SOURCES, shelf(claim), NO_DISAGREEMENTS, None)
    assert str(fault) == "claims.yaml:3: Claim `PD-001` has no source. Name at least one."


def test_two_entries_on_one_line_do_not_hide_that_they_share_an_id() -> None:
    claim = Claim(ClaimId("PD-001"), TopicId("t"), "It heals.", (SourceId("KLEIN09"),), "seed")
    (entry,) = shelf(claim).entries
    twins = Shelf([entry, entry], [claim.id] * 2, whole=True)
    (fault,) = check_evidence(NO_SOURCES, twins, NO_DISAGREEMENTS, None)
    assert fault.what == "The id `PD-001` is already used at claims.yaml:3."
