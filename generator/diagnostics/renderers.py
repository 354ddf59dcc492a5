"""The forms that findings can be written in: the modules under ``rendering/``, by name."""

from importlib import import_module
from pkgutil import iter_modules

from generator.diagnostics import rendering as home
from generator.diagnostics.renderer import Renderer


def names() -> tuple[str, ...]:
    """Return the names of the forms; nothing is loaded for it."""
    return tuple(sorted(module.name for module in iter_modules(home.__path__)))


def renderer(name: str) -> Renderer:
    """Return what writes a form. TypeError when its module does not say: our bug."""
    found = getattr(import_module(f"{home.__name__}.{name}"), "RENDERER", None)
    if not isinstance(found, Renderer):
        raise TypeError(f"{name} has no RENDERER")
    return found


def name_for(suffix: str) -> str | None:
    """Return the form of the files that end so; None when no form has that ending."""
    return next((name for name in names() if suffix in renderer(name).suffixes), None)
