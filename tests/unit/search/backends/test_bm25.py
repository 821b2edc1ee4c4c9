from isthmus.corpus import DocumentId, Passage, PassageId
from isthmus.search import BM25, Thesaurus, stems

THESAURUS = Thesaurus.of([("brace", "corset")], [])


def index(*texts: tuple[str, str | None]) -> BM25:
    rows = [(PassageId(str(at)), text, heading) for at, (text, heading) in enumerate(texts)]
    return BM25.build(
        Passage(key, DocumentId(key), 0, len(text.encode()), text, heading, ()) for key, text, heading in rows
    )


def order(backend: BM25, text: str) -> list[str]:
    return [hit.passage for hit in backend.rank(THESAURUS.query(THESAURUS.concepts(stems(text))), 9)]


def test_the_word_of_the_asker_counts_more_than_its_synonym() -> None:
    assert order(index(("A corset helps.", None), ("A brace helps.", None)), "brace") == ["1", "0"]


def test_the_text_counts_more_than_the_heading() -> None:
    assert order(index(("It may help.", "Brace"), ("A brace helps.", None)), "brace") == ["1", "0"]


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    texts = [("The bone healed.", None)] * 5 + [("The ginkgo leaf.", None)]
    assert order(index(*texts), "bone ginkgo")[0] == "5"


def test_synonyms_together_do_not_add_up_to_two_matches() -> None:
    both, one_and_more = ("brace corset", None), ("brace heals", None)
    assert order(index(both, one_and_more), "corset heals")[0] == "1"
