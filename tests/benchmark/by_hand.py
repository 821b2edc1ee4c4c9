"""The rules of the pars-defect pathway as a careful hand would write them in Polars: what `columns` is measured against.

It gives each patient's row, action and flags. `decide` writes the row in words, as most would; `decide_by_number` knows
that Polars chooses faster among small numbers.
"""

import polars as pl

__all__ = ["decide", "decide_by_number"]

ACTIONS = {
    **dict.fromkeys(["R01", "R02", "R03", "R04", "R05"], "emergency-now"),
    "R06": "ask-red-flags",
    **dict.fromkeys(["R07", "R08", "R09"], "urgent-referral"),
    "R10": "resolve-contradiction",
    **dict.fromkeys(["R11", "R19a", "R19", "R20", "R22", "R24"], "ask-missing"),
    "R12": "recover-after-surgery",
    "R13": "prepare-for-surgery",
    "R14": "out-of-pathway",
    **dict.fromkeys(["R15", "R16"], "surgical-referral"),
    "R17": "reassure",
    "R18": "defer-pregnancy",
    "R19b": "no-imaging-yet",
    "R19c": "image-xray",
    "R19d": "image-mri",
    "R19e": "image-ct-limited",
    **dict.fromkeys(["R19f", "R28"], "specialist-review"),
    "R21": "return-to-sport",
    "R23": "start-conservative-care",
    **dict.fromkeys(["R25", "R27", "R29"], "continue-conservative-care"),
    "R26": "reassess-and-reimage",
    "R30": "consider-injection",
    "R31": "self-manage",
    "R32": "complete-workup",
    "R33": "discuss-decompression",
    "R34": "discuss-fusion",
    "R35": "discuss-repair",
    "R36": "discuss-surgery-individually",
}
SURGERY = [
    "prepare-for-surgery",
    "discuss-decompression",
    "discuss-fusion",
    "discuss-repair",
    "discuss-surgery-individually",
]
RED_FLAGS = [
    "rf_bladder_bowel",
    "rf_saddle_numb",
    "rf_leg_weakness_bilateral",
    "rf_progressive_deficit",
    "rf_fever_infection",
    "rf_major_trauma",
]

col = pl.col
age, symptoms, care, slip, weeks = map(
    col, ["age_years", "symptom_months", "conservative_months", "slip_percent", "weeks_after_surgery"]
)
young, suspected, unstable, motion = map(col, ["young", "suspected", "unstable", "motion"])
second_line, action = col("second_line"), col("action")

