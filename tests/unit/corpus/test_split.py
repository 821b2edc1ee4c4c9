import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from isthmus.corpus import Document, DocumentId, Passage, split

PAGE = """\
Treating a pars defect

Third-line: surgery

Consider surgery if:

  \N{BULLET} Six months of care failed
  \N{BULLET} Repair is possible
      1. The disc is healthy
      2. Nothing is loose

Most people never need it. 1, 2 Call us today! Often it\N{HORIZONTAL ELLIPSIS}

References

1. Klein G. A study of rest. 2009.
"""
WORDS = [
    "Rest helps.",
    "It heals in 5 mm. steps",
    "e.g.",
    "\N{GRINNING FACE}",
    "\N{BULLET} ",
    "1. ",
    "Options:",
    " ",
    "\t",
]
WORDS += [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\N{NO-BREAK SPACE}",
    "\N{ZERO WIDTH SPACE}",
    "Caf\N{LATIN SMALL LETTER E WITH ACUTE}.",
    "...",
]


def document(text: str) -> Document:
    return Document(DocumentId("page.txt"), "A page", "", "text/plain", "page.txt", text=text)


def sentences(text: str) -> list[str]:
    return [sentence.text for passage in split(document(text)) for sentence in passage.sentences]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map("".join)))
@example(PAGE)
def test_every_quote_equals_the_stored_bytes_at_its_place(text: str) -> None:
    stored = text.encode()
    last = 0
    for passage in split(document(text)):
        assert passage.text == stored[passage.start : passage.end].decode()
        assert passage.id == f"page.txt@{passage.start}"
        assert passage.sentences
        for sentence in passage.sentences:
            assert sentence.text == stored[sentence.start : sentence.end].decode()
            assert sentence.text.strip() == sentence.text != ""
            assert max(last, passage.start) <= sentence.start < sentence.end <= passage.end
            last = sentence.end


def test_a_list_is_one_passage_with_the_line_that_leads_into_it() -> None:
    treatment, _ = split(document(PAGE))
    assert treatment.heading == "Third-line: surgery"
    assert treatment.text.startswith("Consider surgery if:")
    assert treatment.text.endswith("Nothing is loose")


def test_an_item_says_which_line_it_completes() -> None:
    treatment, _ = split(document(PAGE))
    assert [(sentence.text, sentence.lead_in) for sentence in treatment.sentences] == [
        ("Six months of care failed", "Consider surgery if:"),
        ("Repair is possible", "Consider surgery if:"),
        ("The disc is healthy", "Repair is possible"),
        ("Nothing is loose", "Repair is possible"),
    ]


def test_only_whole_sentences_about_the_subject_are_quoted() -> None:
    _, outlook = split(document(PAGE))
    assert [sentence.text for sentence in outlook.sentences] == ["Most people never need it."]


def test_a_text_without_a_sentence_has_no_passage() -> None:
    assert split(document("Contact Us\n\nStep 1 of 2\n\n* * *\n\nOptions:")) == ()


def test_a_wrapped_sentence_is_quoted_across_its_lines() -> None:
    text = "A pars defect is a crack in a narrow bridge of bone at the\r\nback of a vertebra."
    assert sentences(text) == [text]


def test_a_paragraph_without_any_stop_is_quoted_only_as_a_whole() -> None:
    long = "Rest from sport and then physical therapy is what most of these people are told to begin with"
    assert sentences(long) == [long]
    assert sentences(f"Rest helps. {long}") == ["Rest helps."]


def test_an_item_is_kept_whole_unless_it_is_as_long_as_a_paragraph() -> None:
    short, long = "Rest. Then brace.", " ".join(["It is a rather long sentence about resting."] * 9)
    assert sentences(f"- {short}") == [short]
    assert len(sentences(f"- {long}")) == 9


def test_what_runs_on_for_pages_is_no_sentence() -> None:
    assert sentences("word " * 1000) == []


def test_a_long_paragraph_is_cut_into_passages_that_cover_it() -> None:
    text = " ".join(f"Sentence number {number} is here." for number in range(30))
    passages: tuple[Passage, ...] = split(document(text))
    assert [len(passage.sentences) for passage in passages] == [12, 12, 6]
    assert (passages[0].start, passages[-1].end) == (0, len(text))


def test_references_behind_items_are_left_out_only_where_the_text_has_references() -> None:
    items = "\n\n  - It helps those in whom rest failed 1\n  - Screws hold well 2"
    assert sentences(f"Most heal. 1, 2{items}")[1:] == ["It helps those in whom rest failed", "Screws hold well"]
    assert sentences(f"Most heal.{items}")[1:] == ["It helps those in whom rest failed 1", "Screws hold well 2"]


def test_what_is_known_to_be_furniture_is_in_no_passage() -> None:
    text = "It heals.\n\nRead this teaser of another page.\n\nIt hurts."
    teaser = text.index("Read")
    found = split(document(text), [(teaser, teaser + 34)])
    assert [passage.text for passage in found] == ["It heals.", "It hurts."]


