import pytest

from isthmus.corpus.columns import column_lines

GUTTER = " " * 5


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in column_lines(text)]


def test_lines_that_run_on_beside_each_other_are_found() -> None:
    columns = (
        f"{'Bracing is not':30}{GUTTER}should not be done in\n"
        f"{'recommended for those who':30}{GUTTER}children. The brace is\n"
        f"{'are old.':30}{GUTTER}worn after that.\n"
    )
    assert found(f"Care of the back\n\n{columns}\nRest helps.\n") == [columns]


def test_a_line_of_its_own_is_in_the_columns_of_another_run() -> None:
    text = "They rest.           Then they\nrun and row          swim.\n\nIt lasts long.       Gymnastics is left.\n"
    assert len(found(text)) == 2


def test_words_of_the_right_column_alone_belong_to_it() -> None:
    text = f"{'':35}Surgery is done when\n{'Bracing is not':30}{GUTTER}rest has failed.\n"
    assert found(text) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Bracing is not     should not be done in children.",
        f"A clinic{' ' * 40}Page 1",
        "Bracing is not\t\tgiven to children.",
    ],
)
def test_one_line_is_in_columns_where_it_goes_on_behind_its_gap(line: str) -> None:
    assert found(f"Rest helps.\n\n{line}\n") == [f"{line}\n"]


@pytest.mark.parametrize(
    "text",
    [
        "Rest helps.  It is cheap.\nSo it is.\n",
        "It helps in:     \N{BULLET} rest     \N{BULLET} sleep     And it is cheap.\n",
        "  1.    Rest from sport\n  2.    Train the trunk\n",
        "  \N{BULLET}     Rest from sport\n  \N{BULLET}     Train the trunk\n",
        "Rest from sport.     Train the trunk.\n",
        "    Rest from sport is first.\n    Then train the trunk.\n",
        "",
    ],
)
def test_lists_and_indented_lines_are_no_columns(text: str) -> None:
    assert found(text) == []
