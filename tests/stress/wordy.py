"""Plausible names for what a large account holds, one thing in three in twelve words or more; all fictional."""

from __future__ import annotations

from collections.abc import Callable

from generator.locales import Language

_FIRST = ("Anaïs", "Bruno", "Chloé", "Denis", "Élodie", "Farid", "Gaëlle", "Hugo", "Inès", "Jonas", "Karima")
_LAST = ("Aubertin", "Bellanger", "Carpentras", "Delmotte", "Estienne", "Fauvel", "Guérande", "Hautecour", "Iribarne")
_NAMED = {"Membre": 0, "Personne": 5}

_RIVALS = ("Ibertane", "Solmeris", "Kestrel", "Opaline", "Tarvic", "Brisane", "Ondelys", "Valcourt")

_HEADS = {
    Language.FR: {
        "Client": ("Groupe Ardenval",),
        "Société": ("Corvane Services",),
        "Entité": (
            "Siège",
            "Fonderies",
            "Logistique",
            "Énergie",
            "Négoce",
            "Ateliers",
            "Études",
            "Export",
            "Tri",
        ),
        "Offre": ("Infogérance", "Support", "Conseil", "Cloud", "Cybersécurité", "Réseaux"),
        "Segment": ("Siège", "Industrie", "Services"),
        "Responsable": ("Directeur", "Responsable", "Chef de projet", "Acheteur", "Adjoint au directeur"),
        "Instance": ("COPIL", "Comité technique", "Comité contractuel", "Point mensuel"),
        "KPI": ("Disponibilité", "CA récurrent", "Délai de résolution", "Marge sur projets"),
        "Tiers": _RIVALS,
        "Service": ("Exploitation", "Projets", "Avant-vente"),
        "Famille": ("Services managés", "Services professionnels"),
        "unité": ("sites", "postes", "jours"),
    },
    Language.EN: {
        "Client": ("Ardenval Group",),
        "Société": ("Corvane Services",),
        "Entité": (
            "Head office",
            "Foundries",
            "Logistics",
            "Energy",
            "Trading",
            "Workshops",
            "Studies",
            "Export",
            "Waste",
        ),
        "Offre": ("Outsourcing", "Support", "Consulting", "Cloud", "Cybersecurity", "Networks"),
        "Segment": ("Head office", "Industry", "Services"),
        "Responsable": ("Director", "Head", "Project manager", "Buyer", "Deputy director"),
        "Instance": ("Steering committee", "Technical committee", "Contract committee", "Monthly call"),
        "KPI": ("Availability", "Recurring revenue", "Time to resolve", "Margin on projects"),
        "Tiers": _RIVALS,
        "Service": ("Operations", "Projects", "Presales"),
        "Famille": ("Managed services", "Professional services"),
        "unité": ("sites", "desktops", "days"),
    },
}
_DOING = {
    Language.FR: ("Revoir", "Étendre", "Sécuriser", "Mesurer", "Renégocier", "Documenter", "Simplifier"),
    Language.EN: ("Review", "Extend", "Secure", "Measure", "Renegotiate", "Document", "Simplify"),
}
_THINGS = {
    Language.FR: (
        "les accès distants", "le parc de serveurs", "la reprise d’activité", "les postes des ateliers", "la paie",
        "les sauvegardes", "le réseau des sites", "la messagerie", "les licences", "le portail", "la facturation",
        "les comptes", "la salle machine", "le centre d’appels", "les tablettes", "les archives", "la recette",
        "le catalogue de services", "la supervision",
    ),
    Language.EN: (
        "remote access", "the server estate", "disaster recovery", "the workshops’ desktops", "payroll",
        "the backups", "the site network", "e-mail", "the licences", "the customer portal", "invoicing",
        "privileged accounts", "the machine room", "the call centre", "the tablets", "archiving", "acceptance tests",
        "the service catalogue", "monitoring",
    ),
}  # fmt: skip
_TAIL = {
    Language.FR: (
        "pour les sept sites de production du nord et de l’est avant la clôture de l’exercice",
        "avec les équipes de nuit, les sous-traitants agréés et la direction des achats du groupe",
        "afin que la reprise des fonderies ne dépende plus d’un seul fournisseur ni d’un seul bâtiment",
    ),
    Language.EN: (
        "for the seven production sites of the north and the east before the year is closed",
        "with the night shifts, the approved subcontractors and the group’s own purchasing department",
        "so that the foundries’ recovery no longer rests on a single supplier or a single building",
    ),
}
_KNOWN_AS = {
    Language.FR: (
        "du nord et de l’est, bureaux de liaison et antennes rattachées comprises, hors filiales étrangères",
        "chargée des relations avec les prestataires, les assureurs et les autorités de tutelle du secteur",
        "au titre de la convention signée entre les quatre directions régionales et la maison mère",
    ),
    Language.EN: (
        "of the north and the east, liaison offices and attached branches included, foreign subsidiaries left out",
        "in charge of relations with service providers, insurers and the regulators of the whole industry",
        "under the agreement that the four regional directorates signed with the parent company last winter",
    ),
}
_ALWAYS_SHORT = {"Client", "Société", "Segment", "Tiers", "Offre", "Service", "Famille", "unité"}
_LONG_EVERY = 3


def worded_in(language: Language) -> Callable[[str, int], str]:
    """Return how things are named in a language: people by their names, one thing in three at length."""

    def word(kind: str, rank: int) -> str:
        if kind in _NAMED:
            at = rank + _NAMED[kind]
            return f"{_FIRST[at % len(_FIRST)]} {_LAST[at % len(_LAST)]}"
        heads = _HEADS[language].get(kind)
        if heads:
            head, tail = heads[rank % len(heads)], _KNOWN_AS[language]
        else:
            doing, things, tail = _DOING[language], _THINGS[language], _TAIL[language]
            head = f"{doing[rank % len(doing)]} {things[rank % len(things)]}"
        is_long = rank % _LONG_EVERY == 1 and kind not in _ALWAYS_SHORT
        return f"{head} {tail[rank // _LONG_EVERY % len(tail)]}" if is_long else head

    return word
