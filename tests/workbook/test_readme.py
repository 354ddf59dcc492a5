"""The documented tables are the declared ones."""

from __future__ import annotations

from tools.examples import INPUTS
from tools.workbook_readme import readme


def test_the_committed_page_is_the_generated_one() -> None:
    assert (INPUTS / "README.md").read_text(encoding="utf-8") == readme()
