"""Findings as one self-contained page, for people who use no terminal."""

from generator.diagnostics.renderer import Renderer
from generator.diagnostics.rendering.html.page import render_html

__all__ = ["RENDERER", "render_html"]

RENDERER = Renderer(render_html, suffixes=(".html", ".htm"))
