"""Unique marks in everything a client may not see, and the search that finds them in a file, whatever hides them."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from generator.locales import Language
from generator.locales.formats import long_date, short_date
from generator.model.choices import BodyType, ContractStatus, FigureMeasure, Share
from generator.model.column import Kind
from generator.model.plan import AccountPlan
from generator.model.quarter import Quarter
from generator.model.schema import ColumnSpec, TableSpec, table_of, tables
from generator.model.table import Layout

_FIRST_NUMBER = 731_000_113
_STEP = 1013
_FIRST_RATE = Decimal("0.400000113")
_FIRST_DAY = date(2391, 1, 1)
_EPOCH = date(1899, 12, 30)  # day 0 of an Excel serial
# the year by itself, as 2391-01-31 without its hyphens, as Excel counts days: most texts hold none
_MAYBE_A_DAY = re.compile(r"(?<![\d.])2391(?![\d.])|2391(?:0[1-9]|1[0-2])[0-3]\d|>179\d{3}<")
_LETTERS = "bcdfghjklmnpqrstvwxz"

CLOSED = (Kind.CHOICE, Kind.YES_NO, Kind.LEVEL, Kind.TIME, Kind.QUARTER, Kind.HORIZON, Kind.INTEGER, Kind.TERM)
"""Kinds whose values are too few or too small to carry a mark."""

BOUND = {("messages", "section"), ("outline", "section"), ("kpis", "filter"), ("decisions", "recommended")}
"""Texts that must be one of a few: the key of a section, a formula, the letter of an option."""


@dataclass
class Canaries:
    """The marks given out: where each stands, as ``table.field``."""

    words: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    days: dict[date, str] = field(default_factory=dict)

    def word(self, where: str) -> str:
        """A word that no language has."""
        number, letters = len(self.words), ""
        for _ in range(4):
            number, rest = divmod(number, len(_LETTERS))
            letters = _LETTERS[rest] + letters
        self.words[f"zqx{letters}"] = where
        return f"Zqx{letters}"

    def number(self, where: str) -> Decimal:
        """An amount of nine digits."""
        amount = _FIRST_NUMBER + _STEP * len(self.numbers)
        self.numbers[str(amount)] = where
        return Decimal(amount)

    def rate(self, where: str) -> Decimal:
        """A share of one, nine digits long."""
        rate = _FIRST_RATE + _STEP * len(self.numbers) * Decimal("1e-9")
        self.numbers[str(rate).removeprefix("0.")] = where
        return rate

    def day(self, where: str) -> date:
        """A day of another century."""
        day = _FIRST_DAY + timedelta(days=len(self.days))
        self.days[day] = where
        return day

    @property
    def places(self) -> set[str]:
        """Every field that carries a mark."""
        return {*self.words.values(), *self.numbers.values(), *self.days.values()}

    def seen_in(self, file: bytes) -> dict[str, str]:
        """The fields whose marks a file shows, each with the part that does."""
        seen: dict[str, str] = {}
        for part, content in contents(file):
            for text in readings(content):
                for where in self._seen(text):
                    seen.setdefault(where, part)
        return seen

    def _seen(self, text: str) -> Iterator[str]:
        yield from (self.words[word] for word in re.findall(r"zqx[a-z]{4}", text.lower()) if word in self.words)
        together = re.sub(r"(?<=\d)[\s.,'\u00a0\u202f\u2019](?=\d)", "", text)
        for run in re.findall(r"\d{9,}", together):
            yield from (self.numbers[nine] for nine in _nines(run) if nine in self.numbers)
        if _MAYBE_A_DAY.search(text):
            spaced = text.replace("\u00a0", " ")
            yield from (where for day, where in self.days.items() if any(form in spaced for form in forms(day)))


def _nines(run: str) -> Iterator[str]:
    return (run[at : at + 9] for at in range(len(run) - 8))


@cache
def forms(day: date) -> frozenset[str]:
    """The ways a day may be written: in either language, short or long, in files, as Excel counts it."""
    told = {form(language, day).replace("\u00a0", " ") for language in Language for form in (short_date, long_date)}
    return frozenset({*told, f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f">{(day - _EPOCH).days}<"})


def contents(file: bytes, within: str = "") -> Iterator[tuple[str, bytes]]:
    """Every byte of a file: as it lies on the disk, then part by part, packages inside it included."""
    yield within or "the file", file
    if not file.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        yield f"{within}names", "\n".join(archive.namelist()).encode() + archive.comment
        for entry in archive.infolist():
            content = archive.read(entry)
            yield f"{within}{entry.filename}", content
            if content.startswith(b"PK"):
                yield from contents(content, f"{within}{entry.filename}!")


def readings(content: bytes) -> Iterator[str]:
    """The texts that bytes may be: single bytes, wide characters, and words once the tags between them are gone."""
    yield content.decode("latin-1")
    yield content.decode("utf-16-le", errors="ignore")
    if content.lstrip()[:1] == b"<":
        text = html.unescape(content.decode("utf-8", errors="replace"))
        yield text
        yield re.sub(r"<[^>]*>", "", text)


Changes = dict[str, Any]
Rows = dict[str, list[Changes]]

MADE_INTERNAL: Mapping[str, Changes] = {
    "outline": {"client": False},
    "contracts": {"status": ContractStatus.DRAFT},
    "contacts": {"active": False},
    "bodies": {"type": BodyType.INTERNAL},
    "figures": {"measure": FigureMeasure.MARGIN},
}
"""What makes a row internal in the tables where no column says so."""

BELONGS_TO = {
    "amendments": ("contract", "contracts"),
    "meetings": ("body", "bodies"),
    "decisions": ("meeting", "meetings"),
}
"""Rows that are internal since what they belong to is: by table, the column and the table it refers to."""

LAST_QUARTER = Quarter(2026, 3)
FORMS = {spec.field for spec in tables() if spec.table.layout is Layout.FORM}


def with_canaries(plan: AccountPlan) -> tuple[AccountPlan, Canaries]:
    """A plan whose every internal field and row carries a mark, and whose shared rows refer to internal ones."""
    rows = {spec.field: _values(plan, spec) for spec in tables()}
    for spec in tables():
        rows[spec.field] += _one_internal_row(spec, rows)
    hidden = {spec.field: [is_hidden(spec, row, rows) for row in rows[spec.field]] for spec in tables()}
    marks = Canaries()
    renamed = {
        (spec.field, old): new
        for spec in tables()
        for row, is_out in zip(rows[spec.field], hidden[spec.field], strict=True)
        for old, new in _mark(spec, row, marks, hidden=is_out)
    }
    for spec in tables():
        for row in rows[spec.field]:
            _follow(spec, row, renamed)
        if spec.shared_row is not None:
            pairs = zip(rows[spec.field], hidden[spec.field], strict=True)
            _refer_to_hidden(spec, [row for row, is_out in pairs if not is_out], renamed)
    made = {spec.field: tuple(spec.row(**row) for row in rows[spec.field]) for spec in tables()}
    told = {field: found[0] if field in FORMS else found for field, found in made.items()}
    return AccountPlan.model_validate(told), marks


def is_hidden(spec: TableSpec, row: Changes, rows: Rows) -> bool:
    """Whether the client may not see a row, by the workbook's contract (not by the code under test)."""
    if spec.shared_row is None or row.get("share") is Share.INTERNAL:
        return True
    if spec.field == "figures":
        return row["measure"] is not FigureMeasure.REVENUE
    if any(row[name] == value for name, value in MADE_INTERNAL.get(spec.field, {}).items()):
        return True
    if spec.field not in BELONGS_TO:
        return False
    name, table = BELONGS_TO[spec.field]
    owner = next(one for one in rows[table] if one[table_of(table).table.key[0]] == row[name])
    return is_hidden(table_of(table), owner, rows)


