"""What the story says of the time since the last committee: two small plans, and what changed between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.diagnostics import Findings
from generator.editions import redact
from generator.history import compare
from generator.locales import Language, Locale
from generator.measures.outline import outline_of
from generator.model.choices import ActionStatus, ContractStatus, DecisionStatus, Direction, PlanPreset, Share, Unit
from generator.model.plan import AccountPlan, SharedPlan
from generator.story import Story, tell_client, tell_internal
from generator.story.blocks.kpi import KpiCards
from generator.story.blocks.prose import Prose
from generator.story.blocks.since import ChangeLists
from generator.story.blocks.summary import Tiles
from generator.story.blocks.table import Table
from generator.story.blocks.timeline import Schedule
from generator.story.sections.actions.schedule import SLIDE_ROWS
from generator.story.sections.since.lists import MOST
from generator.story.sections.since.row_changes import MOST_ROWS
from generator.story.sections.since.tiles import MOST_KPIS
from generator.story.story import Section
from generator.workbook.example import example_plan
from tests.builders import (
    a_contact,
    a_contract,
    a_decision,
    a_kpi,
    a_plan,
    a_revision,
    an_account,
    an_action,
    an_amendment,
    an_objective,
    quarters,
)
from tests.story.outline import outline
from tests.story.telling import block, section, seen, typed_in
from tools.next_quarter_example import earlier_plan

BEFORE = date(2026, 6, 30)
DONE = {"status": ActionStatus.DONE, "done": date(2026, 9, 12)}
LATER = date(2027, 1, 14)

FULL = outline_of((), Share.INTERNAL, plan=PlanPreset.FULL)


def a_plan_before(**tables: Any) -> AccountPlan:
    """The plan of the quarter before, at 30/06/2026."""
    return a_plan(account=an_account(cutoff=BEFORE, version="1.2"), **tables)


def told(old: dict[str, Any], new: dict[str, Any], language: Language = Language.FR) -> Story:
    """The internal story of a plan with these tables, compared with one that had those."""
    now = typed_in(a_plan(**new), language)
    return tell_internal(now, Locale(language), Findings(), since=compare(a_plan_before(**old), now), outline=FULL)


def kept(story: Story, key: str) -> Section:
    found = section(story, key)
    assert found is not None, key
    return found


def kpi(ref: str, then: object, now: object = None, **changes: Any) -> Any:
    values = {"T2_2026": then} | ({} if now is None else {"T3_2026": now})
    return a_kpi(ref=ref, **{"name": f"Indicateur {ref[-1]}", **changes}, quarters=quarters(**values))


def both(*values: tuple[object, object], **changes: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """KPI tables then and now from pairs of values."""
    old = [kpi(f"KPI-{at}", then, **changes) for at, (then, _) in enumerate(values, start=1)]
    new = [kpi(f"KPI-{at}", then, now, **changes) for at, (then, now) in enumerate(values, start=1)]
    return {"kpis": tuple(old)}, {"kpis": tuple(new)}


UP_AND_DOWN = both((10, 12), (50, 40), (8, 9))
HEADLINES = [
    (
        *UP_AND_DOWN,
        "Deux KPI sur trois s’améliorent depuis le T2_2026, dont Indicateur 1 (+2)",
        "Two of three KPIs have improved since Q2_2026, including Indicateur 1 (+2)",
    ),
    (
        *both((10, 12), (5, 6)),
        "Les deux KPI s’améliorent depuis le T2_2026, dont Indicateur 1 (+2)",
        "Both KPIs have improved since Q2_2026, including Indicateur 1 (+2)",
    ),
    (
        *both((10, 12)),
        "Le KPI suivi s’améliore depuis le T2_2026~: Indicateur 1 (+2)",
        "The KPI has improved since Q2_2026: Indicateur 1 (+2)",
    ),
    (
        *both((10, 12), (5, 5), direction=Direction.DOWN),
        "Un KPI sur deux se dégrade depuis le T2_2026~: Indicateur 1 (+2)",
        "One of two KPIs has worsened since Q2_2026: Indicateur 1 (+2)",
    ),
    (*both((10, 10)), "Aucun KPI n’a bougé depuis le T2_2026", "No KPI has moved since Q2_2026"),
    (
        {"actions": (an_action(), an_action(ref="A-02"))},
        {"actions": (an_action(**DONE), an_action(ref="A-02", due=LATER))},
        "Depuis le T2_2026, une action est close, une décalée",
        "Since Q2_2026, one action is closed, one has slipped",
    ),
    (
        {"actions": (an_action(), an_action(ref="A-02"))},
        {"actions": (an_action(due=LATER), an_action(ref="A-02", due=LATER))},
        "Depuis le T2_2026, deux actions sont décalées",
        "Since Q2_2026, two actions have slipped",
    ),
    (
        {"contracts": (a_contract(),)},
        {"contracts": (a_contract(), a_contract(ref="CT-02", signed=date(2026, 8, 1)))},
        "Depuis le T2_2026, un contrat est signé",
        "Since Q2_2026, one contract is signed",
    ),
    (
        {"decisions": (a_decision(),), "actions": ()},
        {"decisions": (a_decision(status=DecisionStatus.APPLIED),), "actions": (an_action(),)},
        "Depuis le T2_2026, une décision est appliquée et une action est nouvelle",
        "Since Q2_2026, one decision is applied and one action is new",
    ),
]


@pytest.mark.parametrize(("old", "new", "fr", "en"), HEADLINES)
def test_the_headline_names_the_largest_mover_then_the_actions(
    old: dict[str, Any], new: dict[str, Any], fr: str, en: str
) -> None:
    assert seen(kept(told(old, new), "since").headline) == fr
    assert seen(kept(told(old, new, Language.EN), "since").headline) == en


def test_kpis_and_actions_make_one_sentence() -> None:
    old, new = UP_AND_DOWN
    story = told(old | {"actions": (an_action(),)}, new | {"actions": (an_action(**DONE),)})
    assert seen(kept(story, "since").headline) == (
        "Deux KPI sur trois s’améliorent depuis le T2_2026, dont Indicateur 1 (+2)~; une action est close"
    )


def test_a_first_edition_has_no_slide_and_says_so() -> None:
    story = tell_internal(a_plan(revisions=(a_revision(),)), Locale(Language.FR), Findings())
    assert section(story, "since") is None
    assert "Depuis le dernier COPIL" in story.left_out
    assert kept(story, "changes").headline == "Première version du plan"


def test_a_later_version_without_its_former_does_not_call_itself_the_first() -> None:
    revisions = (a_revision(), a_revision(version="1.4"))
    story = tell_internal(a_plan(revisions=revisions), Locale(Language.FR), Findings())
    assert kept(story, "changes").headline == "La version précédente n’a pas été gardée"


def test_nothing_changed_is_said_gracefully() -> None:
    old, new = both((10, 10))
    found = kept(told(old, new), "since")
    (tile,) = block(found, Tiles).tiles
    assert (tile.figure, tile.caption, tile.detail) == ("10", "inchangé", "")
    assert seen(block(found, Prose).paragraphs[0].text).startswith("Aucune action close, décalée ou nouvelle")
    changes = kept(told(old, new), "changes")
    assert seen(changes.headline) == "Rien n’a changé depuis le T2_2026, hors les valeurs du trimestre."
    assert block(changes, Table).key == "changes/kpis"


def test_without_kpis_nor_changes_there_is_no_slide() -> None:
    story = told({}, {})
    assert section(story, "since") is None
    assert "Depuis le dernier COPIL" in story.left_out


def test_a_tile_tells_both_values_the_change_and_the_former_status() -> None:
    old, new = both((9, 12), (2, 3), target=Decimal(10), threshold=Decimal(8))
    old["kpis"] = (old["kpis"][0],)
    first, second = block(kept(told(old, new), "since"), Tiles).tiles
    assert (first.figure, first.caption, seen(first.detail)) == ("9 → 12", "↑ +3, favorable", "O au T2_2026")
    assert (first.status.letter, second.status.letter) == ("V", "R")
    assert (second.figure, second.caption, second.detail) == ("3", "nouveau KPI", "")


def test_a_kpi_counted_otherwise_is_not_compared() -> None:
    old, new = {"kpis": (kpi("KPI-1", 5),)}, {"kpis": (kpi("KPI-1", 5, 7, unit=Unit.POINTS),)}
    (tile,) = block(kept(told(old, new), "since"), Tiles).tiles
    assert (tile.figure, tile.caption) == ("5 → 7", "non comparable")


def test_a_kpi_measured_for_the_first_time_says_so() -> None:
    old, new = {"kpis": (a_kpi(), a_kpi(ref="KPI-2"))}, {"kpis": (kpi("KPI-01", 5, 7), a_kpi(ref="KPI-2"))}
    first, second = block(kept(told(old, new), "since"), Tiles).tiles
    assert (first.figure, first.caption, first.detail) == ("n.d. → 7", "première valeur", "")
    assert (second.figure, second.caption, second.detail) == ("n.d.", "sans mesure", "")


def test_of_twelve_kpis_those_that_moved_most_stand_on_the_slide() -> None:
    old, new = both(*((100, 100 + at) for at in range(12)))
    found = kept(told(old, new), "since")
    assert [tile.title for tile in block(found, Tiles).tiles] == [kpi.name for kpi in new["kpis"][-MOST_KPIS:]]
    assert "6 autres KPI~: plan, chapitre 0" in seen(found.source)
    assert len(block(kept(told(old, new), "changes"), Table).rows) == 12


def test_the_legend_explains_the_colours_of_the_tiles_today_s_and_former_and_no_other() -> None:
    old, new = both((9, 12), target=Decimal(10), threshold=Decimal(8))
    assert "· statut~: V ● à la cible, O ▲ entre seuil et cible ·" in seen(kept(told(old, new), "since").source)
    moved, missed = [(100, 101 + at) for at in range(MOST_KPIS)], (50, 50)
    old, new = both(missed, *moved, target=Decimal(90))
    assert "· statut~: V ● à la cible ·" in seen(kept(told(old, new), "since").source)


def test_the_lists_tell_what_happened_and_when() -> None:
    old = {
        "actions": (an_action(), an_action(ref="A-02"), an_action(ref="A-03")),
        "contracts": (a_contract(), a_contract(ref="CT-03")),
        "decisions": (a_decision(),),
    }
    new = {
        "actions": (
            an_action(**DONE),
            an_action(ref="A-02", due=date(2027, 1, 14)),
            an_action(ref="A-03", due=date(2027, 1, 31)),
            an_action(ref="A-04", due=date(2026, 12, 1)),
            an_action(ref="A-05", due=date(2026, 9, 1)),
            an_action(ref="A-06", due=None),
        ),
        "contracts": (
            a_contract(),
            a_contract(ref="CT-02", signed=date(2026, 9, 8), title="Cloud"),
            a_contract(ref="CT-03", status=ContractStatus.TERMINATED, end=date(2026, 7, 31)),
        ),
        "amendments": (an_amendment(signed=date(2026, 7, 3), description="Deux sites", annual_impact=70_000),),
        "decisions": (a_decision(status=DecisionStatus.APPLIED),),
    }
    lists: ChangeLists = block(kept(told(old, new), "since"), ChangeLists)
    assert [group.title for group in lists.groups] == [
        "1 action close",
        "2 actions décalées",
        "3 nouvelles actions",
        "Contrats et décisions",
    ]
    assert [(one.ref, seen(one.what)) for group in lists.groups for one in group.changes] == [
        ("A-01", "le_12/09/2026"),
        ("A-03", "+31_j → 31/01/2027"),
        ("A-02", "+14_j → 14/01/2027"),
        ("A-05", "en retard, 01/09/2026"),
        ("A-04", "pour le_01/12/2026"),
        ("A-06", "sans échéance"),
        ("CT-02", "signé le_08/09/2026"),
        ("AV-01", "avenant à CT=01, 03/07/2026"),
        ("CT-03", "terminé le_31/07/2026"),
        ("D-01", "appliquée"),
    ]
    texts = {one.ref: seen(one.text) for group in lists.groups for one in group.changes}
    assert (texts["CT-02"], texts["AV-01"]) == ("Cloud, 100_k€ par an", "Deux sites, +70_k€ par an")
    assert [group.more for group in lists.groups] == [""] * 4


def test_five_hundred_changes_are_counted() -> None:
    refs = [f"A-{at:03d}" for at in range(500)]
    old = {"actions": tuple(an_action(ref=ref) for ref in refs)}
    new = {"actions": tuple(an_action(ref=ref, due=LATER, action="Faire mieux") for ref in refs)}
    story = told(old, new)
    (group,) = block(kept(story, "since"), ChangeLists).groups
    assert (len(group.changes), seen(group.more)) == (MOST, "495 autres~: plan, chapitre 3")
    rows = block(kept(story, "changed-rows"), Table).rows
    assert len(rows) == MOST_ROWS + 1
    assert rows[-1].cells[1].text == "et 494 autres lignes de cette table"
    schedule = block(kept(story, "actions"), Schedule)
    assert (len(schedule.rows), schedule.rows[0].change) == (SLIDE_ROWS, "+14\u00a0j")


def test_actions_carry_what_happened_to_them() -> None:
    old = {"actions": (an_action(), an_action(ref="A-02"), an_action(ref="A-03"))}
    new = {
        "actions": (
            an_action(**DONE),
            an_action(ref="A-02", due=LATER),
            an_action(ref="A-03"),
            an_action(ref="A-04"),
        )
    }
    found = kept(told(old, new), "actions")
    whole = next(one for one in found.chapter_blocks if one.key == "actions/by-owner")
    assert isinstance(whole, Table)
    assert {row.cells[0].text: seen(row.change) for row in whole.rows} == {
        "A-01": "close",
        "A-02": "+14_j",
        "A-03": "",
        "A-04": "nouvelle",
    }
    assert seen(found.headline).endswith("~; depuis le T2_2026, une est close, une décalée")
    assert "closes depuis le T2_2026~: 1, décalées (+ j)~: 1, nouvelles~: 1" in seen(found.source)


def test_a_card_tells_the_change_since_the_last_committee_and_the_headline_too() -> None:
    old, new = both((6, 4), target=Decimal(10), threshold=Decimal(8))
    found = kept(told(old, new), "kpis")
    (card,) = block(found, KpiCards).cards
    assert [(seen(fact.label), fact.value) for fact in card.facts] == [("Cible", "10"), ("Depuis le T2_2026", "−2")]
    assert seen(found.headline) == (
        "Le KPI suivi n’est pas à la cible~: «~Indicateur 1~» est à_4 (−2 depuis le T2_2026), pour une cible de_10"
    )


def test_the_plan_tells_both_values_in_the_units_of_their_columns() -> None:
    goal = {"label": "Tenir", "unit": "%"}
    old = {
        "actions": (an_action(progress=Decimal("0.2")),),
        "contracts": (a_contract(),),
        "objectives": (an_objective(**goal, current=Decimal("0.5")),),
        "contacts": (a_contact(ref="C-01"), a_contact(name="Marc Oberlin", active=True)),
    }
    new = {
        "actions": (an_action(progress=Decimal("0.6"), action="Former quarante référents"),),
        "contracts": (a_contract(annual_amount=120_000, offers=("Support", "Cloud")),),
        "objectives": (an_objective(**goal, current=Decimal("0.625")),),
        "contacts": (a_contact(ref="C-01", function="Présidente"), a_contact(name="Marc Oberlin", active=False)),
    }
    story = told(old, new)
    found, whole = kept(story, "changes"), kept(story, "changed-rows")
    assert seen(whole.headline) == "4 tables ont évolué depuis le T2_2026, d’abord Interlocuteurs, 2 lignes"
    said = [[seen(cell.text) for cell in row.cells] for row in block(whole, Table).rows]
    assert said == [
        [
            "Contrats",
            "CT=01 · Support utilisateurs",
            "Modification",
            "Offres~: Support → Support et Cloud~; Montant annuel~: 100~000~€ → 120~000~€",
        ],
        ["Interlocuteurs", "Hélène Castaing", "Modification", "Fonction~: Directrice générale → Présidente"],
        ["", "Marc Oberlin", "Modification", "Actif~: oui → non"],
        ["Objectifs SMART", "OBJ=01 · Tenir", "Modification", "Actuel~: 50~% → 62,5~%"],
        [
            "Plan d’actions",
            "A=01 · Former quarante référents",
            "Modification",
            "Action~: Former les référents → Former quarante référents~; Avancement~: 20~% → 60~%",
        ],
    ]
    sentences = [seen(one.text) for one in block(found, Prose).paragraphs]
    assert "Départ côté client~: Marc Oberlin (Directrice générale)." in sentences
    assert "Changement de poste ou de rattachement~: Hélène Castaing (Présidente)." in sentences


def test_the_rest_of_a_list_stands_in_the_chapter_as_the_client_s_plan_numbers_it() -> None:
    """Chapters with nothing to say for the client are left out: its action plan is no chapter 7."""
    actions = tuple(an_action(ref=f"A-{at:02d}", share=Share.CLIENT) for at in range(9))
    old, new = (
        redact(a_plan(account=an_account(cutoff=cutoff), actions=held)).plan
        for cutoff, held in ((BEFORE, ()), (date(2026, 9, 30), actions))
    )
    story = tell_client(new, Locale(Language.FR), shows_notices=False, since=compare(old, new))
    (number,) = (chapter.number for chapter in story.chapters if chapter.key == "actions")
    (group,) = block(kept(story, "since"), ChangeLists).groups
    assert number != "7"
    assert seen(group.more) == f"4 autres~: plan, chapitre {number}"


def test_what_became_internal_is_silent_for_the_client() -> None:
    def shared(*names: str, cutoff: date) -> SharedPlan:
        actions = tuple(an_action(ref=f"A-{name}", share=Share.CLIENT) for name in names)
        contacts = tuple(a_contact(name=name) for name in names)
        return redact(a_plan(account=an_account(cutoff=cutoff), actions=actions, contacts=contacts)).plan

    old, new = shared("Ada Berg", "Nils Roy", cutoff=BEFORE), shared("Ada Berg", cutoff=date(2026, 9, 30))
    silent = frozenset({("actions", ("A-Nils Roy",)), ("contacts", ("Nils Roy",))})
    known, hushed = compare(old, new), compare(old, new, silent=silent)
    told, kept_silent = (
        seen(outline(tell_client(new, Locale(Language.FR), shows_notices=False, since=since)))
        for since in (known, hushed)
    )
    assert "Nils Roy (Directrice générale)" in told
    assert "Nils Roy" not in kept_silent
    assert [(row.table, row.key) for row in known.rows if row not in hushed.rows] == [
        ("contacts", ("Nils Roy",)),
        ("actions", ("A-Nils Roy",)),
    ]


def test_the_example_s_client_is_told_of_its_quarter_and_of_nothing_internal() -> None:
    was, now = redact(earlier_plan(Language.FR)), redact(example_plan(Language.FR))
    since = compare(was.plan, now.plan, silent=now.hidden)
    told = seen(outline(tell_client(now.plan, Locale(Language.FR), shows_notices=False, since=since)))
    assert "Quatre KPI sur cinq s’améliorent depuis le T2 2026" in told
    internal = ("A-29", "OPP-0", "D-14", "R-08", "ENJ-08", "Falcon", "Prismea", "Opposé", "Réservé", "Fait observé")
    assert [word for word in internal if word in told] == []
