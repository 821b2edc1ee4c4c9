"""Patients that were labelled apart from this repository get the plans of their labels."""

import json
import subprocess
import sys
from pathlib import Path

from isthmus.located import parse_yaml


def test_every_labelled_patient_gets_the_plan_of_the_label(shared: Path) -> None:
    path = shared / "clinical" / "vignettes.yaml"
    patients = parse_yaml(path.read_text(encoding="utf-8"), path.name).value["vignettes"]
    lines = "\n".join(json.dumps({"id": one["id"], "inputs": one["inputs"]}, default=float) for one in patients)
    command = [sys.executable, "-c", "from isthmus.cli.app import main; main()", "plan", "--each"]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    plans = {plan["id"]: plan for plan in map(json.loads, done.stdout.splitlines())}
    for one in patients:
        plan, label = plans[one["id"]], one["expected"]
        assert (plan["action"], plan["row"], plan["detail"]) == (label["action"], label["row"], label["detail"])
        assert set(label["flags_at_least"]) <= set(plan["flags"])
        assert plan["action"] not in label["forbidden_actions"]
