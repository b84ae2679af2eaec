"""The tables of these pages, made from the catalogues: ``python docs/tables.py`` writes them anew; a test compares.

A page marks where a table stands by ``<!-- table: NAME -->`` and ``<!-- end -->``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from amicity.answers import answers
from amicity.exports import exports
from amicity.kinds import kinds
from amicity.languages import languages
from amicity.review.triage import DECIDERS
from amicity.rules.questions import QUESTIONS
from amicity.sources import sources
from amicity.terms.field import FIELDS
from amicity.terms.kind import Effect, Kind
from amicity.terms.ladder import LADDER
from amicity.terms.measure import MEASURES

HERE = Path(__file__).parent
PAGES = (HERE.parent / "README.md", *sorted(HERE.glob("*.md")))
_MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FORMS = tuple(rung.form.value for rung in LADDER)
_EFFECTS = {
    Effect.NONE: "",
    Effect.PAPER: "a paper of the tie",
    Effect.STANDS: "the tie stands",
    Effect.RENEWS: "the tie is renewed",
    Effect.SUSPENDS: "the tie is suspended",
    Effect.ENDS: "the tie ends",
    Effect.CONTACT: "a contact: the tie is awake",
}


def filled(page: str) -> str:
    """The page with each of its tables as the catalogues now make it. Raises KeyError for a table that nobody makes."""
    return _MARKED.sub(lambda found: f"{found[1]}{_TABLES[found[2]]()}{found[3]}", page)


def _kinds() -> str:
    rows = ((f"**{kind.name}**", kind.says, ", ".join(_role(kind)), _EFFECTS[kind.effect], kind.when) for kind in kinds().values())
    return _table(("kind", "what it is", "roles", "what it does to a tie", "its date"), rows)


def _catalogue_kinds() -> str:
    return _table(("kind", "meaning"), ((f"`{kind.name}`", kind.says) for kind in kinds().values()))


def _role(kind: Kind) -> Iterator[str]:
    for role in kind.roles:
        yield f"**{role.name}**" if role.identity else role.name


def _roles() -> str:
    """One row for each thing that a role says, with the kinds in which it says so."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for kind in kinds().values():
        for role in kind.roles:
            said.setdefault((role.name, role.says, role.holds.value), []).append(kind.name)
    return _table(
        ("role", "what it holds", "sort", "in"),
        ((f"`{name}`", says, sort, ", ".join(of)) for (name, says, sort), of in sorted(said.items())),
    )


def _terms() -> str:
    """The closed lists of roles, but for forms and measures, which have their own."""
    lists: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for kind in kinds().values():
        for role in kind.roles:
            if role.terms and tuple(map(str, role.terms)) not in (_FORMS, MEASURES) and role.name != "form":
                lists.setdefault((role.name, tuple(map(str, role.terms))), []).append(kind.name)
    return _table(("role", "of", "terms"), ((name, ", ".join(of), ", ".join(terms)) for (name, terms), of in sorted(lists.items())))


def _ladder() -> str:
    return _table(("form", "rung", "why there"), ((f"`{rung.form}`", str(rung.height), rung.reason) for rung in LADDER))


def _fields() -> str:
    return f"{', '.join(f'`{field}`' for field in FIELDS)}.\n"


def _triage() -> str:
    return _table(("question", "what it looks for", "calls for a look"), ((d.name, d.says, "yes" if d.look else "") for d in DECIDERS))


def _questions() -> str:
    rows = ((f"`{name}`", q.says, ", ".join(f"`{{{each}}}`" for each in q.finds), ", ".join(q.needs)) for name, q in QUESTIONS.items())
    return _table(("asks", "what it finds out", "places in the sentence", "needs"), rows)


def _catalogues() -> str:
    return _table(
        ("folder", "file", "what it is"),
        (
            *(("languages", f"`{tag}`", "the language with this BCP 47 tag") for tag in languages()),
            *(("sources", f"`{name}`", source.says) for name, source in sources().items()),
            *(("kinds", f"`{name}`", kind.says) for name, kind in kinds().items()),
            *(("answers", f"`{name}`", answer.question) for name, answer in answers().items()),
            *(("exports", f"`{name}`", export.says) for name, export in exports().items()),
        ),
    )


def _exports() -> str:
    rows = ((f"[`{name}`]({export.standard})", export.says, export.use) for name, export in exports().items())
    return _table(("format", "what it holds", "what it is good for"), rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(heads), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


_TABLES: dict[str, Callable[[], str]] = {
    "kinds": _kinds,
    "catalogue_kinds": _catalogue_kinds,
    "roles": _roles,
    "terms": _terms,
    "ladder": _ladder,
    "fields": _fields,
    "triage": _triage,
    "questions": _questions,
    "catalogues": _catalogues,
    "exports": _exports,
}


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
