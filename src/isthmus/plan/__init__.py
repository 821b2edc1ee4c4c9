"""A plan for one patient: what the pathway says, why, and where that comes from."""

from isthmus.plan.apply import apply
from isthmus.plan.as_json import plan_as_json
from isthmus.plan.make import make_plan
from isthmus.plan.model import Classified, Part, PathwayVersion, Plan, TracedRow
from isthmus.plan.patient import Patient, read_patient
from isthmus.plan.worked import Miss, run_cases

__all__ = [
    "Classified",
    "Miss",
    "Part",
    "PathwayVersion",
    "Patient",
    "Plan",
    "TracedRow",
    "apply",
    "make_plan",
    "plan_as_json",
    "read_patient",
    "run_cases",
]
