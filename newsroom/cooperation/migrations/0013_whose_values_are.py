"""A value from before proposals were kept in step is a person's, unless it equals what is proposed or is missing.

Offices as printed are a person's also where they are missing. What a waiting amendment changes was typed by a person.
"""

from itertools import product

from django.db import migrations

NAMES = {
    "event": ("pairs",),
    "agreement": ("signed", "signed_in", "pairs"),
    "stage": ("reached",),
    "appearance": ("printed_zh", "printed_en"),
}
VERBATIM = ("printed_zh", "printed_en")
ABSENT = {"message", "represented"}


def claim(apps, _editor):
    home = apps.get_model("masthead", "SiteSettings").objects.filter(pk=1).values_list("home", flat=True).first() or ""
    for kind, proposals in PROPOSALS.items():
        model = apps.get_model("cooperation", kind)
        for record in model.objects.order_by("pk").iterator(chunk_size=500):
            found = proposals(apps, record, home)
            typed = [name for name in NAMES[kind] if _is_typed(name, _value(record, name), found.get(name))]
            model.objects.filter(pk=record.pk).update(typed=typed)
    for amendment in apps.get_model("publishing", "Amendment").objects.filter(state="waiting").select_related("kind"):
        if amendment.kind.app_label == "cooperation":
            _say(apps, amendment.kind.model, amendment.object_id, amendment.before, amendment.after)
            amendment.save(update_fields=["after"])


def forget(apps, _editor):
    for amendment in apps.get_model("publishing", "Amendment").objects.filter(kind__app_label="cooperation"):
        for snapshot in (amendment.before, amendment.after):
            for one in (snapshot, *snapshot["rows"].get("appearances", [])):
                one["fields"].pop("typed", None)
        amendment.save(update_fields=["before", "after"])


def _is_typed(name, value, proposal):
    return (value or None) != (proposal or None) and (bool(value) or name in VERBATIM)


def _value(record, name):
    if name == "pairs":
        return set(record.pairs.values_list("first_id", "second_id"))
    if name in ("signed", "reached"):
        return _day(getattr(record, name), getattr(record, f"{name}_inferred"))
    return getattr(record, "signed_in_id" if name == "signed_in" else name)


def _say(apps, kind, key, before, after):
    """Let what an amendment changes count as typed, in the record and in its rows."""
    changed = [
        name
        for name in NAMES.get(kind, ())
        if any(
            before[part].get(column) != after[part].get(column)
            for part, column in (("fields", name), ("fields", f"{name}_id"), ("links", name))
        )
    ]
    if changed:
        typed = apps.get_model("cooperation", kind).objects.filter(pk=key).values_list("typed", flat=True).first()
        after["fields"]["typed"] = f" {' '.join(sorted({*(typed or ()), *changed}))} "
    known = {row["pk"]: row for row in before["rows"].get("appearances", [])}
    for row in after["rows"].get("appearances", []):
        if row["pk"] in known:
            _say(apps, "appearance", row["pk"], known[row["pk"]], row)


# What was proposed when this was written


def _of_event(apps, event, home):
    places, senders = list(event.places.all()), apps.get_model("cooperation", "Sender").objects
    came = _places(_with_places(senders.filter(delegation__stops__event=event)))
    standing = _places(one for one in _with_places(event.appearances) if not set(one.parts) <= ABSENT)
    met = _of_parties(places, home) if len(places) == 2 and not standing else set()
    found = _pairs(product(came, places)) if came else met
    found |= _of_parties(_who_met(places, standing, home), home)
    for agreement in event.agreements.all():
        found |= _of_parties(_places(_with_places(agreement.parties)), home)
    return {"pairs": found}


def _who_met(places, standing, home):
    is_third = not set(places) & set(standing) and all(place.slug != home for place in places)
    there = [] if not standing or (is_third and len(standing) > 1) else places
    return list(dict.fromkeys([*standing, *there]))


def _of_agreement(apps, agreement, home):
    places = _places(_with_places(agreement.parties))
    towns = [place.pk for place in places if place.level not in ("country", "group")]
    there = apps.get_model("places", "Pair").objects.filter(first__in=towns, second__in=towns)
    found = {"pairs": _of_parties(places, home) | set(there.values_list("first_id", "second_id"))}
    event, day, inferred = agreement.event, None, False
    if event and event.mode != "apart" and event.state != "called-off":
        day, inferred = event.held, event.held_inferred
        there = list(event.places.values_list("pk", flat=True)[:2])
        found["signed_in"] = there[0] if len(there) == 1 else None
    last = _last(agreement, day)
    return found | {"signed": _day(last, inferred and last == day)}


def _of_stage(apps, stage, home):
    agreement = stage.agreement
    return {"reached": _day(agreement.signed, agreement.signed_inferred) if agreement else ()}


def _of_appearance(apps, appearance, home):
    offices, found = list(appearance.offices.order_by("pk")), {}
    for language, comma in (("zh", "、"), ("en", "; ")):
        names = [getattr(office, f"name_{language}") for office in offices]
        found[f"printed_{language}"] = comma.join(names) if all(names) else ""
    return found


def _last(agreement, signed):
    parties = list(agreement.parties.all())
    days = [party.signed for party in parties if party.signed]
    if signed and len(days) < max(1, len(parties)):
        days.append(signed)
    return max(days, key=lambda day: (day.latest or day.earliest, day.half), default=None)


def _day(day, inferred):
    return (day, inferred) if day else ()


def _with_places(rows):
    return rows.select_related("place", "institution__place")


def _places(rows):
    found = []
    for row in rows:
        network = row.institution_id and row.institution.kind == "network"
        place = row.place or (row.institution.place if row.institution_id and not network else None)
        if place is not None and place not in found:
            found.append(place)
    return found


def _of_parties(places, home):
    homes = places[:1] if len(places) == 2 else [place for place in places if place.slug == home]
    return _pairs(product(homes, places))


def _pairs(found):
    return {
        (min(one.pk, other.pk), max(one.pk, other.pk))
        for one, other in found
        if one.pk != other.pk
        and one.pk != other.parent_id
        and other.pk != one.parent_id
        and not {one.level, other.level} & {"country", "group"}
    }


PROPOSALS = {"event": _of_event, "agreement": _of_agreement, "stage": _of_stage, "appearance": _of_appearance}


class Migration(migrations.Migration):

    dependencies = [
        ("cooperation", "0012_values_in_step"),
        ("publishing", "0001_first"),
        ("masthead", "0001_first"),
        ("people", "0001_first"),
        ("places", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(claim, forget)]
