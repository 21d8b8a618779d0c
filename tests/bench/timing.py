"""What each kind of public page costs: queries, time and size, asked for through Django's test client."""

import gzip
import statistics
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.articles.models import Article
from newsroom.cooperation.models import Field
from newsroom.cooperation.status import Status
from newsroom.languages import EN
from newsroom.lists.pagination import SIZE
from newsroom.pages.table import DATA, LIST, of_kind
from newsroom.people.models import Institution

ENOUGH = 3  # seconds spent on one page, after which no further round begins


@dataclass(frozen=True)
class Cost:
    """What one kind of page costs; times in milliseconds, sizes in bytes.

    `worked` is the processor's time that it took, the middle one, whatever else the machine does meanwhile: in this
    process, and in the PostgreSQL that serves it where that runs on this machine (its parallel workers apart).
    """

    page: str
    queries: int
    worked: float
    median: float
    p95: float
    raw: int
    compressed: int


def addresses() -> dict[str, str]:
    """Return an address of each kind of page; records are those of the newest story, or the busiest."""
    newest = Article.objects.order_by("-year", "-pk").first()
    event = newest.events.get()
    records = {
        "pair": event.pairs.first(),
        "place": event.places.first(),
        "agreement": event.agreements.first(),
        "delegation": event.received()[0],
        "event": event,
        "person": event.received()[0].appearances.first().person,
        "institution": event.visited.first().institution,
    }
    lists = {row.name: reverse(row.name, args=[EN]) for row in of_kind(LIST) if row.indexed}
    lists["feed"] = reverse("feed", args=[EN])
    year = newest.year - 1 if Article.objects.filter(year=newest.year - 1).exists() else newest.year
    told = Article.objects.filter(year=year).count()
    return lists | {
        "news, last page of a year": f"{lists['news']}?year={year}&page={-(-told // SIZE)}",
        "news, oldest": f"{lists['news']}?after=1-1",
        "story": newest.address_in(EN),
        **{name: record.address_in(EN) for name, record in records.items()},
        "search": f"{reverse('search', args=[EN])}?q=quay",
        "search, one name": f"{reverse('search', args=[EN])}?{urlencode({'q': records['person'].name_en})}",
        "search, in both": f"{reverse('search', args=[EN])}?q=visits",
        "search, nothing": f"{reverse('search', args=[EN])}?q=zzqx",
        "suggestions": f"{reverse('search-suggest', args=[EN])}?q=den",
        "sitemap": reverse("sitemap"),
        "sitemap, one part": reverse("sitemap-part", args=["stories", 1]),
    }


def narrowings() -> dict[str, str]:
    """Return for each list, and each way of narrowing it, an address that asks so: by the busiest, and by few."""
    newest = Article.objects.order_by("-year", "-pk").first()
    event = newest.events.get()
    pair, few = event.pairs.first(), event.received()[0].senders.first().place
    busy = {"place": event.places.first(), "year": newest.year, "field": Field.objects.first()}
    bodies = {"party": Institution.objects.order_by("pk").first()}
    asked = {
        "news": busy | {"pair": pair, "kind": "meeting", "section": newest.section, "place, few": few},
        "agreements": busy | bodies | {"pair": pair, "kind": "other", "place, few": few},
        "delegations": busy | bodies | {"pair": pair, "kind": "other", "place, few": few},
    }
    del asked["delegations"]["field"]
    asked["agreements"] |= {f"status, {one.value}": one.value for one in Status}
    return {
        f"{view} by {way}": f"{reverse(view, args=[EN])}?{way.split(',')[0]}={getattr(value, 'slug', value)}"
        for view, ways in asked.items()
        for way, value in ways.items()
    }


def registers() -> dict[str, str]:
    """Return the addresses of the registers as data, which are sent as long as there are rows."""
    asked = [(row.name, form) for row in of_kind(DATA) for form in row.endings]
    return {f"{name}.{form}": reverse(name, args=[EN, form]) for name, form in asked}


def measure(page: str, address: str, *, rounds: int) -> Cost:
    """Ask once for the queries and the sizes, then `rounds` times for the time; a very slow page not again."""
    client = Client(SERVER_NAME="localhost")
    begun = _clocks()
    with CaptureQueriesContext(connection) as asked:
        content = _answer(client, address)
    queries = len(asked)  # counted now: the next request empties the log
    first = _since(begun)
    times = [first] * 2 if first[1] > ENOUGH * 1000 else []
    while len(times) < 2 or (len(times) < rounds and sum(whole for _worked, whole in times) < ENOUGH * 1000):
        begun = _clocks()
        _answer(client, address)
        times.append(_since(begun))
    worked, whole = zip(*times, strict=True)
    p95 = statistics.quantiles(whole, n=20, method="inclusive")[-1]
    middle, small = statistics.median, gzip.compress(content, 6)
    return Cost(page, queries, middle(worked), middle(whole), p95, len(content), len(small))


def _clocks() -> tuple[float, float]:
    return time.process_time() + _served(), time.perf_counter()


def _served() -> float:
    """Return the seconds that PostgreSQL has worked for this connection, as far as this machine knows."""
    if connection.vendor != "postgresql" or connection.connection is None:
        return 0.0
    process = Path(f"/proc/{connection.connection.info.backend_pid}")
    with suppress(OSError):
        if (process / "comm").read_text().strip() == "postgres":
            return int((process / "schedstat").read_text().split()[0]) / 1e9
    return 0.0


def _since(begun: tuple[float, float]) -> tuple[float, float]:
    """Return the milliseconds that were worked, and those that passed."""
    worked, passed = (now - then for now, then in zip(_clocks(), begun, strict=True))
    return worked * 1000, passed * 1000


def _answer(client: Client, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answered {response.status_code}")
    return response.getvalue()


def table(costs: list[Cost]):
    """Yield the lines of a table in Markdown."""
    yield "| page | queries | worked ms | median ms | p95 ms | bytes | gzip |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for one in costs:
        times = " | ".join(f"{time:.1f}" for time in (one.worked, one.median, one.p95))
        yield f"| {one.page} | {one.queries} | {times} | {one.raw} | {one.compressed} |"
