"""People, grids and panels of the mock-ups, fictional like them, and larger ones to strain the layouts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.choices import Attitude
from generator.story.blocks.calendar import Agenda, AgendaItem, Attendee, Calendar, Event, EventKind, Month
from generator.story.blocks.grid import HeatCell, HeatMap, HeatRow, Swot, SwotQuadrant
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
from generator.story.blocks.prose import FactSheet, Prose, ProseRole, Term
from generator.story.blocks.risks import RiskGrid, RiskMark
from generator.story.blocks.text import Sentence
from tests.charts.diagrams.samples import AMBER, GREEN, RED

ATTITUDES = tuple(
    AttitudeMark(attitude, attitude.label.fr[:1], attitude.label.fr)
    for attitude in (Attitude.OPPONENT, Attitude.RESERVED, Attitude.NEUTRAL, Attitude.SUPPORTER, Attitude.CHAMPION)
)
BY_LETTER = {mark.letter: mark for mark in ATTITUDES}


def person(
    name: str, function: str, role: str, attitude: str, detail: str, children: tuple[OrgNode, ...] = ()
) -> OrgNode:
    return OrgNode(
        key=name.replace(" ", "-"),
        name=name,
        function=function,
        detail=detail,
        is_detail_alert="sans" in detail,
        role=role,
        attitude=BY_LETTER[attitude],
        is_decision_maker=role == "D",
        entity="Groupe",
        children=children,
    )


def org_chart() -> OrgChart:
    root = person(
        "Hélène Castaing",
        "DG déléguée",
        "D",
        "F",
        "Infl. 5\u2003réf. T. Lerouge",
        (
            person(
                "Marc Oberlin",
                "DSI du groupe",
                "D",
                "M",
                "Infl. 5\u2003réf. C. Vasseur",
                (
                    person("Julien Roche", "Infrastructures", "P", "M", "Infl. 3\u2003réf. I. Marchal"),
                    person("Amina Sellami", "RSSI", "P", "F", "Infl. 4\u2003réf. I. Marchal"),
                    person("Didier Pons", "Support interne", "U", "F", "Infl. 2\u2003réf. K. Belhadj"),
                ),
            ),
            person(
                "Nathalie Ferrand",
                "Directrice des achats",
                "A",
                "R",
                "Infl. 4\u2003réf. C. Vasseur",
                (
                    person("Olivier Brun", "Acheteur IT", "A", "O", "Infl. 3\u2003réf. C. Vasseur"),
                    person("Camille Joly", "Juriste contrats", "L", "N", "Infl. 2\u2003réf. S. Dunand"),
                ),
            ),
            person(
                "Philippe Arnoux",
                "DG Industrie",
                "D",
                "N",
                "Infl. 4\u2003réf. T. Lerouge",
                (
                    person("Élise Morand", "DSI Industrie", "P", "N", "Infl. 3\u2003réf. I. Marchal"),
                    person("Stéphane Girard", "Usine de Roanne", "U", "R", "Infl. 2\u2003sans référent"),
                ),
            ),
            person(
                "Laure Tessier",
                "DG Distribution",
                "D",
                "F",
                "Infl. 4\u2003réf. T. Lerouge",
                (
                    person("Yasmine Haddad", "E-commerce", "P", "M", "Infl. 3\u2003réf. C. Vasseur"),
                    person("Bruno Keller", "Réseau de magasins", "U", "F", "Infl. 2\u2003réf. K. Belhadj"),
                ),
            ),
        ),
    )
    return OrgChart(
        key="people",
        roots=(root,),
        role_title="Rôle",
        roles=(("D", "Décideur"), ("P", "Prescripteur"), ("A", "Acheteur"), ("U", "Utilisateur"), ("L", "Relais")),
        attitude_title="Attitude",
        attitudes=ATTITUDES[::-1],
        alt="Quatorze interlocuteurs sous la direction générale déléguée.",
        caption="",
    )


def large_org_chart(*, is_client: bool = False) -> OrgChart:
    """Sixty people on five levels: 1 + 6 + 18 + 30 + 5."""
    names = iter(range(1, 61))

    def node(children: tuple[OrgNode, ...] = ()) -> OrgNode:
        at = next(names)
        one = person(
            f"Prénom-{at} de La Tour-Martin",
            f"Direction des opérations industrielles {at}",
            "DPAUL"[at % 5],
            "MFNRO"[at % 5],
            f"Infl. {at % 5 + 1}\u2003réf. T. Lerouge",
            children,
        )
        return replace(one, role="", attitude=None) if is_client else one

    def team(wide: int, deep: int) -> OrgNode:
        leaves = tuple(node((node(),)) if deep and rank == 0 else node() for rank in range(wide))
        return node(leaves)

    divisions = []
    for rank in range(6):
        teams = tuple(team(2 if (rank + at) % 3 else 1, int(at == 0 and rank < 5)) for at in range(3))
        divisions.append(node(teams))
    root = node(tuple(divisions))
    return replace(org_chart(), roots=(root,))


def flat_org_chart(count: int) -> OrgChart:
    """A chief with many direct reports."""
    reports = tuple(person(f"Personne {at}", "Chargée de mission", "U", "N", "Infl. 1") for at in range(count))
    return replace(org_chart(), roots=(person("Hélène Castaing", "DG déléguée", "D", "F", "Infl. 5", reports),))


def influence() -> InfluenceGrid:
    spots = (
        *(("HC", 5, 3, True, False), ("MO", 5, 4, True, False), ("NF", 4, 1, False, True), ("PA", 4, 2, True, True)),
        *(
            ("LT", 4, 3, True, False),
            ("AS", 4, 3, False, False),
            ("OB", 3, 0, False, False),
            ("EM", 3, 2, False, False),
        ),
        *(
            ("JR", 3, 4, False, False),
            ("YH", 3, 4, False, False),
            ("SG", 2, 1, False, False),
            ("CJ", 2, 2, False, False),
        ),
        *(("DP", 2, 3, False, False), ("BK", 2, 3, False, False)),
    )
    return InfluenceGrid(
        key="influence",
        title="Influence et attitude",
        people=tuple(GridPerson(one[0], one[0], f"Personne {one[0]}", *one[1:]) for one in spots),
        attitudes=ATTITUDES,
        note_lead="À convaincre : NF et PA.",
        note="Influence de 4, sans soutien acquis, avant le préavis de CT‑01 du 30/11/2026.",
        alt="Grille influence et attitude de quatorze personnes.",
        caption="",
    )


def heat_map() -> HeatMap:
    held = HeatCell

    def row(key: str, cells: tuple[tuple[str, str, str, int], ...], total: str) -> HeatRow:
        return HeatRow(key, key, tuple(held(*cell) for cell in cells), total)

    return HeatMap(
        key="whitespace",
        unit="k€ par an",
        columns=("Infogérance", "Support", "Cloud", "Cybersécurité", "Conseil"),
        rows=(
            row(
                "Groupe",
                (
                    ("N", "900", "", 0),
                    ("N", "520", "", 0),
                    ("I", "110", "interne", 2),
                    ("N", "300", "", 0),
                    ("N", "220", "", 0),
                ),
                "110",
            ),
            row(
                "Industrie",
                (
                    ("N", "410", "", 0),
                    ("N", "260", "", 0),
                    ("N", "430", "", 0),
                    ("N", "70", "", 0),
                    ("N", "130", "", 0),
                ),
                "–",
            ),
            row(
                "Distribution",
                (
                    ("N", "315", "", 0),
                    ("N", "200", "", 0),
                    ("N", "308", "", 0),
                    ("N", "49", "", 0),
                    ("N", "120", "", 0),
                ),
                "–",
            ),
            row(
                "Logistique",
                (
                    ("N", "110", "", 0),
                    ("N", "92", "", 0),
                    ("A", "180", "sans titulaire", 3),
                    ("C", "140", "Securia", 2),
                    ("I", "60", "interne", 1),
                ),
                "380",
            ),
            row(
                "Iberia",
                (
                    ("C", "260", "Ibertec", 3),
                    ("C", "150", "Ibertec", 2),
                    ("A", "120", "sans titulaire", 2),
                    ("?", "90", "à qualifier", 1),
                    ("–", "", "non éligible", -1),
                ),
                "620",
            ),
        ),
        total_title="À capter",
        column_totals=("260", "150", "410", "230", "60"),
        grand_total="1 110",
        legend=((0, "N : nous, CA sur 12 mois"), (1, "jusqu’à 100"), (2, "101 à 150"), (3, "plus de 150")),
        codes="C : concurrent · I : interne · A : aucun · ? : titulaire inconnu",
        alt="Potentiel de cinq entités sur cinq offres.",
        caption="",
    )


def large_heat_map(rows: int, columns: int) -> HeatMap:
    base = heat_map()
    lines = tuple(
        HeatRow(
            f"row-{at}",
            f"Entité numéro {at} du groupe",
            tuple(base.rows[4 - (at + column) % 2].cells[column % 5] for column in range(columns)),
            "1 240",
        )
        for at in range(rows)
    )
    return replace(
        base,
        rows=lines,
        columns=tuple(f"Offre de services {at}" for at in range(columns)),
        column_totals=("12 500",) * columns,
        grand_total="125 000",
    )


def risks(count: int = 5) -> RiskGrid:
    titles = (
        "Départ du responsable de la migration des usines",
        "Retard de la bascule de Roanne",
        "Non-reconduction de CT‑01",
        "Incidents P1 répétés",
        "Non-conformité NIS 2 des entrepôts",
    )
    states = (RED, RED, AMBER, AMBER, GREEN)
    marks = tuple(
        RiskMark(
            key=f"R‑{at + 1:02}",
            ref=f"R‑{at + 1:02}",
            title=titles[at % 5],
            detail=f"P {5 - at % 3} × I {4 - at % 4}",
            response="Binôme nommé, transfert des connaissances avant la fin de novembre et revue chaque semaine.",
            owner="Camille Vasseur",
            due="15/11/2026",
            probability=5 - at % 3,
            impact=4 - at % 4 + (at % 2),
            status=states[at % 5],
        )
        for at in range(count)
    )
    return RiskGrid(
        key="risks",
        probability_title="Probabilité",
        impact_title="Impact",
        list_title="Les cinq premiers risques",
        marks=marks,
        listed=marks[:5],
        critical=15,
        more="4 autres risques : plan, chapitre 8.",
        alt="Cinq risques, dont deux critiques.",
        caption="",
    )


def calendar(per_month: int = 4) -> Calendar:
    kinds = (EventKind.MEETING, EventKind.ACTION, EventKind.NOTICE, EventKind.DECISION)
    titles = (
        "Comité de pilotage du T3",
        "Livrer le plan de reprise des usines",
        "Préavis de CT‑01",
        "Arbitrer l’extension du SOC",
    )
    months = tuple(
        Month(
            name,
            date(2026, month, 1),
            date(2026, month, 28),
            tuple(
                Event(
                    f"{month}-{at}",
                    date(2026, month, at + 1),
                    f"{at + 1:02}/{month}",
                    kinds[at % 4],
                    titles[at % 4],
                    "Camille Vasseur · Lyon",
                )
                for at in range(per_month + (month == 11))
            ),
        )
        for name, month in (("Octobre 2026", 10), ("Novembre 2026", 11), ("Décembre 2026", 12))
    )
    words = ("Réunion", "Action à échéance", "Date de préavis", "Décision à prendre")
    return Calendar(
        key="next",
        months=months,
        kinds=tuple(zip(kinds, words, strict=True)),
        more="",
        alt="Calendrier des 90 prochains jours.",
        caption="",
    )


def agenda(items: int = 8, people: int = 5) -> Agenda:
    titles = (
        "Synthèse",
        "Tableau de bord",
        "Vie des contrats",
        "Qualité de service",
        "Vos enjeux, nos objectifs",
        "Plan d’actions",
        "Décisions à prendre",
        "Prochaines étapes",
    )
    return Agenda(
        key="agenda",
        items_title="Ordre du jour",
        items=tuple(AgendaItem(f"section-{at}", titles[at % 8], f"{10 + at} min") for at in range(items)),
        client_title="Pour Groupe Valmonde",
        client=tuple(Attendee(f"Marc Oberlin {at}", "DSI du groupe") for at in range(people)),
        supplier_title="Pour Nordane Services",
        supplier=tuple(Attendee(f"Camille Vasseur {at}", "Directrice de compte") for at in range(people)),
        alt="Ordre du jour et participants.",
    )


def lanes() -> Lanes:
    def step(person_name: str, function: str, letter: str, power: str, delay: str) -> LaneStep:
        return LaneStep(person_name.replace(" ", "-"), person_name, function, letter, power, delay)

    steps = (
        step("Julien Roche", "Infrastructures", "P", "Prescrit", "2 sem."),
        step("Olivier Brun", "Acheteur IT", "A", "Consulte", "3 sem."),
        step("Nathalie Ferrand", "Directrice des achats", "V", "Valide", "1 sem."),
        step("Marc Oberlin", "DSI du groupe", "D", "Décide", "2 sem."),
        step("Hélène Castaing", "DG déléguée", "D", "Décide au-delà de 500 k€", "1 mois"),
    )
    return Lanes(
        key="paths",
        lanes=(
            Lane("renewal", "Reconduction", "plus de 500 k€ par an", steps),
            Lane("project", "Projet", "de 50 à 500 k€", steps[:4]),
            Lane("small", "Petit achat", "moins de 50 k€", steps[:2]),
        ),
        powers=(("P", "prescrit"), ("A", "consulte"), ("V", "valide"), ("D", "décide")),
        alt="Trois circuits de décision.",
        caption="",
    )


def long_lanes(steps: int) -> Lanes:
    base = lanes()
    every = tuple(replace(base.lanes[0].steps[at % 5], key=f"step-{at}") for at in range(steps))
    return replace(base, lanes=tuple(replace(base.lanes[at % 3], key=f"lane-{at}", steps=every) for at in range(5)))


def swot(statements: int = 4) -> Swot:
    words = (
        "Équipe stable depuis 2022, connue des usines",
        "SOC certifié",
        "Onze séances tenues sur douze",
        "Dépendance à un seul acheteur pour l’infogérance et le support",
    )
    quadrants = tuple(
        SwotQuadrant(
            key,
            title,
            tuple(Sentence(words[(at + len(key)) % 4], words[(at + len(key)) % 4]) for at in range(statements)),
        )
        for key, title in (
            ("strengths", "Forces"),
            ("weaknesses", "Faiblesses"),
            ("opportunities", "Opportunités"),
            ("threats", "Menaces"),
        )
    )
    return Swot(
        key="swot",
        quadrants=(quadrants[0], quadrants[1], quadrants[2], quadrants[3]),
        alt="Forces, faiblesses, opportunités, menaces.",
        caption="",
    )


def callout() -> Prose:
    return Prose(
        key="callout",
        label="À retenir",
        role=ProseRole.CALLOUT,
        paragraphs=(
            Sentence("worst", "La marge recule de 1,2 point, en raison du support."),
            Sentence("best", "Le cloud porte la croissance."),
        ),
    )


def fact_sheet() -> FactSheet:
    return FactSheet(
        key="sheet",
        label="Fiche",
        rows=(
            Term("reference", "Référence", "KPI‑02"),
            Term("definition", "Définition", "Part des incidents résolus dans le délai contractuel"),
            Term("formula", "Formule", "résolus dans le délai ÷ résolus"),
            Term("data", "Source", "Tickets, quatre trimestres"),
        ),
    )
