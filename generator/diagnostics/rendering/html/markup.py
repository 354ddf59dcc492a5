"""HTML as text: elements whose attributes and words are always escaped."""

from collections.abc import Iterable
from html import escape


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | bool | None) -> Markup:
    """Return an element; plain text in it is escaped.

    An attribute's underscores become hyphens, a closing one is dropped (`class_`); True stands alone, None and False
    leave it out.
    """
    told = "".join(_attribute(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    return Markup(f"<{name}{told}>{joined(content)}</{name}>")


def void(name: str, /, **attributes: str | bool | None) -> Markup:
    """Return an element that holds nothing, such as `input`."""
    return Markup(element(name, **attributes).removesuffix(f"</{name}>"))


def joined(content: Iterable[str]) -> Markup:
    """Return pieces in a row, plain text escaped."""
    return Markup("".join(piece if isinstance(piece, Markup) else escape(piece, quote=False) for piece in content))


def _attribute(name: str, value: str | bool | None) -> str:  # noqa: FBT001 - an attribute may stand alone
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(value)}"'
