"""LibreOffice, run unseen with a profile of its own, so that one that is open is left alone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from generator.locales.phrase import phrase
from generator.plan.layout.errors import LayoutError

_NAMES = ("soffice", "libreoffice")
_SECONDS = 300
_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def office() -> str | None:
    """The command that starts LibreOffice; None when the machine has none on its path."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def pdf_of(package: bytes, folder: Path) -> Path:
    """Lay out the bytes of a .docx file as a PDF in this folder, which also keeps the profile from one to the next."""
    program = office()
    if program is None:
        raise LayoutError(phrase("cli.refused.pages_office"))
    source, pdf = folder / "plan.docx", folder / "plan.pdf"
    source.write_bytes(package)
    pdf.unlink(missing_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    command = [program, "--headless", "--norestore", profile, "--convert-to", _EXPORT, "--outdir", str(folder)]
    try:
        subprocess.run([*command, str(source)], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise LayoutError(phrase("cli.refused.pages_slow", seconds=_SECONDS)) from None
    if not pdf.exists():
        raise LayoutError(phrase("cli.refused.pages_failed"))
    return pdf
