from isthmus.answer.keys import keys_of
from isthmus.search import Thesaurus


def test_a_text_is_read_without_its_filler(thesaurus: Thesaurus) -> None:
    assert keys_of("What is the corset for?", thesaurus) == {"brace"}
