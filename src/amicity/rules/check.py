"""A rule and a tie → what the rule says of it."""

from collections.abc import Iterable, Iterator

from amicity.rules.division import division_of
from amicity.rules.questions import QUESTIONS, Case, found_of
from amicity.terms.rule_pack import Advice, Rule, RulePack, Weight


def advice(packs: Iterable[RulePack], case: Case) -> Iterator[Advice]:
    """What the rules of these packs say of a tie, seen from one side, in the order of the packs and their rules."""
    common = found_of(case)
    for pack in packs:
        unsure = bool(pack.divisions) and division_of(case.side) is None
        for rule in pack.rules:
            if _concerns(rule, case):
                for found in QUESTIONS[rule.asks].ask(case, rule):
                    says = rule.says.format(**{**common, **found})
                    says = f"If {case.side.label} lies in {pack.divisions[0]}: {says}" if unsure else says
                    weight = Weight.EXPLAINS if unsure else rule.weight
                    yield Advice(rule.id, pack.name, rule.topic, weight, case.side.key, says, rule.sources)


def _concerns(rule: Rule, case: Case) -> bool:
    tie, partners = case.tie, {partner.country for partner in case.partners}
    keys = {place.key for place in tie.parties}
    return (
        not (rule.forms and tie.form not in rule.forms)
        and not (rule.statuses and tie.status not in rule.statuses)
        and not (rule.levels and case.side.level not in rule.levels)
        and not (rule.places and case.side.key not in rule.places)
        and keys.isdisjoint(rule.except_places)
        and not (rule.partner_countries and partners.isdisjoint(rule.partner_countries))
        and _in_time(rule, case)
    )


def _in_time(rule: Rule, case: Case) -> bool:
    valid = (rule.valid_from is None or case.day >= rule.valid_from) and (rule.valid_until is None or case.day <= rule.valid_until)
    if not valid or QUESTIONS[rule.asks].dates_itself or (rule.signed_from is None and rule.signed_until is None):
        return valid
    since = case.tie.since
    return (
        since is not None
        and (rule.signed_from is None or since.latest >= rule.signed_from)
        and (rule.signed_until is None or since.earliest <= rule.signed_until)
    )
