"""isthmus: a plan for one person and an answer with its evidence, from one body of knowledge.

>>> from datetime import date
>>> pars_defect = load_condition("pars-defect")
>>> plan(pars_defect, {"rf_saddle_numb": True}, today=date(2026, 11, 21)).action
'emergency-now'
>>> ask(pars_defect, "What is the best laptop?").behaviour
'abstain'
"""

from isthmus.condition import Condition, ask, load_condition, plan
from isthmus.errors import IsthmusError
from isthmus.plan import Plan

__all__ = ["Condition", "IsthmusError", "Plan", "ask", "load_condition", "plan"]
