"""The thresholds that hold where a workbook says nothing: as the blank workbook and its readers know them."""

from __future__ import annotations

from decimal import Decimal

from generator.model.account import Settings
from generator.model.choices import DeckPreset, HiddenRows, PlanPreset, StruckText


def test_what_is_not_set() -> None:
    assert Settings().model_dump() == {
        "renewal_horizon_months": 12,
        "notice_alert_days": 90,
        "concentration_rate": Decimal("0.5"),
        "contact_silence_days": 90,
        "escalation_days": 30,
        "cadence_tolerance": Decimal("0.25"),
        "risk_criticality": 15,
        "owner_share": Decimal("0.4"),
        "kpi_gap": Decimal("0.005"),
        "kpi_minimum": 3,
        "kpi_maximum": 5,
        "revision_days": 100,
        "minutes_days": 2,
        "respondents_minimum": 5,
        "notice_visible_to_client": False,
        "retention_months": 36,
        "hidden_rows": HiddenRows.READ,
        "struck_text": StruckText.IGNORED,
        "deck": DeckPreset.FULL,
        "plan": PlanPreset.CURRENT,
    }
