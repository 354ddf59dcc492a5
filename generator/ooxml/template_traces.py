"""What a template brings along that no reader should get: samples, comments, properties, data, author."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

OF_THE_PACKAGE = frozenset({"officeDocument", "core-properties"})
"""What a package relates to: no properties of an application or of a person's own, no thumbnail, no signature."""


def drop_relations(relations: Any, *, keep: Collection[str]) -> None:
    """Drop the relationships of other kinds, by id as either library holds them; what only they lead to goes too."""
    for relation_id, relation in tuple(relations.items()):
        if kind_of(relation) not in keep:
            relations.pop(relation_id)


def kind_of(relation: Any) -> str:
    """Return what a relationship leads to: the last word of its type, in either dialect of the format."""
    return str(relation.reltype).rpartition("/")[2]


def drop_elements(root: _Element, names: Collection[str]) -> None:
    """Drop the elements of these local names, wherever they stand."""
    for element in _named(root, names):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def drop_revision_marks(root: _Element) -> None:
    """Drop the numbers by which Word knows who saved what together."""
    drop_elements(root, ("rsid", "rsids"))
    for element in root.iter():
        for name in [name for name in element.attrib if _local(name).startswith("rsid")]:
            del element.attrib[name]


def _named(root: _Element, names: Collection[str]) -> Iterable[_Element]:
    return [element for element in root.iter("{*}*") if _local(element.tag) in names]


def _local(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]
