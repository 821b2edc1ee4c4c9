import pytest

from isthmus.corpus import Document, DocumentId, heads, split
from isthmus.corpus.blocks import Block
from isthmus.corpus.reading import BOX, BY_LOOK, PART, PART_ENDS

REST = "Rest from sport helps most people."
BALL = "Bend backwards over a ball."


def over(text: str, *levels: tuple[str, int]) -> list[tuple[str, tuple[str, ...]]]:
    """Give each sentence of a text with the lines over it, the nearest first; of levels, tell at which words they stand."""
    places = [(text.index(words), level) for words, level in levels]
    document = Document(DocumentId("page"), "A page", "", "text/plain", "page.txt", text=text)
    return [
        (sentence.text, (*filter(None, [sentence.lead_in]), *passage.over))
        for passage in split(document, headings=places)
        for sentence in passage.sentences
    ]


def test_a_line_with_a_colon_stands_over_the_paragraphs_below_it_up_to_the_next_heading_or_such_line() -> None:
    text = f"Sport\n\nDo not:\n\n{BALL}\n\nRun downhill.\n\nBut do:\n\n{REST}\n\nBraces\n\nA brace is worn."
    assert over(text) == [
        (BALL, ("Do not:", "Sport")),
        ("Run downhill.", ("Do not:", "Sport")),
        (REST, ("But do:", "Sport")),
        ("A brace is worn.", ("Braces",)),
    ]


def test_a_line_that_led_into_a_list_does_not_stand_over_the_text_behind_it() -> None:
    assert over(f"Do not:\n\n  - {BALL}\n\n{REST}") == [(BALL, ("Do not:",)), (REST, ())]


@pytest.mark.parametrize("between", ["    It is bad for the crack.", "Advertisement"])
def test_an_item_that_was_parted_from_its_list_completes_the_line_that_leads_into_it(between: str) -> None:
    told = dict(over(f"Do not:\n\n  - {BALL}\n\n{between}\n\n  - Run downhill.\n\n{REST}"))
    assert (told[BALL], told["Run downhill."], told[REST]) == (("Do not:",), ("Do not:",), ())


def test_text_that_is_set_within_an_item_of_few_words_stands_under_it() -> None:
    text = f"  - Myth\n\n    {BALL}\n\n  - Fact\n\n    {REST}\n\nA brace is worn."
    told = [one for one in over(text) if one[0].endswith(".")]
    assert told == [(BALL, ("Myth",)), (REST, ("Fact",)), ("A brace is worn.", ())]


def test_an_item_with_a_colon_leads_into_text_but_not_into_the_next_item() -> None:
    assert over(f"1. Do not:\n\n{BALL}") == [(BALL, ("Do not:",))]
    assert over(f"  - Not at home:\n\n    {BALL}\n\n  - {REST}\n\n{REST}") == [
        (BALL, ("Not at home:",)),
        (REST, ()),
        (REST, ()),
    ]
    assert over(f"  - {BALL}\n\n  Advertisement\n\n  - {REST}") == [(BALL, ()), (REST, ())]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("The following statements are false.", True),
        ("Do none of the things that are listed below.", True),
        ("They did not play the following day.", False),
        ("They did not play following surgery.", False),
    ],
)
def test_a_sentence_that_points_at_what_follows_stands_over_it(line: str, *, leads: bool) -> None:
    _, (_, told), (_, later) = over(f"{line}\n\n{BALL}\n\n{REST}")
    assert (told, later) == (((line,), (line,)) if leads else ((), ()))


def test_a_pointing_sentence_at_the_end_of_a_paragraph_stands_over_the_next_alone() -> None:
    line = "The following is false."
    told = dict(over(f"It is sore. {line}\n\n{BALL}\n\n{REST}"))
    assert (told[BALL], told[REST]) == ((line,), ())


def test_a_sentence_alone_below_a_heading_that_speaks_of_these_stands_over_what_follows() -> None:
    line = "Do not do these in the first weeks."
    assert dict(over(f"Press-ups\n\n{line}\n\n{BALL}"))[BALL] == (line, "Press-ups")
    assert dict(over(f"Press-ups\n\n{REST}\n\n{line}\n\n{BALL}"))[BALL] == ("Press-ups",)


def test_the_first_of_headings_without_text_between_them_stands_over_the_others() -> None:
    text = (
        f"A guide\n\nIt is short.\n\nWhat does not work\n\nTraction\n\n{BALL}\n\nMagnets\n\nThey heal it.\n\n"
        f"What works\n\nRest\n\n{REST}\n\nBraces\n\nA brace is worn."
    )
    assert over(text) == [
        ("It is short.", ("A guide",)),
        (BALL, ("Traction", "What does not work")),
        ("They heal it.", ("Magnets", "What does not work")),
        (REST, ("Rest", "What works")),
        ("A brace is worn.", ("Braces", "What works")),
    ]


def test_a_title_and_what_is_told_of_its_author_stand_over_nothing_but_what_follows_at_once() -> None:
    front = "Viruses that do not spread\n\nJane Doe, 2020\n\nWhat is known\n\nThe host"
    assert over(f"{front}\n\n{REST}") == [(REST, ("The host", "What is known"))]


