from isthmus.answer.signs import signs_in, signs_of
from isthmus.claims import Guard, Listener, Part, Scale, Words


def test_numbers_are_all_alike() -> None:
    assert signs_of(Words.of("14, or 7b?"), {}) == {"0", "or", "0_or", "or_0"}


def test_named_sets_are_signs_and_so_are_those_that_meet_in_a_sentence() -> None:
    sets = {"numb": Part((("numb",), ("dead",))), "leg": Part((("leg",),)), "arm": Part((("arm",),))}
    signs = signs_of(Words.of("My dead leg. An arm."), sets)
    assert {sign for sign in signs if "<" in sign} == {"<numb>", "<leg>", "<arm>", "<leg>+<numb>"}


def test_what_a_guard_takes_for_denied_is_marked(guard: Guard) -> None:
    scales = {"answerable": Scale(0.0, {})}
    listener = Listener(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, (), {}, scales, {"numb": Part((("numb",),))})
    signs = signs_in(Words.of("no numb leg"), guard, listener)
    assert {"!numb", "!<numb>"} <= signs
    assert "numb" not in signs
