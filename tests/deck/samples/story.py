"""A whole story of a fictional account, and builders for small ones."""

from __future__ import annotations

from datetime import date

from generator.editions.edition import Edition
from generator.locales.language import Language
from generator.model.quarter import Quarter
from generator.story.blocks import Block
from generator.story.story import Cover, CoverPerson, PlanQuarter, Section, Stage, Story
from tests.charts.diagrams import samples as diagrams
from tests.deck.samples import blocks

STAGES = (
    (Stage.SUMMARY, "Synthèse"),
    (Stage.PERFORMANCE, "Performance"),
    (Stage.CONTRACTS, "Contrats"),
    (Stage.OBJECTIVES, "Objectifs"),
    (Stage.ACTIONS, "Actions"),
    (Stage.DECISIONS, "Décisions"),
    (Stage.FINANCE, "Finance"),
    (Stage.PEOPLE, "Décideurs"),
    (Stage.WHITESPACE, "Potentiel"),
    (Stage.PIPELINE, "Opportunités"),
    (Stage.GOVERNANCE, "Gouvernance"),
    (Stage.COHERENCE, "Cohérence"),
)


def a_cover() -> Cover:
    years = tuple(
        (str(year), tuple(PlanQuarter(f"T{n}", year == 2026 and n < 3, year == 2026 and n == 3) for n in range(1, 5)))
        for year in (2026, 2027, 2028)
    )
    return Cover(
        client="Groupe Valmonde",
        supplier="Nordane Services",
        deck_kicker="Comité de pilotage · T3 2026",
        plan_kicker="Plan de compte 2026–2028",
        meeting="Séance du jeudi 15 octobre 2026, 10 h – 11 h 30",
        place="Siège de Valmonde, Lyon · salle Confluence",
        plan_line="Plan 2026–2028 : troisième trimestre sur douze",
        years=years,
        people=(
            CoverPerson("Pour Valmonde", "Hélène Castaing", "Directrice générale déléguée"),
            CoverPerson("Pour Nordane", "Claire Vasseur", "Responsable de compte"),
            CoverPerson("Document", "Version 1.3", "Arrêté au 30/09/2026"),
        ),
    )


def a_section(
    key: str,
    *slide_blocks: Block,
    headline: str = "Une phrase entière avec 1 chiffre",
    stage: Stage = Stage.SUMMARY,
    is_internal: bool = False,
    source: str = "Source : feuille 1, 6 lignes · arrêté au 30/09/2026",
    notes: tuple[str, ...] = ("Chaque chiffre vient de la feuille 1.",),
) -> Section:
    return Section(
        key=key,
        stage=stage,
        title=key,
        headline=headline,
        slide_blocks=slide_blocks,
        chapter_blocks=(),
        source=source,
        notes=notes,
        is_internal=is_internal,
        is_annex=is_internal,
    )


def a_story(*sections: Section, edition: Edition = Edition.CLIENT) -> Story:
    return Story(
        edition=edition,
        language=Language.FR,
        account="Groupe Valmonde",
        supplier="Nordane Services",
        author="Claire Vasseur",
        period=Quarter(2026, 3),
        cutoff=date(2026, 9, 30),
        version="1.3",
        deck_title="Groupe Valmonde · COPIL T3 2026",
        plan_title="Groupe Valmonde · Plan de compte",
        footer="Groupe Valmonde · COPIL T3 2026 · v1.3 · arrêté au 30/09/2026",
        plan_header="Groupe Valmonde",
        plan_footer="v1.3",
        page_word="page",
        confidential="Interne – confidentiel",
        plan_confidential="Interne",
        internal_mark="Interne" if edition is Edition.INTERNAL else "",
        cover=a_cover(),
        stages=STAGES,
        deck_sections=("Comité", "Annexes internes"),
        slides=sections,
        chapters=(),
        contents_title="Sommaire",
        figures_title="Figures",
        figure_word="Figure",
        table_word="Tableau",
        section_word="section",
        annex_word="annexe",
    )


def committee() -> Story:
    """The client's deck: summary, dashboard, quality, actions, decisions followed."""
    return a_story(
        a_section(
            "summary",
            diagrams.tiles(),
            diagrams.facts(),
            diagrams.requests(),
            headline=(
                "La qualité progresse (96,4 % des SLA tenus, NPS à 42), mais deux préavis engagent 1,76 M€ "
                "d’ici le 30 novembre"
            ),
            source="Source : 6 contrats, 5 KPI, 14 actions, 12 séances · arrêté au 30/09/2026",
        ),
        a_section(
            "kpis",
            blocks.kpi_cards(),
            headline=(
                "Trois KPI sur cinq sont à la cible, dont les SLA à 96,4 % ; les incidents P1, eux, "
                "remontent à 7 au T3 2026 pour un plafond de 4"
            ),
            stage=Stage.PERFORMANCE,
            source="Source : 5 KPI (feuille 4 KPI), 8 trimestres · pointillé : cible · arrêté au 30/09/2026",
        ),
        a_section(
            "quality",
            blocks.satisfaction(),
            blocks.tickets(),
            headline="Le NPS gagne 14 points en huit trimestres et les tickets baissent à 410, dont 7 incidents P1",
            stage=Stage.PERFORMANCE,
        ),
        a_section(
            "decisions-past",
            blocks.decisions_table(6),
            headline="Quatre décisions sur six sont appliquées ; deux attendent depuis juin",
            stage=Stage.DECISIONS,
        ),
        a_section(
            "actions",
            blocks.schedule(),
            headline=(
                "Trois actions sur quatorze sont en retard, dont la correction de la cause racine des P1, "
                "attendue depuis 46 jours"
            ),
            stage=Stage.ACTIONS,
            source="Source : feuille 5 Actions ; retards, blocages, échéances à 90 jours et actions closes",
        ),
    )


def internal_committee() -> Story:
    """The internal deck: the same and two annexes."""
    told = committee()
    annexes = (
        a_section(
            "revenue",
            blocks.revenue(),
            blocks.movers(),
            blocks.callout(),
            headline=(
                "Le CA atteint 1,13 M€ au T3 2026 (+9,1 % en un an) et la marge 23,8 %, portés par le "
                "cloud et la cybersécurité"
            ),
            stage=Stage.FINANCE,
            is_internal=True,
            source=(
                "Source : feuille 1 Cartographie, table Chiffres (CA, Marge), 8 trimestres · montants hors "
                "taxes · arrêté au 30/09/2026"
            ),
        ),
        a_section(
            "coverage",
            blocks.coverage(),
            headline="Deux décideurs sur quatre ne siègent dans aucune instance",
            stage=Stage.GOVERNANCE,
            is_internal=True,
        ),
        a_section(
            "coherence",
            blocks.decisions_table(36),
            headline="Trente-six points de cohérence restent ouverts",
            stage=Stage.COHERENCE,
            is_internal=True,
        ),
    )
    return a_story(*told.slides, *annexes, edition=Edition.INTERNAL)
