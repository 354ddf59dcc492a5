"""copil: the COPIL deck and the account plan, from the account manager's workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.pipeline.build import build
    from generator.pipeline.check import check
    from generator.pipeline.options import BuildOptions
    from generator.pipeline.results import Built, Checked, Document, DocumentKind

__all__ = ["BuildOptions", "Built", "Checked", "Document", "DocumentKind", "build", "check"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from generator import pipeline

    return getattr(pipeline, name)
