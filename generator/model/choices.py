"""The closed lists of the workbook: each member carries its French and English words."""

from __future__ import annotations

from enum import Enum

from generator.locales.language import Label, Language


class Choice(Enum):
    """An allowed value; members are declared as ``NAME = "mot", "word"``."""

    def __init__(self, fr: str, en: str) -> None:
        """Keep both words as the member's label."""
        self.label = Label(fr, en)


Allowed = Choice | Language
"""A member of a closed list: one of ours, or a language that documents can be written in."""


class Share(Choice):
    """Who sees a row."""

    INTERNAL = "Interne", "Internal"
    CLIENT = "Client", "Client"


class HiddenRows(Choice):
    """What becomes of the rows that do not show."""

    READ = "Lues", "Read"
    IGNORED = "Ignorées", "Ignored"


class StruckText(Choice):
    """What becomes of the rows that are struck through."""

    READ = "Lu", "Read"
    IGNORED = "Ignoré", "Ignored"


class DeckPreset(Choice):
    """How much the deck tells."""

    FULL = "Complet", "Full"
    SHORT = "Court", "Short"
    FLASH = "Flash", "Flash"


class PlanPreset(Choice):
    """How much the plan tells: body and every annex, body and the annexes that serve, the body alone."""

    FULL = "Complet", "Full"
    CURRENT = "Courant", "Current"
    SHORT = "Court", "Short"


class Inclusion(Choice):
    """Where a document tells a section: in its body, not at all, or behind."""

    YES = "Oui", "Yes"
    NO = "Non", "No"
    ANNEX = "Annexe", "Annex"


class TeamRole(Choice):
    """Role of one of our people on the account."""

    ACCOUNT_MANAGER = "Responsable de compte", "Account manager"
    SPONSOR = "Sponsor", "Sponsor"
    DELIVERY = "Delivery", "Delivery"
    SUPPORT = "Support", "Support"
    FINANCE = "Finance", "Finance"
    OTHER = "Autre", "Other"


class EntityType(Choice):
    """Place of an entity in the client's group."""

    GROUP = "Groupe", "Group"
    SUBSIDIARY = "Filiale", "Subsidiary"
    BUSINESS_UNIT = "BU", "BU"
    DEPARTMENT = "Direction", "Department"
    SITE = "Site", "Site"


class Renewal(Choice):
    """How a contract goes on after its end."""

    NONE = "Aucune", "None"
    TACIT = "Tacite", "Tacit"
    EXPRESS = "Expresse", "Express"
    OPEN_ENDED = "Indéterminée", "Open-ended"


class ContractStatus(Choice):
    """Where a contract stands."""

    DRAFT = "Brouillon", "Draft"
    ACTIVE = "Actif", "Active"
    RENEWED = "Renouvelé", "Renewed"
    NOT_RENEWED = "Non renouvelé", "Not renewed"
    TERMINATED = "Résilié", "Terminated"
    EXPIRED = "Expiré", "Expired"


class AmendmentSubject(Choice):
    """What an amendment changes."""

    SCOPE = "Périmètre", "Scope"
    PRICE = "Prix", "Price"
    DURATION = "Durée", "Duration"
    OTHER = "Autre", "Other"


class DecisionRole(Choice):
    """Role of a client person in decisions."""

    DECISION_MAKER = "Décideur", "Decision maker"
    INFLUENCER = "Prescripteur", "Influencer"
    BUYER = "Acheteur", "Buyer"
    USER = "Utilisateur", "User"
    GATEKEEPER = "Relais", "Gatekeeper"


class Attitude(Choice):
    """Attitude of a client person towards us."""

    CHAMPION = "Moteur", "Champion"
    SUPPORTER = "Favorable", "Supporter"
    NEUTRAL = "Neutre", "Neutral"
    RESERVED = "Réservé", "Reserved"
    OPPONENT = "Opposé", "Opponent"


class Coverage(Choice):
    """How often we meet a client person."""

    NONE = "Aucune", "None"
    OCCASIONAL = "Ponctuelle", "Occasional"
    REGULAR = "Régulière", "Regular"
    STRONG = "Forte", "Strong"


class Power(Choice):
    """What a person can do at a step of an approval circuit."""

    PROPOSES = "Propose", "Proposes"
    ADVISES = "Avis", "Advises"
    APPROVES = "Valide", "Approves"
    SIGNS = "Signe", "Signs"
    VETO = "Veto", "Veto"


class ThirdPartyType(Choice):
    """Kind of third party around the client."""

    SUPPLIER = "Fournisseur", "Supplier"
    PARTNER = "Partenaire", "Partner"
    COMPETITOR = "Concurrent", "Competitor"


class Quadrant(Choice):
    """Quadrant of the SWOT."""

    STRENGTH = "Force", "Strength"
    WEAKNESS = "Faiblesse", "Weakness"
    OPPORTUNITY = "Opportunité", "Opportunity"
    THREAT = "Menace", "Threat"


class Incumbent(Choice):
    """Who holds a cell of the whitespace."""

    US = "Nous", "Us"
    COMPETITOR = "Concurrent", "Competitor"
    IN_HOUSE = "Interne", "In-house"
    NOBODY = "Aucun", "Nobody"
    UNKNOWN = "Inconnu", "Unknown"


class SurveyType(Choice):
    """Kind of satisfaction measure."""

    NPS = "NPS", "NPS"
    CSAT = "CSAT", "CSAT"
    CES = "CES", "CES"


class TicketType(Choice):
    """Nature of support tickets."""

    INCIDENT = "Incident", "Incident"
    REQUEST = "Demande", "Request"
    COMPLAINT = "Réclamation", "Complaint"


