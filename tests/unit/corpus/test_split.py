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
