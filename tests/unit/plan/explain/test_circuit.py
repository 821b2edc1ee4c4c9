from itertools import product

from isthmus.plan.explain.circuit import FALSE, TRUE, Circuit


def test_a_gate_that_needs_nothing_or_one_thing_is_no_gate() -> None:
    circuit = Circuit()
    a = circuit.add_input()
    assert circuit.all_of() == TRUE
    assert circuit.any_of() == FALSE
    assert circuit.all_of(a, TRUE, a) == circuit.any_of(a, FALSE) == a
    assert circuit.all_of(a, -a) == circuit.all_of(a, FALSE) == FALSE


def test_a_gate_is_made_once() -> None:
    circuit = Circuit()
    a, b = circuit.add_input(), circuit.add_input()
    assert circuit.all_of(a, b) == circuit.all_of(b, a)
    assert circuit.any_of(a, b) == -circuit.all_of(-a, -b)


def test_many_patients_run_through_the_gates_at_once() -> None:
    circuit = Circuit()
    a, b, left_out = circuit.add_input(), circuit.add_input(), circuit.add_input()
    both, either, neither = circuit.all_of(a, b), circuit.any_of(a, b), circuit.all_of(-a, -b, -left_out)
    bits = circuit.run({a: 0b0011, b: 0b0101}, 0b1111)
    assert [bits[literal] for literal in (both, either, neither, -both, TRUE)] == [1, 7, 8, 14, 15]


def test_clauses_say_what_gates_do() -> None:
    circuit = Circuit()
    a, b = circuit.add_input(), circuit.add_input()
    gate = circuit.all_of(a, b)
    circuit.rule_out(a, b)
    for signs in product((1, -1), repeat=3):
        model = {TRUE, *(sign * literal for sign, literal in zip(signs, (a, b, gate), strict=True))}
        sound = (gate in model) == (a in model and b in model) and not (a in model and b in model)
        assert all(model.intersection(clause) for clause in circuit.clauses) == sound
