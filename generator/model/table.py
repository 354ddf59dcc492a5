"""A table of the workbook, told by a row class: where it stands, its words, its key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from pydantic import BaseModel

from generator.locales.language import Label


class Sheet(Enum):
    """The sheets that hold tables, in workbook order; each member is the sheet's names."""

    ACCOUNT = "0 Compte", "0 Account"
    MAPPING = "1 Cartographie", "1 Mapping"
    OBJECTIVES = "2 Objectifs", "2 Objectives"
    GOVERNANCE = "3 Gouvernance", "3 Governance"
    KPIS = "4 KPI", "4 KPIs"
    ACTIONS = "5 Actions", "5 Actions"
    ANIMATION = "6 Animation", "6 Upkeep"

    @property
    def label(self) -> Label:
        """The sheet's name in every language."""
        return Label(*self.value)


class Layout(Enum):
    """The shapes a table may have."""

    ROWS = "rows"
    CROSSTAB = "crosstab"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Table:
    """Declaration of one table: its Excel name (the same in every language), sheet, title, help line and key fields.

    ``unique`` is false where several rows may share a key (one row a survey respondent). ``required`` tables hold what
    no document can do without. One that ``steers`` says how the documents are made, and nothing of the account.
    """

    name: str
    sheet: Sheet
    title: Label
    help: Label
    key: tuple[str, ...] = ()
    layout: Layout = Layout.ROWS
    unique: bool = True
    required: bool = False
    steers: bool = False


class Row(BaseModel, frozen=True, extra="forbid"):
    """One row of a table; frozen, and nothing undeclared gets in."""

    table: ClassVar[Table]

    @property
    def key(self) -> tuple[str, ...]:
        """The natural key, each part as text; blank parts are empty strings."""
        return tuple(key_text(getattr(self, name)) for name in self.table.key)


def key_text(value: object) -> str:
    """Return a key part as text: enums by the key of their word, dates and quarters in their sortable form."""
    if value is None:
        return ""
    label = getattr(value, "label", None)
    return label.key if isinstance(label, Label) else str(value)
