"""The documented tables are the declared ones."""

from __future__ import annotations

from tools.workbook_readme import README, readme


def test_the_committed_page_is_the_generated_one() -> None:
    assert README.read_text(encoding="utf-8") == readme()