def _values(plan: AccountPlan, spec: TableSpec) -> list[Changes]:
    held = getattr(plan, spec.field)
    return [
        {name: getattr(row, name) for name in spec.row.model_fields}
        for row in (held if isinstance(held, tuple) else (held,))
    ]


def _one_internal_row(spec: TableSpec, rows: Rows) -> list[Changes]:
    """A copy of a table's fullest row that is internal, where a row can be."""
    if not rows[spec.field]:
        return []
    changes: Changes = (
        {"share": Share.INTERNAL} if "share" in spec.row.model_fields else dict(MADE_INTERNAL.get(spec.field, {}))
    )
    if spec.field in BELONGS_TO:
        name, table = BELONGS_TO[spec.field]
        owner = next(one for one in rows[table] if is_hidden(table_of(table), one, rows))
        changes[name] = owner[table_of(table).table.key[0]]
    if not changes:
        return []
    fullest = max(rows[spec.field], key=lambda row: sum(value not in (None, ()) for value in row.values()))
    if len(spec.table.key) == 1:
        changes[spec.table.key[0]] = f"{fullest[spec.table.key[0]]} bis"
    return [{**fullest, **changes}]


def _mark(spec: TableSpec, row: Changes, marks: Canaries, *, hidden: bool) -> Iterator[tuple[str, str]]:
    """Put a mark in each field the client may not see; yield the row's old and new key when it changes."""
    old = row[spec.table.key[0]] if len(spec.table.key) == 1 else None
    for column in spec.columns:
        if (hidden or not column.shared) and can_be_marked(spec, column):
            row[column.field] = _marked(spec, column, row[column.field], marks)
    if old is not None and row[spec.table.key[0]] != old:
        yield old, row[spec.table.key[0]]


def can_be_marked(spec: TableSpec, column: ColumnSpec) -> bool:
    """Whether a column's values may be anything at all."""
    return column.kind not in CLOSED and not column.column.refs and (spec.field, column.field) not in BOUND


def _marked(spec: TableSpec, column: ColumnSpec, value: Any, marks: Canaries) -> Any:
    where = f"{spec.field}.{column.field}"
    match column.kind:
        case Kind.TEXT | Kind.CURRENCY:
            return marks.word(where)
        case Kind.TEXTS:
            return (marks.word(where), marks.word(where))
        case Kind.DATE:
            return marks.day(where)
        case Kind.RATE:
            return marks.rate(where)
        case Kind.QUARTERS:
            return {quarter: marks.number(where) for quarter in value or (LAST_QUARTER,)}
        case _:
            return marks.number(where)


def _follow(spec: TableSpec, row: Changes, renamed: Mapping[tuple[str, str], str]) -> None:
    """Let the references of a row follow the keys that changed."""
    for column in spec.columns:
        for table in column.column.refs:
            value = row[column.field]
            if isinstance(value, tuple):
                row[column.field] = tuple(renamed.get((table, name), name) for name in value)
            else:
                row[column.field] = renamed.get((table, value), value)


def _refer_to_hidden(spec: TableSpec, shared: list[Changes], renamed: Mapping[tuple[str, str], str]) -> None:
    """Let shared rows refer to internal ones wherever a column may, each column in a row of its own."""
    columns = [column for column in spec.columns if column.shared and column.column.refs and not column.required]
    for at, column in enumerate(columns):
        hidden = [new for (table, _), new in renamed.items() if table in column.column.refs]
        if hidden and shared:
            row = shared[at % len(shared)]
            value = row[column.field]
            row[column.field] = (*value, hidden[0]) if isinstance(value, tuple) else hidden[0]
