import pytest

from isthmus.condition import Condition
from isthmus.present.glossary import Glossary, glossary_of
from isthmus.present.notes import Block, Marked, Worded, annotate, figures_of
from isthmus.present.told import Told
from isthmus.terms import ClaimId


def told(text: str, *claims: str) -> Told:
    return Told(text, tuple(map(ClaimId, claims)), (), None)


def words(parts: tuple[Worded, ...]) -> str:
    return "".join(part.opens + part.text + part.closes for part in parts)


@pytest.fixture(scope="module")
def glossary(condition: Condition) -> Glossary:
    return glossary_of(condition.terms, "plain")


def test_a_claim_has_one_number_on_a_page_and_its_note_stands_where_it_is_first_met(condition: Condition) -> None:
    page = [[told("One.", "PD-014"), told("Two.", "PD-006")], [told("Three.", "PD-006", "PD-014")], [told("Ask.")]]
    blocks = annotate(page, condition.evidence)
    assert [[note.claim for note in block.notes] for block in blocks] == [["PD-014", "PD-006"], [], []]
    assert [note.number for note in blocks[1].sentences[0].notes] == [2, 1]
    assert [block.start for block in blocks] == [0, 2, 3]


def test_a_note_tells_the_claim_its_sources_how_far_each_was_read_and_who_disagrees(condition: Condition) -> None:
    (block,) = annotate([[told("One.", "PD-014")]], condition.evidence)
    (note,) = block.notes
    claim = condition.evidence.claims[ClaimId("PD-014")]
    assert note.says == claim.text
    assert [source.extent for source in note.sources] == [
        condition.evidence.sources[source].extent for source in claim.sources
    ]
    assert [dispute.id for dispute in note.disputes] == list(claim.disagreements)


def test_copies_of_one_text_are_one_witness(condition: Condition) -> None:
    blocks = annotate([[told("One.", claim)] for claim in condition.evidence.claims], condition.evidence)
    notes = [note for block in blocks for note in block.notes]
    assert all(1 <= note.witnesses <= len(note.sources) for note in notes)
    assert any(note.witnesses < len(note.sources) for note in notes)


@pytest.mark.parametrize("name", ["PD-045", "PD-051", "PD-052", "PD-069", "PD-109", "PD-110", "PD-999"])
def test_what_is_not_on_file_gets_no_mark(name: str, condition: Condition) -> None:
    (block,) = annotate([[told("One.", name)]], condition.evidence)
    assert (block.notes, block.sentences[0].notes) == ((), ())


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("The pars cracks.", "cracks."),
        ("It is a pars defect.", "pars defect."),
        ("Found at L5, by MRI", "MRI"),
        ("No.", "No."),
        ("Grade II is up to 50%. Above is more", "more"),
    ],
)
def test_a_mark_is_never_parted_from_the_last_word(
    text: str, tail: str, condition: Condition, glossary: Glossary
) -> None:
    (block,) = annotate([[told(text)]], condition.evidence, glossary)
    (sentence,) = block.sentences
    assert words(sentence.tail) == tail
    assert words(sentence.body) + words(sentence.tail) == text


def test_a_word_is_told_where_the_page_uses_it_first(condition: Condition, glossary: Glossary) -> None:
    page = [[told("A vertebra has a pars.")], [told("The pars of a vertebra, in spondylolysis.")]]
    first, second = annotate(page, condition.evidence, glossary)
    assert [[word.text for word in block.words] for block in (first, second)] == [
        ["vertebra", "pars"],
        ["spondylolysis"],
    ]
    assert [part.text for part in _terms(first)] == ["vertebra", "pars"]
    assert [part.text for part in _terms(second)] == ["spondylolysis"]


def test_a_term_keeps_the_signs_around_it(condition: Condition, glossary: Glossary) -> None:
    (block,) = annotate([[told("A crack (spondylolysis), with L5: then a slip? Yes.")]], condition.evidence, glossary)
    assert [(part.opens, part.text, part.closes) for part in _terms(block)] == [
        ("(", "spondylolysis", "),"),
        ("", "L5", ":"),
        ("", "slip", "?"),
    ]


def _terms(block: Block) -> list[Worded]:
    sentences: tuple[Marked, ...] = block.sentences
    return [part for sentence in sentences for part in (*sentence.body, *sentence.tail) if part.word]


def test_figures_are_said_with_who_was_counted(condition: Condition) -> None:
    first, *_ = figures_of(condition.evidence.claims[ClaimId("PD-006")])
    assert (first.amount, first.n, first.year) == ("4.4%", 500, 1984)
