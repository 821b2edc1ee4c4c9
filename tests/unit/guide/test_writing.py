from isthmus.guide.writing import references_in, written_in
from isthmus.located import parse_yaml

REGISTERS = {"patient": "plain", "surgeon": "clinical"}


def texts(yaml: str) -> list[tuple[str, str, str, str | None, str]]:
    return [
        (text.text, text.kind, text.register, text.audience, text.part)
        for text in written_in(parse_yaml(yaml, "f.yaml"), REGISTERS)
    ]


def test_a_chapter_is_the_part_its_sentences_count_to() -> None:
    yaml = "audience: patient\nchapters: [{chapter: outlook, title: Outlook, says: [{text: Ask., about: plan}]}]"
    assert texts(yaml) == [
        ("Outlook", "title", "plain", "patient", "outlook"),
        ("Ask.", "sentence", "plain", "patient", "outlook"),
    ]


def test_a_chapter_without_a_name_is_counted_by_its_place() -> None:
    assert texts("audience: surgeon\nchapters: [{title: Outlook}]")[0][2:] == ("clinical", "surgeon", "0")


def test_a_sentence_in_both_registers_is_two_texts_with_one_basis() -> None:
    (plain, clinical) = written_in(
        parse_yaml("harms: [{plain: Few., clinical: '3%.', claims: [PD-1], arithmetic: ['3 = 3.1']}]", "f.yaml"),
        REGISTERS,
    )
    assert (plain.register, clinical.register) == ("plain", "clinical")
    assert plain.claims == clinical.claims == ("PD-1",)
    assert (plain.arithmetic, plain.audience, plain.where) == (("3 = 3.1",), None, "f.yaml:1")


def test_titles_questions_and_definitions_are_told_apart() -> None:
    yaml = """\
title: {plain: A brace, clinical: Orthosis}
terms: [{term: lysis, plain: A crack., clinical: A defect.}]
features: {age: {ask: How old?, why: {text: It matters., claims: [PD-1]}}}
"""
    assert [(text, kind) for text, kind, *_ in texts(yaml)] == [
        ("A brace", "title"),
        ("Orthosis", "title"),
        ("A crack.", "definition"),
        ("A defect.", "definition"),
        ("How old?", "question"),
        ("It matters.", "sentence"),
    ]


def test_a_safety_notice_is_in_the_register_of_its_audience() -> None:
    yaml = "safety: {patient: [{text: Go now., about: safety}], surgeon: [{text: Refer., about: safety}]}"
    assert [row[2:] for row in texts(yaml)] == [("plain", "patient", "safety"), ("clinical", "surgeon", "safety")]


def test_what_is_said_of_days_is_in_the_register_of_its_audience() -> None:
    yaml = "days: {patient: [{text: A guide., about: plan}], surgeon: [{text: Indicative., about: plan}]}"
    assert [row[2:] for row in texts(yaml)] == [("plain", "patient", "days"), ("clinical", "surgeon", "days")]


def test_a_file_that_is_no_mapping_holds_no_words() -> None:
    document = parse_yaml("[a, b]", "f.yaml")
    assert (written_in(document, REGISTERS), list(references_in(document))) == ((), [])


def test_actions_and_figures_that_words_name_are_collected_with_their_places() -> None:
    yaml = "actions: [start]\nbenefits:\n  - {plain: x, figure: {claim: PD-1, measure: union}}\n"
    named = [(item.kind, item.name, item.where) for item in references_in(parse_yaml(yaml, "f.yaml"))]
    assert named == [("action", "start", "f.yaml:1"), ("figure", "PD-1: union", "f.yaml:3")]


def test_the_procedure_that_an_option_means_is_named() -> None:
    yaml = "options: [{option: a, procedure: brace}, {name: b}, c]"
    assert [(item.kind, item.name) for item in references_in(parse_yaml(yaml, "f.yaml"))] == [("procedure", "brace")]


def test_actions_of_a_wording_are_no_names_of_actions() -> None:
    assert list(references_in(parse_yaml("actions: {start: {title: Start}}", "f.yaml"))) == []
