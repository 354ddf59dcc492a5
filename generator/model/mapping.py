"""Stage 1: contracts, people, third parties, goals, whitespace, satisfaction, tickets and key figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.locales.language import Label
from generator.model.choices import (
    AmendmentSubject,
    Attitude,
    ContractStatus,
    Coverage,
    DecisionRole,
    FigureMeasure,
    Incumbent,
    Power,
    Priority,
    Quadrant,
    Renewal,
    Share,
    SurveyType,
    ThirdPartyType,
    TicketMeasure,
    TicketType,
)
from generator.model.column import Amount, Column, Count, DayCount, Kind, Level, Money, Months, Number, Tally, Term
from generator.model.quarter import Quarter
from generator.model.table import Layout, Row, Sheet, Table

Horizon = Annotated[Quarter | int, Kind.HORIZON]
QuarterValues = Mapping[Quarter, Number]
QuarterAmounts = Mapping[Quarter, Money]
QuarterTallies = Mapping[Quarter, Tally]


class Contract(Row, frozen=True):
    """A contract."""

    table: ClassVar[Table] = Table(
        "Contrats", Sheet.MAPPING, Label("Contrats", "Contracts"),
        Label("Un contrat par ligne, brouillons compris", "One contract a row, drafts included"), ("ref",), required=True,
    )
    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "CT-01")]
    title: Annotated[str, Column("Intitulé", "Title", "Nom du contrat", "Name of the contract", "Infogérance du SI")]
    entity: Annotated[str, Column("Entité", "Entity", "Entité signataire ; couvre ses filiales", "Signing entity; covers its subsidiaries", "Groupe", refs=("entities",))]
    offers: Annotated[tuple[str, ...], Column("Offres", "Offers", "Offres couvertes, séparées par « ; »", "Offers covered, separated by “;”", "Infogérance; Support", refs=("offers",))]
    scope: Annotated[str, Column("Périmètre", "Scope", "Ce que le contrat couvre, en quelques mots", "What the contract covers, in a few words", "Serveurs et réseau", long=True)]
    signed: Annotated[date | None, Column("Signé le", "Signed on", "Date de signature ; vide pour un brouillon", "Date of signature; blank for a draft", "12/12/2023")] = None
    start: Annotated[date, Column("Début", "Start", "Premier jour", "First day", "01/01/2024")]
    end: Annotated[date | None, Column("Fin", "End", "Dernier jour de la période en cours à la signature", "Last day of the term signed", "31/12/2026")] = None
    annual_amount: Annotated[Amount, Column("Montant annuel", "Annual amount", "Montant annuel hors taxes, avant avenants", "Annual amount excluding tax, before amendments", "1650000")]
    renewal: Annotated[Renewal, Column("Reconduction", "Renewal", "Ce qui se passe à la fin", "What happens at the end", "Tacite")]
    renewal_months: Annotated[Months | None, Column("Durée de reconduction", "Renewal term", "Durée de chaque reconduction", "Length of each renewal", "12", unit=Label("mois", "months"))] = None
    notice_months: Annotated[Term | None, Column("Préavis", "Notice", "Préavis avant la fin", "Notice before the end", "3", unit=Label("mois", "months"))] = None
    status: Annotated[ContractStatus, Column("Statut", "Status", "Où en est le contrat", "Where the contract stands", "Actif")]
    replaces: Annotated[str | None, Column("Remplace", "Replaces", "Contrat que celui-ci remplace", "Contract that this one replaces", "CT-00", refs=("contracts",))] = None


class Amendment(Row, frozen=True):
    """An amendment to a contract."""

    table: ClassVar[Table] = Table(
        "Avenants", Sheet.MAPPING, Label("Avenants", "Amendments"), Label("Un avenant signé par ligne", "One signed amendment a row"), ("ref",),
    )
    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "AV-01")]
    contract: Annotated[str, Column("Contrat", "Contract", "Contrat modifié", "Contract amended", "CT-01", refs=("contracts",))]
    signed: Annotated[date, Column("Signé le", "Signed on", "Date de signature", "Date of signature", "15/04/2025")]
    subject: Annotated[AmendmentSubject, Column("Objet", "Subject", "Ce que l’avenant change", "What the amendment changes", "Périmètre")]
    description: Annotated[str | None, Column("Description", "Description", "En une phrase", "In one sentence", "Ajout de deux sites", long=True)] = None
    annual_impact: Annotated[Money | None, Column("Impact annuel", "Annual impact", "Effet sur le montant annuel, signé", "Signed effect on the annual amount", "50000")] = None
    new_end: Annotated[date | None, Column("Nouvelle fin", "New end", "Nouveau dernier jour, s’il change", "New last day, if it changes", "31/12/2027")] = None


class SharedContact(Row, frozen=True):
    """What the client may see of one of its people."""

    name: Annotated[str, Column("Nom", "Name", "Prénom et nom", "First and last name", "Hélène Castaing")]
    ref: Annotated[str | None, Column("Réf", "Ref", "Facultative ; survit à une correction d’orthographe du nom", "Optional; survives a corrected spelling of the name", "C-01")] = None
    function: Annotated[str, Column("Fonction", "Function", "Intitulé du poste", "Job title", "Directrice générale déléguée")]
    entity: Annotated[str, Column("Entité", "Entity", "Entité de rattachement", "Entity the person belongs to", "Groupe", refs=("entities",))]
    manager: Annotated[str | None, Column("Responsable", "Manager", "Supérieur hiérarchique, de cette table", "The person’s manager, from this table", "Hélène Castaing", refs=("contacts",))] = None
    counterpart: Annotated[str | None, Column("Référent", "Counterpart", "Son interlocuteur chez nous", "The person’s counterpart on our side", "Thomas Lerouge", refs=("team",))] = None
    active: Annotated[bool, Column("Actif", "Active", "Non si la personne est partie", "No if the person has left", "Oui")]


class Contact(SharedContact, frozen=True):
    """A client person, with what we observe; opinions are closed scales and a dated fact."""

    table: ClassVar[Table] = Table(
        "Interlocuteurs", Sheet.MAPPING, Label("Interlocuteurs", "Contacts"),
        Label("Les personnes du client ; échelles fermées et faits datés, jamais de jugement", "The client’s people; closed scales and dated facts, never judgements"), ("name",),
    )
    decision_role: Annotated[DecisionRole | None, Column("Rôle décision", "Decision role", "Rôle dans les décisions d’achat", "Role in buying decisions", "Décideur")] = None
    influence: Annotated[Level | None, Column("Influence", "Influence", "De 1 (faible) à 5 (forte)", "From 1 (low) to 5 (high)", "4")] = None
    attitude: Annotated[Attitude | None, Column("Attitude", "Attitude", "Attitude envers nous", "Attitude towards us", "Favorable")] = None
    coverage: Annotated[Coverage | None, Column("Couverture", "Coverage", "À quel rythme nous nous voyons", "How often we meet", "Régulière")] = None
    last_contact: Annotated[date | None, Column("Dernier contact", "Last contact", "Date du dernier échange", "Date of the last exchange", "10/09/2026")] = None
    observed_fact: Annotated[str | None, Column("Fait observé", "Observed fact", "Un fait, pas un avis", "A fact, not an opinion", "A présenté notre bilan au comité", long=True)] = None
    observed_on: Annotated[date | None, Column("Fait daté du", "Fact dated", "Date du fait", "Date of the fact", "04/06/2026")] = None


class ApprovalStep(Row, frozen=True):
    """A step of the client's approval circuit for a kind of purchase."""

    table: ClassVar[Table] = Table(
        "Circuits", Sheet.MAPPING, Label("Circuits de décision", "Approval circuits"),
        Label("Une étape par ligne, dans l’ordre", "One step a row, in order"), ("purchase_type", "step"),
    )
    purchase_type: Annotated[str, Column("Type d’achat", "Purchase type", "Nature de l’achat", "Kind of purchase", "Renouvellement de contrat")]
    threshold: Annotated[Amount | None, Column("Seuil", "Threshold", "Montant à partir duquel ce circuit s’applique", "Amount from which the circuit applies", "100000")] = None
    step: Annotated[Count, Column("Étape", "Step", "Rang de l’étape", "Rank of the step", "1")]
    contact: Annotated[str, Column("Interlocuteur", "Contact", "Qui intervient", "Who acts", "Nathalie Ferrand", refs=("contacts",))]
    power: Annotated[Power, Column("Pouvoir", "Power", "Ce que la personne peut faire à cette étape", "What the person can do at this step", "Valide")]
    delay_days: Annotated[DayCount | None, Column("Délai", "Delay", "Durée habituelle de l’étape", "Usual length of the step", "10", unit=Label("jours", "days"))] = None


