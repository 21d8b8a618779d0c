"""What the records of one story link to, of six kinds of links, in one question.

A prefetch would ask for each kind apart, and the page of a story is the one that is asked for most. The records are
left as a prefetch leaves them, so whatever prints them need not know.
"""

from collections import defaultdict
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS
from django.db.models import BigIntegerField, FloatField, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from newsroom.cooperation.models import Agreement, Event, Field, FollowUp, Party, Sender, Visited
from newsroom.dates import Day
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place

COLUMNS = [
    *("kind", "owner", "order", "key", "place", "other"),
    *("name_zh", "name_en", "short_zh", "short_en", "slug", "words_zh", "words_en", "address", "day"),
    *("level", "longitude", "latitude"),
]


def load_links(events: list[Event], agreements: list[Agreement], pairs: QuerySet, at: datetime) -> list[Pair]:
    """Load places and sites of the events, senders of their delegations, parties and fields of the agreements.

    Of what came of the agreements it loads what is public at `at`: day, words and link. Return the `pairs`, a
    question not asked yet, with both their places, in the order of their addresses.
    """
    found = defaultdict(list)
    for values in sorted(_asked(events, agreements, pairs, at), key=lambda values: values[2:4]):
        row = dict(zip(COLUMNS, values, strict=True))
        found[row["kind"], row["owner"]].append(row)
    for event in events:
        _keep(event, "places", [_place(row) for row in found["place", event.pk]])
        _keep(event, "visited", [_link(Visited, row) for row in found["visited", event.pk]])
        if event.delegation:
            _keep(event.delegation, "senders", [_link(Sender, row) for row in found["sender", event.delegation.pk]])
    for agreement in agreements:
        _keep(agreement, "parties", [_link(Party, row) for row in found["party", agreement.pk]])
        _keep(agreement, "fields", [_known(Field, row["other"], row) for row in found["field", agreement.pk]])
        _keep(agreement, "follow_ups", [_follow_up(row) for row in found["follow-up", agreement.pk]])
    return sorted((_pair(*rows) for (kind, _), rows in found.items() if kind == "pair"), key=lambda pair: pair.slug)


def _asked(events, agreements, pairs, at) -> QuerySet:
    """Return the one question: for every link a row as `COLUMNS` says."""
    held, signed = {"event__in": events}, {"agreement__in": agreements}
    came = {"delegation__in": [event.delegation_id for event in events if event.delegation_id]}
    named = Pair.objects.filter(pk__in=pairs.values("pk"))
    places = Event.places.through.objects.filter(**held)
    fields = Agreement.fields.through.objects.filter(**signed)
    came_of_it = FollowUp.objects.public(at).filter(**signed)
    first, *others = (
        _links(places, "place", "event", order="pk", place="place"),
        _links(Visited.objects.filter(**held), "visited", "event", other="institution", words="words"),
        _links(Sender.objects.filter(**came), "sender", "delegation", place="place", other="institution"),
        _links(Party.objects.filter(**signed), "party", "agreement", place="place", other="institution", words="words"),
        _links(fields, "field", "agreement", order="field__order", other="field"),
        _links(came_of_it, "follow-up", "agreement", order="pk", words="words", address="link", day="happened"),
        _links(named, "pair", "pk", order="first", place="first", address="slug"),
        _links(named, "pair", "pk", order="second", place="second", address="slug"),
    )
    return first.union(*others, all=True)


def _links(
    rows: QuerySet, kind: str, owner: str, *, order="order", place="", other="", words="", address="", day=""
) -> QuerySet:
    """Ask for `rows` that lead from `owner` to a place, to another named record, or to words."""
    ends = [end for end in (place, other) if end]
    short = [other] if other == "institution" else []
    keys = [_first([f"{end}_id"] if end else [], 0) for end in (place, other)]
    scripts = ("zh", "en")
    texts = [
        *([f"{end}__name_{script}" for end in ends] for script in scripts),
        *([f"{end}__short_{script}" for end in short] for script in scripts),
        [f"{end}__slug" for end in ends],
        *([f"{words}_{script}"] if words else [] for script in scripts),
        [address] if address else [],
        [Cast(day, TextField())] if day else [],
        [f"{place}__level"] if place else [],
    ]
    spot = [Cast(f"{place}__{way}" if place else Value(None), FloatField()) for way in ("longitude", "latitude")]
    told = [*keys, *(_first(text, "") for text in texts), *spot]
    return rows.order_by().values_list(Value(kind), owner, order, "pk", *told)


def _first(columns: list, otherwise) -> Coalesce | Value:
    """Return the first of the columns that holds anything."""
    kind = TextField() if otherwise == "" else BigIntegerField()
    none = Value(otherwise, output_field=kind)
    return Coalesce(*columns, none, output_field=kind) if columns else none


def _link(model: type[Model], row: dict) -> Model:
    ends = {"institution": _known(Institution, row["other"], row) if row["other"] else None}
    if model is not Visited:
        ends["place"] = _place(row) if row["place"] else None
    if model is not Sender:
        ends |= {column: row[column] for column in ("words_zh", "words_en")}
    return model(pk=row["key"], order=row["order"], **ends)


def _follow_up(row: dict) -> FollowUp:
    facts = {column: row[column] for column in ("words_zh", "words_en")}
    return FollowUp(pk=row["key"], happened=row["day"] and Day.parse(row["day"]), link=row["address"], **facts)


def _pair(first: dict, second: dict) -> Pair:
    return Pair(pk=first["owner"], slug=first["address"], first=_place(first), second=_place(second))


def _place(row: dict) -> Place:
    return _known(Place, row["place"], row)


def _known(model: type[Model], key: int, row: dict) -> Model:
    """Return a record of which only what prints and links its name is known; anything else would be asked for."""
    known = {"id": key} | row
    columns = [field.attname for field in model._meta.concrete_fields if field.attname in known]
    return model.from_db(DEFAULT_DB_ALIAS, columns, [known[column] for column in columns])


def _keep(record: Model, relation: str, rows: list[Model]) -> None:
    """Leave the rows at the record as a prefetch would."""
    known = getattr(record, relation).all()
    known._result_cache, known._prefetch_done = rows, True
    record.__dict__.setdefault("_prefetched_objects_cache", {})[relation] = known
