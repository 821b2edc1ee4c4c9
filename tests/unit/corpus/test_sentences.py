import pytest

from isthmus.corpus.sentences import sentence_spans, without_references


def split_at_bars(marked: str) -> tuple[str, list[str]]:
    """Take `one|two` as a text, and the sentences in it; what stands in `{}` belongs to no sentence."""
    sentences = [part.strip() for part in marked.replace("{", "|{").replace("}", "}|").split("|")]
    text = marked.replace("|", "").replace("{", "").replace("}", "")
    return text, [sentence for sentence in sentences if sentence and not sentence.startswith("{")]


@pytest.mark.parametrize(
    "marked",
    [
        "It is a crack.| It hurts.",
        "Does it heal?| It may!| We do not know.",
        "Dr. Smith and Prof. Jones met Mrs. Brown.| They agreed.",
        "Acute vs. chronic defects differ, i.e. the acute ones heal.| So it is.",
        "Union is rare, e.g. in adults.| Klein et al. found 28%.| Klein et al.| The others agreed.",
        "See Fig. 2 and approx. 3 cases (cf. Table 4).| It is on p. 12.| See no. 5.| The answer is no.| Rest helps.",
        "Union was 71.5% vs. 18.1%.| Pain fell by 3.0 points.",
        "Most lie at L5-S1.| The rest lie at L4.| L3 is rare.",
        "Buck J. Direct repair was new.| J. R. Smith and A. B. Jones said so.",
        "It came from the U.S. Food agency.| He lives in the U.S.| It is large.",
        "Take vitamin D.| It is cheap.| It is type I.| This one is not.",
        "The cut is 2 in. long and 5 cm. deep.| Then 10 mm. wider.",
        "Wait ... and see.| Then decide.",
        "It may heal...| Or it may not.",
        "It may\N{HORIZONTAL ELLIPSIS} heal.| Rest.",
        'He asked "Why?" and left.| She said "Rest."| They did.',
        "\N{LEFT DOUBLE QUOTATION MARK}Rest.\N{RIGHT DOUBLE QUOTATION MARK}| \N{LEFT DOUBLE QUOTATION MARK}Brace.\N{RIGHT DOUBLE QUOTATION MARK}",
        "It heals (most often.)| It does [in time].| Good.",
        "It is a brace.{ 1} Surgery is rare.{ 2, 3} Pain eases.{ 4}",
        "It is a brace.{[1]} Surgery is rare.{ [2, 3]} Pain eases.{ [4-6]}",
        "It is a brace.{1} Surgery is rare.{2,3} Pain eases.{4}",
        "It is a brace.{\N{SUPERSCRIPT ONE}} Surgery is rare.{\N{SUPERSCRIPT TWO},\N{SUPERSCRIPT THREE}} Pain eases.",
        "It is a brace.{ (1, 2)} Surgery is rare.",
        "It is a brace [1].| Surgery is rare (2).",
        "We saw 40 cases.| 12 patients had surgery.| In 2001 three more did.",
        "Rest was advised. then a brace.| A sentence that begins small stays with the one before.",
        "It was published at example.org and in file.txt yesterday.| Read it.",
        "Rest helps\nmost people.| Braces\nhelp some.",
        "\N{CJK UNIFIED IDEOGRAPH-4E00}\N{IDEOGRAPHIC FULL STOP}|\N{CJK UNIFIED IDEOGRAPH-4E8C}\N{IDEOGRAPHIC FULL STOP}",
        "{Summary} Spondylolysis is a crack.| It heals.",
        "Summary of what was found is here.| It heals.",
        "{> }It was said.| So it is.",
        "{## }It heals.",
        "No stop at the end",
        "One stop.| None here",
        "It healed in 5.| - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -",
    ],
)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    text, expected = split_at_bars(marked)
    found = [text[start:end] for start, end, _ in sentence_spans(text, 0, len(text))]
    assert found == expected


def test_a_sentence_says_whether_it_ends_in_a_full_stop() -> None:
    text = "Rest helps. Braces help"
    assert [stopped for *_, stopped in sentence_spans(text, 0, len(text))] == [True, False]


def test_only_the_paragraph_is_looked_at() -> None:
    text = "Before. Within one. Within two. After."
    spans = [text[start:end] for start, end, _ in sentence_spans(text, 8, 31)]
    assert spans == ["Within one.", "Within two."]


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_space_holds_no_sentence(text: str) -> None:
    assert list(sentence_spans(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("item", "quoted"),
    [
        ("Injections help those in whom rest failed 1", "Injections help those in whom rest failed"),
        ("Success in most with direct repair techniques 2, 4", "Success in most with direct repair techniques"),
        ("Screws hold (in adults) [3]", "Screws hold (in adults)"),
        ("The slip is of grade 2", "The slip is of grade 2"),
        ("Pain for at least 3", "Pain for at least 3"),
        ("Rest in stage 1-2", "Rest in stage 1-2"),
        ("A fusion of L5", "A fusion of L5"),
        ("In 1998", "In 1998"),
        ("12", "12"),
        ("Union rose to 71% 3", "Union rose to 71% 3"),
    ],
)
def test_the_numbers_of_references_behind_an_item_are_left_out_and_figures_never(item: str, quoted: str) -> None:
    assert item[: without_references(item, 0, len(item))] == quoted
