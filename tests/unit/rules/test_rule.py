from isthmus.rules.text.parse import read_rule


def test_rules_of_the_same_words_are_equal() -> None:
    assert read_rule("true", {}) == read_rule("true", {})
    assert read_rule("true", {}) != read_rule("false", {})
