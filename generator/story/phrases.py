"""How values become words: KPI figures, changes, targets, statuses, dates to come, source lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.locales.locale import Locale
from generator.locales.money_scale import MoneyScale
from generator.locales.typography import capitalise
from generator.measures.pipeline import currency_scale
from generator.measures.rag import Rag
from generator.model.choices import Direction, Unit
from generator.model.kpis import SharedKpi
from generator.model.quarter import Quarter
from generator.story.blocks.chart import ValueFormat
from generator.story.blocks.text import Status
from generator.story.subject import Subject

_THOUSAND = Decimal(1000)
_MONEY_FORMATS = {
    MoneyScale.UNITS: ValueFormat.MONEY,
    MoneyScale.THOUSANDS: ValueFormat.THOUSANDS,
    MoneyScale.MILLIONS: ValueFormat.MILLIONS,
}
_UNIT_AFTER = re.compile(r"^(.*\d)(\s*%|\s+\D+)$")


def status(subject: Subject, rag: Rag, text: str = "") -> Status:
    """Return a status with the letter of the reader's language."""
    return Status(rag, subject.locale.label(rag.letter), text)


def rag_legend(subject: Subject, colours: Iterable[Rag]) -> str:
    """Say what the letters and marks mean of the colours that are shown, and of no other."""
    shown = set(colours)
    order = (Rag.GREEN, Rag.AMBER, Rag.RED)
    return ", ".join(subject.say(f"story.legend.{rag.name.lower()}") for rag in order if rag in shown)


def sentence(text: str) -> str:
    """Return the text with a capital at its start."""
    return capitalise(text)


def full_stop(text: str) -> str:
    """Return the text closed by a full stop, unless it closes itself already."""
    return text if not text or text[-1] in ".!?…" else text + "."


def source(subject: Subject, text: str) -> str:
    """Return a source line: what it says, then the cut-off date; the date alone when there is nothing to say."""
    if not text:
        return capitalise(subject.say("story.cutoff", cutoff=subject.cutoff))
    return subject.say("story.source", text=text, cutoff=subject.cutoff)


def joined(parts: Iterable[str], separator: str = " · ") -> str:
    """Join the parts that say something."""
    return separator.join(part for part in parts if part)


def split_unit(text: str) -> tuple[str, str]:
    """Split a printed value into its figure and the unit after it, with its space; ``€333k`` has none."""
    match = _UNIT_AFTER.match(text)
    return (match[1], match[2]) if match else (text, "")


def in_unit(
    locale: Locale, value: Decimal | None, unit: Unit, *, signed: bool = False, scale: MoneyScale | None = None
) -> str:
    """Print a value in a KPI unit; "n.d." when there is none. Rates are printed in %.

    ``scale`` is what the amounts of an exhibit share; without it an amount stands alone.
    """
    if value is None:
        return locale.say("story.not_available")
    match unit:
        case Unit.MONEY:
            return _amount(locale, value, scale, signed=signed)
        case Unit.PERCENT:
            return locale.percent(value, signed=signed)
        case Unit.DAYS:
            return locale.say("story.days", n=int(value), value=locale.number(_one_decimal(value), signed=signed))
        case Unit.POINTS | Unit.COUNT:
            return locale.number(_one_decimal(value), signed=signed)


def change_in_unit(locale: Locale, change: Decimal | None, unit: Unit, *, scale: MoneyScale | None = None) -> str:
    """Print a signed change: rates change by points."""
    if change is not None and unit is Unit.PERCENT:
        return locale.points(change * 100, signed=True)
    return in_unit(locale, change, unit, signed=True, scale=scale)


def _amount(locale: Locale, amount: Decimal, scale: MoneyScale | None, *, signed: bool = False) -> str:
    if scale is None or not amount:
        return locale.money_short(amount, signed=signed)
    return locale.money_scaled(amount, scale, signed=signed)


def free_unit(locale: Locale, value: Decimal | None, unit: str | None, *, scale: MoneyScale | None = None) -> str:
    """Print a value in a unit typed as text: % are rates, the account's currency is money.

    Any other unit follows the number, a long one excepted.
    """
    if value is None:
        return locale.say("story.not_available")
    if unit == "%":
        return locale.percent(value)
    if currency_scale(unit, locale.currency) == 1:
        return _amount(locale, value, scale)
    number = locale.number(value)
    return f"{number}\u00a0{unit}" if unit and len(unit) <= len("pts/an") else number


def in_thousands(locale: Locale, amount: Decimal, *, signed: bool = False) -> str:
    """Print an amount in whole thousands, without its unit: that of the exhibit's title."""
    return locale.number(amount / _THOUSAND, 0, signed=signed)


def thousands_unit(locale: Locale) -> str:
    """Name thousands of the currency: ``k€``, ``€k``."""
    return "".join(character for character in locale.thousands(Decimal(0)) if not character.isdigit()).strip()


def target_text(subject: Subject, kpi: SharedKpi, *, scale: MoneyScale | None = None) -> str:
    """Print a target: ``95 %``, or ``4 au plus`` when less is better."""
    value = in_unit(subject.locale, kpi.target, kpi.unit, scale=scale)
    if kpi.target is None or kpi.direction is Direction.UP:
        return value
    return subject.say("story.at_most", value=value)


def value_format(unit: Unit, scale: MoneyScale) -> ValueFormat:
    """Return the chart format of a KPI unit, that of amounts by the unit of their labels."""
    match unit:
        case Unit.MONEY:
            return _MONEY_FORMATS[scale]
        case Unit.PERCENT:
            return ValueFormat.RATE
        case Unit.POINTS | Unit.COUNT | Unit.DAYS:
            return ValueFormat.NUMBER


def is_adverse(change: Decimal | None, direction: Direction) -> bool:
    """Tell whether a change goes the wrong way."""
    if change is None or change == 0:
        return False
    return (change > 0) is (direction is Direction.DOWN)


def span(subject: Subject, quarters: tuple[Quarter, ...]) -> str:
    """Print a span of quarters: ``du T4 2024 au T3 2026``."""
    return subject.say("story.span", first=quarters[0], last=quarters[-1])


def _one_decimal(value: Decimal) -> Decimal:
    return value if value == value.to_integral_value() else value.quantize(Decimal("0.1"))
