import pytest

from isthmus.corpus.media import media_type_of, without_gzip


@pytest.mark.parametrize(
    ("name", "said", "kind"),
    [
        ("a.html", "", "text/html"),
        ("a.HTM", "", "text/html"),
        ("a.jsonl", "", "application/x-ndjson"),
        ("a.nxml", "", "application/jats+xml"),
        ("a.mp4", "", ""),
        ("a", "", ""),
        ("a", "Application/PDF ", "application/pdf"),
        ("a.txt", "application/pdf", "application/pdf"),
        ("a.md", "text/plain", "text/markdown"),
        ("a.md", "application/octet-stream", "text/markdown"),
        ("a", "text/plain", "text/plain"),
        ("a", "text/xml", "application/jats+xml"),
        ("a.html", "image/png", ""),
    ],
)
def test_a_server_outranks_a_name_unless_it_knows_less(name: str, said: str, kind: str) -> None:
    assert media_type_of(name, said) == kind


@pytest.mark.parametrize(("name", "inner"), [("a.tgz", "a.tar"), ("a.tar.gz", "a.tar"), ("a.jsonl.GZ", "a.jsonl")])
def test_what_a_gzip_file_holds_is_told_by_its_name(name: str, inner: str) -> None:
    assert without_gzip(name) == inner
