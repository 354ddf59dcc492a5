"""The stages in order: ``check`` reads and judges a workbook, ``build`` writes its documents."""

from generator.editions.edition import Edition
from generator.pipeline.build import build
from generator.pipeline.check import check
from generator.pipeline.options import BuildOptions, Pages, Since
from generator.pipeline.results import Built, Checked, Document, DocumentKind, Step

__all__ = [
    "BuildOptions",
    "Built",
    "Checked",
    "Document",
    "DocumentKind",
    "Edition",
    "Pages",
    "Since",
    "Step",
    "build",
    "check",
]
