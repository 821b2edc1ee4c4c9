import pytest
from lxml import etree

from isthmus.corpus.page_text import write_text


def written(page: str) -> tuple[str, list[tuple[str, str, int]]]:
    text, blocks = write_text(etree.fromstring(page, etree.HTMLParser()))
    return text, [(text[block.start : block.end], block.kind, block.linked) for block in blocks]


def test_each_block_is_told_with_its_place_its_kind_and_its_links() -> None:
    page = "<h2>What?</h2><p>It <a href='/a'>heals</a>.</p><ul><li><a href='/b'>Rest</a></li></ul>"
    text, blocks = written(page + "<table><tr><td>early</td><td>71%</td></tr></table>")
    assert text == "What?\n\nIt heals.\n\n  \N{BULLET} Rest\n\nearly | 71%"
    assert blocks == [
        ("What?", "heading", 0),
        ("It heals.", "", 5),
        ("  \N{BULLET} Rest", "item", 4),
        ("early | 71%", "row", 0),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>It heals.<sup>12</sup></p>", "It heals.¹²"),
        ("<p>71%<sup>[3]</sup> heal</p>", "71%³ heal"),
        ("<p>5 cm<sup>2</sup></p>", "5 cm²"),
        ("<p>10<sup>-9</sup></p>", "10⁻⁹"),
        ("<p>the 3<sup>rd</sup></p>", "the 3rd"),
        ("<p>CO<sub>2</sub></p>", "CO2"),
    ],
)
def test_a_raised_number_never_becomes_part_of_a_figure(page: str, text: str) -> None:
    assert written(page)[0] == text
