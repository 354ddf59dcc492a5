"""What changed between two plans, for a terminal: the movements, then every row by table with both values and cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.answers.difference.compared import Compared
from generator.answers.difference.movements import days, movement_lines
from generator.answers.worded import cell, column_name, column_of, key_of, title_of, worded
from generator.history.difference import ChangeKind, FieldChange, RowChange, Slip
from generator.locales.characters import HYPHEN
from generator.locales.locale import Locale
from generator.model.schema import TableSpec, table_of

_MARKS = {ChangeKind.ADDED: ("+", "32"), ChangeKind.REMOVED: ("−", "31"), ChangeKind.CHANGED: ("~", "33")}
_BOLD, _DIM = "1", "2"


def as_text(compared: Compared, locale: Locale, *, colour: bool = False) -> str:
    """Return the whole difference, ready to print; ``colour`` adds ANSI codes."""
    return "\n".join(_Page(compared, locale, colour).lines()).replace(HYPHEN, "-")


@dataclass(frozen=True)
class _Page:
    compared: Compared
    locale: Locale
    colour: bool

    def lines(self) -> Iterator[str]:
        found = self.compared.difference
        yield self.locale.say(
            "diff.title",
            client=self.compared.new.plan.account.client,
            since=found.since,
            until=found.until,
            former=found.since_cutoff,
            cutoff=found.until_cutoff,
        )
        yield self.counts()
        movements = list(movement_lines(found, self.locale))
        yield from ["", *movements] if movements else []
        for table, changes in groupby(found.rows, key=lambda change: change.table):
            yield from self.table(table_of(table), tuple(changes))

    def counts(self) -> str:
        rows = self.compared.difference.rows
        counted = [(kind, sum(row.kind is kind for row in rows)) for kind in ChangeKind]
        told = [self.locale.say(f"diff.count.{kind.value}", n=count) for kind, count in counted if count]
        return ", ".join(told) or self.locale.say("diff.nothing")

    def table(self, spec: TableSpec, changes: tuple[RowChange, ...]) -> Iterator[str]:
        yield ""
        yield self.painted(self.locale.label(spec.table.title), _BOLD)
        for change in changes:
            if change.key:
                yield self.head(spec, change)
            for field in change.fields:
                yield f"      {self.field(spec, change, field)}{self.cells(change, field.field)}"

    def head(self, spec: TableSpec, change: RowChange) -> str:
        row = change.row
        mark, ansi = _MARKS[change.kind]
        named = self.painted(f"{mark} {key_of(spec, row, self.locale)}", ansi)
        title = title_of(spec, row)
        return f"  {named}{'  ' if title else ''}{title}{'' if change.fields else self.cells(change)}"

    def field(self, spec: TableSpec, change: RowChange, field: FieldChange) -> str:
        column = column_of(spec, field.field)
        told = self.locale.say(
            "diff.field",
            label=column_name(spec, field.field, self.locale),
            old=worded(field.old, column, change.old or change.row, self.locale),
            new=worded(field.new, column, change.row, self.locale),
        )
        slip = self.slip(change, field)
        return f"{told} ({days(slip, self.locale)})" if slip else told

    def slip(self, change: RowChange, field: FieldChange) -> Slip | None:
        slips = self.compared.difference.slips
        return next(
            (slip for slip in slips if slip.row is change.new and (slip.old, slip.new) == (field.old, field.new)), None
        )

    def cells(self, change: RowChange, field: str = "") -> str:
        found = dict.fromkeys(cell(place) for place in self.compared.places(change, field) if place is not None)
        return self.painted(f"  {' → '.join(found)}", _DIM) if found else ""

    def painted(self, text: str, ansi: str) -> str:
        return f"\x1b[{ansi}m{text}\x1b[0m" if self.colour else text
