import hashlib
from dataclasses import replace

import pytest

from isthmus.answer.model import Citation, Statement
from isthmus.answer.verify import Stored
from isthmus.claims import Evidence
from isthmus.corpus import Document, DocumentId
from isthmus.terms import ClaimId, SourceId

TEXT = "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}rzte sagen: rest first. Then more."
QUOTE = "rest first."
START = len(TEXT[: TEXT.index(QUOTE)].encode())
HASH = hashlib.sha256(TEXT.encode()).hexdigest()
DOCUMENT = Document(DocumentId("a"), "A page", HASH, "text/plain", "a.txt", text=TEXT)
CITED = Citation(SourceId("a"), "A page", None, None, None, "a", START, START + len(QUOTE), QUOTE)
SAID = Statement(QUOTE, None, None, (CITED,))
CLAIM = "Rest comes first and lasts three months."
FROM_CLAIM = Citation(SourceId("A20"), "Title", None, None, None, None, None, None, CLAIM)
CLAIMED = Statement(CLAIM, None, ClaimId("PD-2"), (FROM_CLAIM,))


@pytest.fixture
def stored(evidence: Evidence) -> Stored:
    return Stored(evidence, {"a": DOCUMENT}.get)


def test_a_sentence_stands_in_its_document_to_the_byte(stored: Stored) -> None:
    assert stored.holds(SAID)
    assert stored.holds(SAID)  # from the bytes that were kept


@pytest.mark.parametrize(
    "cited",
    [
        replace(CITED, start=START + 1),
        replace(CITED, end=START + len(QUOTE) + 1),
        replace(CITED, start=None),
        replace(CITED, end=None),
        replace(CITED, document=None),
        replace(CITED, document="b"),
        replace(CITED, quote="Rest first."),
        replace(CITED, start=START - len(TEXT.encode()), end=START + len(QUOTE) - len(TEXT.encode())),
        replace(CITED, start=TEXT.index(QUOTE), end=TEXT.index(QUOTE) + len(QUOTE)),
    ],
)
def test_a_sentence_that_stands_elsewhere_is_refused(stored: Stored, cited: Citation) -> None:
    assert not stored.holds(replace(SAID, citations=(CITED, cited)))


def test_a_changed_sentence_is_refused(stored: Stored) -> None:
    assert not stored.holds(replace(SAID, text="Rest first!"))


def test_a_document_that_is_not_what_was_stored_is_refused(evidence: Evidence) -> None:
    changed = replace(DOCUMENT, text=TEXT.replace("Then", "Than"))
    stored = Stored(evidence, {"a": changed}.get)
    assert not stored.holds(SAID)
    assert not stored.holds(SAID)


def test_a_document_that_was_forgotten_is_no_longer_cited(evidence: Evidence) -> None:
    documents = {"a": DOCUMENT}
    stored = Stored(evidence, documents.get)
    assert stored.holds(SAID)
    del documents["a"]
    assert not stored.holds(SAID)


def test_only_so_many_documents_are_kept_in_mind(evidence: Evidence) -> None:
    documents = {f"d{n}": replace(DOCUMENT, id=DocumentId(f"d{n}")) for n in range(70)}
    stored = Stored(evidence, documents.get)
    assert all(stored.holds(replace(SAID, citations=(replace(CITED, document=name),))) for name in documents)
    assert len(stored._encoded) < len(documents)


def test_a_claim_stands_in_the_knowledge(stored: Stored) -> None:
    assert stored.holds(CLAIMED)


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
def test_a_claim_that_is_not_as_it_is_kept_is_refused(stored: Stored, statement: Statement) -> None:
    assert not stored.holds(statement)


def test_a_claim_known_from_memory_is_refused_whatever_it_says(evidence: Evidence) -> None:
    claims = {key: replace(claim, seen="memory") for key, claim in evidence.claims.items()}
    assert not Stored(replace(evidence, claims=claims), lambda _: None).holds(CLAIMED)


@pytest.mark.parametrize(("lead_in", "held"), [("sagen:", True), ("Never:", False), ("Then more.", False)])
def test_a_line_that_leads_in_stands_before_its_item(stored: Stored, lead_in: str, *, held: bool) -> None:
    assert stored.holds(replace(SAID, lead_in=lead_in)) is held


@pytest.mark.parametrize(
    ("under", "held"),
    [
        ((), True),
        (("sagen:",), True),
        (("\N{LATIN CAPITAL LETTER A WITH DIAERESIS}rzte sagen:", "Never"), False),
        (("Then more.",), False),
        (("rzte.",), False),
    ],
)
def test_a_heading_stands_before_what_stands_under_it(stored: Stored, under: tuple[str, ...], *, held: bool) -> None:
    assert stored.holds(replace(SAID, under=under)) is held


@pytest.mark.parametrize("between", ["\n", "\N{NO-BREAK SPACE}", "  "])
def test_a_heading_may_go_over_two_lines(evidence: Evidence, between: str) -> None:
    text = TEXT.replace(" sagen", f"{between}sagen")
    start = len(text[: text.index(QUOTE)].encode())
    document = replace(DOCUMENT, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    said = replace(SAID, citations=(replace(CITED, start=start, end=start + len(QUOTE)),), under=("rzte sagen:",))
    assert Stored(evidence, {"a": document}.get).holds(said)


def test_a_heading_may_be_marked_up_where_it_stands(evidence: Evidence) -> None:
    text = TEXT.replace("rzte sagen:", "rzte <b>sagen</b>:")
    start = len(text[: text.index(QUOTE)].encode())
    document = replace(DOCUMENT, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())
    said = replace(SAID, citations=(replace(CITED, start=start, end=start + len(QUOTE)),), under=("rzte sagen:",))
    assert Stored(evidence, {"a": document}.get).holds(said)
    assert not Stored(evidence, {"a": document}.get).holds(replace(said, under=("rzte nie:",)))
