from isthmus.pathway import contradiction_name


def test_a_contradiction_has_a_name_that_rules_can_write() -> None:
    assert contradiction_name("g") == "contradiction_g"
