"""Formulas that follow the cells they name to their new places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import column_index_from_string, get_column_letter

from generator.workbook.rollover.moves import At, Moves

_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_SHEET = r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!:\[\]]+)!)?"
_CELLS = re.compile(rf"{_SHEET}(?P<first>{_CELL})(?::(?P<last>{_CELL}))?", re.IGNORECASE)
_WHOLE = re.compile(rf"{_SHEET}(?P<first>\$?[A-Z]{{1,3}}):(?P<last>\$?[A-Z]{{1,3}})", re.IGNORECASE)
_ROWS = re.compile(r"\$?\d+:\$?\d+")
_PARTS = re.compile(r"(\$?)([A-Z]{1,3})(?:(\$?)(\d+))?", re.IGNORECASE)
_EXTERNAL = re.compile(r"'?[^'!]*\[\d+\]")
_STRUCTURED = re.compile(r"(?P<table>[^\[\]!']+)(?P<rest>\[.*\])", re.DOTALL)
_HEADER = re.compile(r"\[((?:'.|[^\[\]'#@])+)\]")
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ_][\wÀ-ÿ.]*")
_BLIND = ("INDIRECT(", "ADDRESS(")


@dataclass(frozen=True, slots=True)
class Followed:
    """A formula in its new place; `is_sure` tells that every cell it names came along.

    `is_external` tells that it needs another file.
    """

    formula: str
    is_sure: bool = True
    is_external: bool = False


def followed(formula: str, moves: Moves, *, home: str, new_home: str) -> Followed:
    """Return a formula (`=…`) for the new workbook; `home` is the sheet it stood on, `new_home` its new one."""
    try:
        tokens = Tokenizer(formula).items
    except (TokenizerError, IndexError, ValueError):
        return Followed(formula, is_sure=False)
    is_sure = True
    written = []
    for token in tokens:
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            if _EXTERNAL.match(token.value):
                return Followed(formula, is_external=True)
            moved = _reference(token.value, moves, home=home, new_home=new_home)
            is_sure &= moved is not None
            written.append(token.value if moved is None else moved)
        else:
            is_blind = token.type == Token.FUNC and (":" in token.value or token.value.upper() in _BLIND)
            is_sure &= not is_blind
            written.append(token.value)
    return Followed("=" + "".join(written), is_sure)


def _reference(text: str, moves: Moves, *, home: str, new_home: str) -> str | None:
    """Return a reference rewritten, or None when nobody can tell where it leads now."""
    if "[" in text:
        return _structured(text, moves)
    match = _CELLS.fullmatch(text) or _WHOLE.fullmatch(text)
    named = _unquoted(match["sheet"] or "") if match else _unquoted(text.rpartition("!")[0])
    sheet = named or home
    if match is None:
        names_cells = "!" in text or _ROWS.fullmatch(text)
        return None if names_cells and any(moves.is_ours(part) for part in sheet.split(":")) else text
    if ":" in sheet:
        return None
    if not moves.is_ours(sheet):
        return text
    found = _moved(match, moves, sheet)
    if found is None:
        return None
    new_sheet, reference = found
    return reference if new_sheet == new_home else f"{_quoted(new_sheet)}!{reference}"


def _moved(match: re.Match[str], moves: Moves, sheet: str) -> tuple[str, str] | None:
    first, last = match["first"], match["last"]
    if match.re is _WHOLE:
        span = moves.columns(sheet, _at(first)[1], _at(last)[1])
        return None if span is None else (span[0], f"{_like(first, (0, span[1]))}:{_like(last, (0, span[2]))}")
    if last is None:
        cell = moves.cell(sheet, _at(first))
        return None if cell is None else (cell[0], _like(first, cell[1]))
    area = moves.range(sheet, _at(first), _at(last))
    return None if area is None else (area[0], f"{_like(first, area[1])}:{_like(last, area[2])}")


def _structured(text: str, moves: Moves) -> str | None:
    """Rewrite a reference into an Excel table, such as `Contrats[Montant annuel]`."""
    match = _STRUCTURED.fullmatch(text)
    if match is None:
        return None
    table = match["table"].casefold()
    if table not in moves.names:
        return text
    known, missing = moves.headers[table], False

    def renamed(header: re.Match[str]) -> str:
        nonlocal missing
        new = known.get(re.sub(r"'(.)", r"\1", header[1]).strip().casefold())
        missing |= new is None
        return header[0] if new is None else "[" + re.sub(r"(['\[\]#@])", r"'\1", new) + "]"

    rest = _HEADER.sub(renamed, match["rest"])
    return None if missing else moves.names[table] + rest


def _at(reference: str) -> At:
    match = _PARTS.fullmatch(reference)
    return (int(match[4] or 0), column_index_from_string(match[2])) if match else (0, 0)


def _like(reference: str, at: At) -> str:
    """Write a place with the dollars of a reference, as whole columns when it has no row."""
    match = _PARTS.fullmatch(reference)
    if match is None:
        return reference
    return f"{match[1]}{get_column_letter(at[1])}{match[3] or ''}{at[0] if match[4] else ''}"


def _unquoted(sheet: str) -> str:
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


def _quoted(sheet: str) -> str:
    escaped = sheet.replace("'", "''")
    return sheet if _PLAIN.fullmatch(sheet) else f"'{escaped}'"
