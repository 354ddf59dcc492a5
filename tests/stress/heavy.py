"""A heavy account: 18 contracts, 45 people, 120 actions, a third of what is named in twelve words or more; fictional.

`python -m tests.stress.heavy en FILE` writes its workbook.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from generator.brand import load
from generator.cli.new import workbook_colours
from generator.locales import Language
from generator.model.choices import Share
from generator.model.plan import AccountPlan, SharedPlan
from generator.model.table import Row
from generator.workbook.author import author
from tests.stress.plans import HEAVY, plan_of
from tests.stress.wordy import worded_in


def heavy(language: Language) -> AccountPlan:
    """Return the heavy account in a language: whatever may be shared is."""
    plan = plan_of(replace(HEAVY, wording=worded_in(language)))
    account = plan.account.model_copy(update={"language": language})
    shared = {
        field: tuple(map(_shared, getattr(plan, field))) for field in SharedPlan.model_fields if field != "account"
    }
    return plan.model_copy(update={**shared, "account": account})


def _shared(row: Row) -> Row:
    return row.model_copy(update={"share": Share.CLIENT}) if "share" in type(row).model_fields else row


def workbook(language: Language) -> bytes:
    """Return the heavy account as a workbook."""
    return author(heavy(language), language, colours=workbook_colours(load().palette))


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(workbook(Language(sys.argv[1])))
