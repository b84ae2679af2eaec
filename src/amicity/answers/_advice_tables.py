"""What the packs say of one tie beyond warnings, as tables: recognition, names, approvals, customs, each with its source."""

from collections.abc import Iterable, Iterator

from amicity.register.advice import Standing, packs_of
from amicity.register.wording import form_words, listed
from amicity.terms.answer import Row, Table
from amicity.terms.finding import FindingId
from amicity.terms.place import Place
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import RulePack, RuleSource

_MET = {True: "yes", False: "no", None: "unknown"}


def recognitions(tie: Relation, standings: Iterable[Standing]) -> Table:
    """Each authority, what it recognises, and how far its criteria are met."""
    columns = {
        "side": "For",
        "authority": "Authority",
        "verdict": "Recognised",
        "criteria": "Criteria",
        "says": "What it recognises",
        "source": "Source",
    }
    rows = tuple(
        _row(
            tie,
            each.recognition.sources,
            authority=each.recognition.authority,
            side=each.side.name,
            verdict=each.says,
            criteria="; ".join(f"{met.criterion.says}: {_MET[met.met]}" for met in each.met),
            says=each.recognition.says,
            findings=each.listed,
        )
        for each in standings
    )
    return Table("Recognition, each authority for itself", columns, rows)


def local_names(tie: Relation) -> Table:
    """What forms are called on each side, and how they rank there."""
    columns = {
        "side": "For",
        "pack": "Where",
        "local": "Called",
        "form": "Form",
        "rank": "Rank there",
        "says": "What it is",
        "source": "Source",
    }
    rows = tuple(
        _row(
            tie, form.sources, side=side.name, pack=pack.title, local=form.local, form=form_words(form.form), rank=form.rank, says=form.says
        )
        for side, pack in _packs(tie)
        for form in pack.forms
    )
    return Table("Names of forms, and their rank there (1 is the highest)", columns, rows)


def approvals(tie: Relation) -> Table:
    """The steps to a signature of this form, in order, for each side."""
    columns = {"side": "For", "step": "Step", "who": "Who", "does": "Does", "source": "Source"}
    rows = []
    for side, pack in _packs(tie):
        steps = [step for step in pack.approvals if not step.forms or tie.form is None or tie.form in step.forms]
        rows += [
            _row(tie, step.sources, side=side.name, step=number, who=step.who, does=step.does) for number, step in enumerate(steps, start=1)
        ]
    return Table("Approval, step by step", columns, tuple(rows))


def customs(tie: Relation) -> Table:
    """Which anniversaries are kept on each side, and how things are counted there."""
    columns = {"side": "For", "pack": "Where", "what": "What", "says": "Custom", "source": "Source"}
    rows = []
    for side, pack in _packs(tie):
        if kept := pack.anniversaries:
            every = listed(f"every {each} years" for each in kept.celebrate)
            says = f"Celebrated: {every or 'none'}; in other years {kept.otherwise}. {kept.says}"
            rows.append(_row(tie, kept.sources, side=side.name, pack=pack.title, what="anniversaries", says=says))
        rows += [_row(tie, each.sources, side=side.name, pack=pack.title, what="counting", says=each.says) for each in pack.counting]
    return Table("Customs", columns, tuple(rows))


def _packs(tie: Relation) -> Iterator[tuple[Place, RulePack]]:
    yield from packs_of(tie) if not tie.domestic else ()


def _row(tie: Relation, sources: tuple[RuleSource, ...], findings: tuple[FindingId, ...] = (), **cells: str | int | None) -> Row:
    return Row({**cells, "source": "; ".join(source.cited for source in sources)}, findings or tie.findings, tie.id)