class ThirdParty(Row, frozen=True):
    """A supplier, partner or competitor around the client."""

    table: ClassVar[Table] = Table(
        "Ecosysteme", Sheet.MAPPING, Label("Écosystème", "Third parties"),
        Label("Fournisseurs, partenaires et concurrents chez ce client", "Suppliers, partners and competitors at this client"), ("name",),
    )
    name: Annotated[str, Column("Nom", "Name", "Nom de la société", "Name of the company", "Ibertec")]
    type: Annotated[ThirdPartyType, Column("Type", "Type", "Nature du tiers", "Kind of third party", "Concurrent")]
    offers: Annotated[tuple[str, ...], Column("Offres", "Offers", "Nos offres qu’il concurrence ou complète, séparées par « ; »", "Our offers it competes with or completes, separated by “;”", "Support", refs=("offers",))] = ()
    entities: Annotated[tuple[str, ...], Column("Entités", "Entities", "Entités où il est présent, séparées par « ; »", "Entities where it is present, separated by “;”", "Iberia", refs=("entities",))] = ()
    threat: Annotated[Level | None, Column("Menace", "Threat", "De 1 (faible) à 5 (forte)", "From 1 (low) to 5 (high)", "4")] = None
    strengths: Annotated[str | None, Column("Forces", "Strengths", "Ses points forts", "What it does well", "Prix, proximité", long=True)] = None
    weaknesses: Annotated[str | None, Column("Faiblesses", "Weaknesses", "Ses points faibles", "Where it falls short", "Pas d’astreinte", long=True)] = None


