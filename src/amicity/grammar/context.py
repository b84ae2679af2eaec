"""What a report says as a whole, while its sentences are read one by one."""

from dataclasses import dataclass, field
from datetime import date

from amicity.grammar.draft import Draft, Slot, When
from amicity.grammar.symbol import Person, Symbol
from amicity.terms.partial_date import PartialDate


@dataclass(slots=True)
class Context:
    """``text`` is the canonical text; ``published`` the report's own date with its passage; ``topic`` the place the report is about;
    ``people`` everybody introduced with an office, by full name; ``pair`` the last two places joined, and in which sentence;
    ``window`` the stretch that was counted over last ("since 2012"), and in which sentence; ``entry`` the list's last one."""

    text: str
    published: When | None = None
    anchor: date | None = None
    address_year: int | None = None
    topic: Symbol | None = None
    owner: Symbol | None = None
    title_pair: tuple[Symbol, ...] = ()
    title_places: tuple[Symbol, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    pair: tuple[Symbol, ...] = ()
    pair_sentence: int = -10
    two: tuple[Symbol, ...] = ()
    two_sentence: int = -10
    forum: Symbol | None = None
    speaker: Symbol | None = None
    paper: Draft | None = None
    resolution: Draft | None = None
    fields: tuple[Slot, ...] = ()
    day: When | None = None
    day_sentence: int = -10
    window: When | None = None
    window_sentence: int = -10
    guests: tuple[Symbol, ...] = ()
    visit: Draft | None = None
    listed: tuple[Symbol, ...] = ()
    subject: Symbol | None = None
    """The town that the sentence before spoke of, opening with its name."""
    heading_place: Symbol | None = None
    list_tie: Symbol | None = None
    list_country: str | None = None
    list_owner: Symbol | None = None
    entry: Draft | None = None
    entry_sentence: int = -10

    def remember_pair(self, symbols: tuple[Symbol, ...], sentence: int) -> None:
        """Note the places that a finding just joined: "the two cities" will mean them."""
        distinct = {s.place.key: s for s in symbols}
        if len(distinct) == 2:
            self.pair, self.pair_sentence = tuple(distinct.values()), sentence

    def the_two(self, sentence: int, *, states: bool = False, spoken: bool = False) -> tuple[Symbol, ...]:
        """Whom "the two cities" means: the last pair within three sentences, else the title's pair, else nobody (codebook, 4.3).

        Where the words stand in the sentence (``spoken``), the two towns of the sentence before come before the title's.
        """
        recent = self.pair if sentence - self.pair_sentence <= 3 else ()
        near = self.two if spoken and sentence - self.two_sentence == 1 else ()
        for pair in (recent, near, self.title_pair, self.pair):
            if len(pair) == 2 and all(s.state == states for s in pair):
                return pair
        return ()

    def month(self) -> PartialDate | None:
        """The month of publication, as an undated event of a news report inherits it."""
        if self.published is None:
            return None
        edtf = self.published.value.edtf
        return PartialDate(edtf[:7]) if len(edtf) >= 7 and edtf[4] == "-" else PartialDate(edtf[:4])