def test_a_sentence_that_began_on_another_page_is_not_quoted() -> None:
    text = "Half of them were\n\n\f\n\nA Journal\ngiven a brace. All came back."
    (passage,) = split(document(text), [(text.index("A J"), text.index("\ngiven"))])
    assert [sentence.text for sentence in passage.sentences] == ["All came back."]
    assert sentences("it is small. It heals.") == ["it is small.", "It heals."]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## What is it?", "What is it?"),
        ("## Care of <b>adults</b>", "Care of adults"),
        ('## <a id="care"></a>Care<br/>', "Care"),
        ('## <img src="a.png"> Never do this', "Never do this"),
        ("## Care of adults {#care} ##", "Care of adults"),
        ("## Slips <50% and >25%", "Slips <50% and >25%"),
    ],
)
def test_a_heading_is_told_without_the_marks_of_markdown_and_with_all_its_words(line: str, heading: str) -> None:
    (passage,) = split(document(f"{line}\n\nA crack."), headings=[(3, 2)])
    assert passage.heading == heading


def test_an_item_that_only_leads_on_is_not_quoted() -> None:
    assert sentences("- rest,\n- a brace; \n- both of them") == ["both of them"]


def test_the_signs_of_furniture_are_looked_for_in_long_texts_too() -> None:
    long = "It heals in most of those who rest. " * 700
    assert "Call us today!" not in sentences(f"{long}\n\nCall us today! It hurts.")


def test_references_under_a_number_are_left_out_too() -> None:
    assert sentences("It heals.\n\n5. References\n1. Klein G. A study of rest.\n2. Jones B. A brace.") == ["It heals."]


MYTHS = """\
Bed rest

What is said of it

Strict bed rest heals it.

Braces

Every brace heals it in a week.

What is known

Rest from sport helps most people.
"""


def test_a_passage_knows_the_headings_above_its_own() -> None:
    levels = [
        (MYTHS.index(words), level) for words, level in (("Bed", 1), ("What is s", 2), ("Braces", 2), ("What is k", 1))
    ]
    passages = split(document(MYTHS), headings=levels)
    assert [(one.heading, one.above) for one in passages] == [
        ("What is said of it", ("Bed rest",)),
        ("Braces", ("Bed rest",)),
        ("What is known", ()),
    ]
    assert [one.above for one in split(document(MYTHS))] == [(), (), ()]


def test_a_heading_of_no_known_level_stands_below_those_of_which_it_is_known() -> None:
    passages = split(document(MYTHS), headings=[(0, 1)])
    assert [one.above for one in passages] == [("Bed rest",), ("Bed rest",), ("Bed rest",)]


def test_the_rest_of_a_long_list_knows_the_lines_that_led_to_it() -> None:
    items = "\n".join(f"    - Eat apples of kind {number}." for number in range(14))
    first, rest = split(document(f"Food\n\nDo not:\n\n- At home:\n{items}\n"))
    assert (first.above, rest.above) == ((), ("Do not:",))
    assert {sentence.lead_in for sentence in rest.sentences} == {"At home:"}


@pytest.mark.parametrize("line", ["We advise against the following exercises.", "Avoid what is listed below!"])
def test_a_sentence_that_points_at_a_list_leads_into_it(line: str) -> None:
    (passage,) = split(document(f"It is sore at first. {line}\n\n- Touching the toes\n- Rowing"))
    assert [(one.text, one.lead_in) for one in passage.sentences] == [
        ("It is sore at first.", None),
        ("Touching the toes", line),
        ("Rowing", line),
    ]


def test_nothing_is_quoted_from_a_table_without_the_heads_of_its_columns() -> None:
    table = "Do | Do not\nPlank for the trunk, every day. | Push up on the fist, never.\nRest. | "
    assert sentences(f"{table}\n\nIt heals in most people.") == ["It heals in most people."]


def test_an_item_that_lost_its_line_breaks_ends_where_what_follows_stands_far_off() -> None:
    text = "What brings it on:  - Eat too many foods rich in purines       Gout can be hard to diagnose."
    assert sentences(text) == ["Eat too many foods rich in purines", "Gout can be hard to diagnose."]


@pytest.mark.parametrize("between", ["\f", "Figure 2. A crack.\n", "Table 1\n"])
def test_a_sentence_that_a_page_or_a_caption_cut_is_not_quoted_though_a_capital_follows(between: str) -> None:
    first, rest = "It is a crack. Children should not be given", "CT scans in the first weeks. The dose is high."
    said = sentences(f"{first}\n\n{between}\n{rest}")
    assert (said[0], said[-1], "CT scans in the first weeks." in said) == ("It is a crack.", "The dose is high.", False)
    assert "CT scans in the first weeks." in sentences(f"{first} scans.\n\n{between}\n{rest}")
    assert "CT scans in the first weeks." in sentences(f"{first}\n\n{rest}")


def test_what_bears_a_cross_is_not_quoted_unless_its_own_words_forbid_it() -> None:
    cross, tick = "\N{HEAVY BALLOT X}", "\N{HEAVY CHECK MARK}"
    text = (
        f"{cross} Run downhill\n{tick} Walk on level ground\n- {cross} Jump off walls\n- {cross} Do not lift heavy bags"
    )
    assert sentences(text) == ["Walk on level ground", f"{cross} Do not lift heavy bags"]