class SharedClientGoal(Row, frozen=True):
    """What the client may see of its own goals."""

    ref: Annotated[str, Column("Réf", "Ref", "Référence courte et stable", "Short stable reference", "ENJ-01")]
    goal: Annotated[str, Column("Enjeu", "Goal", "Objectif stratégique affiché par le client", "Strategic goal stated by the client", "Moderniser les usines sans arrêt", long=True)]
    horizon: Annotated[Horizon | None, Column("Horizon", "Horizon", "Année ou trimestre", "Year or quarter", "2028")] = None
    owner: Annotated[str | None, Column("Porteur", "Owner", "Qui le porte chez le client", "Who carries it at the client", "Philippe Arnoux", refs=("contacts",))] = None
    source: Annotated[str, Column("Source", "Source", "Où le client l’a dit", "Where the client said so", "Plan stratégique 2028")]
    dated: Annotated[date | None, Column("Date", "Date", "Date de la source", "Date of the source", "15/01/2026")] = None


class ClientGoal(SharedClientGoal, frozen=True):
    """A visible strategic goal of the client."""

    table: ClassVar[Table] = Table(
        "Enjeux", Sheet.MAPPING, Label("Enjeux du client", "Client goals"),
        Label("Les objectifs stratégiques que le client affiche", "The strategic goals that the client states"), ("ref",),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Client")] = Share.INTERNAL


class SwotStatement(Row, frozen=True):
    """A statement of the SWOT."""

    table: ClassVar[Table] = Table(
        "SWOT", Sheet.MAPPING, Label("SWOT", "SWOT"), Label("Notre position chez ce client", "Our position at this client"), ("quadrant", "statement"),
    )
    quadrant: Annotated[Quadrant, Column("Quadrant", "Quadrant", "Force, faiblesse, opportunité ou menace", "Strength, weakness, opportunity or threat", "Force")]
    statement: Annotated[str, Column("Énoncé", "Statement", "En une phrase", "In one sentence", "Équipe stable depuis trois ans", long=True)]
    evidence: Annotated[str | None, Column("Preuve", "Evidence", "Ce qui le montre", "What shows it", "Rotation de 4 % en 2025", long=True)] = None
    objective: Annotated[str | None, Column("Objectif", "Objective", "Objectif qui y répond", "Objective that answers it", "OBJ-01", refs=("objectives",))] = None


class Potential(Row, frozen=True):
    """A cell of the whitespace: what an entity could buy of an offer."""

    table: ClassVar[Table] = Table(
        "Potentiel", Sheet.MAPPING, Label("Potentiel", "Whitespace"), Label("Une ligne par entité et par offre", "One row per entity and offer"), ("entity", "offer"),
    )
    entity: Annotated[str, Column("Entité", "Entity", "Entité du client", "Client entity", "Iberia", refs=("entities",))]
    offer: Annotated[str, Column("Offre", "Offer", "Notre offre", "Our offer", "Support", refs=("offers",))]
    eligible: Annotated[bool, Column("Éligible", "Eligible", "Non si l’offre n’a pas de sens pour l’entité", "No if the offer makes no sense for the entity", "Oui")]
    estimated_spend: Annotated[Amount | None, Column("Dépense estimée", "Estimated spend", "Dépense annuelle de l’entité sur ce besoin, tous fournisseurs", "The entity’s yearly spend on this need, all suppliers", "150000")] = None
    incumbent: Annotated[Incumbent | None, Column("Titulaire", "Incumbent", "Qui tient la case aujourd’hui", "Who holds the cell today", "Concurrent")] = None
    competitor: Annotated[str | None, Column("Concurrent", "Competitor", "Lequel, de la table Ecosysteme", "Which one, from Ecosysteme", "Ibertec", refs=("third_parties",))] = None
    source: Annotated[str | None, Column("Source", "Source", "D’où vient l’estimation", "Where the estimate comes from", "Appel d’offres 2025")] = None
    dated: Annotated[date | None, Column("Date", "Date", "Date de l’estimation", "Date of the estimate", "15/03/2026")] = None


class SharedSatisfactionScore(Row, frozen=True):
    """What the client may see of a satisfaction answer or score."""

    measured: Annotated[date, Column("Date", "Date", "Date de la mesure", "Date of the measure", "15/09/2026")]
    type: Annotated[SurveyType, Column("Type", "Type", "NPS, CSAT ou CES", "NPS, CSAT or CES", "NPS")]
    entity: Annotated[str | None, Column("Entité", "Entity", "Vide : tout le client", "Blank: the whole client", "Industrie", refs=("entities",))] = None
    score: Annotated[Number, Column("Score", "Score", "NPS d’une réponse : 0 à 10 ; de plusieurs : −100 à 100", "NPS of one answer: 0 to 10; of several: −100 to 100", "42")]
    scale_max: Annotated[Tally | None, Column("Échelle max", "Scale maximum", "Note maximale, pour CSAT et CES", "Highest mark, for CSAT and CES", "5")] = None
    respondents: Annotated[Count | None, Column("Répondants", "Respondents", "Vide ou 1 : une réponse ; plus : un score", "Blank or 1: one answer; more: a score", "24")] = None


class SatisfactionScore(SharedSatisfactionScore, frozen=True):
    """A satisfaction answer (one respondent) or score (several)."""

    table: ClassVar[Table] = Table(
        "Satisfaction", Sheet.MAPPING, Label("Satisfaction", "Satisfaction"),
        Label("Une réponse ou un score d’enquête par ligne", "One answer or survey score a row"), ("measured", "type", "entity"), unique=False,
    )
    verbatim: Annotated[str | None, Column("Verbatim", "Verbatim", "Parole du client ; interne", "The client’s words; internal", "", long=True)] = None


class TicketSeries(Row, frozen=True):
    """Support tickets by quarter."""

    table: ClassVar[Table] = Table(
        "Tickets", Sheet.MAPPING, Label("Tickets de support", "Support tickets"),
        Label("Une colonne par trimestre ; vide = pas de donnée, 0 = zéro", "One column a quarter; blank = no data, 0 = zero"), ("type", "priority", "measure"), Layout.CROSSTAB,
    )
    type: Annotated[TicketType, Column("Nature", "Type", "Nature des tickets", "Type of tickets", "Incident")]
    priority: Annotated[Priority | None, Column("Priorité", "Priority", "Vide : toutes", "Blank: all", "P1")] = None
    measure: Annotated[TicketMeasure, Column("Mesure", "Measure", "Ce que la ligne compte", "What the row counts", "Ouverts")]
    quarters: Annotated[QuarterTallies, Kind.NUMBER, Column("Trimestres", "Quarters", "Nombre de tickets du trimestre", "Tickets in the quarter")] = Field(default_factory=dict)


class FigureSeries(Row, frozen=True):
    """Revenue, budget or margin of an entity and offer by quarter; only revenue rows are shared."""

    table: ClassVar[Table] = Table(
        "Chiffres", Sheet.MAPPING, Label("Chiffres clés", "Key figures"),
        Label("Une colonne par trimestre ; vide = pas de donnée, 0 = zéro", "One column a quarter; blank = no data, 0 = zero"), ("entity", "offer", "service", "measure"), Layout.CROSSTAB,
    )
    entity: Annotated[str, Column("Entité", "Entity", "Entité du client", "Client entity", "Industrie", refs=("entities",))]
    offer: Annotated[str, Column("Offre", "Offer", "Notre offre", "Our offer", "Support", refs=("offers",))]
    service: Annotated[str | None, Column("Service", "Service", "Service, si le suivi descend jusque-là", "Service, if tracking goes that far", "")] = None
    measure: Annotated[FigureMeasure, Column("Mesure", "Measure", "CA, budget ou marge", "Revenue, budget or margin", "CA")]
    quarters: Annotated[QuarterAmounts, Kind.MONEY, Column("Trimestres", "Quarters", "Montant du trimestre, hors taxes", "Amount in the quarter, excluding tax")] = Field(default_factory=dict)
