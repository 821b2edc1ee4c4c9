"""How strong a claim's sources are: how they were made, how many independent ones there are, how far they were read."""

from isthmus.claims import Claim, Evidence, Words, count_independent

__all__ = ["strength"]

_READ = {"stored_page": 1.0, "stored_page_secondary": 0.5, "seed": 0.0, "memory": 0.0}
_GRADE = 2.0
_WITNESSES = 0.25
_MOST_WITNESSES = 3


def strength(claim: Claim, evidence: Evidence) -> float:
    """Rate what a claim rests on, to say the strongest first.

    A step up the rows of grades of the lexicon counts most, then how far the sources were read, then each further
    independent witness; copied text and one group of patients are one witness.
    """
    grades = evidence.lexicon.grades
    words = Words.of(claim.source_grade or "")
    grade = next((len(grades) - at for at, row in enumerate(grades) if any(w.found_in(words) for w in row)), 0)
    witnesses = count_independent(evidence.sources[source] for source in claim.sources)
    return _GRADE * grade + _READ[claim.seen] + _WITNESSES * min(witnesses, _MOST_WITNESSES)
