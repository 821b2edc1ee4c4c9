import json

import pytest

from isthmus.corpus.readers.records import read
from isthmus.errors import MalformedText


def record(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_a_question_is_the_title_and_its_answer_the_text() -> None:
    (reading,) = read(
        record(
            id="a-1",
            publisher="A library of health",
            url="https://example.org/rest",
            focus="Rest",
            synonyms=["Repose"],
            question_type="treatment",
            question="Does rest help?",
            answer="It helps\n    most people.",
        ),
        "q.jsonl#1",
    )
    assert (reading.title, reading.text, reading.kind) == ("Does rest help?", "It helps\n    most people.", "questions")
    assert (reading.publisher, reading.url) == ("A library of health", "https://example.org/rest")


@pytest.mark.parametrize(
    ("fields", "title", "text"),
    [
        ({"title": "Rest", "text": "It helps."}, "Rest", "It helps."),
        ({"document_id": 7, "text": "Rest in the young\n\nIt helps.", "questions": [{}]}, "Rest in the young", None),
        ({"content": "It helps."}, "q", "It helps."),
        ({"question": "Why?", "text": "", "body": "It helps."}, "Why?", "It helps."),
    ],
)
def test_a_title_and_a_text_may_go_by_other_names(fields: dict[str, object], title: str, text: str | None) -> None:
    (reading,) = read(record(**fields), "c/q.jsonl")
    assert (reading.title, reading.text) == (title, text or fields["text"])


def test_each_of_several_answers_is_a_reading() -> None:
    content = record(
        question="Why?", answers=["It hurts.", {"text": "It heals.", "url": "https://example.org/b"}, 7, ""]
    )
    assert [(r.title, r.text, r.url) for r in read(content, "q.jsonl#1")] == [
        ("Why?", "It hurts.", None),
        ("Why?", "It heals.", "https://example.org/b"),
    ]


SAID = "Most people rest for sixteen weeks, and then begin again."


@pytest.mark.parametrize(
    "fields",
    [
        {"answers": []},
        {"answers": [{"text": "sixteen weeks"}]},
        {"answers": [{"text": "sixteen weeks"}, "people"]},
        {"answers": {"text": ["sixteen weeks"], "answer_start": [21]}},
        {"answer": "sixteen weeks"},
    ],
)
def test_an_answer_that_is_only_marked_in_a_text_gives_that_text(fields: dict[str, object]) -> None:
    (reading,) = read(record(question="How long?", context=SAID, **fields), "q.jsonl#1")
    assert (reading.title, reading.text, reading.kind) == ("How long?", SAID, "other")


def test_an_answer_in_words_of_its_own_stays_the_text() -> None:
    found = read(record(question="How long?", context=SAID, answers=["For months.", {"text": "weeks"}]), "q.jsonl#1")
    assert [(reading.text, reading.kind) for reading in found] == [("For months.", "questions"), (SAID, "other")]


def test_an_answer_is_marked_where_its_words_stand_and_not_within_another_word() -> None:
    (reading,) = read(record(question="Does it?", context="Yesterday it did.", answer="Yes"), "q.jsonl#1")
    assert (reading.text, reading.kind) == ("Yes", "questions")


def test_a_text_that_is_marked_up_is_read_as_the_page_it_was() -> None:
    page = "<p>A brace is <b>not</b> needed.</p><h2>Myths</h2><p>Magnets heal.</p>"
    for field in (page, {"rendered": page, "protected": False}):
        (reading,) = read(record(title={"rendered": "Rest &amp; braces"}, content=field), "q.jsonl#1")
        assert (reading.title, reading.media_type) == ("Rest & braces", "text/html")
        assert reading.text == "A brace is not needed.\n\nMyths\n\nMagnets heal."
        assert reading.headings == ((reading.text.index("Myths"), 2),)


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"retracted": True}, "Retracted: Rest"),
        ({"is_retracted": "yes"}, "Retracted: Rest"),
        ({"retracted": False}, "Rest"),
        ({"retracted": "no"}, "Rest"),
        ({"retracted": None}, "Rest"),
    ],
)
def test_a_record_that_was_taken_back_says_so_in_its_title(fields: dict[str, object], title: str) -> None:
    assert read(record(title="Rest", text="It heals.", **fields), "q.jsonl#1")[0].title == title


