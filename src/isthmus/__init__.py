"""isthmus: a plan for one person and an answer with its evidence, from one body of knowledge.

>>> from datetime import date
>>> pars_defect = load_condition("pars-defect")
>>> plan(pars_defect, {"rf_saddle_numb": True}, today=date(2026, 11, 21)).action
'emergency-now'
"""

from isthmus.answer import Answer
from isthmus.condition import Condition, ask, load_condition, plan
from isthmus.corpus import Library, read_library
from isthmus.errors import IsthmusError
from isthmus.plan import Plan

__all__ = [
    "Answer",
    "Condition",
    "IsthmusError",
    "Library",
    "Plan",
    "ask",
    "load_condition",
    "plan",
    "read_library",
]
