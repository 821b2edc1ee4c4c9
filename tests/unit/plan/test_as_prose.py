import re
from dataclasses import replace
from types import MappingProxyType

from tests.unit.knowledge import PATHWAY

from isthmus.plan.as_prose import pathway_as_prose
from isthmus.rules import And

PAGE = pathway_as_prose(PATHWAY)


def entry(name: str, page: str = PAGE) -> str:
    """Find the entry that opens with a name in bold."""
    found = re.search(rf"^- \*\*{re.escape(name)}\*\*(.+?)(?=^- |^#|\Z)", page, flags=re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1].strip()


def test_the_page_says_what_is_signed_and_that_nobody_has_yet() -> None:
    assert PATHWAY.notice in PAGE
    assert PAGE.count(PATHWAY.sha256) == 2
    assert f"| Review status | {PATHWAY.review_status} |" in PAGE
    assert "Until one does, no clinician has reviewed it." in PAGE


def test_nothing_is_left_to_fill_in() -> None:
    assert "$" not in PAGE


def test_every_part_of_the_pathway_has_its_entry_in_order() -> None:
    table = PAGE.partition("## Decision table")[2]
    rows = re.findall(r"^- \*\*(R\d\w+)\*\*", table, flags=re.MULTILINE)
    assert rows == [row.row for row in PATHWAY.recommendations]
    names = [*PATHWAY.actions, *(flag.id for flag in PATHWAY.flags), *(phase.id for phase in PATHWAY.phases)]
    assert [name for name in names if not entry(name)] == []
    assert [name for name in [*PATHWAY.features, *PATHWAY.parameters] if f"(`{name}`)" not in PAGE] == []


def test_a_row_says_when_it_decides_and_what_it_leads_to() -> None:
    assert entry("R35").splitlines() == [
        ": Under 30 with no slip, direct repair is the first thing to talk about.",
        "    - *When:* Age is under 30 years and slip is 0%.",
        "    - *Then:* `discuss-repair`.",
        "    - *If that is not known:* the row is passed over; R36 is next.",
        "    - *Basis:* PD-098, PD-113.",
    ]


def test_a_row_that_is_always_known_is_never_passed_over_for_want_of_facts() -> None:
    assert "If that is not known" not in entry("R11")


def test_a_last_row_that_may_be_unknown_leaves_no_plan() -> None:
    page = pathway_as_prose(replace(PATHWAY, recommendations=PATHWAY.recommendations[:1]))
    assert "*If that is not known:* there is no plan." in entry("R01", page)


def test_a_row_of_many_parts_lists_them() -> None:
    assert "*When:* Any of these:\n        - it is not known whether there is new" in entry("R06")


def test_a_definition_of_many_parts_that_all_must_hold_lists_them() -> None:
    young, sport = PATHWAY.definitions["young"], PATHWAY.phases[-1].when.tree
    many = replace(young, rule=replace(young.rule, tree=And(And(sport, young.rule.tree), young.rule.tree)))
    page = pathway_as_prose(replace(PATHWAY, definitions=MappingProxyType({"young": many})))
    assert "*Means:* All of these:\n        - it is established that" in page


def test_a_row_with_parts_within_parts_lists_them_without_parentheses() -> None:
    assert "*When:* Any of these:\n        - age is under 5 years and there is no" in entry("R08")
    assert "(" not in entry("R28")


def test_a_definition_of_many_cases_lists_them() -> None:
    assert entry("meyerding grade").splitlines()[1:4] == [
        "    - *Means:* The first of these that fits:",
        "        - if slip is not known, not known",
        "        - if slip is at most 0%, 0",
    ]
    assert entry("meyerding grade").endswith("        - otherwise, 5")


def test_a_list_that_must_be_known_first_is_said_plainly() -> None:
    assert entry("xray done").endswith("*Means:* The list of scans made includes “X-ray”.")


def test_rows_and_actions_are_told_apart_from_answers() -> None:
    assert "The row is one of **R31**, **R32**" in entry("second-line-not-tried")
    assert "The action is `discuss-repair` and age is over 25 years." in entry("age-contested")


def test_the_class_and_the_outlook_are_part_of_what_is_signed() -> None:
    assert "in this case: What scans say of a defect is “Yes, a scan showed one”." in PAGE
    assert "- Slip, Meyerding grade: the **meyerding grade**.\n- Stability: **instability**." in PAGE
    assert entry("heal-early").startswith("- *When:* Stage in the report is “Very early” or “Early”.")


def test_a_line_of_the_class_may_show_a_fact_that_is_a_truth() -> None:
    shown = replace(PATHWAY.classification[0], name="smoker")
    assert "- Side: smoker." in pathway_as_prose(replace(PATHWAY, classification=(shown,)))


def test_a_row_names_what_is_missing_and_its_phase() -> None:
    assert "*Names:* Each of these that is so:\n        - `age_years` if age is not known\n" in entry("R11")
    assert "*Names:* its phase." in entry("R12")
    assert "so:\n        - its phase\n        - `rts_painfree_motion` if it is not known whether" in entry("R21")
    assert "*Names:* `course` if change of the pain since treatment began is not known." in entry("R20")


def test_a_threshold_says_where_it_comes_from_what_others_use_and_what_hangs_on_it() -> None:
    found = entry("18 years")
    assert "*Origin:* The authors of this pathway." in found
    assert "*Also in use:* 21 in some practices." in found
    assert "*Used in:* definition young, definition too early to image, flag night-pain-noted" in found


def test_a_threshold_that_no_rule_speaks_of_says_so() -> None:
    page = pathway_as_prose(replace(PATHWAY, flags=()))
    assert "*Used in:* nothing." in entry("25 years", page)


def test_a_definition_is_told_apart_from_an_answer() -> None:
    assert "Grade of the slip in the report is not the **meyerding grade**." in entry("contradiction b")
    assert "State of the disc is “Badly worn” or **instability** holds or slip is over 25%." in entry("R34")


def test_an_action_is_given_in_the_words_of_every_audience() -> None:
    titles = [words.actions[PATHWAY.recommendations[0].action].title for words in PATHWAY.wordings.values()]
    assert [title for title in titles if f"“{title}”" not in entry("emergency-now")] == []


def test_an_action_says_its_stage_its_urgency_and_how_invasive_it_is() -> None:
    assert entry("emergency-now").startswith(": Safety first. Urgency: emergency. Invasiveness: 4.")


def test_an_action_says_what_it_requires() -> None:
    assert "*Requires:* **second line window** holds and there is rest together" in entry("consider-injection")


def test_a_fact_that_rightly_has_no_value_says_when() -> None:
    assert entry("time since surgery").endswith("Range: 0 to 260 (weeks). Left out when there was no surgery.")


def test_a_fact_says_what_it_rests_on() -> None:
    assert entry("numbness between the legs").endswith("around the back passage? (PD-145)")