def test_a_list_within_a_record_is_told_how_to_stand() -> None:
    with pytest.raises(MalformedText, match=r"; of several records make a list, `\[\{\.\.\.\}, \{\.\.\.\}\]`\.$"):
        read(b'{"data": [{"text": "It heals."}]}', "a.json")


def test_of_a_list_with_bad_records_the_good_ones_are_read_and_each_bad_one_is_named() -> None:
    found = read(
        b'[{"text": "a"}, {"title": "b"}, 7, {"text": "x\\u0001"}, {"text": "c\\ud800"}, {"text": "d"}]', "a.json"
    )
    assert [reading.text for reading in found] == ["a", "", "", "", "", "d"]
    assert [(one.fault.where, one.fault.what) for one in found if one.fault] == [
        ("a.json#2", "There is neither an answer nor a text in this record."),
        ("a.json#3", "There is neither an answer nor a text in this record."),
        ("a.json#4", "There are characters in it that no text may hold."),
        ("a.json#5", "It holds half a character."),
    ]


def test_of_a_list_with_nothing_but_bad_records_the_first_are_named_and_the_others_counted() -> None:
    with pytest.raises(MalformedText) as caught:
        read(b"[" + b"7," * 1_500 + b"7]", "a.json")
    assert [fault.where for fault in caught.value.faults][::10] == ["a.json#1", "a.json#11", "a.json"]
    assert caught.value.faults[-1].what == "1,481 more of its records could not be read."


def test_where_json_breaks_off_is_told() -> None:
    with pytest.raises(MalformedText, match=r"a\.json:2:10: This is not JSON"):
        read(b'[{"text": "a"},\n{"text": "b]', "a.json")


def test_the_first_field_that_can_be_used_is() -> None:
    content = record(text="a", date="May 2024", year=2024, url="n/a", link="https://example.org/a")
    (reading,) = read(content, "q.jsonl#1")
    assert (reading.published, reading.year, reading.url) == ("2024", 2024, "https://example.org/a")


def test_a_file_may_be_a_list_of_records() -> None:
    assert [reading.text for reading in read(b'[{"text": "a"}, {"text": "b"}]', "a.json")] == ["a", "b"]


def test_what_is_said_of_its_origin_is_taken_over_where_it_is_plain() -> None:
    content = record(
        text="a", date="2019-03-07", authors="A. Smith; B. Jones", license="CC BY 4.0", language="en", url="no address"
    )
    (reading,) = read(content, "q.jsonl#1")
    assert (reading.published, reading.year, reading.authors) == ("2019-03-07", 2019, ("A. Smith", "B. Jones"))
    assert (reading.licence, reading.language, reading.url) == ("CC BY 4.0", "en", None)
    (reading,) = read(record(text="a", author=[{"name": "A. Smith"}, "B. Jones"]), "q.jsonl#1")
    assert reading.authors == ("A. Smith", "B. Jones")
    (reading,) = read(record(text="a", year=2020, authors=["A. Smith", 7], publisher={"name": "x"}), "q.jsonl#1")
    assert (reading.year, reading.authors, reading.publisher) == (2020, ("A. Smith",), None)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"{", "This is not JSON."),
        (b"[" * 100_000, "This is not JSON."),
        (b'{"a": ' + b"9" * 10_000 + b"}", "This is not JSON."),
        (b'{"title": "Rest"}', "There is neither an answer nor a text in this record."),
        (b'{"answers": []}', "There is neither an answer nor a text in this record."),
        (b"[]", None),
        (b'"It heals."', "There is neither an answer nor a text in this record."),
        (b'{"text": "\\ud800"}', "It holds half a character."),
        (b'{"text": "a\\u0000b"}', "There are characters in it that no text may hold."),
        (b'{"text": "a", "title": "\\udfff"}', "It holds half a character."),
        (b'{"text": "\xe9"}', "It is not UTF-8 text (byte 10)."),
    ],
)
def test_what_is_no_record_is_refused_in_one_line(content: bytes, what: str | None) -> None:
    if what is None:
        assert list(read(content, "q.jsonl#1")) == []
        return
    with pytest.raises(MalformedText) as caught:
        read(content, "q.jsonl#1")
    assert str(caught.value).startswith(f"q.jsonl#1: {what}")
