"""What the rules say of a tie, as its page shows it: warnings first, each with its source."""

from collections.abc import Iterable
from datetime import date

from amicity.register.advice import recognitions_for, warnings_for
from amicity.terms.register import Register
from amicity.terms.relation import Relation
from amicity.terms.rule_pack import RuleSource, Weight
from amicity_web.public.page import Page
from amicity_web.store import load
from amicity_web.wording.dates import in_words
from amicity_web.wording.sentences import plainly

_MET = {True: "yes", False: "no", None: "not known here"}


def advice(tie: Relation, register: Register, *, day: date) -> Page:
    """The rules' warnings and explanations for a tie on a day, and how each authority would see it."""
    spoken = warnings_for(tie, register, day, ties_of=_ties_of)
    return {
        "warns": [_said(each.says, each.sources) for each in spoken if each.weight is Weight.WARNS],
        "explains": [_said(each.says, each.sources) for each in spoken if each.weight is Weight.EXPLAINS],
        "recognitions": [
            {
                "authority": each.recognition.authority,
                "verdict": each.says,
                "criteria": [f"{met.criterion.says}: {_MET[met.met]}" for met in each.met],
                **_said(each.recognition.says, each.recognition.sources),
            }
            for each in recognitions_for(tie, register, day)
        ],
    }


def _ties_of(key: str) -> Iterable[Relation]:
    """All ties of a place; its register is folded only where there is more than the tie of the page."""
    return load.register_for(key).ties_of(key) if load.ties_of(key).count() > 1 else ()


def _said(says: str, sources: tuple[RuleSource, ...]) -> Page:
    cited = [{"name": source.name, "dated": in_words(source.dated), "note": source.note, "address": source.address} for source in sources]
    return {"says": plainly(says), "sources": cited}
