from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from isthmus.errors import Fault, KnowledgeError, MalformedText, UnreadableFile
from isthmus.located import Day, Files, Located, open_yaml, parse_json, parse_yaml, read_text, validate


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 12:30", "12:30"),
        ("a: 2026-11-21", "2026-11-21"),
        ("a: 010", 10),
        ("a: -3", -3),
        ("a: true", True),
        ("a: 'true'", "true"),
        ("a: ~", None),
        ("a:", None),
        ("a: null", None),
        ("a: 2.90", Decimal("2.90")),
        ("a: 1e3", Decimal("1E+3")),
        ("a: [1, {b: 2}]", [1, {"b": 2}]),
    ],
)
def test_yaml_scalars_are_those_of_the_core_schema(text: str, value: Any) -> None:
    read = parse_yaml(text, "x.yaml").value["a"]
    assert (read, type(read)) == (value, type(value))


def test_every_value_knows_its_line() -> None:
    document = parse_yaml("a: 1\nb:\n  - c: 2\n  -\n    d: 3\n", "x.yaml")
    assert document.where(("a",)) == "x.yaml:1"
    assert document.where(("b", 0, "c")) == "x.yaml:3"
    assert document.where(("b", 1, "d")) == "x.yaml:5"


def test_what_is_not_there_stands_where_its_parent_does() -> None:
    document = parse_yaml("a: 1\nb:\n  c: 2\n", "x.yaml")
    assert document.where(("b", "missing")) == "x.yaml:2"
    assert Located("case", {}).where(("a",)) == "case"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a: [1\n", "x.yaml:2:1", "This is not YAML"),
        ("a: 1\na: 2", "x.yaml:2:1", "`a` is given twice."),
        ("a: &x 1\nb: *x", "x.yaml:2:4", "Aliases are not read here."),
        ("? [1]\n: 2", "x.yaml:1:3", "A key is not a word."),
        ("a: !!python/object:os.system x", "x.yaml:1:4", "is not read here."),
        ("a: 1\n---\nb: 2", "x.yaml:2:1", "A second document starts."),
        ("a: " + "9" * 5000, "x.yaml:1:4", "A number cannot be read."),
        ("[" * 100_000, "x.yaml:1:52", "It is nested too deeply."),
        ("\x00", "x.yaml", "This is not YAML"),
    ],
)
def test_text_that_is_no_plain_yaml_is_refused_with_its_place(text: str, where: str, what: str) -> None:
    with pytest.raises(MalformedText) as caught:
        parse_yaml(text, "x.yaml")
    (fault,) = caught.value.faults
    assert fault.where == where
    assert what in fault.what


def test_an_empty_yaml_document_is_null() -> None:
    assert parse_yaml("", "x.yaml").value is None
    assert parse_yaml("# only a remark\n", "x.yaml").value is None


def test_json_decimals_stay_exact() -> None:
    assert parse_json('{"a": 2.90, "b": [1, null]}', "x").value == {"a": Decimal("2.90"), "b": [1, None]}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1,}', "x:1:9: This is not JSON. Mend it there."),
        ('{"a": NaN}', "x: `NaN` is no number of a patient. Correct it."),
        ('{"a": 1, "a": 2}', "x: `a` is given twice. Correct it."),
        ('{"a": ' + "9" * 5000 + "}", "x: A number is too long to be one. Correct it."),
        ("[" * 100_000, "x: It is nested too deeply. Write it flatter."),
    ],
)
def test_text_that_is_no_plain_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(MalformedText) as caught:
        parse_json(text, "x")
    assert str(caught.value) == message


def test_reading_tells_what_keeps_a_file_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"a\xff")
    (tmp_path / "large").write_text("12345")
    (tmp_path / "bom").write_bytes(b"\xef\xbb\xbfabc")
    expected = {"none": "no such file", ".": "a folder", "binary": "not UTF-8 text (byte 1)", "large": "larger than 4"}
    for name, what in expected.items():
        with pytest.raises(UnreadableFile, match=what.replace("(", r"\(").replace(")", r"\)")):
            read_text(tmp_path / name, most_bytes=4)
    assert read_text(tmp_path / "bom", most_bytes=10) == "abc"


def test_a_name_with_a_null_byte_or_too_long_is_told_not_raised(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_text(tmp_path / ("x" * 300), most_bytes=4)


def test_a_file_that_cannot_be_opened_is_noted_under_its_own_name(tmp_path: Path) -> None:
    faults: list[Fault] = []
    (tmp_path / "bad.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "good.yaml").write_text("a: 1", encoding="utf-8")
    read = [open_yaml(tmp_path / f"{name}.yaml", name, faults, most_bytes=10) for name in ("none", "bad", "good")]
    assert [document and document.value for document in read] == [None, None, {"a": 1}]
    assert [fault.where for fault in faults] == ["none", "bad:2:1"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str
    weeks: int = 0


def test_a_document_that_does_not_fit_its_shape_has_every_fault_listed() -> None:
    faults: list[Fault] = []
    document = parse_yaml("weeks: soon\nnaem: x\n", "x.yaml")
    assert validate(Shape, document, faults) is None
    assert sorted(map(str, faults)) == [
        "x.yaml:1: `name` is missing. Add it.",
        "x.yaml:1: `weeks` is not a whole number. Write a whole number.",
        "x.yaml:2: `naem` is not known here. Did you mean `name`?",
    ]


def test_a_document_that_is_no_mapping_is_told_in_plain_words() -> None:
    faults: list[Fault] = []
    assert validate(Shape, parse_yaml("- a", "x.yaml"), faults) is None
    assert [str(fault) for fault in faults] == ["x.yaml:1: The document is not a mapping. Write a mapping."]


def test_a_document_that_fits_becomes_its_shape() -> None:
    faults: list[Fault] = []
    assert validate(Shape, parse_yaml("name: x", "x.yaml"), faults) == Shape(name="x")
    assert faults == []


class Dated(BaseModel):
    model_config = ConfigDict(strict=True)
    day: Day


@pytest.mark.parametrize(
    ("text", "fits"), [("2026-11-21", True), ("yesterday", False), ("2026-02-30", False), ("7", False)]
)
def test_a_day_is_written_as_a_date(text: str, *, fits: bool) -> None:
    faults: list[Fault] = []
    made = validate(Dated, parse_yaml(f"day: {text}", "x.yaml"), faults)
    assert (made is not None) == fits == (not faults)
    assert made is None or made.day == date(2026, 11, 21)


class Name(BaseModel):
    name: str


def test_a_file_is_read_into_its_shape_and_keeps_its_places(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("name: x\n", encoding="utf-8")
    files = Files(tmp_path)
    made, document = files.read(tmp_path / "a.yaml", Name)
    files.refuse_faults()
    assert (made, document.where(("name",))) == (Name(name="x"), "a.yaml:1")


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("nome: x\n", encoding="utf-8")
    files = Files(tmp_path)
    files.read(tmp_path / "a.yaml", Name)
    files.read(tmp_path / "b.yaml", Name)
    with pytest.raises(KnowledgeError) as caught:
        files.refuse_faults()
    assert {fault.where.partition(":")[0] for fault in caught.value.faults} == {"a.yaml", "b.yaml"}


def test_half_a_character_is_refused_in_one_line() -> None:
    with pytest.raises(MalformedText, match="a.json: It holds half a character"):
        parse_json('{"a": "\\ud83d"}', "a.json")
