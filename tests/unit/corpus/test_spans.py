import pytest

from isthmus.corpus.spans import Span, joined, read_span
from isthmus.errors import InvalidOption

TEXT = "Ärzte raten".encode()


@pytest.mark.parametrize("span", [(0, 2), (0, len(TEXT)), (6, 7), (2, 6)])
def test_a_span_is_read_as_it_is_written(span: Span) -> None:
    assert read_span(f"{span[0]}-{span[1]}", TEXT, where="at") == span


@pytest.mark.parametrize(
    "written",
    [
        "",
        "5",
        "5-",
        "-5",
        "5-5",
        "6-5",
        "0-13",
        "0-1 ",
        "\N{ARABIC-INDIC DIGIT ZERO}-\N{ARABIC-INDIC DIGIT FIVE}",
        "0-1000000000000000",
    ],
)
def test_what_is_no_span_is_told_with_the_remedy(written: str) -> None:
    with pytest.raises(InvalidOption, match=r"at: This is no span of the document\. Give .* up to 12, as in 0-12"):
        read_span(written, TEXT, where="at")


@pytest.mark.parametrize("written", ["0-1", "1-6"])
def test_a_span_cuts_no_character(written: str) -> None:
    with pytest.raises(InvalidOption, match="This span cuts a character"):
        read_span(written, TEXT, where="at")


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        ([], []),
        ([(5, 9), (0, 2)], [(0, 2), (5, 9)]),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 9), (2, 4)], [(0, 9)]),
        ([(2, 4), (2, 4)], [(2, 4)]),
    ],
)
def test_spans_that_touch_are_one(spans: list[Span], told: list[Span]) -> None:
    assert joined(spans) == told
