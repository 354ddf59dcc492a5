"""What a build comes from is digested: its brand's folder too, unless that is no brand."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.brand.errors import BrandError
from generator.pipeline import BuildOptions, build, record
from tests.small_builds import small_workbook


def test_a_folder_that_is_no_brand_is_refused_before_all_of_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home folder given by mistake may hold a disk full of files."""
    read: list[Path] = []
    monkeypatch.setattr(record, "folder_digest", read.append)
    small_workbook(tmp_path, "Former les référents")
    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(BrandError):
        build(tmp_path / "compte.xlsx", BuildOptions(output=tmp_path / "out", brand=home))
    assert read == []
