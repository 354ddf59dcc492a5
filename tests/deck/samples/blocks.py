"""Blocks of the fictional account, with the figures of the mock-ups."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.measures.rag import Rag
from generator.story.blocks.chart import Bar, BarChart, ColumnChart, LineChart, Series, SeriesRole, ValueFormat
from generator.story.blocks.grid import Matrix, MatrixCell, MatrixRow
from generator.story.blocks.kpi import KpiCard, KpiCards
from generator.story.blocks.prose import FactSheet, Prose, ProseRole
from generator.story.blocks.table import Align, Cell, Table, TableColumn, TableRow
from generator.story.blocks.text import Fact, Sentence, Status, Tone
from generator.story.blocks.timeline import Course, Fortnight, Pace, Schedule, ScheduleRow
from tests.charts.diagrams.samples import AMBER, GREEN, RED

QUARTERS = ("T4 24", "T1 25", "T2 25", "T3 25", "T4 25", "T1 26", "T2 26", "T3 26")


def decimals(*values: float | str) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(value)) for value in values)


def _kpi(
    ref: str,
    name: str,
    status: Status,
    *,
    figure: tuple[str, str],
    facts: tuple[str, str],
    values: tuple[Decimal, ...],
    ends: tuple[str, str],
    target: tuple[str, str],
    comment: str,
    value_format: ValueFormat = ValueFormat.NUMBER,
    tone: Tone = Tone.STRONG,
) -> KpiCard:
    labels = (ends[0], *("" for _ in values[1:-1]), ends[1])
    aim = (*("" for _ in values[1:]), target[1])
    key = f"kpis/{ref}"
    return KpiCard(
        key=key,
        ref=ref,
        name=name,
        status=status,
        figure=figure[0],
        unit=figure[1],
        facts=(Fact("Cible", facts[0]), Fact("Écart au T2 2026", facts[1], tone)),
        chart=LineChart(
            key=key,
            title="",
            alt=f"{name} : de {ends[0]} à {ends[1]} en huit trimestres, cible {target[1]}.",
            categories=QUARTERS,
            series=(Series(f"{key}/value", name, values, labels),),
            target=Series(f"{key}/target", "Cible", (Decimal(target[0]),) * len(values), aim, SeriesRole.TARGET),
            value_format=value_format,
        ),
        comment=comment,
        takeaway="",
        sheet=FactSheet(key=f"{key}/sheet", rows=()),
        strip=(),
        reading=(),
    )


def kpi_cards() -> KpiCards:
    money = decimals(180000, 187000, 200000, 212000, 228000, 246000, 266000, 333000)
    sla = decimals(0.931, 0.939, 0.943, 0.941, 0.949, 0.952, 0.956, 0.964)
    held = decimals(0.75, 0.83, 0.83, 0.92, 0.83, 0.83, 0.83, 0.92)
    return KpiCards(
        key="kpis",
        cards=(
            _kpi(
                "KPI‑01",
                "Cloud et cybersécurité",
                GREEN,
                figure=("333", "\u00a0k€"),
                facts=("320 k€", "+33 k€"),
                values=money,
                ends=("180", "333"),
                target=("320000", "320"),
                comment="Le SOC livré à deux sites porte la hausse.",
                value_format=ValueFormat.THOUSANDS,
            ),
            _kpi(
                "KPI‑02",
                "SLA tenus",
                GREEN,
                figure=("96,4", "\u202f%"),
                facts=("95 %", "+0,8 pt"),
                values=sla,
                ends=("93,1", "96,4"),
                target=("0.95", "95"),
                comment="Délais P2 réduits depuis la nouvelle astreinte de juin.",
                value_format=ValueFormat.RATE,
            ),
            _kpi(
                "KPI‑03",
                "NPS",
                AMBER,
                figure=("42", ""),
                facts=("45", "+4"),
                values=decimals(28, 30, 31, 33, 35, 36, 38, 42),
                ends=("28", "42"),
                target=("45", "45"),
                comment="Distribution à 58 ; l’Industrie reste à 21.",
            ),
            _kpi(
                "KPI‑04",
                "Réunions tenues",
                GREEN,
                figure=("92", "\u202f%"),
                facts=("90 %", "+9 pts"),
                values=held,
                ends=("75", "92"),
                target=("0.9", "90"),
                comment="11 séances sur 12 ; un CODEV reporté en août.",
                value_format=ValueFormat.RATE,
            ),
            _kpi(
                "KPI‑05",
                "Incidents P1",
                RED,
                figure=("7", ""),
                facts=("4 au plus", "+2"),
                values=decimals(9, 8, 6, 5, 4, 4, 5, 7),
                ends=("9", "7"),
                target=("4", "4"),
                comment="Cinq P1 viennent de la migration des usines.",
                tone=Tone.ADVERSE,
            ),
        ),
        alt="Cinq KPI, trois à la cible.",
    )


def satisfaction() -> LineChart:
    values = decimals(28, 30, 31, 33, 35, 36, 38, 42)
    return LineChart(
        key="quality/satisfaction",
        title="NPS par trimestre",
        alt="Le NPS passe de 28 à 42 en huit trimestres, pour 45 visés.",
        categories=QUARTERS,
        series=(Series("quality/satisfaction/nps", "NPS", values, tuple(str(value) for value in values)),),
        target=Series(
            "quality/satisfaction/target", "Cible", decimals(*[45] * 8), ("",) * 7 + ("45",), SeriesRole.TARGET
        ),
    )


def tickets() -> ColumnChart:
    rows = {
        "Demandes": decimals(300, 296, 290, 284, 280, 276, 270, 262),
        "Incidents": decimals(150, 148, 150, 146, 144, 143, 142, 141),
        "P1": decimals(9, 8, 6, 5, 4, 4, 5, 7),
    }
    return ColumnChart(
        key="quality/tickets",
        title="Tickets par nature",
        alt="Les tickets passent de 459 à 410 en huit trimestres.",
        categories=QUARTERS,
        series=tuple(
            Series(
                f"quality/tickets/{name}", name, values, tuple(str(value) for value in values), SeriesRole.RANKED, rank
            )
            for rank, (name, values) in enumerate(rows.items())
        ),
        totals=("459", "452", "446", "435", "428", "423", "417", "410"),
        value_format=ValueFormat.NUMBER,
        emphasised=(0, 3, 7),
    )


def _thousands(*values: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(value * 1000) for value in values)


def revenue() -> ColumnChart:
    rows = {
        "Infogérance": _thousands(410, 412, 415, 420, 428, 430, 436, 440),
        "Support": _thousands(260, 258, 262, 258, 262, 262, 258, 272),
        "Conseil": _thousands(150, 147, 148, 130, 175, 118, 101, 85),
        "Cloud": _thousands(120, 128, 140, 150, 165, 178, 195, 205),
        "Cybersécurité": _thousands(60, 62, 85, 78, 82, 104, 110, 128),
    }
    margin = decimals(0.21, 0.214, 0.218, 0.215, 0.224, 0.229, 0.231, 0.238)
    return ColumnChart(
        key="revenue/by-offer",
        title="Chiffre d’affaires, en k€",
        alt="Le chiffre d’affaires trimestriel passe de 1 000 à 1 130 k€ en huit trimestres.",
        categories=QUARTERS,
        series=tuple(
            Series(
                f"revenue/by-offer/{name}",
                name,
                values,
                tuple(str(int(value / 1000)) for value in values),
                SeriesRole.RANKED,
                rank,
            )
            for rank, (name, values) in enumerate(rows.items())
        ),
        totals=(
            "1\u202f000",
            "1\u202f007",
            "1\u202f050",
            "1\u202f036",
            "1\u202f112",
            "1\u202f092",
            "1\u202f100",
            "1\u202f130",
        ),
        line=Series(
            "revenue/margin",
            "Taux de marge",
            margin,
            ("21,0 %", "21,4", "21,8", "21,5", "22,4", "22,9", "23,1", "23,8 %"),
            SeriesRole.MARGIN,
        ),
        line_title="Taux de marge, en % du CA",
        emphasised=(0, 3, 7),
    )


def movers() -> BarChart:
    rows = (
        ("Cloud", 55, "+37 %", 3),
        ("Cybersécurité", 50, "+64 %", 4),
        ("Infogérance", 20, "+5 %", 0),
        ("Support", 14, "+5 %", 1),
        ("Conseil", -45, "−35 %", 2),
    )
    return BarChart(
        key="revenue/movers",
        title="Écart T3 2026 contre T3 2025, en k€",
        alt="Cloud +55 k€, cybersécurité +50, infogérance +20, support +14, conseil −45.",
        bars=tuple(
            Bar(name, name, Decimal(value * 1000), f"{value:+d}".replace("-", "−"), note, SeriesRole.RANKED, rank)
            for name, value, note, rank in rows
        ),
    )


def callout() -> Prose:
    return Prose(
        key="revenue/callout",
        paragraphs=(
            Sentence("best", "Cloud et cybersécurité apportent 105 k€, plus que la hausse totale de 94 k€."),
            Sentence("worst", "Le conseil recule de 45 k€ : deux projets finis, aucun en commande."),
        ),
        role=ProseRole.CALLOUT,
        label="À retenir",
    )


def decisions_table(count: int) -> Table:
    return Table(
        key=f"decisions/{count}",
        columns=(
            TableColumn("Réf.", 6),
            TableColumn("Décision", 40),
            TableColumn("Décideur", 16),
            TableColumn("Échéance", 10),
            TableColumn("Montant", 10, Align.RIGHT),
            TableColumn("État", 14),
        ),
        rows=tuple(
            TableRow(
                f"D-{rank:02d}",
                (
                    Cell(f"D‑{rank:02d}", Tone.STRONG),
                    Cell(
                        "Confirmer le passage de la supervision des entrepôts au service commun"
                        if rank % 2
                        else "Geler les bascules"
                    ),
                    Cell("Nathalie Ferrand"),
                    Cell("15/10/2026"),
                    Cell(f"{rank * 12} k€"),
                    Cell(
                        status=Status(Rag.RED, "R", "46 j de retard")
                        if rank == 1
                        else Status(Rag.GREEN, "V", "Appliquée")
                    ),
                ),
                is_late=rank == 1,
                is_closed=rank == count,
                starts_group=rank == 4,
                is_internal=rank == 2,
            )
            for rank in range(1, count + 1)
        ),
        caption="Décisions prises",
        alt=f"{count} décisions et leur état.",
        name_at=1,
        more="2 autres : plan, annexe A",
    )


def _action(  # noqa: PLR0917
    ref: str, title: str, owner: str, addressee: str, due: date, share: str, status: Status, start: date, pace: Pace
) -> ScheduleRow:
    return ScheduleRow(
        key=ref,
        cells=(
            Cell(ref),
            Cell(title, Tone.STRONG if pace is Pace.OVERDUE else Tone.NORMAL),
            Cell(owner),
            Cell(addressee),
            Cell(f"{due:%d/%m/%Y}"),
            Cell(f"{int(Decimal(share) * 100)} %", progress=Decimal(share)),
            Cell(status=status),
        ),
        course=Course(start, date(2026, 9, 30) if pace is Pace.OVERDUE else due, pace, due),
        is_late=pace is Pace.OVERDUE,
        is_closed=pace is Pace.CLOSED,
    )


def _status(rag: Rag, text: str) -> Status:
    return Status(rag, rag.value, text)


def schedule() -> Schedule:
    first, late, ok = date(2026, 7, 1), Pace.OVERDUE, Pace.PLANNED
    running = _status(Rag.GREEN, "En cours")
    rows = (
        _action(
            "A‑07",
            "Corriger la cause racine des P1",
            "Inès Marchal",
            "Élise Morand",
            date(2026, 8, 15),
            "0.6",
            _status(Rag.RED, "46 j de retard"),
            first,
            late,
        ),
        _action(
            "A‑03",
            "Remettre la proposition de reconduction CT‑01",
            "Claire Vasseur",
            "Nathalie Ferrand",
            date(2026, 9, 15),
            "0.8",
            _status(Rag.RED, "15 j de retard"),
            first,
            late,
        ),
        _action(
            "A‑12",
            "Nommer le référent SOC du site d’Angers",
            "Amina Sellami",
            "Inès Marchal",
            date(2026, 9, 25),
            "0",
            _status(Rag.RED, "5 j de retard"),
            first,
            late,
        ),
        _action(
            "A‑09",
            "Ouvrir les flux réseau de l’entrepôt de Reims",
            "Julien Roche",
            "Karim Belhadj",
            date(2026, 10, 15),
            "0.3",
            _status(Rag.AMBER, "Bloquée"),
            date(2026, 9, 16),
            Pace.BLOCKED,
        ),
        _action(
            "A‑05",
            "Former quarante référents au support",
            "Karim Belhadj",
            "Didier Pons",
            date(2026, 10, 31),
            "0.7",
            running,
            first,
            ok,
        ),
        _action(
            "A‑10",
            "Basculer la supervision des entrepôts",
            "Inès Marchal",
            "Julien Roche",
            date(2026, 11, 15),
            "0.25",
            running,
            date(2026, 9, 16),
            ok,
        ),
        _action(
            "A‑11",
            "Déployer le SOC sur quatre sites",
            "Inès Marchal",
            "Amina Sellami",
            date(2026, 11, 30),
            "0.5",
            running,
            first,
            ok,
        ),
        _action(
            "A‑13",
            "Établir la grille tarifaire 2027",
            "Sophie Dunand",
            "Olivier Brun",
            date(2026, 12, 15),
            "0",
            _status(Rag.GREEN, "À faire"),
            date(2026, 11, 2),
            ok,
        ),
        _action(
            "A‑14",
            "Tester la reprise du site marchand",
            "Karim Belhadj",
            "Yasmine Haddad",
            date(2026, 12, 15),
            "0.1",
            running,
            date(2026, 9, 20),
            ok,
        ),
        _action(
            "A‑02",
            "Publier le tableau de bord hebdomadaire",
            "Claire Vasseur",
            "Marc Oberlin",
            date(2026, 9, 12),
            "1",
            _status(Rag.GREEN, "Terminée"),
            first,
            Pace.CLOSED,
        ),
    )
    return Schedule(
        key="actions",
        columns=(
            TableColumn("Réf.", 0),
            TableColumn("Action", 6),
            TableColumn("Responsable", 2),
            TableColumn("Destinataire", 2),
            TableColumn("Échéance", 0),
            TableColumn("Avancement", 0, Align.RIGHT, has_bars=True),
            TableColumn("Statut", 1),
        ),
        name_at=1,
        fortnights=_fortnights(),
        today=date(2026, 9, 30),
        rows=rows,
        more="4 autres : plan, chapitre 7",
        alt="Dix actions, trois en retard.",
        caption="Plan d’actions",
    )


def _fortnights() -> tuple[Fortnight, ...]:
    found: list[Fortnight] = []
    for month, name in ((9, "sept."), (10, "oct."), (11, "nov."), (12, "déc.")):
        last = 30 if month in (9, 11) else 31
        found.append(Fortnight(date(2026, month, 1), date(2026, month, 15), "1", name))
        found.append(Fortnight(date(2026, month, 16), date(2026, month, last), "16", ""))
    return tuple(found)


def coverage() -> Matrix:
    names = ("Hélène Castaing", "Marc Oberlin", "Nathalie Ferrand", "Philippe Arnoux", "Laure Tessier", "Julien Roche")
    return Matrix(
        key="coverage",
        corner="Interlocuteur",
        columns=("COPIL", "CODEV", "Suivi mensuel", "Comité sécurité"),
        rows=tuple(
            MatrixRow(
                name,
                name,
                "Décideur" if rank < 4 else "Prescripteur",
                tuple(
                    MatrixCell("M" if (rank + at) % 2 else "", Tone.STRONG)
                    if rank not in (2, 3)
                    else MatrixCell("–", is_gap=True)
                    for at in range(4)
                ),
                is_gap=rank in (2, 3),
            )
            for rank, name in enumerate(names)
        ),
        legend=(("M", "membre"), ("–", "ne siège pas")),
        more="",
        alt="Six personnes, quatre instances ; deux décideurs ne siègent nulle part.",
        caption="Couverture de la gouvernance",
    )
