"""The promise of the types: a section told to the client cannot ask for what is internal; the checker refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# A section of the client's, asking what it may and, on the lines marked so, what it may not.
SECTION = """
from generator.model.plan import SharedPlan
from generator.story.subject import InternalSubject, Subject


def tell(subject: Subject) -> list[object]:
    plan: SharedPlan = subject.plan
    return [
        plan.account.client,
        plan.account.ambition,  # refused
        [contact.name for contact in plan.contacts],
        [contact.attitude for contact in plan.contacts],  # refused
        [contact.influence for contact in plan.contacts],  # refused
        [objective.label for objective in plan.objectives],
        [objective.attainable for objective in plan.objectives],  # refused
        [score.verbatim for score in plan.satisfaction],  # refused
        [action.share for action in plan.actions],  # refused
        plan.opportunities,  # refused
        plan.settings,  # refused
        subject.findings,  # refused
    ]


def tell_internal(subject: InternalSubject) -> list[object]:
    return [subject.plan.opportunities, [contact.attitude for contact in subject.plan.contacts], subject.findings]
"""


def test_a_client_section_that_asks_for_an_internal_value_is_refused(tmp_path: Path) -> None:
    snippet = tmp_path / "section.py"
    snippet.write_text(SECTION, encoding="utf-8")
    refused = [number for number, line in enumerate(SECTION.splitlines(), start=1) if line.endswith("# refused")]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--follow-imports=silent", "--no-error-summary", str(snippet)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert [int(line.split(":")[1]) for line in errors] == refused, done.stdout + done.stderr
    assert all("[attr-defined]" in line for line in errors)
