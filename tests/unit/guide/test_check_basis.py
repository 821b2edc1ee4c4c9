from decimal import Decimal

import pytest
from tests.unit.guide.small import BASIS, written

from isthmus.guide.check_basis import Grounds, check_basis
from isthmus.guide.writing import Written
from isthmus.terms import ClaimId

GROUNDS = Grounds(BASIS, frozenset({ClaimId("PD-45")}), {"t_first": Decimal(3)})


def told(*texts: Written) -> list[str]:
    return [str(fault) for fault in check_basis(texts, GROUNDS)]


@pytest.mark.parametrize(
    "text",
    [
        written("In 15 studies 83.9% of 665 did well; the interval is 80 to 87 (95%), 2009.", "PD-1"),
        written("About 84 of 100 did well.", "PD-1", arithmetic=("84 = 83.9",)),
        written("That leaves 16 of 100.", "PD-1", arithmetic=("84 = 83.9", "16 = 100 - 84")),
        written("Care lasts three months.", "PD-2", parameters=("t_first",)),
        written("It grows in two stages at L5.", "PD-2"),
        written("Ask us.", about="plan"),
        written("A brace of 7 parts", kind="title"),
        written("Are you over 18?", kind="question"),
        written("A crack in a bone.", kind="definition"),
    ],
)
def test_a_text_that_stands_on_what_it_cites_is_in_order(text: Written) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (written("It heals."), "f.yaml:3: This sentence cites nothing. Add `claims`, or `about` to say why it needs none."),
        (written("It heals.", "PD-45"), "f.yaml:3: Claim `PD-45` is known from memory only and is never shown. Cite another claim, or leave the sentence out."),
        (written("It heals.", "PD-22"), "f.yaml:3: Claim `PD-22` does not exist. Did you mean `PD-2`?"),
        (written("It heals.", "PD-2", parameters=("t_frst",)), "f.yaml:3: Parameter `t_frst` does not exist. Did you mean `t_first`?"),
        (written("About 84 of 100 did well.", "PD-2"), "f.yaml:3: The number `84` stands in no claim or parameter cited here. Those give 2. Cite the claim that gives it, or add an `arithmetic` line."),
        (written("Three do.", about="plan"), "f.yaml:3: The number `Three` stands in no claim or parameter cited here. Cite the claim that gives it."),
        (written("84.", "PD-1", arithmetic=("84 = a",)), "f.yaml:3: The sum `84 = a` cannot be read. Write it as `16 = 100 - 84`."),
        (written("85.", "PD-1", arithmetic=("85 = 83.9",)), "f.yaml:3: The sum `85 = 83.9` does not come out. Mend it."),
        (written("5.", "PD-2", arithmetic=("5 = 2 + 3",)), "f.yaml:3: The sum `5 = 2 + 3` uses 3, which no cited claim gives. Those give 2. Cite the claim that gives it, or add an `arithmetic` line."),
        (written("A crack of 4 mm.", kind="definition"), "f.yaml:3: The number `4` stands in no claim or parameter cited here. Cite the claim that gives it."),
    ],
)  # fmt: skip
def test_a_text_without_its_ground_is_told(text: Written, fault: str) -> None:
    assert fault in told(text)


def test_a_hundred_is_the_base_of_a_number_and_not_a_number_by_itself() -> None:
    assert len(told(written("100 did well.", "PD-2"))) == 1
    assert told(written("2 of 100 did well.", "PD-2")) == []


def test_a_remedy_lists_no_more_numbers_than_can_be_read() -> None:
    (fault,) = told(written("99 did well.", "PD-1", "PD-2"))
    assert "Those give 2, 15, 80, 83.9, 87, 95, 665, 2009." in fault
