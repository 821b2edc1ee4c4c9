from isthmus.condition import Handbook
from isthmus.present.pages.glossary import glossary_page


def test_every_term_is_told_once_in_the_order_of_the_alphabet_and_in_the_readers_register(whole: Handbook) -> None:
    plain, clinical = (glossary_page(whole, reader) for reader in ("patient", "surgeon"))
    told = [meaning.term for _, meanings in plain.letters for meaning in meanings]
    assert sorted(told) == sorted(term.term for term in whole.book.terms)
    assert [letter for letter, _ in plain.letters] == sorted({term[0].upper() for term in told})
    assert plain.letters != clinical.letters
