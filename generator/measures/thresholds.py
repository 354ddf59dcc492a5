"""The thresholds in force: those of the workbook, or their defaults for a plan that does not carry them."""

from __future__ import annotations

from generator.model.account import Settings
from generator.model.plan import AccountPlan, SharedPlan


def settings_of(plan: SharedPlan) -> Settings:
    """Return the plan's settings, the defaults for a shared plan."""
    return plan.settings if isinstance(plan, AccountPlan) else Settings()
