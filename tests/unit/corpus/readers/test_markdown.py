import pytest

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.readers.markdown import read
from isthmus.errors import MalformedText

NOTE = """\
---
title: "Rest or brace"
date: 2024-05-01
author: A. Smith, B. Jones
license: CC BY 4.0
lang: en
---

# What is it?

A **crack** in a small [bridge](https://example.org) of bone.

```python
print("It heals.")
```

- Rest
- Brace

<script>alert("It hurts.")</script>

    indented code

The end.
"""


def furniture(text: str) -> list[str]:
    (reading,) = read(text.encode(), "a.md")
    return [reading.text[start:end] for start, end in reading.furniture]


def test_the_source_is_stored_to_the_byte_and_code_is_furniture() -> None:
    (reading,) = read(NOTE.encode(), "a.md")
    assert reading.text == NOTE
    assert [part.strip().splitlines()[0] for part in furniture(NOTE)] == [
        "---",
        "```python",
        '<script>alert("It hurts.")</script>',
        "indented code",
    ]


def test_what_stands_before_the_text_tells_of_it() -> None:
    (reading,) = read(NOTE.encode(), "a.md")
    assert (reading.title, reading.published, reading.year) == ("Rest or brace", "2024-05-01", 2024)
    assert (reading.authors, reading.licence, reading.language) == (("A. Smith", "B. Jones"), "CC BY 4.0", "en")


@pytest.mark.parametrize(
    "line", ["author: A. Smith, B. Jones", "authors: [A. Smith, B. Jones]", "authors: ['A. Smith', \"B. Jones\"]"]
)
def test_authors_stand_in_a_line_or_a_list(line: str) -> None:
    (reading,) = read(f"---\n{line}\n---\n\nA crack.\n".encode(), "a.md")
    assert reading.authors == ("A. Smith", "B. Jones")


@pytest.mark.parametrize(
    "lines",
    [
        "Authors:\n  - name: A. Smith\n    orcid: 7\n  - {given: B., family: Jones}",
        "author:\n- A. Smith\n- B. Jones",
        "author: A. Smith and B. Jones",
        "title: Rest: or not\nauthors: [A. Smith, B. Jones]",
        "title: [\nauthors:\n- A. Smith\n- B. Jones",
    ],
)
def test_authors_may_be_told_in_other_ways_and_one_bad_line_costs_no_other(lines: str) -> None:
    assert read(f"---\n{lines}\n---\n\nA crack.\n".encode(), "a.md")[0].authors == ("A. Smith", "B. Jones")


def test_fields_may_go_over_lines_or_hold_a_thing_with_a_name() -> None:
    front = "title: >-\n  Rest\n  or brace\nyear: 2021\nlicence: {name: CC BY 4.0}\nurl: https://example.org/a"
    (reading,) = read(f"---\n{front}\n---\n\nA crack.\n".encode(), "a.md")
    assert (reading.title, reading.published, reading.licence) == ("Rest or brace", "2021", "CC BY 4.0")
    assert reading.url == "https://example.org/a"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "front",
    [
        "---\n# made by a machine\ntitle: Rest\nauthor: A. Smith\ndate: 2024-05-01\nlang: [en]\n---\n",
        "\n---\ntitle: Rest\nauthor: A. Smith\ndate: 2024-05-01\nlang: en\n---\n",
        "---\nwords:\n" + "- one more\n" * 3_000 + "title: Rest\nauthor: A. Smith\ndate: 2024-05-01\nlang: en\n---\n",
        '+++\ntitle = "Rest"\nauthors = ["A. Smith"]\ndate = 2024-05-01\nlang = "en"\n+++\n',
    ],
    ids=["comment", "empty line", "long", "TOML"],
)
def test_front_matter_may_begin_late_be_long_or_be_toml(front: str, end: str) -> None:
    front = front.replace("\n", end)
    (reading,) = read(f"{front}# Heading{end}".encode(), "a.md")
    assert (reading.title, reading.authors) == ("Rest", ("A. Smith",))
    assert (reading.published, reading.language) == ("2024-05-01", "en")
    assert reading.furniture[0] == (0, len(front))


