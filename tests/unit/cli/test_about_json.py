from isthmus.cli.about_json import about_as_json
from isthmus.corpus import About, DocumentId, Library


def test_everything_known_of_a_document_is_said() -> None:
    about = About(DocumentId("a"), "A page", "0" * 64, "text/plain", "a.txt", authors=("A. One",), group="a")
    told = about_as_json(about, Library.in_memory())
    assert (told["id"], told["authors"], told["places"], told["corrected"]) == ("a", ["A. One"], [], [])
    named = set(About.__dataclass_fields__) - {"place"}
    assert named <= told.keys()
