from dataclasses import replace

import pytest

from isthmus.answer.model import Citation, Statement
from isthmus.answer.verify import holds
from isthmus.claims import Evidence
from isthmus.corpus import Document, DocumentId
from isthmus.terms import ClaimId, SourceId

TEXT = "Ärzte sagen: rest first. Then more."
QUOTE = "rest first."
START = len(TEXT[: TEXT.index(QUOTE)].encode())
DOCUMENT = Document(DocumentId("a.txt"), "A page", "0" * 64, "text/plain", "a.txt", text=TEXT)
CITED = Citation(SourceId("a.txt"), "A page", None, None, None, "a.txt", START, START + len(QUOTE), QUOTE)
SAID = Statement(QUOTE, None, None, (CITED,))
CLAIM = "Rest comes first and lasts three months."
FROM_CLAIM = Citation(SourceId("A20"), "Title", None, None, None, None, None, None, CLAIM)
CLAIMED = Statement(CLAIM, None, ClaimId("PD-2"), (FROM_CLAIM,))


def test_a_sentence_stands_in_its_document_to_the_byte(evidence: Evidence) -> None:
    assert holds(SAID, evidence, {"a.txt": DOCUMENT})


@pytest.mark.parametrize(
    "cited",
    [
        replace(CITED, start=START + 1),
        replace(CITED, end=START + len(QUOTE) + 1),
        replace(CITED, start=None),
        replace(CITED, end=None),
        replace(CITED, document=None),
        replace(CITED, document="b.txt"),
        replace(CITED, quote="Rest first."),
        replace(CITED, start=TEXT.index(QUOTE), end=TEXT.index(QUOTE) + len(QUOTE)),
    ],
)
def test_a_sentence_that_stands_elsewhere_is_refused(evidence: Evidence, cited: Citation) -> None:
    assert not holds(replace(SAID, citations=(CITED, cited)), evidence, {"a.txt": DOCUMENT})


def test_a_changed_sentence_is_refused(evidence: Evidence) -> None:
    assert not holds(replace(SAID, text="Rest first!"), evidence, {"a.txt": DOCUMENT})


def test_a_claim_stands_in_the_knowledge(evidence: Evidence) -> None:
    assert holds(CLAIMED, evidence, {})


@pytest.mark.parametrize(
    "statement",
    [
        replace(CLAIMED, citations=()),
        replace(CLAIMED, claim=ClaimId("PD-99")),
        replace(CLAIMED, text="Rest never helps."),
        replace(CLAIMED, citations=(replace(FROM_CLAIM, source=SourceId("C20")),)),
        replace(CLAIMED, citations=(replace(FROM_CLAIM, quote="Rest."),)),
    ],
)
def test_a_claim_that_is_not_as_it_is_kept_is_refused(evidence: Evidence, statement: Statement) -> None:
    assert not holds(statement, evidence, {})


@pytest.mark.parametrize(("lead_in", "held"), [("sagen:", True), ("Never:", False), ("Then more.", False)])
def test_a_line_that_leads_in_stands_before_its_item(evidence: Evidence, lead_in: str, *, held: bool) -> None:
    assert holds(replace(SAID, lead_in=lead_in), evidence, {"a.txt": DOCUMENT}) is held
