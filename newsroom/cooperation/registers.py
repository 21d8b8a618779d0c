"""CSV and JSON export of the registers, streamed in chunks.

Each chunk is one query by key, read before it is sent, so that a slow client holds no cursor and no transaction.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.utils.translation import override

from newsroom.cooperation.models import Agreement, Approval, Delegation, Event
from newsroom.cooperation.rows import journey, status_words
from newsroom.cooperation.status import is_inferred
from newsroom.languages import EN, ZH, name_itself
from newsroom.lists.pagination import chunks
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings

CHUNK = 500
BOM = "\ufeff"  # without a BOM spreadsheets decode Chinese wrongly
# CSV injection: spreadsheets skip invisible characters before a sign, and read full-width signs as ASCII ones.
UNSEEN = r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]"
FORMULA = re.compile(rf"[\t\r\n]|{UNSEEN}*[-=+@－＝＋＠]")


@dataclass(frozen=True)
class Register:
    """A register in one language at one moment; `absolute` makes an absolute URL from a path.

    It is written after the request has ended, so `site` is followed anew for each chunk.
    """

    at: datetime
    day: date
    language: str
    absolute: Callable[[str], str]
    site: SiteSettings

    columns: ClassVar[tuple[str, ...]]

    def keys(self, entries: Any) -> Iterator[list[int]]:
        """Yield the keys of the whole list in chunks; of an index, those of its `entries`."""
        return chunks(entries, CHUNK)

    def loaded(self, keys: list[int]) -> dict:
        """Return {key: record} of these entries, loaded with everything that `row` prints."""
        raise NotImplementedError

    def row(self, record: Any) -> dict:
        """Return {column: value} of one record; values are texts, lists of texts, numbers or None."""
        raise NotImplementedError

    def chunks(self, entries: Any) -> Iterator[list[dict]]:
        for keys in self.keys(entries):
            with override(self.language), house_style.apart():
                house_style.follow(self.site)
                records = self.loaded(keys)
                rows = [self.row(records[key]) for key in keys]
            yield rows

    def names(self, records: Iterable) -> list[str]:
        return [str(name_itself(record.name_in(self.language))) for record in records]


class Agreements(Register):
    columns = (
        *(
            "address",
            "title_zh",
            "title_en",
            "title_original",
            "original_language",
            "kind",
            "state",
            "status",
            "as_of",
            "signed",
            "term",
            "term_length",
        ),
        *("expires", "inferred", "approved", "parties", "fields", "count", "part_of", "follows", "following"),
    )

    def loaded(self, keys: Iterable) -> Any:
        return Agreement.objects.with_register(self.at, self.day).in_bulk(keys)

    def row(self, agreement: Agreement) -> dict:
        """Return one agreement; `part_of` and `follows` are addresses, `as_of` is the day of the status.

        `inferred` names the columns whose values, or parts of them, are in no source.
        """
        return {
            "address": self.absolute(agreement.address_in(self.language)),
            "title_zh": agreement.title_zh,
            "title_en": agreement.title_en,
            "title_original": agreement.title_original,
            "original_language": agreement.original_language,
            "kind": agreement.get_kind_display(),
            "state": agreement.get_state_display(),
            "status": status_words(agreement, self.language, self.day),
            "as_of": str(self.day),
            "signed": str(agreement.signed or ""),
            "term": str(agreement.term or ""),
            "term_length": str(agreement.term_length or ""),
            "expires": str(agreement.term_latest or ""),
            "inferred": _inferred(agreement, self.day),
            "approved": [self._approval(approval) for approval in agreement.approvals.all()],
            "parties": self.names(agreement.parties.all()),
            "fields": self.names(agreement.fields.all()),
            "count": agreement.count,
            "part_of": self._address_of(agreement.part_of),
            "follows": self._address_of(agreement.follows),
            "following": agreement.get_following_display() if agreement.follows else "",
        }

    def _address_of(self, agreement: Agreement | None) -> str:
        return self.absolute(agreement.address_in(self.language)) if agreement else ""

    def _approval(self, approval: Approval) -> str:
        """Return such as "2009-01-15 People's Congress of Harbourton", as far as either is known."""
        body = approval.institution and name_itself(approval.institution.name_in(self.language))
        return " ".join(str(part) for part in (approval.approved, body) if part)


class Delegations(Register):
    columns = (
        "address",
        "name_zh",
        "name_en",
        "kind",
        "senders",
        "size",
        "days",
        "stops",
        "inferred",
        "places",
        "state",
    )

    def loaded(self, keys: Iterable) -> dict:
        known = Delegation.objects.of_stops(keys).with_names().with_journey(self.day).with_stops(self.at, self.day)
        return {delegation.stop: delegation for delegation in known}

    def row(self, delegation: Delegation) -> dict:
        stops, days = delegation.itinerary(), journey(delegation, self.day)["days"]
        return {
            "address": self.absolute(delegation.address_in(self.language)),
            "name_zh": str(delegation.name_in(ZH)),
            "name_en": str(delegation.name_in(EN)),
            "kind": delegation.get_kind_display(),
            "senders": self.names(delegation.senders.all()),
            "size": delegation.size,
            "days": str(days or ""),
            "stops": [str(stop.held) for stop in stops if stop.held],
            "inferred": ["days"] * bool(days and days.inferred)
            + [f"stops {stop.held}" for stop in stops if stop.held and stop.held.inferred],
            "places": self.names({place.pk: place for stop in stops for place in stop.places.all()}.values()),
            "state": _state_of(stops),
        }


def _inferred(agreement: Agreement, day: date) -> list[str]:
    doubtful = {
        "status": is_inferred(agreement, agreement.status_on(day)),
        "signed": bool(agreement.signed and agreement.signed.inferred),
        "term": bool(agreement.term and agreement.term.inferred),
        "expires": bool(agreement.term_latest and agreement.term.inferred),
    }
    return [column for column, is_so in doubtful.items() if is_so]


def _state_of(stops: list[Event]) -> str:
    """Return "took-place" if one of the visible stops did, else the state of the last one, "" without any."""
    states = [stop.state for stop in stops]
    return Event.State.TOOK_PLACE.value if Event.State.TOOK_PLACE in states else (states or [""])[-1]


def as_csv(register: Register, entries: Any) -> Iterator[str]:
    """Yield the register as CSV text with a byte-order mark; formulas are escaped."""
    yield BOM + _lines([register.columns])
    for rows in register.chunks(entries):
        yield _lines([_safe(row[column]) for column in register.columns] for row in rows)


def as_json(register: Register, entries: Any) -> Iterator[str]:
    """Yield the register as one JSON array of objects."""
    comma = ""
    yield "["
    for rows in register.chunks(entries):
        for row in rows:
            yield f"{comma}\n{json.dumps(row, ensure_ascii=False)}"
            comma = ","
    yield "\n]\n"


def _lines(rows: Any) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _safe(value: Any) -> Any:
    """Return a cell with formulas escaped by an apostrophe and lists joined by semicolons."""
    text = "; ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and FORMULA.match(text) else text
