"""Where every program is installed no test is skipped: what would be fails, and says why."""

from __future__ import annotations

import pytest

from tests import conftest


@pytest.mark.parametrize(("is_refused", "outcome"), [(False, "skipped"), (True, "failed")])
def test_a_skipped_test_fails_where_skips_are_refused(
    monkeypatch: pytest.MonkeyPatch, *, is_refused: bool, outcome: str
) -> None:
    monkeypatch.setattr(conftest, "SKIPS_REFUSED", is_refused)
    assert made_of("skipped", "LibreOffice is not installed").outcome == outcome


def test_a_passed_test_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conftest, "SKIPS_REFUSED", True)
    assert made_of("passed", None).outcome == "passed"


def test_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conftest, "SKIPS_REFUSED", True)
    assert "LibreOffice is not installed" in str(made_of("skipped", "LibreOffice is not installed").longrepr)


def made_of(outcome: str, reason: str | None) -> pytest.TestReport:
    """The report that stands after ours was asked, of a test that ended so."""
    report = pytest.TestReport("a", ("a", 1, "a"), {}, outcome, reason, "setup")  # type: ignore[arg-type]
    asked = conftest.pytest_runtest_makereport()
    next(asked)
    try:
        asked.send(report)
    except StopIteration as ended:
        made = ended.value
    assert isinstance(made, pytest.TestReport)
    return made
