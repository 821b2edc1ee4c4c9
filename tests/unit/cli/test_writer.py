from isthmus.answer import ChatWriter
from isthmus.cli.writer import load_writer
from isthmus.settings import read_writer

NAMED = {"ISTHMUS_WRITER_URL": "http://127.0.0.1:8080/v1", "ISTHMUS_WRITER_MODEL": "tiny", "ISTHMUS_WRITER_KEY": "k"}


def test_nothing_writes_unless_it_is_named() -> None:
    assert load_writer(read_writer({})) is None


def test_the_writer_that_is_named_writes() -> None:
    assert load_writer(read_writer(NAMED)) == ChatWriter("http://127.0.0.1:8080/v1", "tiny", "k")
