from httpx import Client

from isthmus.condition import Handbook


def test_every_word_is_there_with_what_it_means_to_the_reader(client: Client, handbook: Handbook) -> None:
    plain, clinical = client.get("/glossary").text, client.get("/glossary?reader=surgeon").text
    assert plain.count("<dt>") == clinical.count("<dt>") == len(handbook.book.terms)
    assert "the medical name of a pars defect" in plain
    assert "the medical name of a pars defect" not in clinical
