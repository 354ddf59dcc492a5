"""Stage 0: the account, our team, the client's entities, our offers, and what steers the documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from generator.locales.language import Label, Language
from generator.model.choices import (
    DeckPreset,
    EntityType,
    HiddenRows,
    Inclusion,
    PlanPreset,
    Share,
    StruckText,
    TeamRole,
)
from generator.model.column import Column, Count, Currency, DayCount, Months, Number, Rate
from generator.model.table import Layout, Row, Sheet, Table

MONTHS = Label("mois", "months")
DAYS = Label("jours", "days")


class SharedAccount(Row, frozen=True):
    """What the client may see of the account form."""

    client: Annotated[str, Column("Client", "Client", "Nom du client, tel qu’il s’imprime", "Name of the client, as printed", "Groupe Valmonde")]
    supplier: Annotated[str, Column("Fournisseur", "Supplier", "Notre société, telle qu’elle s’imprime", "Our company, as printed", "Nordane Services")]
    sector: Annotated[str | None, Column("Secteur", "Sector", "Secteur d’activité du client", "The client’s line of business", "Équipements industriels")] = None
    manager: Annotated[str, Column("Responsable de compte", "Account manager", "Un nom de la table Equipe", "A name of the table Equipe", "Claire Vasseur", refs=("team",))]
    sponsor: Annotated[str | None, Column("Sponsor", "Sponsor", "Un nom de la table Equipe", "A name of the table Equipe", "Thomas Lerouge", refs=("team",))] = None
    plan_start: Annotated[date, Column("Début du plan", "Plan start", "Premier jour du plan", "First day of the plan", "01/01/2026")]
    plan_end: Annotated[date, Column("Fin du plan", "Plan end", "Dernier jour du plan", "Last day of the plan", "31/12/2028")]
    cutoff: Annotated[date, Column("Date d’arrêté", "Cut-off date", "L’« aujourd’hui » de tous les calculs", "The “today” of every computation", "30/09/2026")]
    currency: Annotated[Currency, Column("Devise", "Currency", "Code ISO de la devise des montants, hors taxes", "ISO code of the currency of amounts, excluding tax", "EUR")] = "EUR"
    language: Annotated[Language, Column("Langue", "Language", "Langue des documents", "Language of the documents", "fr")] = Language.FR
    version: Annotated[str, Column("Version", "Version", "Version du plan, imprimée en pied de page", "Version of the plan, printed in the footer", "1.3")]


class Account(SharedAccount, frozen=True):
    """The account form."""

    table: ClassVar[Table] = Table(
        "Compte", Sheet.ACCOUNT, Label("Le compte", "The account"),
        Label("Une ligne par information ; les champs foncés sont obligatoires", "One line per item; dark fields are required"),
        layout=Layout.FORM, required=True,
    )
    ambition: Annotated[str | None, Column("Ambition", "Ambition", "Ce que nous voulons devenir pour ce client ; interne", "What we want to become for this client; internal", "Doubler le cloud d’ici 2028", long=True)] = None
    code: Annotated[str | None, Column("Code compte", "Account code", "Identifiant de ce compte chez nous ; facultatif, interne : il distingue deux comptes de mêmes noms", "Our own id of this account; optional, internal: it tells apart two accounts of the same names", "V-0142", since=2)] = None


class TeamMember(Row, frozen=True):
    """One of our people."""

    table: ClassVar[Table] = Table(
        "Equipe", Sheet.ACCOUNT, Label("Notre équipe", "Our team"),
        Label("Une ligne par personne de chez nous", "One row for each of our people"), ("name",), required=True,
    )
    name: Annotated[str, Column("Nom", "Name", "Prénom et nom", "First and last name", "Claire Vasseur")]
    ref: Annotated[str | None, Column("Réf", "Ref", "Facultative ; survit à une correction d’orthographe du nom", "Optional; survives a corrected spelling of the name", "P-01")] = None
    function: Annotated[str, Column("Fonction", "Function", "Intitulé du poste", "Job title", "Directrice de clientèle")]
    role: Annotated[TeamRole, Column("Rôle", "Role", "Rôle sur le compte", "Role on the account", "Responsable de compte")]
    email: Annotated[str | None, Column("E-mail", "E-mail", "Adresse professionnelle", "Business address", "claire.vasseur@nordane.example")] = None


class Entity(Row, frozen=True):
    """An entity of the client's group."""

    table: ClassVar[Table] = Table(
        "Entites", Sheet.ACCOUNT, Label("Entités du client", "Client entities"),
        Label("Le groupe d’abord, puis ses filiales, BU et sites", "The group first, then its subsidiaries, BUs and sites"), ("name",), required=True,
    )
    name: Annotated[str, Column("Entité", "Entity", "Nom court, unique", "Short unique name", "Industrie")]
    parent: Annotated[str | None, Column("Entité mère", "Parent entity", "L’entité dont celle-ci dépend", "The entity this one belongs to", "Groupe", refs=("entities",))] = None
    type: Annotated[EntityType | None, Column("Type", "Type", "Place dans le groupe", "Place in the group", "Filiale")] = None
    segment: Annotated[str, Column("Segment", "Segment", "Segment pour le suivi du CA", "Segment for revenue tracking", "Industrie")]


