"""What a template brings along that no reader should get: samples, comments, properties, data, author."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.ooxml.referring import drop_referring

if TYPE_CHECKING:
    from lxml.etree import _Element

OF_THE_PACKAGE = frozenset({"officeDocument", "core-properties"})
"""What a package relates to: no properties of an application or of a person's own, no thumbnail, no signature."""
_ADDRESSES = ("https://", "http://", "mailto:")
_LOOKS = ("sectPr", "pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid")


def drop_relations(relations: Any, *, keep: Collection[str]) -> frozenset[str]:
    """Drop the relationships of other kinds, by id as either library holds them; what only they lead to goes too.

    One that leads out of the package stays only as the link a reader may follow. Return the ids dropped.
    """
    dropped = [name for name, relation in relations.items() if kind_of(relation) not in keep or _leads_out(relation)]
    for relation_id in dropped:
        relations.pop(relation_id)
    return frozenset(dropped)


def drop_with_elements(part: Any, *, keep: Collection[str]) -> None:
    """Drop the relationships of other kinds, and the elements of the part that are nothing without them."""
    dropped = drop_relations(part.rels, keep=keep)
    if dropped and hasattr(part, "_element"):
        drop_referring(part._element, dropped)  # noqa: SLF001  neither library has a public name for all parts
    elif dropped:
        root = etree.fromstring(part.blob)
        drop_referring(root, dropped)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001  likewise


def _leads_out(relation: Any) -> bool:
    return relation.is_external and not (
        kind_of(relation) == "hyperlink" and relation.target_ref.lower().startswith(_ADDRESSES)
    )


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
    """Drop the numbers by which Word knows who saved what together, and its notes of who changed a look, and when."""
    drop_elements(root, ("rsid", "rsids", *(f"{look}Change" for look in _LOOKS)))
    for element in root.iter():
        for name in [name for name in element.attrib if _local(name).startswith("rsid")]:
            del element.attrib[name]


def _named(root: _Element, names: Collection[str]) -> Iterable[_Element]:
    return [element for element in root.iter("{*}*") if _local(element.tag) in names]


def _local(name: str | bytes) -> str:
    return str(name).rpartition("}")[2]