def test_toml_that_is_broken_tells_nothing_and_is_no_text() -> None:
    (reading,) = read(b"+++\ntitle = \n+++\nA crack.\n", "a.md")
    assert (reading.title, reading.furniture) == ("a", ((0, 17),))


def test_what_was_taken_back_says_so_in_its_title() -> None:
    assert read(b"---\nretracted: true\n---\n# Rest\n", "a.md")[0].title == "Retracted: Rest"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# What *is* it?\n\nA crack.", "What is it?"),
        ("What is it?\n===\n\nA crack.", "What is it?"),
        ("A crack.\n", "a"),
        ("", "a"),
        ("---\nno end", "a"),
    ],
)
def test_the_title_is_the_first_heading(text: str, title: str) -> None:
    assert read(text.encode(), "a.md")[0].title == title


@pytest.mark.parametrize(
    "text",
    [
        "---\nIt heals.\n\n---\n\nIt hurts.\n",
        "---\n\nkey: value\n---\n",
        "---\nhttps://example.org\n---\n",
        "---\n---\n",
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert not [part for part in furniture(text) if len(part.strip()) > 3]


@pytest.mark.parametrize("key", ["date-created: x", "'title': x", "tags:"])
def test_a_line_with_a_key_begins_front_matter(key: str) -> None:
    assert furniture(f"---\n{key}\n---\nIt heals.\n") == [f"---\n{key}\n---\n"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_headings_are_told_with_where_their_words_begin_and_their_level(end: str) -> None:
    text = "---\ntitle: # no\n---\n# What *is* it? #\n\nA crack\nof bone\n===\n\n  ### # of it\n\n> - ## 2\n\n```\n# no\n```\n#\nNo\n---\n"
    (reading,) = read(text.replace("\n", end).encode(), "a.md")
    assert [(reading.text[at:].splitlines()[0], level) for at, level in reading.headings] == [
        ("What *is* it? #", 1),
        ("A crack", 1),
        ("# of it", 3),
        ("2", 2),
        ("No", 2),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_hold_whatever_ends_the_lines(end: str) -> None:
    text = "---\ntitle: x\n---\n\nIt heals.\n\n```\ncode\n```\n\nIt hurts.\n".replace("\n", end)
    assert [part.strip() for part in furniture(text)][1] == f"```{end}code{end}```"


def test_code_without_an_end_reaches_to_the_end() -> None:
    assert furniture("It heals.\n\n```\ncode") == ["```\ncode"]


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(MalformedText, match="binary"):
        read(b"# A\x00", "a.md")


def under(page: str) -> dict[str, tuple[str, ...]]:
    """Give each sentence of a page with the lines over it, the nearest first."""
    (reading,) = read(page.encode(), "page.md")
    document = Document(DocumentId("page"), "", "", "text/markdown", "page.md", text=reading.text)
    passages = split(document, reading.furniture, reading.headings)
    return {sentence.text: passage.over for passage in passages for sentence in passage.sentences}


def test_what_heads_text_in_raw_html_or_a_box_stands_over_it_up_to_its_end() -> None:
    page = (
        "# Care\n\n<details>\n<summary><b>Myths</b></summary>\n\nIt heals in a week.\n\n</details>\n\nIt is sore.\n\n"
        "<h2>Not recommended</h2>\n\nTraction is done.\n\n</details>\n\n"
        '!!! danger "Do not do"\n    Bend backwards.\n\nRest helps.\n'
    )
    assert under(page) == {
        "It heals in a week.": ("Myths", "Care"),
        "It is sore.": ("Care",),
        "Traction is done.": ("Not recommended", "Care"),
        "Bend backwards.": ("Do not do", "Not recommended", "Care"),
        "Rest helps.": ("Not recommended", "Care"),
    }


def test_a_heading_of_markdown_counts_whatever_it_ends_with() -> None:
    assert under("## Do not:\nswing a club.\n\n## Never!\n\nBend.") == {
        "swing a club.": ("Do not:",),
        "Bend.": ("Never!",),
    }
