"""A plan for one patient: what the pathway says, why, and where that comes from."""

from isthmus.plan.apply import apply
from isthmus.plan.as_json import plan_as_json
from isthmus.plan.explanation import Change, Explanation, Fact, Question, Turn
from isthmus.plan.interview import Interview
from isthmus.plan.make import make_plan
from isthmus.plan.model import Classified, Part, PathwayVersion, Plan, PlannedPhase, TracedRow, Weeks, Weighed
from isthmus.plan.patient import Patient, plain, read_patient
from isthmus.plan.worked import Miss, run_cases

__all__ = [
    "Change",
    "Classified",
    "Explanation",
    "Fact",
    "Interview",
    "Miss",
    "Part",
    "PathwayVersion",
    "Patient",
    "Plan",
    "PlannedPhase",
    "Question",
    "TracedRow",
    "Turn",
    "Weeks",
    "Weighed",
    "apply",
    "make_plan",
    "plain",
    "plan_as_json",
    "read_patient",
    "run_cases",
]
