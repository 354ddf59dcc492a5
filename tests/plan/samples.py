"""A hand-made story with every kind of block the plan draws; the account and everyone in it are fictional."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.editions.edition import Edition
from generator.locales.language import Language
from generator.measures.rag import Rag
from generator.model.choices import Attitude
from generator.model.quarter import Quarter
from generator.story.blocks.calendar import Calendar, Event, EventKind, Month
from generator.story.blocks.chart import Band, Bar, BarChart, ColumnChart, LineChart, Series, SeriesRole, ValueFormat
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption
from generator.story.blocks.grid import HeatCell, HeatMap, HeatRow, Matrix, MatrixCell, MatrixRow, Swot, SwotQuadrant
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.objectives import (
    GoalLine,
    GoalLinks,
    ObjectiveCard,
    ObjectiveCards,
    ObjectiveLine,
    SmartLine,
)
from generator.story.blocks.people import (
    AttitudeMark,
    GridPerson,
    InfluenceGrid,
    Lane,
    Lanes,
    LaneStep,
    OrgChart,
    OrgNode,
)
from generator.story.blocks.progress import Progress
from generator.story.blocks.prose import FactSheet, Prose, ProseRole, Term
from generator.story.blocks.risks import RiskGrid, RiskMark
from generator.story.blocks.summary import KeyFact, KeyFacts, Request, Requests, Tile, Tiles
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Fact, Sentence, Status, Tone
from generator.story.blocks.timeline import (
    Course,
    EndingStrip,
    EndingValue,
    Fortnight,
    Mark,
    MarkKind,
    Pace,
    Period,
    Schedule,
    ScheduleRow,
    Timeline,
    TimelineRow,
)
from generator.story.story import Chapter, Cover, CoverPerson, PlanQuarter, Section, Stage, Story

NB = "\u00a0"
GREEN = Status(Rag.GREEN, "V", "En cours")
AMBER = Status(Rag.AMBER, "O", "À surveiller")
RED = Status(Rag.RED, "R", f"46{NB}j de retard")
QUARTERS = tuple(f"T{q}{NB}{y}" for y, q in ((24, 4), (25, 1), (25, 2), (25, 3), (25, 4), (26, 1), (26, 2), (26, 3)))


def decimals(*values: str | float) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(value)) for value in values)


def incidents_chart() -> LineChart:
    values = (9, 8, 6, 5, 4, 4, 5, 7)
    return LineChart(
        key="kpis/KPI-05/chart",
        title="Incidents P1 par trimestre",
        alt="Courbe de 8 trimestres : de 9 incidents P1 au T4 24 à 4 au T4 25, puis 7 au T3 26, pour une cible de 4.",
        categories=QUARTERS,
        series=(Series("KPI-05", "Incidents P1", decimals(*values), tuple(map(str, values))),),
        target=Series(
            "KPI-05/target", "Cible", decimals(*[4] * 8), (f"Cible{NB}: 4 au plus", *[""] * 7), SeriesRole.TARGET
        ),
        bands=(
            Band(Rag.RED, "R", Decimal(6), None, "> 6"),
            Band(Rag.AMBER, "O", Decimal(4), Decimal(6), "5 à 6"),
            Band(Rag.GREEN, "V", None, Decimal(4), "≤ 4"),
        ),
        caption="Incidents P1 ouverts par trimestre, du T4 2024 au T3 2026, avec la cible et les seuils.",
    )


def sla_chart() -> LineChart:
    values = ("0.958", "0.961", "0.949", "0.952", "0.957", "0.963", "0.968", "0.964")
    labels = ("95,8 %", "96,1 %", "94,9 %", "95,2 %", "95,7 %", "96,3 %", "96,8 %", "96,4 %")
    return LineChart(
        key="kpis/KPI-01/chart",
        title="Respect des délais",
        alt="Courbe de 8 trimestres : de 95,8 % à 96,4 %, au-dessus de la cible de 95 % depuis cinq trimestres.",
        categories=QUARTERS,
        series=(Series("KPI-01", "Respect des délais", decimals(*values), labels),),
        target=Series(
            "KPI-01/target", "Cible", decimals(*["0.95"] * 8), ("Cible : 95 %", *[""] * 7), SeriesRole.TARGET
        ),
        bands=(
            Band(Rag.RED, "R", None, Decimal("0.92"), "< 92 %"),
            Band(Rag.AMBER, "O", Decimal("0.92"), Decimal("0.95"), "92 à 95 %"),
            Band(Rag.GREEN, "V", Decimal("0.95"), None, "≥ 95 %"),
        ),
        value_format=ValueFormat.RATE,
        caption="Part des tickets résolus dans le délai convenu.",
    )


def revenue_chart() -> ColumnChart:
    rows = {
        "Infogérance": (410, 412, 430, 420, 437, 437, 442, 440),
        "Support": (260, 265, 265, 258, 260, 260, 265, 272),
        "Conseil": (150, 145, 155, 130, 170, 120, 95, 85),
        "Cloud": (120, 125, 140, 150, 165, 180, 195, 205),
        "Cybersécurité": (60, 60, 60, 78, 80, 95, 103, 128),
    }
    told = (0, 3, 7)
    return ColumnChart(
        key="revenue/chart",
        title="Chiffre d’affaires, en k€",
        alt="Colonnes empilées de 8 trimestres : le chiffre d’affaires passe de 1 000 k€ à 1 130 k€.",
        categories=QUARTERS,
        series=tuple(
            Series(
                name,
                name,
                tuple(Decimal(value) * 1000 for value in values),
                tuple(str(value) if at in told else "" for at, value in enumerate(values)),
                SeriesRole.RANKED,
                rank,
            )
            for rank, (name, values) in enumerate(rows.items())
        ),
        totals=("1 000", "1 007", "1 050", "1 036", "1 112", "1 092", "1 100", "1 130"),
        line=Series(
            "margin",
            "Marge",
            decimals("0.21", "0.214", "0.218", "0.215", "0.224", "0.229", "0.231", "0.238"),
            ("21,0 %", "21,4", "21,8", "21,5", "22,4", "22,9", "23,1", "23,8 %"),
            SeriesRole.MARGIN,
        ),
        line_title="Taux de marge, en % du CA",
        emphasised=(3, 7),
        caption="Chiffre d’affaires par offre et taux de marge, par trimestre.",
    )


def movers_chart() -> BarChart:
    rows = (
        ("Cloud", 55, "+55", "+37 %", 3),
        ("Cybersécurité", 50, "+50", "+64 %", 4),
        ("Conseil", -45, "−45", "−35 %", 2),
    )
    return BarChart(
        key="revenue/movers",
        title="Écart T3 2026 contre T3 2025, en k€",
        alt="Barres : cloud +55 k€, cybersécurité +50 k€, conseil −45 k€.",
        bars=tuple(
            Bar(name, name, Decimal(value), label, note, SeriesRole.RANKED, rank)
            for name, value, label, note, rank in rows
        ),
        caption="Ce qui fait bouger le chiffre d’affaires.",
    )


def contracts_table() -> Table:
    columns = (
        TableColumn("Réf.", 6),
        TableColumn("Contrat", 26),
        TableColumn("Échéance", 11),
        TableColumn("Valeur", 9, Align.RIGHT),
        TableColumn("Statut", 16),
    )
    rows = (
        ("CT‑04", "Infogérance des sites industriels et des centres logistiques", "31/12/2026", "620 k€", RED),
        ("CT‑01", "Support aux utilisateurs", "30/06/2027", "310 k€", GREEN),
        ("CT‑07", "Cloud et continuité d’activité", "31/03/2028", "280 k€", AMBER),
    )
    cells = [
        TableRow(ref, (Cell(ref), Cell(title), Cell(end), Cell(value), Cell(status=status)), is_late=ref == "CT‑04")
        for ref, title, end, value, status in rows
    ]
    total = TableRow("total", (Cell(), Cell("Total"), Cell(), Cell("1 210 k€"), Cell()), is_total=True)
    return Table(
        key="contracts/table",
        columns=columns,
        rows=(*cells, total),
        caption="Contrats en vigueur, le plus proche d’abord.",
        alt="Trois contrats, pour 1 210 k€ par an.",
        more="4 contrats échus ne figurent pas ici.",
    )


def corrective_actions() -> Table:
    columns = (
        TableColumn("Réf.", 6),
        TableColumn("Action", 30),
        TableColumn("Responsable", 14),
        TableColumn("Échéance", 11),
        TableColumn("Statut", 16),
    )
    rows = (
        ("A‑07", "Corriger la cause racine des P1", "Inès Marchal", "15/08/2026", RED),
        ("A‑14", "Tester la reprise du site marchand", "Karim Belhadj", "15/12/2026", GREEN),
    )
    return Table(
        key="kpis/KPI-05/actions",
        columns=columns,
        rows=tuple(
            TableRow(ref, (Cell(ref), Cell(title), Cell(owner), Cell(due), Cell(status=status)))
            for ref, title, owner, due, status in rows
        ),
        caption="",
        alt="Deux actions correctives.",
        label="Actions correctives",
    )


def kpi_cards() -> KpiCards:
    incidents = KpiCard(
        key="kpis/KPI-05",
        ref="KPI‑05",
        name="Incidents P1 par trimestre",
        status=Status(Rag.RED, "R"),
        figure="7",
        unit="",
        facts=(Fact("Cible", "4 au plus"),),
        chart=incidents_chart(),
        comment="",
        takeaway="Les incidents P1 remontent à 7 au T3 2026, trois de plus que la cible tenue fin 2025.",
        sheet=FactSheet(
            key="kpis/KPI-05/sheet",
            rows=(
                Term("reference", "Référence", "KPI‑05, suivi par Inès Marchal ; objectif lié : OBJ‑02"),
                Term(
                    "definition",
                    "Définition",
                    "Nombre d’incidents P1 ouverts au cours du trimestre, toutes entités confondues.",
                ),
                Term(
                    "formula",
                    "Formule",
                    "Somme des tickets de nature « Incident », priorité « P1 », mesure « Ouverts »",
                ),
                Term("data", "Source", "Feuille 1 Cartographie, table Tickets ; arrêté au 30/09/2026"),
            ),
        ),
        strip=(
            Fact(f"T3{NB}2026", "7"),
            Fact("Cible", "4 au plus"),
            Fact("Écart à la cible", "+3"),
            Fact(f"Écart au T2{NB}2026", "+2"),
        ),
        reading=(
            (
                "La baisse continue jusqu’au T4 2025 (de 9 à 4) s’est interrompue avec la migration des usines"
                " : cinq des "
                "sept incidents du trimestre en viennent. Hors migration, le niveau serait de 2, sous la cible."
            ),
            (
                "La cible reste tenable au T4 2026 si les bascules sont gelées six semaines (décision D‑12) "
                "et si la cause racine est corrigée."
            ),
        ),
        actions=corrective_actions(),
        status_label="Statut",
        reading_label="Lecture",
    )
    sla = KpiCard(
        key="kpis/KPI-01",
        ref="KPI‑01",
        name="Respect des délais",
        status=Status(Rag.GREEN, "V"),
        figure="96,4",
        unit="%",
        facts=(Fact("Cible", "95 %"),),
        chart=sla_chart(),
        comment="",
        takeaway="Les délais sont tenus à 96,4 %, au-dessus de la cible depuis cinq trimestres.",
        sheet=FactSheet(
            key="kpis/KPI-01/sheet",
            rows=(Term("definition", "Définition", "Tickets résolus dans le délai ÷ tickets résolus."),),
        ),
        strip=(Fact(f"T3{NB}2026", "96,4 %"), Fact("Cible", "95 %"), Fact("Écart", "+1,4 pt")),
        reading=("Le délai tient depuis l’arrivée du second centre de support.",),
        status_label="Statut",
        reading_label="Lecture",
        is_internal=True,
    )
    return KpiCards(key="kpis", cards=(incidents, sla), alt="Deux indicateurs.")


def objective_cards() -> ObjectiveCards:
    indicators = Table(
        key="objectives/OBJ-02/kpis",
        columns=(
            TableColumn("Réf.", 7),
            TableColumn("KPI", 24),
            TableColumn(f"T2{NB}2026", 8, Align.RIGHT),
            TableColumn(f"T3{NB}2026", 8, Align.RIGHT),
            TableColumn("Cible", 6, Align.RIGHT),
            TableColumn("Statut", 9),
        ),
        rows=(
            TableRow(
                "KPI-05",
                (
                    Cell("KPI‑05"),
                    Cell("Incidents P1"),
                    Cell("5"),
                    Cell("7", Tone.STRONG),
                    Cell("4"),
                    Cell(status=Status(Rag.RED, "R")),
                ),
            ),
        ),
        caption="",
        label="Indicateur lié",
    )
    actions = Table(
        key="objectives/OBJ-02/actions",
        columns=(
            TableColumn("Réf.", 6),
            TableColumn("Action", 28),
            TableColumn("Responsable", 14),
            TableColumn("Échéance", 11),
            TableColumn("Av.", 6, Align.RIGHT),
            TableColumn("Statut", 16),
        ),
        rows=tuple(
            TableRow(
                ref,
                (Cell(ref), Cell(title), Cell(owner), Cell(due), Cell(done), Cell(status=status)),
                is_late=status is RED,
                is_internal=ref == "A‑14",
            )
            for ref, title, owner, due, done, status in (
                ("A‑07", "Corriger la cause racine des P1", "Inès Marchal", "15/08/2026", "60 %", RED),
                ("A‑05", "Former quarante référents au support", "Karim Belhadj", "31/10/2026", "70 %", GREEN),
                ("A‑14", "Tester la reprise du site marchand", "Karim Belhadj", "15/12/2026", "10 %", GREEN),
            )
        ),
        caption="Actions rattachées à OBJ‑02, en retard d’abord ; détail au chapitre 7.",
        name_at=1,
        label="Actions liées",
    )
    card = ObjectiveCard(
        key="objectives/OBJ-02",
        ref="OBJ‑02",
        title="Ramener les incidents P1 à 4 par trimestre",
        facts=(
            Fact("Référence", "OBJ‑02"),
            Fact("Type", "Qualité"),
            Fact("Responsable", "Inès Marchal"),
            Fact("Échéance", "31/12/2026"),
        ),
        status_label="Statut",
        status=Status(Rag.RED, "R", "En cours, en retard"),
        lines=(
            SmartLine(
                "S",
                "Spécifique",
                "Ramener de 9 à 4 le nombre d’incidents P1 ouverts par trimestre sur le périmètre d’infogérance, "
                "usines comprises.",
            ),
            SmartLine("M", "Mesurable", "Départ 9 (T4 2024), actuel 7 (T3 2026), cible 4"),
            SmartLine(
                "A",
                "Atteignable",
                "Le niveau de 4 a été tenu au T4 2025 et au T1 2026, avant la migration des usines.",
                is_internal=True,
            ),
            SmartLine(
                "R",
                "Relié à un enjeu",
                "ENJ‑01 : moderniser les usines sans arrêt de production",
                "Porteur : Philippe Arnoux · Plan stratégique 2028",
            ),
            SmartLine("T", "Temporel", "Cible à atteindre au plus tard le 31/12/2026 ; revue à chaque COPIL."),
        ),
        progress=Progress("9", "7", "4", Decimal("0.4"), Decimal("0.62"), "40 %", "attendu à date : 62 %"),
        indicators=indicators,
        actions=actions,
        comment=(
            (
                "L’objectif a parcouru 40 % du chemin, contre 62 % attendus à cette date. Le gel des bascules d’usines "
                "(décision D‑12) est la condition d’un retour à 4 incidents au T4 2026."
            ),
        ),
        comment_label="Commentaire",
    )
    return ObjectiveCards(key="objectives", cards=(card,))


def summary_blocks() -> tuple[Tiles, KeyFacts, Requests]:
    tiles = Tiles(
        key="summary/tiles",
        tiles=(
            Tile("contracts", "Contrats", AMBER, "2 sur 7", "arrivent à échéance", "préavis le 30/09/2026"),
            Tile("figures", "Qualité", Status(Rag.RED, "R", "Sous la cible"), "7", "incidents P1", "cible : 4 au plus"),
            Tile("actions", "Actions", GREEN, "32 sur 36", "dans les délais", "4 en retard"),
            Tile(
                "governance",
                "Gouvernance",
                Status(Rag.GREEN, "V", "Tenue"),
                "11 sur 12",
                "réunions tenues",
                "depuis un an",
            ),
        ),
        alt="Contrats à surveiller, qualité sous la cible, actions et gouvernance dans le vert.",
    )
    facts = KeyFacts(
        key="summary/facts",
        label="Les faits du trimestre",
        facts=(
            KeyFact("revenue", "1,13 M€", "de chiffre d’affaires au T3 2026, +9,1 % en un an."),
            KeyFact("KPI-01", "96,4 %", "des tickets résolus dans le délai convenu."),
            KeyFact("growth", "+105 k€", "apportés par le cloud et la cybersécurité."),
        ),
    )
    requests = Requests(
        key="summary/requests",
        label="Ce que nous demandons",
        requests=(
            Request("D‑12", "Geler les bascules d’usines pendant six semaines", owner="Marc Oberlin", due="15/10/2026"),
            Request(
                "D‑13",
                "Reconduire le contrat d’infogérance pour trois ans",
                owner="Hélène Castaing",
                due="30/11/2026",
                stake="1,65 M€ par an",
                inaction="reconduction tacite de douze mois",
            ),
        ),
        terms_label="Enjeu, décideur et échéance",
        inaction_label="Sans décision :",
    )
    return tiles, facts, requests


def schedule() -> Schedule:
    months = (("sept.", 9), ("oct.", 10), ("nov.", 11), ("déc.", 12))
    fortnights = tuple(
        Fortnight(date(2026, month, day), date(2026, month, 15 if day == 1 else 30), str(day), name if day == 1 else "")
        for name, month in months
        for day in (1, 16)
    )
    rows = (
        (
            "A‑07",
            "Corriger la cause racine des P1",
            Decimal("0.6"),
            RED,
            date(2026, 8, 1),
            date(2026, 9, 30),
            Pace.OVERDUE,
        ),
        (
            "A‑05",
            "Former quarante référents au support",
            Decimal("0.7"),
            GREEN,
            date(2026, 9, 1),
            date(2026, 10, 31),
            Pace.PLANNED,
        ),
        (
            "A‑11",
            "Valider le plan de bascule avec les quatre directeurs d’usine",
            Decimal("0.2"),
            AMBER,
            date(2026, 10, 1),
            date(2026, 11, 15),
            Pace.BLOCKED,
        ),
        (
            "A‑14",
            "Tester la reprise du site marchand",
            Decimal("0.1"),
            GREEN,
            date(2026, 11, 1),
            date(2026, 12, 15),
            Pace.PLANNED,
        ),
        (
            "A‑02",
            "Ouvrir le second centre de support",
            Decimal(1),
            Status(Rag.GREEN, "V", "Close"),
            date(2026, 9, 1),
            date(2026, 9, 15),
            Pace.CLOSED,
        ),
    )
    return Schedule(
        key="actions/schedule",
        columns=(
            *(TableColumn(title) for title in ("Réf.", "Action", "Responsable", "Destinataire", "Échéance")),
            TableColumn("Av.", align=Align.RIGHT, has_bars=True),
            TableColumn("Statut"),
        ),
        name_at=1,
        fortnights=fortnights,
        today=date(2026, 9, 30),
        rows=tuple(
            ScheduleRow(
                ref,
                (
                    Cell(ref),
                    Cell(title, Tone.STRONG if pace is Pace.OVERDUE else Tone.NORMAL),
                    Cell("Inès Marchal"),
                    Cell("Philippe Arnoux"),
                    Cell(end.strftime("%d/%m/%Y")),
                    Cell(f"{int(done * 100)} %", progress=done),
                    Cell(status=status),
                ),
                course=Course(start, end, pace),
                is_late=pace is Pace.OVERDUE,
                is_closed=pace is Pace.CLOSED,
                is_internal=ref == "A‑11",
            )
            for ref, title, done, status, start, end, pace in rows
        ),
        more="",
        alt="Cinq actions : une en retard, une bloquée, deux en cours, une close.",
        caption="Plan d’actions, en retard d’abord.",
    )


def timeline() -> Timeline:
    def row(ref: str, title: str, end: date, *marks: Mark) -> TimelineRow:
        return TimelineRow(
            key=ref,
            title=f"{ref} {title}",
            detail="Usines",
            amount="620 k€",
            start=date(2024, 1, 1),
            end=end,
            end_label=f"{end:%d/%m/%Y} · 92 j",
            is_emphasised=bool(marks),
            is_past=False,
            marks=marks,
        )

    return Timeline(
        key="contracts/timeline",
        row_title="Contrat",
        periods=(
            Period(date(2026, 7, 1), date(2026, 9, 30), "2026", "T3"),
            Period(date(2026, 10, 1), date(2026, 12, 31), "2026", "T4"),
            Period(date(2027, 1, 1), date(2027, 3, 31), "2027", "T1"),
            Period(date(2027, 4, 1), date(2027, 6, 30), "2027", "T2"),
        ),
        today=date(2026, 9, 30),
        today_label="30/09/2026",
        rows=(
            row(
                "CT‑04",
                "Infogérance",
                date(2026, 12, 31),
                Mark("notice", date(2026, 10, 31), MarkKind.NOTICE_NEAR, "31/10/2026"),
            ),
            row("CT‑01", "Support", date(2027, 6, 30)),
            row("CT‑07", "Cloud", date(2027, 3, 31)),
        ),
        strip=EndingStrip(
            "Montant annuel qui finit, en k€",
            "sur 1 860 k€ sous contrat",
            tuple(
                EndingValue(Decimal(own), Decimal(other), label)
                for own, other, label in ((0, 0, ""), (620, 0, "620"), (0, 620, "620"), (0, 620, "620"))
            ),
        ),
        alt="Trois contrats jusqu’à 2027 ; CT‑04 arrive à échéance le 31/12/2026.",
        caption="Vie des contrats.",
    )


def goal_links() -> GoalLinks:
    progress = Progress("9", "7", "4", Decimal("0.4"), Decimal("0.62"), "40 %", "")
    return GoalLinks(
        key="objectives/links",
        goals_title="Enjeux du client",
        objectives_title="Nos objectifs",
        due_title="Échéance",
        goals=(
            GoalLine(
                "ENJ-01",
                "ENJ‑01",
                "Moderniser les usines sans arrêt",
                "Philippe Arnoux",
                (
                    ObjectiveLine(
                        "OBJ-02", "OBJ‑02", "Ramener les incidents P1 à 4 par trimestre", progress, RED, "31/12/2026"
                    ),
                ),
            ),
            GoalLine(
                "ENJ-02",
                "ENJ‑02",
                "Réduire le coût du support",
                "Claire Delmas",
                (
                    ObjectiveLine(
                        "OBJ-03",
                        "OBJ‑03",
                        "Résoudre 60 % des demandes au premier contact",
                        progress,
                        GREEN,
                        "30/06/2027",
                    ),
                ),
            ),
        ),
        more="",
        alt="Deux enjeux, un objectif pour chacun.",
    )


def risk_grid() -> RiskGrid:
    marks = (
        RiskMark(
            "R-01",
            "R‑01",
            "Arrêt d’une usine pendant la bascule",
            "P 4 × I 5",
            "Gel des bascules",
            "Inès Marchal",
            "15/10/2026",
            4,
            5,
            Status(Rag.RED, "R"),
        ),
        RiskMark(
            "R-02",
            "R‑02",
            "Départ du chef de projet",
            "P 2 × I 4",
            "Binôme",
            "Karim Belhadj",
            "31/12/2026",
            2,
            4,
            Status(Rag.AMBER, "O"),
        ),
        RiskMark(
            "R-03",
            "R‑03",
            "Retard de livraison des serveurs",
            "P 3 × I 2",
            "Second fournisseur",
            "Karim Belhadj",
            "30/11/2026",
            3,
            2,
            Status(Rag.GREEN, "V"),
        ),
    )
    return RiskGrid(
        key="risks/grid",
        probability_title="Probabilité",
        impact_title="Impact",
        list_title="Risques",
        marks=marks,
        listed=marks,
        critical=15,
        more="",
        alt="Trois risques ; R‑01 est critique (20).",
        caption="Risques ouverts, par probabilité et impact.",
    )


ATTITUDES = (
    AttitudeMark(Attitude.OPPONENT, "O", "opposé"),
    AttitudeMark(Attitude.RESERVED, "R", "réservé"),
    AttitudeMark(Attitude.NEUTRAL, "N", "neutre"),
    AttitudeMark(Attitude.SUPPORTER, "F", "favorable"),
    AttitudeMark(Attitude.CHAMPION, "M", "moteur"),
)
RESERVED, SUPPORTER, CHAMPION = ATTITUDES[1], ATTITUDES[3], ATTITUDES[4]


def org_chart() -> OrgChart:
    def node(key: str, name: str, function: str, role: str, attitude: AttitudeMark, *children: OrgNode) -> OrgNode:
        return OrgNode(
            key=key,
            name=name,
            function=function,
            detail="suivi par Inès Marchal",
            is_detail_alert=False,
            role=role,
            attitude=attitude,
            is_decision_maker=role == "D",
            entity="Siège",
            children=children,
        )

    return OrgChart(
        key="people/chart",
        roots=(
            node(
                "P-01",
                "Philippe Arnoux",
                "Directeur général",
                "D",
                SUPPORTER,
                node("P-02", "Claire Delmas", "Directrice financière", "D", RESERVED),
                node(
                    "P-03",
                    "Hugo Bernard",
                    "Directeur des systèmes",
                    "P",
                    CHAMPION,
                    node("P-04", "Lina Costa", "Responsable support", "U", SUPPORTER),
                ),
            ),
        ),
        role_title="Rôle",
        roles=(("D", "décideur"), ("P", "prescripteur"), ("U", "utilisateur")),
        attitude_title="Attitude",
        attitudes=(CHAMPION, SUPPORTER, RESERVED),
        alt="Quatre personnes sous Philippe Arnoux.",
        caption="Organisation du client.",
    )


def influence_grid() -> InfluenceGrid:
    return InfluenceGrid(
        key="people/grid",
        title="Influence et attitude",
        people=(
            GridPerson("P-01", "PA", "Philippe Arnoux", 5, 3, is_decision_maker=True, is_target=False),
            GridPerson("P-02", "CD", "Claire Delmas", 4, 1, is_decision_maker=True, is_target=True),
            GridPerson("P-03", "HB", "Hugo Bernard", 3, 4, is_decision_maker=False, is_target=False),
        ),
        attitudes=ATTITUDES,
        note_lead="À gagner :",
        note="Claire Delmas, avant le COPIL.",
        alt="Claire Delmas, influente et réservée, est à gagner.",
        caption="Influence et attitude.",
    )


def lanes() -> Lanes:
    steps = (
        LaneStep("1", "Hugo Bernard", "Directeur des systèmes", "P", "prescrit", f"2{NB}sem."),
        LaneStep("2", "Claire Delmas", "Directrice financière", "V", "valide", f"3{NB}sem."),
        LaneStep("3", "Philippe Arnoux", "Directeur général", "D", "décide", f"1{NB}sem."),
    )
    return Lanes(
        key="people/lanes",
        lanes=(Lane("L1", "Projets", "plus de 100 k€", steps), Lane("L2", "Renouvellements", "tous", steps[1:])),
        powers=(("P", "prescrit"), ("V", "valide"), ("D", "décide")),
        alt="Deux circuits : projets en trois étapes, renouvellements en deux.",
        caption="Circuits de décision.",
    )


def heat_map() -> HeatMap:
    held, won, none = HeatCell("V", "120", "", 0), HeatCell("A", "80", "concurrent", 2), HeatCell("–", "", "", -1)
    return HeatMap(
        key="whitespace/map",
        unit="en k€ par an",
        columns=("Infogérance", "Support", "Cloud", "Cybersécurité"),
        rows=(
            HeatRow("E1", "Siège", (held, held, won, none), "320"),
            HeatRow("E2", "Usines", (held, won, won, won), "360"),
        ),
        total_title="Total",
        column_totals=("240", "200", "160", "80"),
        grand_total="680",
        legend=((0, "détenu"), (1, "moins de 50"), (2, "50 à 100"), (3, "plus de 100")),
        codes="V : vendu · A : à vendre · – : non éligible",
        alt="Huit cellules ; les usines portent le plus gros potentiel.",
        caption="Potentiel par entité et par offre.",
    )


def matrix() -> Matrix:
    gap, held, none = MatrixCell("manque", Tone.ADVERSE, is_gap=True), MatrixCell("M"), MatrixCell("")
    return Matrix(
        key="coverage/matrix",
        corner="Personne",
        columns=("COPIL", "Suivi", "CODEV"),
        rows=(
            MatrixRow("P-01", "Philippe Arnoux", "Directeur général", (held, none, held)),
            MatrixRow("P-02", "Claire Delmas", "Directrice financière", (gap, none, none), is_gap=True),
        ),
        legend=(("M", "membre"),),
        more="",
        alt="Claire Delmas ne siège dans aucune instance.",
        caption="Qui siège où.",
    )


def swot() -> Swot:
    quadrants = (
        SwotQuadrant("S", "Forces", (Sentence("a", "Dix ans de présence"), Sentence("b", "Support salué"))),
        SwotQuadrant("W", "Faiblesses", (Sentence("a", "Incidents P1 en hausse"),)),
        SwotQuadrant(
            "O", "Opportunités", (Sentence("a", "Plan de modernisation des usines"), Sentence("b", "Cybersécurité"))
        ),
        SwotQuadrant("T", "Menaces", (Sentence("a", "Concurrent présent au siège"),)),
    )
    return Swot(key="landscape/swot", quadrants=quadrants, alt="Deux forces, une faiblesse.", caption="Notre position.")


def calendar() -> Calendar:
    return Calendar(
        key="next/calendar",
        months=(
            Month(
                "octobre 2026",
                date(2026, 10, 1),
                date(2026, 10, 31),
                (
                    Event("S-21", date(2026, 10, 15), "jeu. 15", EventKind.MEETING, "COPIL T3 2026", "Lyon"),
                    Event(
                        "A-05",
                        date(2026, 10, 31),
                        "sam. 31",
                        EventKind.ACTION,
                        "Former quarante référents",
                        "Karim Belhadj",
                        is_internal=True,
                    ),
                ),
            ),
            Month("novembre 2026", date(2026, 11, 1), date(2026, 11, 30), ()),
        ),
        kinds=((EventKind.MEETING, "réunion"), (EventKind.ACTION, "action")),
        more="",
        alt="Deux rendez-vous en octobre.",
        caption="Les 90 prochains jours.",
    )


def decisions() -> DecisionCards:
    card = DecisionCard(
        key="decisions/D-12",
        ref="D‑12",
        title="Geler les bascules d’usines",
        options=(
            DecisionOption("A", "Geler six semaines", is_recommended=True),
            DecisionOption("B", "Poursuivre au rythme prévu", is_recommended=False),
        ),
        stake="5 incidents P1",
        impact="évités au T4 2026",
        inaction="les bascules d’usines suivent le rythme prévu",
        recommendation="Option A : le calendrier final est tenu.",
        decider="Philippe Arnoux",
        due="15/10/2026",
    )
    return DecisionCards(
        key="decisions",
        cards=(card,),
        options_title="Options",
        impact_title="Impact",
        inaction_label="Sans décision :",
        recommendation_title="Recommandation",
        decider_title="Décideur",
        due_title="Échéance",
        alt="Une décision à prendre.",
    )


def section(
    key: str, title: str, headline: str, *blocks: object, source: str = "", is_internal: bool = False
) -> Section:
    return Section(
        key=key,
        stage=Stage.SUMMARY,
        title=title,
        headline=headline,
        slide_blocks=(),
        chapter_blocks=blocks,  # type: ignore[arg-type]
        source=source,
        notes=(),
        is_internal=is_internal,
    )


def chapters() -> tuple[Chapter, ...]:
    source = "Source : feuille 1 Cartographie · arrêté au 30/09/2026"
    versions = Table(
        key="version/table",
        columns=(
            TableColumn("Version", 8),
            TableColumn("Date", 10),
            TableColumn("Auteur", 14),
            TableColumn("Objet", 40),
        ),
        rows=(TableRow("1.3", (Cell("v1.3"), Cell("30/09/2026"), Cell("Inès Marchal"), Cell("Revue du T3 2026"))),),
        caption="Versions du plan.",
    )
    return (
        Chapter(
            "0",
            "version",
            "Fiche de version, évolutions",
            "",
            (section("version", "Fiche de version", "Une version.", versions),),
        ),
        Chapter(
            "1",
            "summary",
            "Synthèse",
            "La qualité des usines décide du renouvellement de CT‑04.",
            (
                section(
                    "summary",
                    "Synthèse",
                    "La qualité des usines décide du renouvellement de CT‑04.",
                    *summary_blocks(),
                    source=source,
                ),
            ),
        ),
        Chapter(
            "3",
            "mapping",
            "Cartographie",
            "Sept contrats, 1,13 M€ par trimestre, une organisation à trois niveaux.",
            (
                section(
                    "contracts",
                    "Contrats",
                    "Deux contrats arrivent à échéance d’ici un an.",
                    contracts_table(),
                    timeline(),
                    source=source,
                ),
                section(
                    "revenue",
                    "Chiffre d’affaires",
                    "Le CA atteint 1,13 M€ au T3 2026, +9,1 % en un an.",
                    revenue_chart(),
                    movers_chart(),
                    source=source,
                    is_internal=True,
                ),
                section(
                    "people",
                    "Organisation",
                    "Une directrice financière influente reste à gagner.",
                    org_chart(),
                    influence_grid(),
                    lanes(),
                    is_internal=True,
                ),
                section(
                    "whitespace",
                    "Potentiel",
                    "Les usines portent le plus gros potentiel.",
                    heat_map(),
                    swot(),
                    is_internal=True,
                ),
            ),
        ),
        Chapter(
            "4",
            "objectives",
            "Objectifs SMART",
            "Un objectif sur deux tient son calendrier.",
            (section("objectives", "Objectifs", "", goal_links(), objective_cards()),),
        ),
        Chapter(
            "5",
            "governance",
            "Gouvernance",
            "",
            (section("coverage", "Couverture", "Claire Delmas ne siège dans aucune instance.", matrix(), calendar()),),
        ),
        Chapter(
            "6",
            "kpis",
            "KPI",
            "Un indicateur sur deux est à la cible.",
            (section("kpis", "KPI", "Un indicateur sur deux est à la cible.", kpi_cards()),),
        ),
        Chapter(
            "7",
            "actions",
            "Plan d’actions",
            "Une action sur cinq est en retard.",
            (section("actions", "Actions", "", schedule(), source=source),),
        ),
        Chapter("8", "risks", "Risques", "", (section("risks", "Risques", "Un risque est critique.", risk_grid()),)),
        Chapter(
            "A",
            "annexes",
            "Annexes",
            "",
            (
                section("decisions", "Décisions", "Une décision est attendue.", decisions()),
                section(
                    "quality",
                    "Qualité des données",
                    "",
                    Prose(
                        key="p1", paragraphs=(Sentence("taxes", "Les montants sont hors taxes."),), label="Périmètre"
                    ),
                    Prose(
                        key="p2",
                        paragraphs=(Sentence("cloud", "Le cloud porte la croissance."),),
                        role=ProseRole.CALLOUT,
                        label="À retenir",
                    ),
                    Prose(
                        key="p3",
                        paragraphs=(
                            Sentence("missing", "Aucune enquête de satisfaction : remplir la table Satisfaction."),
                        ),
                        role=ProseRole.MISSING,
                    ),
                ),
            ),
        ),
    )


def story(*only: str) -> Story:
    """The whole sample, or the chapters of these keys."""
    years = tuple(
        (str(year), tuple(PlanQuarter(f"T{q}", (year, q) < (2026, 3), (year, q) == (2026, 3)) for q in range(1, 5)))
        for year in (2026, 2027, 2028)
    )
    return Story(
        edition=Edition.INTERNAL,
        language=Language.FR,
        account="Groupe Valmonde",
        supplier="Nordane Services",
        author="Inès Marchal",
        period=Quarter(2026, 3),
        cutoff=date(2026, 9, 30),
        version="1.3",
        deck_title="COPIL T3 2026",
        plan_title="Plan de compte Groupe Valmonde 2026–2028",
        footer="Groupe Valmonde · v1.3",
        plan_header="Groupe Valmonde · Plan de compte 2026–2028",
        plan_footer="v1.3 · arrêté au 30/09/2026",
        page_word="Page",
        confidential="Interne – confidentiel",
        plan_confidential="Édition interne – confidentiel",
        internal_mark="Interne",
        cover=Cover(
            client="Groupe Valmonde",
            supplier="Nordane Services",
            deck_kicker="Comité de pilotage",
            plan_kicker="Plan de compte",
            meeting="",
            place="",
            plan_line="Plan 2026–2028, revue du T3 2026",
            years=years,
            people=(CoverPerson("Responsable du compte", "Inès Marchal", "directrice de clientèle"),),
        ),
        stages=(),
        deck_sections=("Comité", "Annexes internes"),
        slides=(),
        chapters=tuple(chapter for chapter in chapters() if not only or chapter.key in only),
        contents_title="Sommaire",
        figures_title="Figures et tableaux",
        figure_word="Figure",
        table_word="Tableau",
        section_word="section",
        annex_word="annexe",
    )
