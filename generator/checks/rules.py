"""Every coherence rule, in order: the modules beside this one are found by what they say in ``RULES``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator import checks as home
from generator.checks.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, the ones that weigh most first among those of a severity."""
    return tuple(sorted(_found(), key=lambda rule: rule.rank))


def _found() -> Iterator[Rule]:
    for module in iter_modules(home.__path__, f"{home.__name__}."):
        yield from getattr(import_module(module.name), "RULES", ())
