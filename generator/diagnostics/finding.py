"""The finding: what is wrong or worth knowing, where, with what value, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.diagnostics.catalogue import CATALOGUE
from generator.diagnostics.place import Place
from generator.diagnostics.severity import Severity

NOWHERE = Place()


@dataclass(frozen=True)
class Finding:
    """A problem as a value; its words are found by `code`. Make one with `finding()`."""

    code: str
    severity: Severity
    place: Place
    value: str | None = None
    suggestion: str | None = None
    named: tuple[tuple[str, object], ...] = ()

    @property
    def args(self) -> Mapping[str, object]:
        """What its message names: texts, Labels, Phrases, numbers, dates, or tuples of these."""
        return MappingProxyType(dict(self.named))


def finding(
    code: str,
    place: Place = NOWHERE,
    *,
    value: str | None = None,
    suggestion: str | None = None,
    severity: Severity | None = None,
    **args: object,
) -> Finding:
    """Make a finding of a catalogue code, with exactly the arguments its entry declares.

    The severity is the catalogue's unless a rule knows better. KeyError for an unknown code, TypeError for
    arguments that do not fit the entry: our bugs.
    """
    entry = CATALOGUE[code]
    if set(args) != set(entry.args):
        raise TypeError(f"{code} takes {sorted(entry.args)}, was given {sorted(args)}")
    named = tuple((name, _hashable(args[name])) for name in entry.args)
    return Finding(code, severity or entry.severity, place, value, suggestion, named)


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
