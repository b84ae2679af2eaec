"""One file of rules → a pack. Every slip of a file is gathered, each with its line and what to do, before it is refused."""

import tomllib
from collections.abc import Mapping
from string import Formatter
from typing import Any

from amicity.catalogue import CatalogueError
from amicity.rules.questions import QUESTIONS
from amicity.rules.recognised import EVIDENCE
from amicity.rules.row import Page, Row, choice
from amicity.terms.form import Form
from amicity.terms.place import Level
from amicity.terms.relation import TieStatus
from amicity.terms.rule_pack import (
    Anniversaries,
    Approval,
    Counting,
    Criterion,
    LocalForm,
    Recognition,
    Rule,
    RulePack,
    Topic,
    Weight,
)


class RulePackError(CatalogueError):
    """A file of rules with slips; the message names the file and says of each slip its line and what to do."""


def load(text: str, *, name: str) -> RulePack:
    """The pack that a file named ``name`` holds. Raises RulePackError with all of its slips."""
    try:
        written = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulePackError(f"rules/{name}.toml is no TOML: {error}") from None
    page = Page(text, name)
    pack = _pack(page, written)
    if page.slips:
        listed = "".join(f"\n  {slip}" for slip in page.slips)
        raise RulePackError(f"rules/{name}.toml cannot be followed:{listed}")
    return pack


def _pack(page: Page, written: Mapping[str, Any]) -> RulePack:
    top = Row(page, "", 0, written)
    top.check_keys()
    page.sources = {key: page.source(key, held) for key, held in top.table("sources").items() if isinstance(held, dict)}
    held = top.table("anniversaries")
    return RulePack(
        name=page.name,
        title=top.text("title"),
        authority=top.text("authority"),
        countries=tuple(map(top.country, top.texts("countries"))),
        divisions=top.texts("divisions"),
        forms=tuple(map(_form, top.rows("forms"))),
        recognitions=tuple(map(_recognition, top.rows("recognitions"))),
        approvals=tuple(map(_approval, top.rows("approvals"))),
        rules=tuple(map(_rule, top.rows("rules"))),
        counting=tuple(Counting(row.text("says"), row.sources()) for row in top.rows("counting")),
        anniversaries=_anniversaries(Row(page, "anniversaries", 0, held)) if held else None,
    )


def _form(row: Row) -> LocalForm:
    return LocalForm(
        row.text("local"), row.text("language"), row.term("form", Form), row.number_of("rank") or 1, row.text("says"), row.sources()
    )


def _recognition(row: Row) -> Recognition:
    made = []
    for each in row.rows("criteria"):
        evidence = each.text("evidence")
        if evidence not in EVIDENCE and evidence:
            row.slip("criteria", f"no evidence is called {evidence!r}: write {choice(sorted(EVIDENCE))}")
        made.append(Criterion(each.text("says"), evidence))
    return Recognition(
        authority=row.text("authority"),
        says=row.text("says"),
        forms=row.terms("forms", Form),
        criteria=tuple(made),
        sources=row.sources(),
        lists=row.texts("lists"),
    )


def _approval(row: Row) -> Approval:
    return Approval(row.text("who"), row.text("does"), row.terms("forms", Form), row.sources())


def _anniversaries(row: Row) -> Anniversaries:
    held = row.held.get("celebrate")
    if held is not None and not (isinstance(held, list) and all(type(each) is int and each > 0 for each in held)):
        row.slip("celebrate", f"celebrate is {held!r}: write whole numbers, such as [10] for the tens, or [] for none")
        held = []
    return Anniversaries(tuple(held or ()), row.text("otherwise"), row.text("says"), row.sources())


def _rule(row: Row) -> Rule:
    id_, asks = row.text("id"), row.text("asks") or "always"
    if id_ in row.page.ids:
        row.slip("id", f"two rules are called {id_!r}: give each its own id")
    row.page.ids.add(id_)
    if asks not in QUESTIONS:
        row.slip("asks", f"no question is called {asks!r}: write {choice(sorted(QUESTIONS))}")
    rule = Rule(
        id=f"{row.page.name}.{id_}",
        topic=row.term("topic", Topic),
        weight=row.term("weight", Weight),
        says=row.text("says"),
        sources=row.sources(),
        asks=asks,
        forms=row.terms("forms", Form),
        statuses=row.terms("statuses", TieStatus),
        levels=row.terms("levels", Level),
        places=row.texts("places"),
        except_places=row.texts("except_places"),
        partner_countries=row.texts("partner_countries"),
        valid_from=row.day("valid_from"),
        valid_until=row.day("valid_until"),
        signed_from=row.day("signed_from"),
        signed_until=row.day("signed_until"),
        days=row.number_of("days"),
        years=row.number_of("years"),
    )
    _check_rule(row, rule)
    return rule


def _check_rule(row: Row, rule: Rule) -> None:
    question = QUESTIONS.get(rule.asks)
    if question is None:
        return
    try:
        named = {field for _, field, _, _ in Formatter().parse(rule.says) if field is not None}
    except ValueError as error:
        row.slip("says", f"the sentence has a brace too many or too few ({error})")
        return
    for field in sorted(named - set(question.finds)):
        row.slip("says", f"the question {rule.asks!r} finds no {{{field}}}: write {choice([f'{{{each}}}' for each in question.finds])}")
    for need in question.needs:
        if getattr(rule, need) is None:
            row.slip(need, f"the question {rule.asks!r} needs {need!r}")
    for first, last in (("valid_from", "valid_until"), ("signed_from", "signed_until")):
        begins, ends = getattr(rule, first), getattr(rule, last)
        if begins and ends and ends < begins:
            row.slip(last, f"{last} {ends} lies before {first} {begins}")
