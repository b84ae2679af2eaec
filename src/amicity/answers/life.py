"""By what stations has a tie come to where it stands, and on which papers?"""

from collections.abc import Iterable

from amicity.register.edition import as_of
from amicity.register.instruments import instruments
from amicity.register.rounds import rounds, run_out
from amicity.register.stages import rungs, stations
from amicity.register.visits import visits
from amicity.register.vitality import Pulse, Vitality, vitality
from amicity.register.wording import form_words, listed, name_of, names, plain, step_line, tie_line
from amicity.terms.answer import Answer, Query, Result, Row, Table
from amicity.terms.register import Register
from amicity.terms.relation import Relation, TieStatus

STATIONS = {"when": "When", "tie": "Tie", "stage": "Station", "by": "By", "says": "In words"}
FORMS = {"tie": "Tie", "form": "Form", "since": "Since", "until": "Until", "by": "By what"}
PAPERS = {
    "when": "When",
    "title": "Paper",
    "form": "Form",
    "signers": "Signed by",
    "witnesses": "Witnessed by",
    "channel": "How",
    "languages": "Languages",
    "term": "Term",
    "until": "Runs until",
    "texts": "Texts",
}
VISITS = {"tie": "Tie", "who": "Who", "to": "To", "first": "First told", "last": "Last told", "number": "Visits"}


def ask(register: Register, query: Query) -> Result:
    """The stations, forms, papers and visits of the ties between a place and a partner (or of all its ties), as of the day."""
    then = as_of(register, query.as_of, place=query.place)
    ties = [tie for tie in then.relations if query.partner is None or query.partner in {place.key for place in tie.parties}]
    who = " and ".join(filter(None, (name_of(register, query.place), name_of(register, query.partner)))) or "all places"
    title = f"Life of the ties of {who} to {query.as_of}"
    if not ties:
        return Result(title, (f"The register knows no tie of {who} on {query.as_of}.",))
    sentences = [sentence for tie in ties for sentence in _sentences(tie, then, query)]
    tables = (
        Table("Stations", STATIONS, tuple(row for tie in ties for row in _stations(tie, then, query))),
        Table("Forms", FORMS, tuple(row for tie in ties for row in _forms(tie))),
        Table("Papers", PAPERS, tuple(row for tie in ties for row in _papers(tie, register))),
        Table("Visits", VISITS, tuple(row for tie in ties for row in _visits(tie, then))),
    )
    notes = tuple(f"{tie.label}: {note.says}" for tie in ties for note in tie.notes)
    return Result(title, tuple(sentences), tuple(table for table in tables if table.rows), notes)


def _sentences(tie: Relation, register: Register, query: Query) -> Iterable[str]:
    yield f"{tie_line(tie)}."
    if over := run_out(tie, query.as_of):
        yield f"The term of {over.step.when or 'the paper'} ({over.term}) ran out on {over.until}; no report tells of a renewal or an end."
    if tie.status in (TieStatus.STANDING, TieStatus.SUSPENDED):
        verdict = vitality(tie, register, query.as_of)
        if verdict.pulse is not Pulse.AWAKE:
            yield f"{verdict.pulse.value.capitalize()}: {' '.join(verdict.reasons)} Rule: {verdict.rule}."


def _stations(tie: Relation, register: Register, query: Query) -> Iterable[Row]:
    for station in stations(tie, vitality(tie, register, query.as_of)):
        actors = station.step.actors if station.step else ()
        cells = {
            "when": str(station.when) if station.when else None,
            "tie": tie.label,
            "stage": plain(station.stage),
            "by": names(place for place in tie.parties if place.key in actors) or None,
            "says": step_line(station.step) if station.step else _asleep(station.sleep),
        }
        yield Row(cells, station.findings, tie.id)


def _asleep(verdict: Vitality | None) -> str:
    return f"by the rule, {verdict.rule}: {' '.join(verdict.reasons)}" if verdict else ""


def _forms(tie: Relation) -> Iterable[Row]:
    for rung in rungs(tie):
        cells = {
            "tie": tie.label,
            "form": form_words(rung.form),
            "since": str(rung.since) if rung.since else None,
            "until": str(rung.until) if rung.until else None,
            "by": step_line(rung.by) if rung.by else None,
        }
        yield Row(cells, tie.findings, tie.id)


def _papers(tie: Relation, register: Register) -> Iterable[Row]:
    ends = {id_: str(each.until) for each in rounds(tie) for id_ in each.step.findings if each.until}
    for paper in instruments(tie, register):
        findings = register.items[paper.id].findings
        cells = {
            "when": str(paper.when) if paper.when else None,
            "title": paper.title,
            "form": form_words(paper.form) if paper.form else None,
            "signers": "; ".join(map(str, paper.signers)) or None,
            "witnesses": listed(paper.witnesses) or None,
            "channel": plain(paper.channel) if paper.channel else None,
            "languages": listed(paper.languages) or None,
            "term": paper.term,
            "until": next((ends[id_] for id_ in findings if id_ in ends), None),
            "texts": "; ".join(paper.texts) or None,
        }
        yield Row(cells, findings, paper.id)


def _visits(tie: Relation, register: Register) -> Iterable[Row]:
    for each in visits(tie, register):
        days = {"first": str(each.first), "last": str(each.last)}
        yield Row({"tie": tie.label, "who": each.who, "to": each.host, **days, "number": each.number}, each.findings, tie.id)


ANSWER = Answer("life", "By what stations has a tie come to where it stands, and on which papers?", ask, heeds=("partner",))
