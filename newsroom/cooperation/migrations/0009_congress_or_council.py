"""Delegations of people's congresses, of the CPPCC, of the Party and of councils become kinds of their own.

What was "congress" is told apart by the country it comes from, delegations by their senders and bodies by their place:
in the Chinese mainland it is a people's congress, elsewhere a council. From Hong Kong, Macao or Taiwan, from two sides,
or where the country is not known, it is neither by guess. Amendments are carried too.
"""

from django.db import migrations, models

REGIONS = ("香港", "澳门", "澳門", "台湾", "台灣", "臺灣", "hong kong", "hongkong", "macao", "macau", "taiwan")
CONGRESS, COUNCIL, OTHER = "congress", "council", "other"
BEFORE = {"council": CONGRESS, "cppcc": OTHER, "party": OTHER}


def forwards(apps, _editor):
    senders, bodies = apps.get_model("cooperation", "Sender"), apps.get_model("people", "Institution")

    def of_delegation(key):
        sent = senders.objects.filter(delegation=key).select_related("place", "institution__place")
        return kind_from([one.place or one.institution.place for one in sent])

    def of_body(key):
        return kind_from([one.place for one in bodies.objects.filter(pk=key).select_related("place")])

    for model, kind_of in ((apps.get_model("cooperation", "Delegation"), of_delegation), (bodies, of_body)):
        for key in model.objects.filter(kind=CONGRESS).values_list("pk", flat=True):
            model.objects.filter(pk=key).update(kind=kind_of(key))
        carry(apps, model, lambda kind, key, kind_of=kind_of: kind_of(key) if kind == CONGRESS else kind)


def backwards(apps, _editor):
    for model, new in (("cooperation.Delegation", BEFORE), ("people.Institution", ("council", "cppcc"))):
        model = apps.get_model(model)
        for kind in new:
            model.objects.filter(kind=kind).update(kind=BEFORE[kind])
        carry(apps, model, lambda kind, _key, new=new: BEFORE[kind] if kind in new else kind)


def carry(apps, model, translated):
    """Translate the kinds in the snapshots of the amendments of `model`."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    kinds = ContentType.objects.filter(app_label=model._meta.app_label, model=model._meta.model_name)
    for amendment in apps.get_model("publishing", "Amendment").objects.filter(kind__in=kinds).order_by("pk"):
        for snapshot in (amendment.before, amendment.after):
            if "kind" in snapshot["fields"]:
                snapshot["fields"]["kind"] = translated(snapshot["fields"]["kind"], amendment.object_id)
        amendment.save(update_fields=["before", "after"])


def kind_from(places):
    """Return the kind of what comes from these places; a place may be None."""
    found = {_kind_from(place) for place in places}
    return found.pop() if len(found) == 1 else OTHER


def _kind_from(place):
    line = list(_line(place))
    code = next((one.country.upper() for one in line if one.country), "")
    names = " ".join(f"{one.name_zh} {one.name_en}" for one in line).casefold()
    if code in ("", "HK", "MO", "TW") or code == "CN" and any(region in names for region in REGIONS):
        return OTHER
    return CONGRESS if code == "CN" else COUNCIL


def _line(place):
    """Yield a place and what it is part of, from itself upwards."""
    seen = set()
    while place is not None and place.pk not in seen:
        yield place
        seen.add(place.pk)
        place = place.parent


class Migration(migrations.Migration):

    dependencies = [
        ("cooperation", "0008_remove_delegation_and_part"),
        ("people", "0002_congress_or_council"),
        ("places", "0001_first"),
        ("publishing", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="delegation",
            name="kind",
            field=models.CharField(choices=[('government', 'Government delegation'), ('party-government', 'Party and government delegation'), ('party', 'Party delegation'), ('congress', 'People’s congress delegation'), ('cppcc', 'CPPCC delegation'), ('council', 'Delegation of councillors'), ('diplomatic', 'Diplomats'), ('business', 'Business delegation'), ('education', 'Education delegation'), ('culture', 'Cultural delegation'), ('friendship', 'Friendship delegation'), ('media', 'Media delegation'), ('other', 'Delegation')], default='government', max_length=20, verbose_name='kind'),
        ),
        migrations.RunPython(forwards, backwards),
    ]
