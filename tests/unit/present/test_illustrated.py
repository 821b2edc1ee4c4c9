from isthmus.condition import Condition
from isthmus.present.drawings import DrawingTold
from isthmus.present.glossary import glossary_of
from isthmus.present.illustrated import illustrate
from isthmus.present.told import Told
from isthmus.terms import ClaimId


def said(text: str, claim: str) -> Told:
    return Told(text, (ClaimId(claim),), (), None)


def test_a_drawing_follows_the_paragraph_of_its_sentence_and_shares_its_marks(condition: Condition) -> None:
    text = [[said("One.", "PD-001"), said("Two.", "PD-002")], [said("Three.", "PD-003")]]
    first = DrawingTold("first", (), (said("A caption.", "PD-004"),))
    last = DrawingTold("last", (), (said("Another.", "PD-001"),))
    drawn = {1: (first,), 2: (last,)}
    blocks, shown = illustrate(text, drawn, condition.evidence, glossary_of(condition.terms, "plain"))
    assert [[marked.told.text for marked in block.sentences] for block in blocks] == [["One.", "Two."], ["Three."]]
    assert [(each.after, each.drawing.name) for each in shown] == [(0, "first"), (1, "last")]
    numbers = [note.number for block in (*blocks, *(each.caption for each in shown)) for note in block.notes]
    assert numbers == [1, 2, 4, 3]
    assert shown[1].caption.sentences[0].notes[0].number == 1


def test_without_drawings_the_text_stays_as_it_is(condition: Condition) -> None:
    blocks, shown = illustrate([[said("One.", "PD-001")]], {}, condition.evidence, glossary_of((), "plain"))
    assert (len(blocks), shown) == (1, ())