NAMED = {
    "young": age < 18,
    "motion": (col("dyn_translation_mm") >= 4) | (col("dyn_angle_deg") >= 10),
    "suspected": col("defect_status") == "suspected",
    "second_line": (care >= 3) & (care < 6),
    "grade": pl.when(slip <= 0)
    .then(0)
    .when(slip <= 25)
    .then(1)
    .when(slip <= 50)
    .then(2)
    .when(slip <= 75)
    .then(3)
    .when(slip <= 100)
    .then(4)
    .when(slip > 100)
    .then(5),
}
CLASHES = [
    (care - symptoms).round(8) > 0.5,
    col("slip_grade_reported") != col("grade"),
    (col("defect_status") == "excluded") & (col("laterality").is_not_null() | col("stage").is_not_null()),
    (col("course") == "resolved") & (col("pain_now") >= 4),
    (col("skeletal_maturity") == "immature") & (age >= 25),
    (col("laterality") == "unilateral") & (slip > 25),
    (col("instability_reported") == "absent") & motion,
    (col("instability_reported") == "present") & ~motion,
]
ROWS = {
    "R01": col("rf_bladder_bowel") | col("rf_saddle_numb"),
    "R02": col("rf_leg_weakness_bilateral") | col("rf_progressive_deficit"),
    "R03": col("rf_fever_infection"),
    "R04": col("rf_major_trauma"),
    "R05": col("rf_postop_warning"),
    "R06": pl.any_horizontal(col(RED_FLAGS).is_null()) | (col("rf_postop_warning").is_null() & weeks.is_not_null()),
    "R07": col("rf_cancer_suspicion"),
    "R08": ((age < 5) & ~col("incidental")) | (young & col("rf_night_pain")),
    "R09": col("radicular") == "motor_stable",
    "R10": pl.any_horizontal(CLASHES),
    "R11": age.is_null() | col("defect_status").is_null(),
    "R12": weeks.is_not_null(),
    "R13": col("days_to_surgery").is_not_null(),
    "R14": col("defect_status") == "excluded",
    "R15": slip > 50,
    "R16": col("slip_progress") & (col("skeletal_maturity") == "immature"),
    "R17": col("incidental"),
    "R18": col("pregnant"),
    "R19a": suspected & symptoms.is_null(),
    "R19b": suspected & ((young & (symptoms < 1)) | ((age >= 18) & (symptoms < 1.5))),
    "R19": suspected & col("imaging_done").is_null(),
    "R19c": suspected & ~col("imaging_done").list.contains("xray"),
    "R19d": suspected & ~col("imaging_done").list.contains("mri"),
    "R19e": suspected & ~col("imaging_done").list.contains("ct"),
    "R19f": suspected,
    "R20": col("course").is_null(),
    "R21": col("course") == "resolved",
    "R22": care.is_null(),
    "R23": (care == 0) | ~col("conservative_adequate"),
    "R24": col("conservative_adequate").is_null(),
    "R25": col("course") == "improving",
    "R26": (care < 6) & (col("course") == "worse"),
    "R27": care < 3,
    "R28": second_line & (young | (col("skeletal_maturity") == "immature")),
    "R29": second_line & col("injection").is_in(["relief", "no_relief", "contraindicated"]),
    "R30": second_line,
    "R31": (care >= 6) & (col("wants_surgery") == "no"),
    "R32": (care >= 6) & (col("disc").is_null() | unstable.is_null() | slip.is_null()),
    "R33": col("nerve_compression_imaging") & col("radicular").is_in(["pain_only", "sensory"]),
    "R34": (col("disc") == "significant") | unstable | (slip > 25),
    "R35": (age < 30) & (slip == 0),
    "R36": pl.lit(value=True),
}
FLAGS = {
    "night-pain-noted": col("rf_night_pain") & (age >= 18),
    "earlier-opinion-possible": (col("sport_level") == "professional") & second_line,
    "second-line-not-tried": col("row").is_in(["R31", "R32", "R33", "R34", "R35", "R36"])
    & (age >= 18)
    & (col("injection") == "none"),
    "age-contested": (action == "discuss-repair") & (age > 25),
    "instability-rule-contested": col("dyn_translation_mm").is_between(3, 4.5)
    | col("dyn_angle_deg").is_between(10, 15),
    "discuss-stabilisation": (action == "discuss-decompression") & ((slip > 0) | unstable),
    "growing-bilateral": (action == "reassure")
    & (col("skeletal_maturity") == "immature")
    & (col("laterality") == "bilateral"),
    "quit-smoking": col("smoker") & action.is_in(SURGERY),
    "ask-smoking": (action == "prepare-for-surgery") & col("smoker").is_null(),
    "ask-prescriber": col("anticoagulant") & action.is_in(["prepare-for-surgery", "consider-injection"]),
    "ask-anticoagulant": (action == "prepare-for-surgery") & col("anticoagulant").is_null(),
    "too-early-for-sport": (action == "recover-after-surgery")
    & (weeks < 12)
    & col("sport_level").is_in(["competitive", "professional"]),
}


def decide(people: pl.DataFrame) -> pl.DataFrame:
    """Write the row in words, and look the action up by it."""
    row = pl.coalesce(pl.when(rule).then(pl.lit(name)) for name, rule in ROWS.items())
    return _flagged(_named(people).with_columns(row=row).with_columns(action=col("row").replace_strict(ACTIONS)))


def decide_by_number(people: pl.DataFrame) -> pl.DataFrame:
    """Number the rows, and look both words up by the number."""
    number = pl.lit(None, dtype=pl.UInt8)
    for at, rule in reversed(list(enumerate(ROWS.values()))):
        number = pl.when(rule).then(pl.lit(at, dtype=pl.UInt8)).otherwise(number)
    names = pl.Series(list(ROWS), dtype=pl.Enum(list(ROWS)))
    words = [ACTIONS[name] for name in ROWS]
    actions = pl.Series(words, dtype=pl.Enum(list(dict.fromkeys(words))))
    looked_up = {"row": pl.lit(names).gather(col("number")), "action": pl.lit(actions).gather(col("number"))}
    return _flagged(_named(people).with_columns(number=number).with_columns(**looked_up))


def _named(people: pl.DataFrame) -> pl.LazyFrame:
    steady = pl.coalesce(motion, col("instability_reported") == "present")
    return people.lazy().with_columns(**NAMED).with_columns(unstable=steady)


def _flagged(decided: pl.LazyFrame) -> pl.DataFrame:
    flags = {name: rule.fill_null(value=False) for name, rule in FLAGS.items()}
    return decided.select("row", "action", **flags).collect()
