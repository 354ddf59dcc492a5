"""Findings as one self-contained page, for people who use no terminal."""

from generator.diagnostics.rendering.html.page import render_html
from generator.diagnostics.rendering.html.report import Look, Report

__all__ = ["Look", "Report", "render_html"]