class Offer(Row, frozen=True):
    """One of our offers."""

    table: ClassVar[Table] = Table(
        "Offres", Sheet.ACCOUNT, Label("Nos offres", "Our offers"),
        Label("L’ordre des lignes donne l’ordre et la couleur des séries", "The order of rows gives the order and colour of series"), ("name",), required=True,
    )
    name: Annotated[str, Column("Offre", "Offer", "Nom court, unique", "Short unique name", "Infogérance")]
    service: Annotated[str | None, Column("Service", "Service", "Service qui porte l’offre", "Service that carries the offer", "Opérations")] = None
    family: Annotated[str | None, Column("Famille", "Family", "Famille d’offres", "Family of offers", "Services managés")] = None
    active: Annotated[bool, Column("Active", "Active", "Oui si l’offre se vend encore", "Yes if the offer is still sold", "Oui")]


class SharedMessage(Row, frozen=True):
    """What the client may see of a message."""

    section: Annotated[str, Column("Section", "Section", "Clé ou titre de la diapositive ou du chapitre", "Key or title of the slide or chapter", "kpis")]
    title: Annotated[str | None, Column("Titre", "Headline", "Votre titre, à la place de celui qui est généré", "Your headline in place of the generated one", "", long=True)] = None
    comment: Annotated[str | None, Column("Commentaire", "Comment", "Imprimé sous l’exposé, dans le plan", "Printed under the exhibit, in the plan", "", long=True)] = None


class Message(SharedMessage, frozen=True):
    """The account manager's own words for a section."""

    table: ClassVar[Table] = Table(
        "Messages", Sheet.ACCOUNT, Label("Vos messages", "Your messages"),
        Label("Vos titres et commentaires, là où ceux qui sont générés doivent céder la place", "Your headlines and comments where the generated ones should give way"),
        ("section", "share"),
    )
    share: Annotated[Share, Column("Partage", "Sharing", "Interne, ou Client pour l’édition client", "Internal, or Client for the client edition", "Interne")] = Share.INTERNAL


class ForbiddenWord(Row, frozen=True):
    """A word that never goes to the client."""

    table: ClassVar[Table] = Table(
        "MotsInterdits", Sheet.ACCOUNT, Label("Mots interdits", "Forbidden words"),
        Label("Jamais dans un fichier remis au client", "Never in a file handed to the client"), ("word",),
    )
    word: Annotated[str, Column("Mot", "Word", "Mot ou expression à bannir de l’édition client", "Word or phrase banned from the client edition", "Projet Falcon")]


class SharedOutlineRow(Row, frozen=True):
    """What of a row of the outline stands in the documents of the client: the name that it gives."""

    section: Annotated[str, Column("Section", "Section", "Clé de la section ; « intertitre » ouvre une partie, « kpis:KPI-02 » met un élément sur sa propre diapositive", "Key of the section; “intertitre” opens a part, “kpis:KPI-02” puts one item on a slide of its own", "kpis", since=3, listed="Sections")]
    title: Annotated[str | None, Column("Titre", "Title", "Nom propre de la section, à l’ordre du jour et dans le plan ; le titre d’une diapositive se change dans Messages", "The section’s own name, on the agenda and in the plan; the headline of a slide is changed in Messages", "", since=3)] = None


class OutlineRow(SharedOutlineRow, frozen=True):
    """Where a section is told, in which order, under which name."""

    table: ClassVar[Table] = Table(
        "Trame", Sheet.ACCOUNT, Label("La trame", "The outline"),
        Label("Ce qui est dit, et dans quel ordre ; une case vide garde l’usage", "What is told, and in which order; a blank cell keeps the usual"), ("section", "title"), steers=True,
    )
    name: Annotated[str | None, Column("Ce que c’est", "What it is", "Pour mémoire : cette colonne n’est pas lue", "As a reminder: this column is not read", "KPI", after="section", since=3)] = None
    deck: Annotated[Inclusion | None, Column("Deck", "Deck", "Oui, Non, ou Annexe pour la mettre derrière le comité", "Yes, No, or Annex to put it behind the committee’s slides", "Oui", after="name", since=3)] = None
    plan: Annotated[Inclusion | None, Column("Plan", "Plan", "Oui, Non, ou Annexe pour la mettre dans les annexes", "Yes, No, or Annex to put it among the annexes", "Oui", after="deck", since=3)] = None
    client: Annotated[bool | None, Column("Client", "Client", "Non pour ne pas la dire au client ; Oui n’ouvre rien de ce qui est interne", "No to keep it from the client; Yes opens nothing that is internal", "Oui", after="plan", since=3)] = None
    order: Annotated[Number | None, Column("Ordre", "Order", "Un nombre ; vide : après la ligne du dessus", "A number; blank: after the row above", "60", after="client", since=3)] = None
    lines: Annotated[Count | None, Column("Lignes", "Rows", "Nombre de lignes dites sur la diapositive avant « n autres »", "Rows told on the slide before “n others”", "8", since=3)] = None