def test_a_known_heading_is_one_whatever_it_ends_with_and_closes_the_one_before() -> None:
    text = f"Good\n\n{REST}\n\nDo not:\n\n{BALL}\n\nThings that you must never do!\n\nRun downhill."
    told = over(text, ("Good", 2), ("Do not", 2), ("Things", 2))
    assert told == [(REST, ("Good",)), (BALL, ("Do not:",)), ("Run downhill.", ("Things that you must never do!",))]


def test_the_head_of_a_part_stands_over_all_in_it_and_over_nothing_behind_it() -> None:
    text = f"Myths\n\nBraces\n\n{BALL}\n\nFacts\n\nRest\n\n{REST}\n\nA brace is worn."
    told = over(
        text, ("Myths", PART), ("Braces", 2), ("\n\nFacts", PART_ENDS), ("Facts", PART), ("\n\nA brace", PART_ENDS)
    )
    assert told[0] == (BALL, ("Braces", "Myths"))
    assert told[-1] == ("A brace is worn.", ())


def test_a_part_whose_head_is_no_line_ends_where_it_ends_and_no_other_does() -> None:
    text = f"Myths\n\n* * *\n\n{REST}\n\n{BALL}"
    told = over(text, ("Myths", PART), ("* * *", PART), ("\n\nBend", PART_ENDS))
    assert told == [(REST, ("Myths",)), (BALL, ("Myths",))]


def test_headings_and_lines_that_lead_end_with_the_box_they_stand_in_and_those_before_it_go_on() -> None:
    text = f"Sport\n\n{REST}\n\nNever\n\nDo not:\n\n{BALL}\n\nBraces help.\n\nIce\n\nIt is cold."
    levels = [("Sport", 2), ("\n\nNever", BOX), ("Never", 2), ("\n\nBraces", PART_ENDS), ("Ice", 2)]
    assert over(text, *levels) == [
        (REST, ("Sport",)),
        (BALL, ("Do not:", "Never")),
        ("Braces help.", ("Sport",)),
        ("It is cold.", ("Ice",)),
    ]


def test_a_line_that_leads_into_a_list_is_not_ended_by_a_box_within_its_items() -> None:
    text = f"Do not:\n\n  - Run.\n\n    It hurts.\n\n  - {BALL}\n\n{REST}"
    levels = [(":\n", BOX), (".\n\n  - B", PART_ENDS), (" Bend", BOX), ("\n\nRest", PART_ENDS)]
    told = dict(over(text, *levels))
    assert (told[BALL], told[REST]) == (("Do not:",), ())


def test_a_line_that_leads_on_behind_a_box_is_not_ended_by_it() -> None:
    text = f"Note\n\nDo not:\n\n  - at home:\n\n{BALL}"
    assert over(text, ("Note", 3), ("ote", BOX), (":\n\n  ", PART_ENDS))[0][1][0] == "at home:"


def test_an_item_with_a_colon_ends_the_one_beside_it() -> None:
    told = dict(over(f"1. Do not:\n\n{BALL}\n\n2. But do:\n\n{REST}"))
    assert (told[BALL], told[REST]) == (("Do not:",), ("But do:",))
    told = dict(over(f"1. Do not:\n\n{BALL}\n\n- At home:\n\n{REST}"))
    assert told[REST] == ("At home:", "Do not:")


@pytest.mark.parametrize("piece", ["A:\n\n- b:\n\n", "{}- b:\n\nIt hurts.\n\n", "{}* b:\n\n{}- c:\n\nIt hurts.\n\n"])
def test_the_work_for_lines_that_lead_grows_with_the_text_and_not_with_its_square(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = [0]
    holds = heads._Lead.holds  # how often it is asked is the work

    def counted(lead: heads._Lead, block: Block) -> bool:
        looks[0] += 1
        return holds(lead, block)

    monkeypatch.setattr(heads._Lead, "holds", counted)
    done = []
    for times in (100, 400):
        looks[0] = 0
        over("".join(piece.replace("{}", " " * (number % 90)) for number in range(times)) + "It hurts.\n\n" * times)
        done.append(looks[0])
    assert done[1] < 6 * done[0]
    assert done[1] < 3 * 400 * 20  # groups of blocks, each below the lines that are kept at most


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_what_forbids_stands_over_all_short_lines_below_it_and_over_sentences_among_them(gap: str) -> None:
    told = over(gap.join(["Do not:", "Run downhill", "Lift heavy bags", BALL]))
    assert told[-1][0] == BALL
    if gap == "\n":
        assert [lines for _, lines in told] == [("Do not:",)] * 3


def test_a_line_with_a_colon_stands_over_a_heading_by_its_look_that_follows_at_once() -> None:
    assert over(f"Do not:\n\nRun downhill\n\n{BALL}") == [(BALL, ("Do not:", "Run downhill"))]
    assert over(f"Do not:\n\nRun downhill\n\n{BALL}", ("Run", 2)) == [(BALL, ("Run downhill",))]


def test_the_first_phase_below_a_title_keeps_its_heading() -> None:
    text = f"A protocol\n\nPhase 1 (weeks 0-6)\n\nDo\n\n{REST}\n\nPhase 2 (weeks 6-12)\n\nDo\n\n{BALL}"
    assert over(text) == [(REST, ("Do", "Phase 1 (weeks 0-6)")), (BALL, ("Do", "Phase 2 (weeks 6-12)"))]
    known = [("Phase 1", BY_LOOK), ("Do\n\nRest", BY_LOOK), ("Phase 2", BY_LOOK), ("Do\n\nBend", BY_LOOK)]
    assert over(text, *known) == over(text)