class Priority(Choice):
    """Priority of support tickets."""

    P1 = "P1", "P1"
    P2 = "P2", "P2"
    P3 = "P3", "P3"
    P4 = "P4", "P4"


class TicketMeasure(Choice):
    """What a row of tickets counts."""

    OPENED = "Ouverts", "Opened"
    RESOLVED = "Résolus", "Resolved"
    WITHIN_SLA = "Dans SLA", "Within SLA"


class FigureMeasure(Choice):
    """What a row of key figures counts."""

    REVENUE = "CA", "Revenue"
    BUDGET = "Budget", "Budget"
    MARGIN = "Marge", "Margin"


class ObjectiveType(Choice):
    """Kind of objective; internal."""

    RENEWAL = "Renouvellement", "Renewal"
    UP_SELL = "Up-sell", "Up-sell"
    CROSS_SELL = "Cross-sell", "Cross-sell"
    RELATIONSHIP = "Relation", "Relationship"
    QUALITY = "Qualité", "Quality"


class ObjectiveStatus(Choice):
    """Where an objective stands."""

    NOT_STARTED = "Non démarré", "Not started"
    IN_PROGRESS = "En cours", "In progress"
    REACHED = "Atteint", "Reached"
    MISSED = "Manqué", "Missed"
    DROPPED = "Abandonné", "Dropped"


class OpportunityType(Choice):
    """Kind of opportunity."""

    UP_SELL = "Up-sell", "Up-sell"
    CROSS_SELL = "Cross-sell", "Cross-sell"
    RENEWAL = "Renouvellement", "Renewal"


class OpportunityStage(Choice):
    """Stage of the pipeline."""

    DETECTED = "Détectée", "Detected"
    QUALIFIED = "Qualifiée", "Qualified"
    PROPOSED = "Proposée", "Proposed"
    NEGOTIATED = "Négociée", "Negotiated"
    WON = "Gagnée", "Won"
    LOST = "Perdue", "Lost"


class BodyType(Choice):
    """Kind of governance body."""

    STEERING = "COPIL", "Steering committee"
    FOLLOW_UP = "Suivi", "Follow-up"
    DEVELOPMENT = "CODEV", "Development committee"
    STRATEGIC = "Stratégique", "Strategic"
    INTERNAL = "Interne", "Internal"
    OTHER = "Autre", "Other"


class Cadence(Choice):
    """How often a body meets."""

    WEEKLY = "Hebdomadaire", "Weekly"
    MONTHLY = "Mensuelle", "Monthly"
    BIMONTHLY = "Bimestrielle", "Every two months"
    QUARTERLY = "Trimestrielle", "Quarterly"
    HALF_YEARLY = "Semestrielle", "Half-yearly"
    YEARLY = "Annuelle", "Yearly"


class MeetingStatus(Choice):
    """Where a meeting stands."""

    PLANNED = "Planifiée", "Planned"
    HELD = "Tenue", "Held"
    POSTPONED = "Reportée", "Postponed"
    CANCELLED = "Annulée", "Cancelled"


class DecisionStatus(Choice):
    """Where a decision stands."""

    PENDING = "À prendre", "To take"
    TAKEN = "Prise", "Taken"
    APPLIED = "Appliquée", "Applied"
    REJECTED = "Rejetée", "Rejected"


class Calculation(Choice):
    """How a KPI is computed; the words are the same in both languages."""

    SEGMENT_REVENUE = "CA_SEGMENT", "CA_SEGMENT"
    COVERAGE = "COUVERTURE", "COUVERTURE"
    PENETRATION = "PENETRATION", "PENETRATION"
    MEETINGS = "REUNIONS", "REUNIONS"
    RENEWAL = "RENOUVELLEMENT", "RENOUVELLEMENT"
    NPS = "NPS", "NPS"
    CSAT = "CSAT", "CSAT"
    SLA = "SLA", "SLA"
    MANUAL = "MANUEL", "MANUEL"


class Unit(Choice):
    """Unit of a KPI; values in % are held as rates from 0 to 1."""

    MONEY = "€", "€"
    PERCENT = "%", "%"
    POINTS = "points", "points"
    COUNT = "nombre", "number"
    DAYS = "jours", "days"


class Direction(Choice):
    """Which way a KPI should go."""

    UP = "Hausse", "Up"
    DOWN = "Baisse", "Down"


class ActionStatus(Choice):
    """Where an action stands."""

    TO_DO = "À faire", "To do"
    IN_PROGRESS = "En cours", "In progress"
    BLOCKED = "Bloquée", "Blocked"
    DONE = "Terminée", "Done"
    CANCELLED = "Annulée", "Cancelled"


class ActionPriority(Choice):
    """Priority of an action."""

    HIGH = "Haute", "High"
    MEDIUM = "Moyenne", "Medium"
    LOW = "Basse", "Low"


class RiskType(Choice):
    """Kind of entry of the risk register."""

    RISK = "Risque", "Risk"
    ISSUE = "Problème", "Issue"
    ASSUMPTION = "Hypothèse", "Assumption"
    DEPENDENCY = "Dépendance", "Dependency"


class RiskStatus(Choice):
    """Where a risk stands."""

    OPEN = "Ouvert", "Open"
    MITIGATED = "Maîtrisé", "Mitigated"
    CLOSED = "Clos", "Closed"


class RaciRole(Choice):
    """Role in an activity."""

    RESPONSIBLE = "R", "R"
    ACCOUNTABLE = "A", "A"
    CONSULTED = "C", "C"
    INFORMED = "I", "I"


class TrainingStatus(Choice):
    """Where a training stands."""

    PLANNED = "Prévue", "Planned"
    DONE = "Réalisée", "Done"
    CANCELLED = "Annulée", "Cancelled"
