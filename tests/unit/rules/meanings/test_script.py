import pytest

from isthmus.rules.meanings.script import Script


def written() -> Script:
    return Script({"nan": float("nan")})


def test_what_is_used_twice_is_worked_out_on_a_line_of_its_own() -> None:
    script = written()
    x, y = script.take("x"), script.take("y")
    total = script.once(f"{x} + {y}")
    program = script.all_of_them([script.once(f"{total} * {total}"), script.once(f"{x} - {y}")])
    assert (
        program.source
        == "def run(values):\n    x_, y_, = values\n    t0 = x_ + y_\n    return ((t0 * t0), (x_ - y_),)\n"
    )
    assert program.run((2, 3)) == (25, -1)


def test_nothing_is_worked_out_before_it_is_needed() -> None:
    script = written()
    costly = script.call(pytest.fail, script.take("reason"))
    twice = script.once(f"{costly} * {costly}")
    program = script.first_of([script.take("a"), script.once(f"{twice} > 1")])
    assert program.run(("too early", True)) == 0
    assert program.inputs == ("reason", "a")


def test_a_function_with_the_same_settings_is_one_function() -> None:
    script = written()
    calls = [script.call(round, script.take("x"), ndigits=1) for _ in range(2)]
    assert calls[0] == calls[1] != script.call(round, script.take("x"), ndigits=2)
    assert script.all_of_them(calls).run((1.25,)) == (1.2, 1.2)


def test_no_input_is_taken_that_is_not_used() -> None:
    script = written()
    script.take("x")
    assert script.all_of_them([script.once("1 + 1")]).run(()) == (2,)


def test_none_is_first_where_none_is_met() -> None:
    script = written()
    assert script.first_of([script.take("a"), script.take("b")]).run((False, None)) is None


@pytest.mark.parametrize("word", ["class", "values", "run", "t0", "nan"])
def test_any_word_may_be_an_input(word: str) -> None:
    script = written()
    assert script.all_of_them([script.once(f"{script.take(word)} + 1")]).run((1,)) == (2,)


@pytest.mark.parametrize("text", ["a b", "a)", "é", "", "1"])
def test_what_is_no_name_never_becomes_source(text: str) -> None:
    with pytest.raises(ValueError, match="is not a name"):
        written().take(text)


def test_however_deep_it_lies_python_can_read_it() -> None:
    script = written()
    text = script.take("x")
    for _ in range(500):
        text = script.once(f"{text} + 1")
    assert script.all_of_them([text]).run((0,)) == (500,)


@pytest.mark.parametrize(
    ("conditions", "all_of", "any_of"),
    [
        (["True", "True"], "True", "True"),
        (["False", "False"], "False", "False"),
        (["True", "a"], "a", "True"),
        (["a", "False"], "False", "a"),
        ([], "True", "False"),
    ],
)
def test_what_is_certain_is_settled_at_once(conditions: list[str], all_of: str, any_of: str) -> None:
    script = written()
    assert (script.all_of(*conditions), script.any_of(*conditions)) == (all_of, any_of)


@pytest.mark.parametrize(
    ("condition", "opposite"),
    [("True", "False"), ("(a_ is None)", "(a_ is not None)"), ("(a_ is not None)", "(a_ is None)")],
)
def test_the_opposite_of_the_opposite_is_the_condition(condition: str, opposite: str) -> None:
    script = written()
    assert script.none_of(condition) == opposite
    assert script.none_of(opposite) == condition
    step = script.once("a_ < 3")
    assert script.none_of(script.none_of(step)) == step
