from decimal import Decimal

from isthmus.cli.show_words import lines, words_as_json
from isthmus.errors import Fault
from isthmus.guide.check import Findings, Level
from isthmus.guide.reading_level import ReadingLevel


def level(file: str, reader: str, part: str, without_terms: str = "5.0", limit: int | None = 6) -> Level:
    return Level(file, reader, part, ReadingLevel(Decimal("5.5"), Decimal(without_terms), 9, 14), limit)


LEVELS = (
    level("conditions/small/guide/en/patient.yaml", "patient", "outlook"),
    level("conditions/small/guide/en/coach.yaml", "coach", "outlook", "8.5", 8),
    level("conditions/small/guide/en/surgeon.yaml", "surgeon", "outlook", limit=None),
    level("conditions/small/procedures/brace.yaml", "plain", ""),
    level("editorial.yaml", "patient", "safety"),
)


def test_the_table_has_a_line_for_each_part_and_marks_what_is_too_hard() -> None:
    head, *rows, verdict = lines(Findings((), LEVELS, (), 9))
    assert head.split() == ["Reading", "level", "patient,", "max", "6", "coach,", "max", "8", "plain,", "max", "6"]
    assert [row.split() for row in rows] == [
        ["guide", "outlook", "5.5", "(5.0)", "5.5", "(8.5)", "!"],
        ["procedures/brace", "5.5", "(5.0)"],
        ["editorial", "safety", "5.5", "(5.0)"],
    ]
    assert verdict == "✓ each of 9 sentences for readers rests on what it cites and keeps the house rules"


def test_what_was_left_out_and_what_is_wrong_is_said() -> None:
    told = list(lines(Findings((Fault("f:1", "Wrong.", "Mend it."),), (), ("spelling: no library.",), 9)))
    assert told == [
        "Left out: spelling: no library.",
        "✗ each of 9 sentences for readers rests on what it cites and keeps the house rules",
    ]


def test_the_json_has_the_same_numbers() -> None:
    told = words_as_json(Findings((Fault("f:1", "Wrong.", "Mend it."),), LEVELS[:1], (), 9))
    assert told["faults"] == ["f:1: Wrong. Mend it."]
    assert told["levels"] == [
        {
            "file": "conditions/small/guide/en/patient.yaml",
            "reader": "patient",
            "part": "outlook",
            "grade": 5.5,
            "without_terms": 5.0,
            "limit": 6,
        }
    ]