class Settings(Row, frozen=True):
    """Thresholds of the rules and measures, written in the workbook with their defaults."""

    table: ClassVar[Table] = Table(
        "Parametres", Sheet.ACCOUNT, Label("Paramètres", "Settings"),
        Label("Seuils des contrôles ; laissez les valeurs par défaut si vous hésitez", "Thresholds of the checks; keep the defaults when in doubt"), layout=Layout.FORM,
    )
    renewal_horizon_months: Annotated[Months, Column("Horizon renouvellement", "Renewal horizon", "Un contrat qui finit d’ici là doit avoir son objectif", "A contract that ends within it needs an objective", unit=MONTHS)] = 12
    notice_alert_days: Annotated[DayCount, Column("Alerte préavis", "Notice alert", "Un préavis qui tombe d’ici là est signalé", "A notice date within it is reported", unit=DAYS)] = 90
    concentration_rate: Annotated[Rate, Column("Concentration", "Concentration", "Part du CA au-delà de laquelle un contrat ou une entité pèse trop", "Share of revenue above which a contract or entity weighs too much")] = Decimal("0.5")
    contact_silence_days: Annotated[DayCount, Column("Contact sans nouvelle", "Silent contact", "Délai sans contact toléré avec une personne clé", "Days without contact tolerated with a key person", unit=DAYS)] = 90
    escalation_days: Annotated[DayCount, Column("Retard à escalader", "Delay to escalate", "Un retard plus long va au COPIL", "A longer delay goes to the steering committee", unit=DAYS)] = 30
    cadence_tolerance: Annotated[Rate, Column("Cadence tolérance", "Cadence tolerance", "Écart toléré à la cadence d’une instance", "Tolerated gap to the cadence of a body")] = Decimal("0.25")
    risk_criticality: Annotated[Count, Column("Criticité risque", "Risk criticality", "Probabilité × impact à partir duquel une réponse est exigée", "Probability × impact from which a response is required")] = 15
    owner_share: Annotated[Rate, Column("Part d’un porteur", "Share of one owner", "Part des actions ouvertes au-delà de laquelle un porteur est surchargé", "Share of open actions above which an owner is overloaded")] = Decimal("0.4")
    kpi_gap: Annotated[Rate, Column("Écart KPI", "KPI gap", "Écart toléré entre valeur saisie et valeur calculée", "Tolerated gap between typed and computed value")] = Decimal("0.005")
    kpi_minimum: Annotated[Count, Column("KPI minimum", "KPI minimum", "Nombre de KPI au moins", "Fewest KPIs")] = 3
    kpi_maximum: Annotated[Count, Column("KPI maximum", "KPI maximum", "Nombre de KPI au plus", "Most KPIs")] = 5
    revision_days: Annotated[DayCount, Column("Révision", "Revision", "Âge d’une révision au-delà duquel le plan est à revoir", "Age of a revision beyond which the plan is due for review", unit=DAYS)] = 100
    minutes_days: Annotated[DayCount, Column("Délai CR", "Minutes delay", "Délai de diffusion d’un compte rendu", "Time to send out minutes", unit=DAYS)] = 2
    respondents_minimum: Annotated[Count, Column("Répondants minimum", "Minimum respondents", "En dessous, aucun détail de satisfaction n’est montré au client", "Below it, no breakdown of satisfaction is shown to the client")] = 5
    notice_visible_to_client: Annotated[bool, Column("Préavis visible du client", "Notice visible to client", "Oui pour montrer les dates de préavis dans l’édition client", "Yes to show notice dates in the client edition")] = False
    retention_months: Annotated[Months, Column("Conservation", "Retention", "Durée de conservation des avis sur une personne inactive", "How long opinions about an inactive person are kept", unit=MONTHS)] = 36
    hidden_rows: Annotated[HiddenRows, Column("Lignes masquées", "Hidden rows", "Ignorées pour laisser de côté les lignes masquées ou filtrées", "Ignored to leave out rows that are hidden or filtered", since=2)] = HiddenRows.READ
    struck_text: Annotated[StruckText, Column("Texte barré", "Struck-through text", "Lu pour garder les lignes barrées", "Read to keep rows that are struck through", since=2)] = StruckText.IGNORED
    deck: Annotated[DeckPreset, Column("Deck", "Deck", "Complet ; Court : l’essentiel du comité, sans annexes ; Flash : cinq diapositives", "Full; Short: the core of the committee, without annexes; Flash: five slides", since=3)] = DeckPreset.FULL
    plan: Annotated[PlanPreset, Column("Plan", "Plan", "Complet ; Courant : le corps et les annexes utiles ; Court : le corps seul", "Full; Current: the body and the annexes that serve; Short: the body alone", since=3)] = PlanPreset.CURRENT
