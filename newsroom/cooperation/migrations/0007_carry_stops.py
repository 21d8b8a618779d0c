"""Each delegation of an event becomes a stop, each part a set of one, each host somebody who hosted.

So it is in the snapshots of amendments, waiting and decided. The number of a stop, and for whom somebody stood, are
not known and stay empty. Who was on the side of the hosts and only sent a message did not host; nor is anybody known to
have hosted where no delegation was received: there the side was often the form's first choice.
"""

from django.db import migrations
from django.db.models import OuterRef, Subquery

ATTENDED, HOSTED, MESSAGE = "attended", "hosted", "message"
PARTS = (ATTENDED, "presided", "witnessed", "spoke", MESSAGE)
ABSENT = {MESSAGE, "represented"}
CHUNK = 500


def into_rows(apps, _editor):
    Event, Stop, Appearance = (apps.get_model("cooperation", name) for name in ("Event", "Stop", "Appearance"))
    received = Event.objects.filter(delegation__isnull=False).order_by("pk").values_list("pk", "delegation_id")
    rows = (Stop(event_id=event, delegation_id=delegation) for event, delegation in received.iterator())
    Stop.objects.bulk_create(rows, batch_size=CHUNK)
    received = _receiving(apps)
    for part in PARTS:
        known = Appearance.objects.filter(part=part)
        known.filter(side="host", event__in=received).update(parts=_parts(part, "host"), side="")
        known.filter(side="host").exclude(event__in=received).update(parts=[part], side="")
        known.exclude(side__in=("host", "")).update(parts=[part])
    for amendment in _amendments(apps):
        row = Stop.objects.filter(event=amendment.object_id).first() if amendment.kind.model == "event" else None
        for snapshot in (amendment.before, amendment.after):
            _stop_of(snapshot, row and row.pk)
            for one in snapshot["rows"].get("appearances", []):
                _set_of_parts(one["fields"], is_received=amendment.object_id in received)
        amendment.save(update_fields=["before", "after"])


def _receiving(apps):
    """Return the keys of the events that receive a delegation, now or by an amendment."""
    events = apps.get_model("cooperation", "Event").objects.filter(delegation__isnull=False)
    amended = (
        amendment.object_id
        for amendment in _amendments(apps).filter(kind__model="event")
        if any(snapshot["fields"].get("delegation_id") for snapshot in (amendment.before, amendment.after))
    )
    return {*events.values_list("pk", flat=True), *amended}


def into_columns(apps, _editor):
    """Take back the first delegation and the first part; what the columns cannot hold is lost."""
    Event, Stop, Appearance = (apps.get_model("cooperation", name) for name in ("Event", "Stop", "Appearance"))
    first = Stop.objects.filter(event=OuterRef("pk")).order_by("pk").values("delegation")[:1]
    Event.objects.update(delegation=Subquery(first))
    known = Appearance.objects.filter(event__isnull=False)
    for parts, side in set(known.values_list("parts", "side").distinct()):
        columns = _columns(parts, side)
        known.filter(parts=parts, side=side).update(part=columns["part"], side=columns["side"])
    for amendment in _amendments(apps):
        for snapshot in (amendment.before, amendment.after):
            if amendment.kind.model == "event":
                stops = snapshot["rows"].pop("stops", [])
                snapshot["fields"]["delegation_id"] = stops[0]["fields"]["delegation_id"] if stops else None
            for one in snapshot["rows"].get("appearances", []):
                _column_of_part(one["fields"])
        amendment.save(update_fields=["before", "after"])
    Stop.objects.all().delete()


def _amendments(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    kinds = ContentType.objects.filter(app_label="cooperation", model__in=["event", "delegation"])
    known = apps.get_model("publishing", "Amendment").objects.filter(kind__in=kinds)
    return known.select_related("kind").order_by("pk")


def _parts(part, side):
    hosted = side == "host" and part != MESSAGE
    return [part, HOSTED] if hosted else [part]


def _columns(parts, side):
    """Return part and side as they were: of several parts the one that says most, of the absent their message."""
    told = [part for part in reversed(PARTS) if part in parts and part != MESSAGE]
    is_absent = bool(parts) and set(parts) <= ABSENT
    return {"part": MESSAGE if is_absent else (told or [ATTENDED])[0], "side": "host" if HOSTED in parts else side or "neither"}


def _stop_of(snapshot, key):
    if "delegation_id" in snapshot["fields"]:
        delegation = snapshot["fields"].pop("delegation_id")
        fields = {"delegation_id": delegation, "number": None}
        row = {"pk": key, "fields": fields, "links": {}, "rows": {}}
        snapshot["rows"]["stops"] = [row] if delegation else []


def _set_of_parts(fields, *, is_received):
    if "part" in fields:
        part, side = fields.pop("part"), fields.get("side", "")
        words = sorted(_parts(part, side) if is_received else [part]) if part else []
        fields["parts"] = f" {' '.join(words)} " if words else ""
        if side == "host":
            fields["side"] = ""


def _column_of_part(fields):
    if "parts" in fields:
        parts = fields.pop("parts").split()
        fields |= _columns(parts, fields.get("side", "")) if parts else {"part": ""}
    for column in ("place_id", "institution_id", "represented_by_id"):
        fields.pop(column, None)


class Migration(migrations.Migration):

    dependencies = [
        ("cooperation", "0006_stops"),
        ("publishing", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(into_rows, into_columns)]
