"""Follows lists of news (feeds, sitemaps): what is new since last time is fetched, politely, a page after the other."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from amicity.sources._fetch import Fetched, Fetcher, FetchError
from amicity.sources._request import GONE
from amicity.terms.report import Report
from amicity.terms.source import Lead, SourceError

_TRIES = 3
_LISTS = 50
_KEPT = 200_000
_NO_LIST = "give the address of its feed (often /feed or /rss.xml) or of its sitemap.xml; a single page is read by `amicity read ADDRESS`"

Leads = Callable[[bytes, str], tuple[Lead, ...] | None]
LoadFetched = Callable[[bytes, str], Iterator[Report | SourceError]]


@dataclass(slots=True)
class Seen:
    """What is known of lists and pages: by address what tells whether they have changed, and how often a page could not be had."""

    lists: dict[str, dict[str, str | None]] = field(default_factory=dict)
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)

    def wants(self, lead: Lead) -> bool:
        """Whether the page is new, has changed, or failed and may be tried again."""
        known = self.pages.get(lead.address)
        if known is None:
            return True
        return 0 < known.get("failed", 0) < _TRIES or bool(lead.changed and known.get("changed") != lead.changed)

    def note(self, lead: Lead, fetched: Fetched | None) -> None:
        """Remember that the page was read, or, without an answer, that it could not be had."""
        known = self.pages.pop(lead.address, {})
        if fetched is None:
            self.pages[lead.address] = known | {"failed": known.get("failed", 0) + 1, "changed": lead.changed}
        else:
            again = {"etag": fetched.etag or known.get("etag"), "since": fetched.since or known.get("since")}
            self.pages[lead.address] = {"changed": lead.changed} | {name: said for name, said in again.items() if said}
        while len(self.pages) > _KEPT:
            del self.pages[next(iter(self.pages))]


@dataclass(slots=True)
class Follower:
    """Follows lists with what is ``seen``, which it brings up to date page by page.

    A page counts as seen when whoever asked for reports comes back for the next: after a breakdown, the last one is given again.
    ``most`` pages of each list are fetched, the newest first; the others' turn comes next time.
    """

    fetcher: Fetcher
    seen: Seen
    leads: Leads
    load: LoadFetched
    most: int = 100
    left: int = 0
    _lists: int = 0
    _room: int = 0

    def follow(self, addresses: Iterable[str]) -> Iterator[Report | SourceError]:
        """The reports on the pages that are new in these lists; in the place of one that cannot be had, why."""
        for address in addresses:
            self._lists, self._room = 0, self.most
            yield from self._list(address, changed=None)

    def _list(self, address: str, *, changed: str | None) -> Iterator[Report | SourceError]:
        """The new pages of a list. It counts as known, and is asked only whether it has changed, once none of them is left."""
        self._lists += 1
        known = self.seen.lists.get(address, {})
        try:
            fetched = self.fetcher.get(address, etag=known.get("etag"), since=known.get("since"), robots=True)
            if fetched.unchanged:
                return
            found = self.leads(fetched.content, fetched.address)
            if found is None:
                raise SourceError("is neither a feed nor a sitemap", address, _NO_LIST)
        except SourceError as error:
            yield error
            return
        done = yield from self._all(found)
        if done:
            self.seen.lists[address] = {"etag": fetched.etag, "since": fetched.since, "changed": changed}

    def _all(self, found: tuple[Lead, ...]) -> Generator[Report | SourceError, None, bool]:
        """The pages of a list and of its lists; whether none is left for next time."""
        done = True
        for lead in sorted((lead for lead in found if lead.more), key=_newest, reverse=True):
            known = self.seen.lists.get(lead.address, {})
            if lead.changed and known.get("changed") == lead.changed:
                continue
            if self._lists >= _LISTS or not self._room:
                done = False
                continue
            yield from self._list(lead.address, changed=lead.changed)
            done = done and lead.address in self.seen.lists
        new = sorted((lead for lead in found if not lead.more and self.seen.wants(lead)), key=_newest, reverse=True)
        room, self._room = self._room, max(0, self._room - len(new))
        self.left += max(0, len(new) - room)
        for lead in new[:room]:
            had = yield from self._page(lead)
            done = done and had
        return done and len(new) <= room

    def _page(self, lead: Lead) -> Generator[Report | SourceError, None, bool]:
        """The reports on a page; whether it need not be asked for again."""
        known = self.seen.pages.get(lead.address, {})
        try:
            fetched = self.fetcher.get(lead.address, etag=known.get("etag"), since=known.get("since"), robots=True)
        except FetchError as error:
            yield error
            self.seen.note(lead, None)
            return error.status in GONE
        if not fetched.unchanged:
            yield from visited(fetched, load=self.load, lead=lead)
        self.seen.note(lead, fetched)
        return True


def visited(fetched: Fetched, *, load: LoadFetched, lead: Lead | None = None) -> Iterator[Report | SourceError]:
    """The reports in what was fetched, with its address and instant; a date and a title it does not state are the list's."""
    try:
        for each in load(fetched.content, fetched.address):
            if isinstance(each, Report):
                published = each.published or (lead.published if lead else None)
                title = each.title or (lead.title if lead else None)
                yield replace(each, address=each.address or fetched.address, fetched=fetched.at, published=published, title=title)
            else:
                yield each
    except SourceError as error:
        yield error


def _newest(lead: Lead) -> str:
    return lead.published.edtf if lead.published else lead.changed or ""
