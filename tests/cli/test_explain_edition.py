"""What `copil explain edition` tells."""

from __future__ import annotations

import pytest

from generator.cli.main import run


@pytest.mark.parametrize("arguments", [("explain", "edition"), ("explain", "edition", "--json")])
def test_the_command_tells_it(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run((*arguments, "--lang", "en")) == 0
    out = capsys.readouterr().out
    assert "Amount" not in out.partition("Contrats")[0]
    assert "only when the setting “Notice visible to client” says Yes" in " ".join(out.split())
