"""Spark says what the reference says: of the cases of every operator, of drawn rules, and of the whole pathway.

It takes a minute and needs Java, so it runs where it is asked for: `make spark`.
"""

import os
import random
from functools import partial
from itertools import batched
from typing import Any

import pytest
from tests.generative.agree import disagreements, draw_patients, draw_rules
from tests.generative.engines import run_rules, spark_started
from tests.generative.grid import GRID_OF_NAMED
from tests.generative.runners import Runner, run_evaluate
from tests.spec.test_operators import SPECS, Spec, expected, told
from tests.unit.knowledge import FACTS, PATHWAY
from tests.unit.plan.test_as_sql import QUERIES, planned, run

from isthmus.pathway import CaseFeature

pytestmark = pytest.mark.skipif(not os.environ.get("ISTHMUS_SPARK"), reason="Spark runs where it is asked for: make spark")
