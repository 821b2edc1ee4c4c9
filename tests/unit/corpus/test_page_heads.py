import pytest
from lxml import etree

from isthmus.corpus.page_heads import head_of_column, heads_of_panels


def page(html: str) -> etree._Element:
    return etree.fromstring(html, etree.HTMLParser())


@pytest.mark.parametrize(
    ("html", "heads"),
    [
        ("<button aria-controls='p'>Myths</button><p>A</p><div id='p'>B</div>", {"p": "Myths"}),
        ("<button>Myths</button> <div id='p'>B</div>", {"p": "Myths"}),
        ("<a role='tab' href='#p'>Myths</a><div id='p'>B</div>", {"p": "Myths"}),
        ("<li role='tab' id='t'>Myths</li><div id='p' aria-labelledby='t'>B</div>", {"p": "Myths"}),
        ("<a data-toggle='tab' href='#p'>Myths</a><div id='p'>B</div>", {"p": "Myths"}),
        ("<div role='button' aria-controls='p'>Myths</div><div id='p'>B</div>", {"p": "Myths"}),
        ("<div id='t'>Myths</div><p>A</p><div id='p' role='region' aria-labelledby='t'>B</div>", {"p": "Myths"}),
        ("<div id='t'>Myths</div><p>A</p><div id='p' aria-labelledby='t'>B</div>", {}),
        ("<a aria-expanded='false'>Myths</a><div id='p'>B</div>", {"p": "Myths"}),
        ("<div><p><span aria-expanded='true'>Myths</span></p><!-- a --></div><div id='p'>B</div>", {"p": "Myths"}),
        ("<div><span aria-expanded='true'>Myths</span> of old</div><div id='p'>B</div>", {}),
        ("<div class='faq__question'>Myths</div><div id='p'>B</div>", {"p": "Myths"}),
        ("<div class='elementor-tab-title'><span>Myths</span></div><div id='p'>B</div>", {"p": "Myths"}),
        ("<label class='tab-label'>Myths</label> <div id='p'>B</div>", {"p": "Myths"}),
        (
            "<div class='accordionHeader'><i class='material-icons'>add</i>Myths</div><div id='p'>B</div>",
            {"p": "Myths"},
        ),
        ("<div class='page-title'>Myths</div><div id='p'>B</div>", {}),
        ("<div class='tab-title'>Myths</div>", {}),
        ("<div aria-expanded='true' aria-controls='p'>Myths<div id='p'>B</div></div>", {}),
        ("<div role='button'>Myths</div><div id='p'>B</div>", {}),
        ("<button>Myths</button><p id='p'>B</p>", {}),
        ("<button>Myths</button> and <div id='p'>B</div>", {}),
        ("<button>Read more</button><div id='p'>B</div>", {}),
        ("<button aria-controls='q'>Myths</button>", {}),
        ("<a href='#p'>Myths</a><div id='p'>B</div>", {}),
        ("<h3><button aria-controls='p'>Myths</button></h3><div id='p'>B</div>", {}),
        (f"<button>{'very ' * 80}long</button><div id='p'>B</div>", {}),
    ],
)
def test_a_part_is_headed_by_the_words_of_what_opens_it(html: str, heads: dict[str, str]) -> None:
    assert {part.get("id"): words for part, words in heads_of_panels(page(html)).heads.items()} == heads


@pytest.mark.parametrize(
    ("table", "head"),
    [
        ("<tr><th>Do</th><th>Do not</th></tr><tr><td>a</td><td id='c'>b</td></tr>", "Do not"),
        ("<tr><td>Do</td><td>Do not</td></tr><tr><td>a</td><td id='c'>b</td></tr>", ""),
        ("<tr><th>All</th></tr><tr><td>a</td><td id='c'>b</td></tr>", ""),
        ("<tr><th>a</th><th id='c'>b</th></tr>", ""),
    ],
)
def test_a_cell_is_headed_by_the_head_of_its_column(table: str, head: str) -> None:
    cell = next(one for one in page(f"<table>{table}</table>").iter("td", "th") if one.get("id") == "c")
    assert head_of_column(cell) == head


def test_a_cell_of_no_table_has_no_head() -> None:
    assert head_of_column(etree.Element("td")) == ""
