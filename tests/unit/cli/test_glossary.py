import json

from tests.unit.cli.conftest import Call


def test_a_word_is_looked_up_in_any_way_it_is_written(call: Call) -> None:
    told = [call("glossary", way).out for way in ("spondy", "SPONDYLOLYSIS", "spondilolysis")]
    assert len(set(told)) == 1
    assert told[0].startswith("spondylolysis: ")
    assert "(also: lysis" in told[0]


def test_each_reader_gets_the_meaning_in_their_register(call: Call) -> None:
    plain, clinical = (call("glossary", "union", "--audience", who).out for who in ("patient", "surgeon"))
    assert plain != clinical


def test_without_a_word_all_are_printed(call: Call) -> None:
    printed = call("glossary").out.splitlines()
    terms = json.loads(call("glossary", "--json").out)
    assert [line.split(": ")[0] for line in printed] == [term["term"] for term in terms]
    assert len(terms) > 50
    assert all(term["means"] and len(set(term["also"])) == len(term["also"]) for term in terms)


def test_a_word_that_is_not_there_is_refused(call: Call) -> None:
    refused = call("glossary", "brce")
    assert (refused.code, refused.out, refused.err) == (2, "", "term: There is no term `brce`. Did you mean `brace`?\n")
