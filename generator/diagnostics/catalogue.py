"""Every finding code, its severity and the arguments its message names. Codes are stable and never reused.

Beside its own arguments a message may name `value`, `suggestion` and the parts of the place. An argument `n` chooses
between singular and plural. `missing` and `reason` are phrases, or tuples of phrases and labels. The texts are
`diagnostics.CODE.message`, `.why` and `.help`; a coherence rule is also told in general, as `.rule`.
"""

from dataclasses import dataclass

from generator.diagnostics.severity import Severity


@dataclass(frozen=True)
class Entry:
    """What is declared about a code."""

    code: str
    severity: Severity
    args: tuple[str, ...] = ()


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

_ENTRIES = (
    # Wxxx, the file and its shape
    Entry("W101", _E),
    Entry("W102", _E),
    Entry("W103", _E),
    Entry("W104", _E),
    Entry("W105", _E),
    Entry("W106", _E),
    Entry("W107", _E),
    Entry("W108", _E),
    Entry("W109", _E),
    Entry("W110", _E, ("table_label", "sheet_label")),
    Entry("W111", _E, ("expected",)),
    Entry("W112", _I),
    Entry("W113", _W),
    Entry("W114", _E, ("quarter", "first")),
    Entry("W115", _I),
    Entry("W116", _E, ("first",)),
    Entry("W117", _E),
    Entry("W118", _E),
    Entry("W119", _W, ("stage", "tables")),
    Entry("W120", _E),
    Entry("W121", _E),
    Entry("W122", _E),
    Entry("W123", _W),
    Entry("W124", _W),
    Entry("W125", _W),
    Entry("W126", _I),
    Entry("W127", _W),
    Entry("W128", _E),
    Entry("W129", _W),
    Entry("W130", _W, ("reason",)),
    Entry("W131", _E, ("other", "own")),
    Entry("W132", _W, ("former", "cutoff")),
    Entry("W133", _W, ("former", "currency")),
    Entry("W134", _E, ("other", "own")),
    Entry("W135", _E, ("reason",)),
    Entry("W136", _W),
    Entry("W137", _E, ("reason",)),
    Entry("W138", _E, ("reason",)),
    Entry("W139", _E, ("other", "own")),
    Entry("W140", _E, ("table_label", "area", "headers", "proposals", "n")),
    Entry("W141", _W, ("tables", "read")),
    Entry("W142", _W, ("area", "n")),
    Entry("W143", _I, ("area",)),
    Entry("W144", _E, ("table_label",)),
    Entry("W145", _W, ("stage", "tables")),
    Entry("W146", _E, ("first",)),
    Entry("W147", _E, ("area",)),
    Entry("W148", _W, ("rows",)),
    Entry("W149", _I, ("rows",)),
    Entry("W150", _W, ("rows",)),
    Entry("W151", _I, ("rows",)),
    Entry("W152", _W, ("cells",)),
    Entry("W153", _I, ("columns",)),
    Entry("W154", _E, ("headers", "n")),
    Entry("W155", _W, ("expected",)),
    Entry("W156", _I, ("tables",)),
    Entry("W160", _E),
    # Vxxx, a value
    Entry("V201", _E),
    Entry("V202", _E, ("expected",)),
    Entry("V203", _E, ("reading_a", "reading_b")),
    Entry("V204", _E),
    Entry("V205", _W, ("reading",)),
    Entry("V206", _E, ("allowed",)),
    Entry("V207", _E, ("reading_a", "reading_b")),
    Entry("V208", _E, ("low", "high")),
    Entry("V209", _E, ("expected",)),
    Entry("V210", _E),
    Entry("V211", _W, ("reading",)),
    Entry("V212", _E),
    Entry("V213", _E, ("length",)),
    Entry("V214", _I, ("reading", "other")),
    Entry("V215", _E, ("unit", "currency")),
    Entry("V216", _E, ("unit", "expected")),
    Entry("V217", _W, ("unit", "sample", "reading")),
    Entry("V218", _W, ("reading",)),
    Entry("V219", _E, ("reading_a", "reading_b")),
    Entry("V220", _W, ("unit",)),
    Entry("V221", _E),
    Entry("V222", _I, ("reading",)),
    Entry("V230", _E, ("allowed",)),
    Entry("V231", _E, ("key_label", "expected")),
    Entry("V232", _E),
    Entry("V233", _E, ("key_label", "calculation", "allowed")),
    Entry("V234", _E, ("key_label",)),
    Entry("V235", _W),
    Entry("V236", _E),
    Entry("V237", _W),
    Entry("V238", _E, ("unit",)),
    Entry("V239", _E),
    Entry("V240", _E, ("length", "most")),
    # Lxxx, links between tables
    Entry("L301", _E, ("target",)),
    Entry("L302", _E, ("first",)),
    Entry("L303", _W, ("near",)),
    Entry("L304", _W, ("share",)),
    Entry("L305", _I, ("names",)),
    Entry("L306", _W, ("kept", "others")),
    Entry("L307", _E),
    Entry("L308", _E, ("near",)),
    Entry("L309", _E, ("allowed",)),
    Entry("L310", _I, ("reason",)),
    Entry("L311", _I, ("first",)),
    Entry("L312", _W),
    Entry("L313", _I, ("n", "names")),
    # Rxxx, coherence
    Entry("R401", _E, ("what", "start", "end")),
    Entry("R402", _W, ("reason",)),
    Entry("R403", _W, ("contract", "end", "months", "derived")),
    Entry("R404", _W, ("notice", "state")),
    Entry("R405", _W, ("end", "cutoff")),
    Entry("R406", _W, ("reason",)),
    Entry("R407", _W, ("offer", "reason")),
    Entry("R408", _I, ("share", "base", "threshold")),
    Entry("R409", _W, ("missing",)),
    Entry("R412", _W, ("missing",)),
    Entry("R413", _W, ("revenue", "relations")),
    Entry("R414", _W, ("person", "role")),
    Entry("R415", _E, ("chain",)),
    Entry("R416", _W, ("notice", "start", "end")),
    Entry("R421", _W, ("missing",)),
    Entry("R422", _W, ("reason",)),
    Entry("R423", _W),
    Entry("R424", _W, ("actions",)),
    Entry("R425", _I),
    Entry("R426", _W, ("entity", "offer", "reason")),
    Entry("R427", _W, ("pipeline", "gap", "shortfall")),
    Entry("R428", _W, ("reason",)),
    Entry("R431", _W),
    Entry("R432", _W),
    Entry("R433", _W, ("person", "objective", "body")),
    Entry("R434", _W, ("reason",)),
    Entry("R435", _W, ("last", "days", "cadence")),
    Entry("R436", _W),
    Entry("R437", _W, ("meeting", "body", "day", "state")),
    Entry("R438", _I, ("held", "days")),
    Entry("R441", _W, ("n", "low", "high")),
    Entry("R442", _W, ("missing",)),
    Entry("R443", _W, ("shown", "mark")),
    Entry("R444", _W, ("quarter", "typed", "computed", "formula")),
    Entry("R451", _W, ("missing",)),
    Entry("R452", _W, ("n", "due", "owner", "way")),
    Entry("R453", _I, ("progress", "status")),
    Entry("R454", _I, ("share", "n")),
    Entry("R455", _W, ("due",)),
    Entry("R456", _W, ("score", "missing")),
    Entry("R457", _W, ("influence", "attitude")),
    Entry("R458", _W, ("day", "cutoff")),
    Entry("R459", _W),
    Entry("R461", _I, ("last", "days")),
    Entry("R463", _W, ("activity", "accountable")),
    Entry("R464", _W, ("quarter", "cutoff", "n")),
    Entry("R465", _I, ("dated", "months")),
    Entry("R470", _W, ("n", "levels")),
    # Exxx, edition
    Entry("E501", _W, ("target", "outcome")),
    Entry("E502", _E, ("found",)),
    Entry("E503", _E, ("calculation",)),
    Entry("E504", _E, ("n", "document", "part")),
    Entry("E505", _W, ("found", "source")),
    Entry("E506", _W, ("found", "source")),
)

CATALOGUE: dict[str, Entry] = {entry.code: entry for entry in _ENTRIES}
"""All entries by code, in the order of the codes."""

EDITION_CODES = frozenset(code for code in CATALOGUE if code.startswith("E5")) | {"W147"}
"""The codes about what the client may see: they stop the client's edition and no other."""

PASSABLE = frozenset({"E502"})
"""Those a person may let pass: whether a text tells something is for a person to judge; nothing else is."""

FOLDER_CODES = frozenset({"W134", "W135", "W137", "W138", "W139"})
"""The codes that keep an account out of a folder: nothing is to be mended in the workbook."""
