"""Bind the cells of a workbook to the model: a plan, the way back to the cells, and all that is to be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.diagnostics import Finding, Findings, finding
from generator.locales import Language
from generator.model.account_identity import AccountIdentity
from generator.model.choices import HiddenRows, StruckText
from generator.model.gap import NO_GAPS, Gaps
from generator.model.plan import AccountPlan
from generator.model.schema import TableSpec, table_of, tables
from generator.model.table import Layout, Row
from generator.workbook.aside import Wishes, kept
from generator.workbook.conversions import shown
from generator.workbook.drafts import Draft, Tongue, draft, drafts, form_row
from generator.workbook.emptiness import nothing_entered
from generator.workbook.filters import filters_told
from generator.workbook.gaps import unread
from generator.workbook.ground import Ground
from generator.workbook.header_units import with_header_units
from generator.workbook.headers import grounded, grounded_form, headless_form
from generator.workbook.links import Nowhere, linked
from generator.workbook.matching import folded
from generator.workbook.options import options_read
from generator.workbook.origins import Origins
from generator.workbook.outline_rows import outline_read
from generator.workbook.raw import RawRow, RawTable, RawTables
from generator.workbook.section_keys import sections_named
from generator.workbook.setting_units import with_setting_units
from generator.workbook.substance import passed_over


@dataclass(frozen=True)
class Bound:
    """A plan (None when the account form lacks what no document can do without), its origins, and the findings.

    ``gaps`` are what could not be read: each is told by a finding already, and rules do not take it for blank.
    """

    plan: AccountPlan | None
    origins: Origins = field(default_factory=Origins)
    findings: Findings = field(default_factory=Findings)
    gaps: Gaps = NO_GAPS


def bind(raw: RawTables) -> Bound:
    """Return the plan that the tables of a workbook tell, with the findings of reading it included."""
    if not raw.sheets:
        return Bound(None, findings=raw.findings)
    grounds, told = _grounds(raw)
    tongue = _tongue(raw, grounds)
    raw, asides, said = _without_asides(raw, grounds, _wishes(raw, grounds, tongue))
    told += said
    for name, ground in grounds.items():
        headed, said = with_header_units(ground, raw.tables[name], tongue.currency)
        grounds[name], changed = with_setting_units(headed, raw.tables[name])
        told += [*said, *changed]
    rows = {name: _drafts(raw, ground, tongue) for name, ground in grounds.items()}
    for name, ground in grounds.items():
        told += passed_over(ground, raw.tables[name], tongue.language)
    told += nothing_entered(raw, grounds, rows)
    told += linked(rows, _readable(grounds) | raw.unread, Nowhere(raw.unread, asides))
    told += options_read(rows)
    told += sections_named(rows)
    told += outline_read(rows)
    told += filters_told(rows, _readable(grounds) - raw.unread, tongue.language)
    told += [said for made in rows.values() for said in _doubled(made)]
    told += [said for made in rows.values() for one in made for said in one.findings]
    origins = Origins(grounds, {name: _rows_by_key(made) for name, made in rows.items()})
    gaps = Gaps(unread(raw, grounds, rows, tongue.cutoff))
    return Bound(_plan(rows), origins, Findings.of([*raw.findings, *told], sheets=raw.sheets), gaps)


def account_named(raw: RawTables) -> AccountIdentity | None:
    """Return whose workbook it is, from its account form alone; None when that does not say."""
    spec, table = table_of("account"), raw.tables.get("account")
    if table is None or not table.headers:
        return None
    ground, _ = grounded_form(spec, table)
    values = _drafts(raw, ground, Tongue(starts_in_1904=raw.starts_in_1904))[0].values
    client, supplier, code = (values.get(name) for name in ("client", "supplier", "code"))
    if client is None or supplier is None:
        return None
    return AccountIdentity(str(client), str(supplier), None if code is None else str(code))


def _grounds(raw: RawTables) -> tuple[dict[str, Ground], list[Finding]]:
    grounds, told = {}, []
    for spec in tables():
        table = raw.tables.get(spec.field)
        if table is None:
            continue
        if spec.table.layout is Layout.FORM and not table.headers:
            told.append(headless_form(spec, table))
            continue
        found = grounded_form if spec.table.layout is Layout.FORM else grounded
        grounds[spec.field], said = found(spec, table)
        told += said
    return grounds, told


def _tongue(raw: RawTables, grounds: Mapping[str, Ground]) -> Tongue:
    """Read the account form a first time, for the language that the other cells are in."""
    spoken = Tongue(starts_in_1904=raw.starts_in_1904)
    if "account" not in grounds:
        return spoken
    form = _drafts(raw, grounds["account"], spoken)[0]
    values, written, cutoff = form.values, form.values.get("language"), form.values.get("cutoff")
    currency = (
        None if "currency" in form.lost else values.get("currency", table_of("account").column("currency").default)
    )
    return Tongue(
        language=written if isinstance(written, Language) else Language.FR,
        cutoff=cutoff if isinstance(cutoff, date) else None,
        starts_in_1904=raw.starts_in_1904,
        currency=currency if isinstance(currency, str) else None,
    )


def _wishes(raw: RawTables, grounds: Mapping[str, Ground], tongue: Tongue) -> Wishes:
    """Read the settings a first time, for the rows that they leave out; one that cannot be read is its default."""
    values = _drafts(raw, grounds["settings"], tongue)[0].values if "settings" in grounds else {}
    hidden, struck = values.get("hidden_rows"), values.get("struck_text")
    return Wishes(
        hidden if isinstance(hidden, HiddenRows) else HiddenRows.READ,
        struck if isinstance(struck, StruckText) else StruckText.IGNORED,
    )


def _without_asides(
    raw: RawTables, grounds: Mapping[str, Ground], wishes: Wishes
) -> tuple[RawTables, dict[str, frozenset[str]], list[Finding]]:
    """Return the tables without the rows to leave out, the keys of these by table, and what is to be said."""
    left, keys, told = dict(raw.tables), {}, []
    for name, ground in grounds.items():
        left[name], said = kept(ground, raw.tables[name], wishes)
        keys[name] = _keys(ground, raw.tables[name]) - _keys(ground, left[name])
        told += [*said, *left[name].told]
    return replace(raw, tables=left), keys, told


def _keys(ground: Ground, table: RawTable) -> frozenset[str]:
    """Return the first part of the key of each row as typed, folded."""
    header = ground.headers.get(next(iter(ground.spec.table.key), ""))
    cells = (row.cells.get(header.column) for row in table.rows) if header else ()
    return frozenset(folded(shown(cell.value)) for cell in cells if cell is not None)


def _drafts(raw: RawTables, ground: Ground, tongue: Tongue) -> list[Draft]:
    table = raw.tables[ground.spec.field]
    if ground.values_at is None:
        return drafts(ground, table, tongue)
    return [draft(ground, form_row(table, ground), tongue)]


def _readable(grounds: Mapping[str, Ground]) -> frozenset[str]:
    """Return the tables whose keys can be told; an optional table that is missing is an empty one."""
    lost = {spec.field for spec in tables() if spec.table.required and spec.field not in grounds}
    lost |= {name for name, ground in grounds.items() if not set(ground.spec.table.key) <= set(ground.headers)}
    return frozenset(spec.field for spec in tables()) - lost


def _doubled(rows: list[Draft]) -> list[Finding]:
    """Tell the rows whose key stands higher up already, and keep them out of the model."""
    first: dict[tuple[str, ...], Draft] = {}
    told = []
    for made in rows:
        table = made.ground.spec.table
        if not table.unique or not table.key or not made.key[0] or not _is_key_sure(made):
            continue
        known = first.setdefault(tuple(folded(part) for part in made.key), made)
        if known is not made:
            name = table.key[0]
            place = made.place(name)
            told.append(finding("L302", place, value=place.key, first=known.place(name).cell or ""))
            made.lost |= set(table.key)
            made.is_doubled = True
    return told


def _is_key_sure(made: Draft) -> bool:
    """Tell whether each part of a row's key was read, under a header that is surely its own."""
    key = set(made.ground.spec.table.key)
    return not (key & (made.lost | made.missing) or made.ground.twice)


def _rows_by_key(rows: list[Draft]) -> dict[tuple[str, ...], tuple[RawRow, ...]]:
    found: dict[tuple[str, ...], tuple[RawRow, ...]] = {}
    for made in rows:
        if made.is_whole:
            found[made.key] = (*found.get(made.key, ()), made.row)
    return found


def _plan(rows: Mapping[str, list[Draft]]) -> AccountPlan | None:
    filled = {name: tuple(_row(made) for made in drafts if made.is_whole) for name, drafts in rows.items()}
    account = filled.pop("account", ())
    if not account:
        return None
    settings = {"settings": found[0]} if (found := filled.pop("settings", ())) else {}
    return AccountPlan.model_validate({"account": account[0], **settings, **filled})


def _row(made: Draft) -> Row:
    known: TableSpec = table_of(made.ground.spec.field)
    return known.row.model_validate({name: value for name, value in made.values.items() if value is not None})
