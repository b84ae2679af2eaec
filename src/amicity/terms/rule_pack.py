"""A rule pack: what one jurisdiction or authority says of ties, each statement with its source. It warns and explains; it never blocks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amicity.terms.form import Form
from amicity.terms.partial_date import PartialDate
from amicity.terms.place import Level
from amicity.terms.relation import TieStatus


class Topic(StrEnum):
    """What a rule is about."""

    FORM = "form"
    RECOGNITION = "recognition"
    CRITERION = "criterion"
    APPROVAL = "approval"
    NOTICE = "notice"
    REVIEW = "review"
    STATUS = "status"
    PROHIBITION = "prohibition"


class Weight(StrEnum):
    """Whether a rule says that something is amiss, or what should be known."""

    WARNS = "warns"
    EXPLAINS = "explains"


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Where a statement comes from; ``dated`` is the text's own date, else the month in which it was read (and ``note`` says so)."""

    name: str
    address: str
    dated: PartialDate
    note: str = ""

    @property
    def cited(self) -> str:
        """The source in one line."""
        return f"{self.name}, {self.dated}{f' ({self.note})' if self.note else ''}: {self.address}"


@dataclass(frozen=True, slots=True)
class LocalForm:
    """What a form is called there, and its rank among the forms there (1 is the highest)."""

    local: str
    language: str
    form: Form
    rank: int
    says: str
    sources: tuple[RuleSource, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition of a recognition; ``evidence`` names what in the register would show that it is met."""

    says: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What one authority recognises, and by which criteria. Who is not recognised there is not thereby invalid.

    ``lists`` are the names and web hosts under which the authority publishes its own list.
    """

    authority: str
    says: str
    forms: tuple[Form, ...]
    criteria: tuple[Criterion, ...]
    sources: tuple[RuleSource, ...]
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """One step on the way to a signature, for these forms (all, where none is named)."""

    who: str
    does: str
    forms: tuple[Form, ...]
    sources: tuple[RuleSource, ...]


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """Which anniversaries are celebrated there: the multiples of ``celebrate``; in other years ``otherwise`` is done."""

    celebrate: tuple[int, ...]
    otherwise: str
    says: str
    sources: tuple[RuleSource, ...]

    def celebrates(self, years: int) -> bool:
        """Whether so many years are celebrated there."""
        return any(years % each == 0 for each in self.celebrate)


@dataclass(frozen=True, slots=True)
class Counting:
    """How ties, countries or territories are counted there."""

    says: str
    sources: tuple[RuleSource, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``asks`` names the question that is put to a tie (``amicity.rules.questions``); all other conditions must hold as well.

    Empty conditions admit everything. ``levels`` and ``places`` are of the side that the pack is for, ``except_places`` of any side.
    ``valid_from`` and ``valid_until`` bound the day asked about, ``signed_from`` and ``signed_until`` the day since which the tie has
    its form. ``says`` has places, in braces, for what the question finds.
    """

    id: str
    topic: Topic
    weight: Weight
    says: str
    sources: tuple[RuleSource, ...]
    asks: str = "always"
    forms: tuple[Form, ...] = ()
    statuses: tuple[TieStatus, ...] = ()
    levels: tuple[Level, ...] = ()
    places: tuple[str, ...] = ()
    except_places: tuple[str, ...] = ()
    partner_countries: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    signed_from: date | None = None
    signed_until: date | None = None
    days: int | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class RulePack:
    """What holds for the places of ``countries`` (ISO 3166-1; none: for places without a pack of their own).

    ``divisions`` narrow it to first-level divisions, as the gazetteer names them.
    """

    name: str
    title: str
    authority: str
    countries: tuple[str, ...]
    divisions: tuple[str, ...]
    forms: tuple[LocalForm, ...]
    recognitions: tuple[Recognition, ...]
    approvals: tuple[Approval, ...]
    rules: tuple[Rule, ...]
    counting: tuple[Counting, ...]
    anniversaries: Anniversaries | None


@dataclass(frozen=True, slots=True)
class Advice:
    """What a rule says of one tie, seen from the party ``side`` (a place's key)."""

    rule: str
    pack: str
    topic: Topic
    weight: Weight
    side: str
    says: str
    sources: tuple[RuleSource, ...]
