"""How findings are written out: each module of ``rendering/`` says it in ``RENDERER``."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.diagnostics.report import Report
from generator.locales import Locale


@dataclass(frozen=True, slots=True)
class Renderer:
    """What writes a report, the endings of the files that are read so, and whether a program reads them."""

    render: Callable[[Report, Locale], str]
    suffixes: tuple[str, ...] = ()
    is_for_programs: bool = False
