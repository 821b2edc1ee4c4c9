from isthmus.corpus.running import running_lines

PAGES = [
    "Journal of Spines 2020\nIt heals in most of them.\nRest helps.\nIt is cheap.\nAnd safe.\nSo it is.\nWell then.\n1",
    "Journal of Spines 2020\nBraces are worn by some.\nMany rest.\nFew operate.\nMost heal.\nOne bled.\nThe end.\n2",
    "Journal of Spines 2020\nNobody was lost.\nAll came.\nNone died.\nTwo moved.\nThree wrote.\nIt is done.\n3",
]


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in running_lines(text)]


def test_lines_that_run_along_pages_are_found_whatever_their_numbers() -> None:
    text = "\n\f\n".join(PAGES)
    assert found(text) == ["Journal of Spines 2020", "1", "Journal of Spines 2020", "2", "Journal of Spines 2020", "3"]


def test_two_pages_are_too_few_to_tell() -> None:
    assert found("\f".join(PAGES[:2])) == []


def test_a_text_without_pages_has_none() -> None:
    assert found("It heals.\n" * 50) == []


def test_a_long_line_is_text_even_where_it_is_repeated() -> None:
    assert found("\f".join(["It heals in most of them when they rest. " * 6] * 4)) == []
