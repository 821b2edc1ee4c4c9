from isthmus.rules import Cql, fold
from isthmus.rules.syntax import And, Literal, Name, Not


def test_fold_reads_from_the_leaves_up_and_from_left_to_right() -> None:
    assert fold(And(Not(Name("a")), Literal(1)), Cql()) == "((not a) and 1)"
