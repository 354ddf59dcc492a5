"""The promise of the types: a section told to the client cannot ask for what is internal; the checker refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.model.schema import TableSpec, tables
from generator.model.table import Layout

ROOT = Path(__file__).parents[2]


def every_internal_value() -> str:
    """One line of code a column and a table that the client must not see."""
    asked = [line for spec in tables() for line in _internal(spec)]
    return "".join(f"        {line},  # refused\n" for line in asked)


def _internal(spec: TableSpec) -> list[str]:
    if spec.shared_row is None:
        return [f"plan.{spec.field}"]
    fields = [column.field for column in spec.columns if not column.shared]
    if spec.table.layout is Layout.FORM:
        return [f"plan.{spec.field}.{field}" for field in fields]
    return [f"[row.{field} for row in plan.{spec.field}]" for field in fields]


# A section of the client's, asking what it may and, on the lines marked so, what it may not.
SECTION = f"""
from generator.model.plan import SharedPlan
from generator.story.story import Section
from generator.story.subject import InternalSubject, Subject
from generator.story.teller import Internal, Shared


def tell(subject: Subject) -> list[object]:
    plan: SharedPlan = subject.plan
    return [
        plan.account.client,
        [contact.name for contact in plan.contacts],
        [objective.label for objective in plan.objectives],
{every_internal_value()}        subject.findings,  # refused
    ]


def tell_internal(subject: InternalSubject) -> list[object]:
    return [subject.plan.opportunities, [contact.attitude for contact in subject.plan.contacts], subject.findings]


def tell_ours(subject: InternalSubject) -> Section | None:
    return None


SHARED = Shared("people", tell_ours)  # refused
INTERNAL = Internal("people", tell_ours)
"""


def test_a_client_section_that_asks_for_or_tells_what_is_internal_is_refused(tmp_path: Path) -> None:
    snippet = tmp_path / "section.py"
    snippet.write_text(SECTION, encoding="utf-8")
    assert SECTION.count("# refused") >= 30
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
    *asking, telling = errors
    assert all("[attr-defined]" in line for line in asking)
    assert telling.endswith("[arg-type]")
