"""The papers of a tie apart from the tie: what each is called, who signed it and in what capacity, who witnessed, and its text."""

from typing import NamedTuple

from amicity.review.matching import words_meet
from amicity.terms.entry import Entry
from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.status import Status
from amicity.terms.tenure import Tenure


class Signer(NamedTuple):
    """Who signed, and as what: ``capacity`` is the office as the paper's own reports tell it; ``proxy`` where it is none of a party's."""

    name: str
    capacity: str | None
    proxy: bool

    def __str__(self) -> str:
        return f"{self.name}{f', {self.capacity}' if self.capacity else ''}{', in place of a party' if self.proxy else ''}"


class Instrument(NamedTuple):
    """One paper. ``texts`` are the sources of the reports that tell of it; the paper's own text is one of them where it was added."""

    id: str
    title: str
    form: Form | None
    when: PartialDate | None
    status: Status
    acts: tuple[str, ...]
    languages: tuple[str, ...]
    signers: tuple[Signer, ...]
    witnesses: tuple[str, ...]
    channel: str | None
    term: str | None
    texts: tuple[str, ...]


def instruments(tie: Relation, register: Register) -> tuple[Instrument, ...]:
    """The papers that a tie rests on, earliest first."""
    papers = [paper for id_ in tie.instruments if isinstance(paper := register.items.get(id_), Entry)]
    return tuple(_instrument(paper, tie, register) for paper in sorted(papers, key=_day))


def _day(paper: Entry) -> tuple[bool, str, str]:
    return (paper.when is None, str(paper.when.earliest) if paper.when else "", paper.id)


def _instrument(paper: Entry, tie: Relation, register: Register) -> Instrument:
    reports = {register.findings[id_].report for id_ in paper.findings if id_ in register.findings}
    sources = {register.findings[id_].source for id_ in paper.findings if id_ in register.findings}
    posts = [post for post in register.posts if any(register.findings[id_].report in reports for id_ in post.findings)]
    form = next(iter(paper.texts("form")), None)
    kind = next(iter(paper.texts("instrument")), None)
    return Instrument(
        paper.id,
        next(iter(paper.texts("title")), (kind or form or "paper").replace("_", " ")),
        Form(form) if form in tuple(Form) else None,
        paper.when,
        paper.status,
        paper.texts("act"),
        paper.texts("language"),
        tuple(_signer(name, posts, tie) for name in paper.texts("signer")),
        paper.texts("witness"),
        next(iter(paper.texts("channel")), None),
        next(iter(paper.texts("term")), None),
        tuple(sorted(sources)),
    )


def _signer(name: str, posts: list[Tenure], tie: Relation) -> Signer:
    said = frozenset(name.casefold().split())
    held = next((post for post in posts if post.post and words_meet(said, frozenset(post.person.casefold().split()))), None)
    if held is None or held.post is None:
        return Signer(name, None, proxy=False)
    tenure = f"{held.tenure} " if held.tenure and held.tenure != "current" else ""
    of = f" of {held.place.name}" if held.place else ""
    stranger = held.place is not None and held.place.key not in {place.key for place in tie.parties}
    return Signer(name, f"{tenure}{held.post.replace('_', ' ')}{of}", proxy=stranger)
