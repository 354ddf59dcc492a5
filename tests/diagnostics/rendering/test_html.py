"""The page of findings: what it tells, that it needs nothing else, and its filter in a real browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.diagnostics import Findings, Place, Severity, finding
from generator.diagnostics.rendering.html import render_html
from generator.diagnostics.rendering.html.markup import Markup, element, void
from generator.diagnostics.report import Look, Report
from generator.diagnostics.stage import Stage
from generator.locales import Label, Language, Locale

LOOK = Look(
    colours={"ink": "black", "paper": "white"},
    font="Calibri, sans-serif",
    sender=("Nordane", "Services"),
    symbols={Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "i", None: "●"},
)
UNKNOWN = finding(
    "L301",
    Place(sheet="5 Actions", cell="F12", table="Actions", column="Responsable", key="A-07"),
    value="DUPONT <Marie>",
    suggestion="Marie Dupont",
    target=Label("Équipe", "Team"),
)
EXPOSED = finding("R431", Place(sheet="1 Cartographie", cell="B9", table="Interlocuteurs", key="Hélène Castaing"))
IGNORED = finding("W112", Place(sheet="1 Cartographie", cell="H6", table="Contrats"), value="Couleur")
HIDDEN = finding("W115", Place(sheet="Mes listes"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def a_report(*, strict: bool = False, only: tuple[Severity, ...] = tuple(Severity)) -> Report:
    def kept(*items: object) -> tuple[object, ...]:
        return tuple(item for item in items if getattr(item, "severity", None) in only)

    mapping, actions, loose = kept(EXPOSED, IGNORED), kept(UNKNOWN), kept(HIDDEN)
    return Report(
        file="valmonde.xlsx",
        subject="Groupe Valmonde",
        findings=Findings.of([*mapping, *actions, *loose]),  # type: ignore[list-item]
        stages=(
            Stage("0 Compte", (), 50, 50),
            Stage("1 Cartographie", mapping, 8, 7),  # type: ignore[arg-type]
            Stage("2 Objectifs"),
            Stage("5 Actions", actions, 36, 35),  # type: ignore[arg-type]
        ),
        look=lambda: LOOK,
        command="check",
        program="0.1",
        facts=("T3 2026",),
        strict=strict,
    )


def page(language: Language = Language.FR, **changes: object) -> str:
    return render_html(a_report(**changes), Locale(language))  # type: ignore[arg-type]


class Seen(HTMLParser):
    """The tags of a page, those left open, and its words by class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str]] = []
        self.words: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag not in {"meta", "input"}:
            self.open.append((tag, attributes.get("class") or tag))
            self.words.setdefault(attributes.get("class") or tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for name in {name for _, name in self.open}:
            self.words[name][-1] += data


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_elements_escape_what_they_hold() -> None:
    assert element("p", "a < b & c", element("b", "d"), class_="x", data_text='"q"', hidden=True, id=None) == (
        '<p class="x" data-text="&quot;q&quot;" hidden>a &lt; b &amp; c<b>d</b></p>'
    )
    assert void("input", name="n", checked=False) == '<input name="n">'
    assert element("i", Markup("&amp;")) == "<i>&amp;</i>"


def test_every_tag_is_closed_and_no_word_of_the_workbook_is_markup() -> None:
    html = page()
    assert Seen(html).open == []
    assert "<Marie>" not in html
    assert "DUPONT &lt;Marie&gt;" in html


def test_nothing_is_fetched() -> None:
    html = page()
    assert re.findall(r"(?:https?:)?//[\w.]", re.sub(r"(?m)^\s*//.*$", "", html)) == []
    assert not re.search(r"\b(?:src|srcset|poster)=|@import|url\(", html)
    assert [attributes["href"] for _, attributes in Seen(html).tags if "href" in attributes] == [
        "#findings",
        "#stage-1",
        "#stage-3",
    ]


def test_a_score_per_stage() -> None:
    seen = Seen(page())
    assert [plain(score) for score in seen.words["score"]] == ["100 %", "87 %", "–", "97 %"]
    assert [plain(rows) for rows in seen.words["rows"]] == [
        "50 lignes saines sur 50",
        "7 lignes saines sur 8",
        "0 ligne saine sur 0",
        "35 lignes saines sur 36",
    ]
    assert [plain(tally).strip() for tally in seen.words["tally"]] == [
        "",
        "1 avertissement 1 information",
        "",
        "1 erreur",
    ]
    assert seen.words["state"] == ["●Sain", "▲À revoir", "●Rien de saisi", "■À corriger"]


def test_a_score_is_never_rounded_up_to_all() -> None:
    assert str(Stage("1 Cartographie", (), 1000, 999).score) == "0.99"
    assert Stage("1 Cartographie").score is None


@pytest.mark.parametrize(
    ("only", "strict", "verdict"),
    [
        (tuple(Severity), False, "1 erreur bloque les documents : corrigez-la, enregistrez le classeur et relancez."),
        (
            (Severity.WARNING, Severity.INFO),
            False,
            "Les documents peuvent s’écrire ; 1 avertissement mérite un regard avant le comité.",
        ),
        (
            (Severity.WARNING, Severity.INFO),
            True,
            "1 avertissement bloque les documents, puisque le contrôle est strict.",
        ),
        ((Severity.INFO,), True, "Rien ne bloque : les documents peuvent s’écrire."),
        ((), False, "Rien ne bloque : les documents peuvent s’écrire."),
    ],
)
def test_the_verdict(only: tuple[Severity, ...], *, strict: bool, verdict: str) -> None:
    assert [plain(told) for told in Seen(page(only=only, strict=strict)).words["verdict"]] == [verdict]


def test_findings_stand_by_stage_those_of_no_stage_first() -> None:
    seen = Seen(page())
    assert [(item["id"]) for tag, item in seen.tags if item.get("class") == "group"] == [
        "stage-workbook",
        "stage-1",
        "stage-3",
    ]
    assert seen.words["cell"] == ["H6", "B9", "F12"] or seen.words["cell"] == ["B9", "H6", "F12"]
    assert [plain(told) for told in seen.words["suggestion"]] == ["Marie Dupont ?"]


def test_a_sound_workbook_has_no_filter() -> None:
    seen = Seen(page(only=()))
    assert "filter" not in seen.words
    assert seen.words["none"] == ["Rien à signaler."]


def test_without_a_script_everything_is_shown_and_the_filter_is_not() -> None:
    hidden = [attributes["class"] for _, attributes in Seen(page()).tags if "hidden" in attributes]
    assert hidden == ["filter", "none"]


def test_in_english() -> None:
    html = page(Language.EN)
    assert '<html lang="en">' in html
    assert "1 error blocks the documents" in html


def test_readable_without_sight_or_mouse() -> None:
    seen = Seen(page())
    ids = [attributes["id"] for _, attributes in seen.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [tag for tag, _ in seen.tags if tag in {"h1", "h2"}] == ["h1", "h2", "h2"]
    labelled = [attributes["aria-labelledby"] for _, attributes in seen.tags if "aria-labelledby" in attributes]
    assert set(labelled) <= set(ids)
    assert len(seen.words["label"]) + len(seen.words["search"]) + len(seen.words["switch"]) == sum(
        tag in {"input", "select"} for tag, _ in seen.tags
    )


# --- in a browser ----------------------------------------------------------------------------------------------------

DRIVEN = """<script>
const told = [];
const visible = (name) => [...document.querySelectorAll(name)].filter((item) => item.offsetParent);
const tell = () => told.push(
  visible(".finding").map((item) => item.querySelector("code").textContent).join(" ")
  + "|" + visible(".group").length
  + "|" + document.getElementById("shown").textContent + "|" + !document.getElementById("none").hidden);
const type = (id, value) => {
  const field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
};
const tick = (value) => document.querySelector(`[name=severity][value=${value}]`).click();
tell();
type("text", "helene"); tell();
type("text", "F12 a-07"); tell();
type("text", "introuvable"); tell();
type("text", ""); tick("warning"); tell();
tick("info"); tell();
tick("warning"); tick("info"); type("stage", "stage-1"); tell();
document.querySelector("[href='#stage-3']").click(); tell();
document.body.insertAdjacentHTML("beforeend", `<pre id="told">${told.join("\\n")}</pre>`);
</script></body>"""


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the filter of the page is not driven")
def test_the_filter_in_a_browser(tmp_path: Path) -> None:
    """Type, choose and tick, and read what is left on the page each time."""
    file = tmp_path / "page.html"
    file.write_text(page().replace("</body>", DRIVEN), encoding="utf-8")
    browser = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    done = subprocess.run(
        [*browser, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    told = re.findall(r'<pre id="told">(.*?)</pre>', done.stdout, re.DOTALL)[-1]
    assert told.splitlines() == [
        "W115 R431 W112 L301|3|4 sur 4|false",
        "R431|1|1 sur 4|false",
        "L301|1|1 sur 4|false",
        "|0|0 sur 4|true",
        "W115 W112 L301|3|3 sur 4|false",
        "L301|1|1 sur 4|false",
        "R431 W112|1|2 sur 4|false",
        "W115 R431 W112 L301|3|4 sur 4|false",
    ]
