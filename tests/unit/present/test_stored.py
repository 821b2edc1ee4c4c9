import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isthmus.corpus import Leaf, Span
from isthmus.present.stored import Run, Setting, page_at, page_count, page_span, runs, setting

PAGE = "Clinic\n\nHome | Contact\n\nTreatment\n\nRest helps \N{EN DASH} most people.\n\nCall us.\n"
TEXT = PAGE.encode()
START = TEXT.index(b"Rest")
END = TEXT.index(b"\n\nCall")
LEAVES = [Leaf(START, END, "Treatment")]


def shown(part: Span, *marks: Span) -> list[Run]:
    return list(runs(TEXT, part, LEAVES, marks))


def test_what_is_said_is_told_from_headings_and_furniture() -> None:
    kinds = [(run.kind, run.text.strip()) for run in shown((0, len(TEXT)))]
    assert kinds == [
        ("quiet", "Clinic\n\nHome | Contact"),
        ("heading", "Treatment"),
        ("said", "Rest helps \N{EN DASH} most people."),
        ("quiet", "Call us."),
    ]


def test_a_marked_span_opens_once_and_runs_over_what_is_of_another_kind() -> None:
    marked = [run for run in shown((0, len(TEXT)), (START - 4, START + 4)) if run.mark is not None]
    assert [(run.kind, run.opens, run.mark) for run in marked] == [
        ("heading", True, START - 4),
        ("said", False, START - 4),
    ]
    assert "".join(run.text for run in marked) == TEXT[START - 4 : START + 4].decode()


def test_a_mark_that_began_on_the_page_before_opens_where_this_page_does() -> None:
    first = shown((START + 2, len(TEXT)), (START, START + 4))[0]
    assert first == Run("st", "said", START, opens=True)


def test_spaces_alone_are_no_furniture() -> None:
    text = b"One.\n\nTwo."
    found = list(runs(text, (0, len(text)), [Leaf(0, 4, None), Leaf(6, 10, None)], []))
    assert [run.kind for run in found] == ["said", "said", "said"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.data())
def test_the_pieces_together_are_the_part_whatever_is_marked(text: str, data: st.DataObject) -> None:
    words = "".join(character for character in text if character.isprintable() or character == "\n")
    places = [len(words[:at].encode()) for at in range(len(words) + 1)]
    edge = st.sampled_from(places)
    spans = [tuple(sorted(data.draw(st.tuples(edge, edge)))) for _ in range(3)]
    first, last = spans.pop()
    begun, ended = sorted(data.draw(st.tuples(edge, edge)))
    leaf = Leaf(begun, ended, None)
    marks = [(low, high) for low, high in spans if low < high]
    leaves = [leaf] if leaf.start < last and leaf.end > first else []
    stored = words.encode()
    pieces = list(runs(stored, (first, last), leaves, marks))
    assert "".join(piece.text for piece in pieces) == stored[first:last].decode()
    opened = [piece.mark for piece in pieces if piece.opens]
    assert len(opened) == len(set(opened))


LONG = {
    "lines": ("Ein Bär \N{EN DASH} Satz.\n" * 9_000).encode(),
    "no line": ("\N{SNOWMAN}" * 40_000).encode(),
    "short": b"Rest.",
    "empty": b"",
    "exact": b"x" * 48_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_pages_are_bounded_lie_end_to_end_and_cut_no_character(text: bytes) -> None:
    spans = [page_span(text, number) for number in range(1, page_count(text) + 1)]
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text)
    for start, end in spans:
        assert end - start <= 26_002
        text[start:end].decode()


@pytest.mark.parametrize("text", [LONG["lines"], LONG["no line"]], ids=["lines", "no line"])
def test_the_page_of_a_byte_is_the_one_that_holds_it(text: bytes) -> None:
    for at in (0, 23_999, 24_000, 24_001, 24_010, 48_000, len(text) - 1):
        start, end = page_span(text, page_at(text, at))
        assert start <= at < end


@pytest.mark.parametrize(
    ("text", "cited", "before", "after"),
    [
        ("Rest first. Then therapy. Then sport.", "Then therapy.", "Rest first. ", " Then sport."),
        ("A heading\n\nRest\nfirst.\n\nAnother part", "Rest", "", " first."),
        ("\x1b[2JRest first.", "first.", "\N{REPLACEMENT CHARACTER}[2JRest ", ""),
        ("Only this.", "Only this.", "", ""),
    ],
)
def test_a_span_is_set_in_its_context_within_its_lines(text: str, cited: str, before: str, after: str) -> None:
    start = text.encode().index(cited.encode())
    assert setting(text.encode(), (start, start + len(cited.encode()))) == Setting(before, after)


def test_where_the_context_is_long_it_is_cut_between_words() -> None:
    text = f"{'früher ' * 80}HERE{' später' * 80}".encode()
    start = text.index(b"HERE")
    around = setting(text, (start, start + 4))
    assert around.before.startswith("\N{HORIZONTAL ELLIPSIS}früher ")
    assert around.after.endswith(" später\N{HORIZONTAL ELLIPSIS}")
    assert len(around.before) < 200
