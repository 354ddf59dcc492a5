"""The mock-ups' content as blocks, fictional like them, and blocks of any size to strain the layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from generator.measures.rag import Rag
from generator.model.choices import Attitude
from generator.story.blocks.bar_table import BarRow, BarTable, Pair, PlotColumn, Stretch, WordColumn, Words
from generator.story.blocks.bridge import Bridge, BridgeStep, Level
from generator.story.blocks.chart import SeriesRole
from generator.story.blocks.decisions import DecisionCard, DecisionCards, DecisionOption
from generator.story.blocks.objectives import GoalLine, GoalLinks, ObjectiveLine
from generator.story.blocks.people import AttitudeMark
from generator.story.blocks.progress import Progress
from generator.story.blocks.since import Change, ChangeGroup, ChangeLists
from generator.story.blocks.summary import KeyFact, KeyFacts, Request, Requests, Tile, Tiles
from generator.story.blocks.table import Align
from generator.story.blocks.text import Status, Tone
from generator.story.blocks.timeline import (
    BackPlan,
    DatedEvent,
    EndingStrip,
    EndingValue,
    Mark,
    MarkKind,
    PathStep,
    Period,
    Timeline,
    TimelineRow,
)

GREEN, AMBER, RED, NONE = Status(Rag.GREEN, "V"), Status(Rag.AMBER, "O"), Status(Rag.RED, "R"), Status(Rag.NONE, "–")
LONG = (
    "Reconduire l’infogérance du système d’information pour les usines, les entrepôts et le siège, en reprenant les "
    "engagements de service négociés en 2024, avec une clause de sortie à douze mois et un comité de suivi mensuel "
    "présidé par la direction des achats et la direction industrielle du groupe"
)


def changes(groups: int = 4, items: int = 5, text: str = "Raccorder les usines de Vierzon et de Thiers") -> ChangeLists:
    """Lists of changes, as many a group."""
    told = tuple(
        Change(f"A‑{at}", "+14 j → 15/09/2026", text, Tone.ADVERSE, is_internal=at % 2 == 0) for at in range(items)
    )
    return ChangeLists(
        key="since/lists",
        groups=tuple(
            ChangeGroup(key=f"since/{at}", title="5 actions décalées", changes=told, more="3 autres : plan, chapitre 0")
            for at in range(groups)
        ),
        alt="Cinq actions décalées.",
    )


def tiles() -> Tiles:
    return Tiles(
        key="summary/weather",
        tiles=(
            Tile("contracts", "Contrats", AMBER, "2 préavis", "d’ici le 30/11/2026", "1,76 M€ par an à reconduire"),
            Tile("quality", "Chiffres et qualité", AMBER, "3 sur 5", "KPI à la cible", "SLA 96,4 % ; P1 à 7 pour 4"),
            Tile("actions", "Actions", RED, "3 en retard", "sur 14 actions", "La plus ancienne : 46 jours"),
            Tile("governance", "Gouvernance", GREEN, "11 sur 12", "séances tenues", "Comptes rendus sous 2 jours"),
        ),
        alt="Quatre tuiles : contrats et chiffres à surveiller, actions en retard, gouvernance tenue.",
        label="État du compte au 30/09/2026",
        legend=(
            replace(GREEN, text="à la cible"),
            replace(AMBER, text="à surveiller"),
            replace(RED, text="hors seuil"),
        ),
    )


def facts() -> KeyFacts:
    return KeyFacts(
        key="summary/facts",
        label="Trois faits, par poids",
        facts=(
            KeyFact(
                "KPI-01",
                "96,4 %",
                "des engagements de service tenus, pour 95 % visés ; c’est la quatrième hausse trimestrielle d’affilée",
                GREEN,
            ),
            KeyFact(
                "KPI-05",
                "7 P1",
                "incidents critiques au trimestre, pour 4 au plus ; cinq viennent de la migration des usines",
                RED,
            ),
            KeyFact(
                "KPI-06",
                "333 k€",
                "de chiffre d’affaires cloud et cybersécurité, pour 320 k€ visés ; c’est 11 % de plus qu’au T2 2026",
            ),
        ),
    )


def requests() -> Requests:
    return Requests(
        key="summary/requests",
        label="Trois décisions demandées au comité",
        requests=(
            Request(
                "D‑11",
                "Reconduire CT‑01 pour 36 mois",
                owner="Hélène Castaing",
                due="30/11/2026",
                stake="1,65 M€ par an",
                inaction="reconduction tacite de 12 mois, sans l’économie de 49,5 k€ par an",
            ),
            Request("D‑12", "Geler les bascules d’usines 6 semaines", owner="Marc Oberlin", due="15/10/2026"),
            Request(
                "D‑13",
                "Étendre le SOC aux quatre entrepôts",
                owner="–",
                due="–",
                stake="+140 k€ par an",
                inaction="hors du SOC au 1er janvier 2027",
            ),
        ),
        terms_label="Enjeu, décideur et échéance",
        inaction_label="Sans décision :",
    )


def _contract(ref: str, title: str, amount: str, end: date | None, *marks: Mark) -> TimelineRow:
    near = any(mark.kind is MarkKind.NOTICE_NEAR for mark in marks)
    return TimelineRow(
        key=ref,
        title=f"{ref} {title}",
        detail="Groupe",
        amount=amount,
        start=date(2025, 1, 1),
        end=end,
        end_label=f"{end:%d/%m/%Y} · 243 j" if end else "sans terme",
        is_emphasised=near,
        is_past=False,
        marks=marks,
    )


def periods(first: int = 2026, quarters: int = 10) -> tuple[Period, ...]:
    """Quarters from the third of a year on."""
    found = []
    for at in range(2, quarters + 2):
        year, number = first + at // 4, at % 4
        start = date(year, 3 * number + 1, 1)
        after = date(year + (number == 3), (3 * number + 3) % 12 + 1, 1)
        found.append(Period(start, after - timedelta(days=1), str(year), f"T{number + 1}"))
    return tuple(found)


def timeline() -> Timeline:
    near, later = MarkKind.NOTICE_NEAR, MarkKind.NOTICE_LATER
    rows = (
        _contract(
            "CT‑01",
            "Infogérance du SI",
            "1 650 k€",
            date(2027, 5, 31),
            Mark("notice", date(2026, 11, 30), near, "préavis le 30/11/2026, dans 61 j"),
        ),
        _contract(
            "CT‑06",
            "Supervision des entrepôts",
            "110 k€",
            date(2027, 2, 28),
            Mark("notice", date(2026, 11, 28), near, "préavis le 28/11/2026, dans 59 j"),
        ),
        _contract("CT‑05", "Cloud e-commerce", "330 k€", date(2027, 10, 31), Mark("notice", date(2027, 7, 31), later)),
        _contract("CT‑02", "Support utilisateurs", "1 080 k€", date(2027, 12, 31)),
        _contract("CT‑04", "Cloud privé des usines", "480 k€", date(2028, 6, 30)),
        _contract("CT‑03", "SOC mutualisé", "490 k€", None),
    )
    ends = {2: ("110", "0"), 3: ("1650", "0"), 5: ("0", "1410"), 7: ("0", "480")}
    values = (ends.get(at, ("0", "0")) for at in range(10))
    return Timeline(
        key="contracts",
        row_title="Contrat et montant annuel",
        periods=periods(),
        today=date(2026, 9, 30),
        today_label="30/09/2026",
        rows=rows,
        strip=EndingStrip(
            "Montant annuel qui finit, en k€",
            "sur 4 140 k€ sous contrat, dont 490 k€ plus tard ou sans terme",
            tuple(EndingValue(Decimal(own), Decimal(other), str(int(own) + int(other))) for own, other in values),
        ),
        alt="Six contrats jusqu’à 2028 ; deux préavis avant le 30/11/2026.",
        caption="",
    )


def back_plan(*, launch: date = date(2026, 10, 21), days: tuple[int, ...] = (5, 10, 10, 10, 5)) -> BackPlan:
    people = ("Marc Oberlin", "Camille Joly", "Olivier Brun", "Nathalie Ferrand", "Hélène Castaing")
    attitudes = (Attitude.CHAMPION, Attitude.NEUTRAL, Attitude.OPPONENT, Attitude.RESERVED, None)
    return BackPlan(
        key="contracts/back-plan",
        title="CT‑01, à rebours du préavis : 40 jours de circuit",
        note="20 des 40 jours passent par Olivier Brun et Nathalie Ferrand",
        today=date(2026, 9, 30),
        today_label="30/09/2026",
        launch=launch,
        launch_label=f"lancer au plus tard le {launch:%d/%m/%Y}",
        margin="21 jours de marge",
        due=launch + timedelta(days=sum(days)),
        due_label="préavis le 30/11/2026",
        events=(DatedEvent("committee", date(2026, 10, 15), "COPIL du 15/10/2026"),),
        steps=tuple(
            PathStep(
                key=f"contracts/back-plan/{at + 1}",
                power="Avis",
                days=length,
                days_label=f"{length} j",
                person=people[at % 5],
                attitude=None if (attitude := attitudes[at % 5]) is None else AttitudeMark(attitude, "N", "Neutre"),
                resists=attitude in (Attitude.OPPONENT, Attitude.RESERVED),
            )
            for at, length in enumerate(days)
        ),
        alt="CT‑01 : lancer au plus tard le 21/10/2026.",
        caption="",
    )


def long_timeline(count: int) -> Timeline:
    base = timeline()
    rows = tuple(
        replace(
            base.rows[at % 6],
            key=f"CT‑{at + 1:02}",
            start=base.rows[at % 6].start + timedelta(days=17 * at),
        )
        for at in range(count)
    )
    return replace(base, rows=rows)


def _objective(
    key: str, title: str, ends: tuple[str, str, str], shares: tuple[str, str], status: Status, due: str
) -> ObjectiveLine:
    progress = Progress(ends[0], ends[1], ends[2], Decimal(shares[0]), Decimal(shares[1]))
    return ObjectiveLine(key, key, title, progress, status, due)


def goals() -> GoalLinks:
    first = _objective(
        "OBJ‑01",
        "Disponibilité du cloud des usines",
        ("99,5 %", "99,8 %", "99,9 %"),
        ("0.75", "0.62"),
        GREEN,
        "31/12/2026",
    )
    second = _objective("OBJ‑02", "Incidents P1 par trimestre", ("9", "7", "4"), ("0.4", "0.62"), RED, "31/12/2026")
    third = _objective(
        "OBJ‑03",
        "Temps de réponse du site marchand",
        ("820 ms", "484 ms", "400 ms"),
        ("0.8", "0.55"),
        GREEN,
        "31/03/2027",
    )
    fourth = _objective("OBJ‑04", "Sites couverts par le SOC", ("6", "10", "14"), ("0.5", "0.6"), AMBER, "31/12/2026")
    fifth = _objective(
        "OBJ‑05", "Résolution au premier appel", ("62 %", "71 %", "75 %"), ("0.69", "0.58"), GREEN, "31/03/2027"
    )
    return GoalLinks(
        key="goals",
        goals_title="Vos enjeux",
        objectives_title="Nos objectifs : départ, actuel, cible",
        due_title="Échéance",
        goals=(
            GoalLine(
                "ENJ‑01",
                "ENJ‑01",
                "Moderniser les usines sans arrêt de production",
                "Philippe Arnoux · Plan stratégique 2028",
                (first, second),
            ),
            GoalLine(
                "ENJ‑02",
                "ENJ‑02",
                "Doubler les ventes en ligne d’ici 2028",
                "Laure Tessier · Rapport annuel 2025",
                (third,),
            ),
            GoalLine(
                "ENJ‑03",
                "ENJ‑03",
                "Mettre tous les sites en conformité avec NIS 2",
                "Amina Sellami · Comité d’audit, mars 2026",
                (fourth,),
            ),
            GoalLine(
                "ENJ‑04",
                "ENJ‑04",
                "Réduire de 15 % le coût du poste de travail",
                "Nathalie Ferrand · Budget 2026",
                (fifth,),
            ),
        ),
        more="",
        alt="Quatre enjeux reliés à cinq objectifs.",
    )


def many_goals(count: int, *, title: str = "") -> GoalLinks:
    base = goals()
    lines = []
    for at in range(count):
        goal = base.goals[at % 4]
        objectives = tuple(
            replace(one, key=f"OBJ‑{at}-{rank}", title=title or one.title) for rank, one in enumerate(goal.objectives)
        )
        lines.append(replace(goal, key=f"ENJ‑{at}", title=title or goal.title, objectives=objectives))
    return replace(base, goals=tuple(lines), more="3 enjeux sans objectif : plan, chapitre 2.")


def _card(
    key: str,
    title: str,
    options: tuple[str, str, str],
    chosen: int,
    words: tuple[str, str, str],
    people: tuple[str, str],
    inaction: str = "",
) -> DecisionCard:
    listed = tuple(DecisionOption("ABC"[at], text, at == chosen) for at, text in enumerate(options))
    stake, impact, advice = words
    return DecisionCard(
        key=key,
        ref=key,
        title=title,
        options=listed,
        stake=stake,
        impact=impact,
        inaction=inaction,
        recommendation=advice,
        decider=people[0],
        due=people[1],
    )


def decisions() -> DecisionCards:
    return DecisionCards(
        key="decisions",
        cards=(
            _card(
                "D‑11",
                "Reconduire l’infogérance (CT‑01)",
                ("Reconduction de 36 mois, prix −3 %", "Reconduction tacite de 12 mois", "Mise en concurrence en 2027"),
                0,
                (
                    "1,65 M€ par an",
                    "Économie de 49,5 k€ par an et équipe stable jusqu’en 2030.",
                    "Signer l’option A avant la date de préavis, le 30/11/2026.",
                ),
                ("Hélène Castaing", "30/11/2026"),
                "reconduction tacite de 12 mois, sans l’économie de 49,5 k€ par an.",
            ),
            _card(
                "D‑12",
                "Geler les bascules d’usines",
                ("Poursuivre au rythme prévu", "Geler six semaines", "Reporter après l’inventaire"),
                1,
                (
                    "5 P1 sur 7",
                    "Retour à 4 P1 visé au T4 2026, mais la bascule de Roanne glisse au 15/01/2027.",
                    "Retenir l’option B, le temps de corriger la cause des P1.",
                ),
                ("Marc Oberlin", "15/10/2026"),
            ),
            _card(
                "D‑13",
                "Étendre le SOC aux entrepôts",
                ("Quatre entrepôts au 01/01/2027", "Reims seul, en pilote", "Pas d’extension en 2027"),
                0,
                (
                    "+140 k€ par an",
                    "Couverture portée de 10 à 14 sites, ce que NIS 2 exige de tous les sites du groupe.",
                    "Valider l’option A dès le T4 2026, par avenant au contrat CT‑03.",
                ),
                ("Marc Oberlin", "30/11/2026"),
            ),
        ),
        options_title="Options",
        impact_title="Impact",
        inaction_label="Sans décision :",
        recommendation_title="Recommandation",
        decider_title="Décide :",
        due_title="échéance",
        alt="Trois décisions à prendre.",
    )


def bar_table(count: int = 4, name: str = "Incidents P1", *, pairs: bool = False) -> BarTable:
    """Rows that go both ways around zero, with a level to compare with, or dumbbells."""
    plots: tuple[Stretch | Pair, ...] = (
        Stretch(Decimal(0), Decimal(50), "+50", SeriesRole.MESSAGE),
        Stretch(Decimal(0), Decimal(-25), "−25"),
        Stretch(Decimal(0), Decimal(0), "0"),
    )
    if pairs:
        plots = (
            Pair(Decimal(20), Decimal(30), "20", "30"),
            Pair(Decimal(40), Decimal(10), "40", "10"),
            Pair(None, Decimal(25), "", "25"),
        )
    rows = [BarRow(key="t/group", cells=(), heading="OBJ‑07 Signer avec Iberia", note="échéance 30/06/2027")]
    rows += [
        BarRow(
            key=f"t/{at}",
            cells=(Words(name), Words("5 sur 7"), plots[at % 3]),
            is_emphasised=at == 0,
            is_total=at == count - 1,
        )
        for at in range(count)
    ]
    marks = ("T3 25", "T3 26") if pairs else None
    return BarTable(
        key="t",
        title="Tickets résolus dans les délais",
        columns=(
            WordColumn("Nature", Align.LEFT, is_name=True),
            WordColumn("dans les délais"),
            PlotColumn(marks=marks),
        ),
        rows=tuple(rows),
        alt="Incidents P1 : 5 sur 7.",
        caption="",
    )


def bridge(steps: int = 5, name: str = "Cloud") -> Bridge:
    """From 1 000 up by 60 and down by 20 in turn."""
    moves = [Decimal(60) if at % 2 == 0 else Decimal(-20) for at in range(steps)]
    end = Decimal(1000) + sum(moves, Decimal(0))
    return Bridge(
        key="b",
        title="CA du T3 2025 au T3 2026, en k€",
        start=Level("T3 2025", Decimal(1000), "1 000"),
        steps=tuple(
            BridgeStep(f"b/{at}", name, move, f"{move:+}", "+5 %", rank=at % 5) for at, move in enumerate(moves)
        ),
        end=Level("T3 2026", end, f"{end}", "+9 %"),
        reference=Level("Budget", end + 7, f"budget {end + 7} (−7)"),
        alt="De 1 000 à 1 140.",
        caption="",
    )
