from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from isthmus.claims import Claim, Figure, Position, Source
from isthmus.terms import ClaimId, SourceId, TopicId


def test_what_is_known_cannot_be_changed_after_it_was_read() -> None:
    claim = Claim(ClaimId("PD-001"), TopicId("definition"), "It is a crack.", (SourceId("A"),), "stored_page")
    with pytest.raises(FrozenInstanceError):
        claim.text = "It is not."  # type: ignore[misc] # the mistake under test


def test_what_was_not_seen_on_a_source_is_none() -> None:
    source = Source(SourceId("A"), "A page", "seed", "whole page", "not stated")
    assert (source.authors, source.publisher, source.year, source.url, source.doi, source.pmid) == (None,) * 6


def test_numbers_keep_the_digits_they_were_written_with() -> None:
    assert str(Figure("union", "%", value=Decimal("28.0")).value) == "28.0"


def test_a_position_without_a_plain_figure_has_no_numbers() -> None:
    position = Position("not well defined", (SourceId("A"),))
    assert (position.low, position.high, position.unit, position.n) == (None,) * 4
