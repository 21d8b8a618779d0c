"""A signing becomes a kind of event: what had no kind, and at which a public agreement was signed, is one.

An agreement that readers do not see, or saw later than the event, must not be betrayed by the name of the event. The
snapshots of amendments are carried too, and the list indexes, which know the kinds, are built again.
"""

import newsroom.cooperation.choices
from django.db import migrations
from django.db.models import Exists, OuterRef

SIGNING = " signing "  # as `ChoicesField` stores it


def forwards(apps, _editor):
    Event, Agreement = apps.get_model("cooperation", "Event"), apps.get_model("cooperation", "Agreement")
    signed = Agreement.objects.filter(event=OuterRef("pk"), state__in=("signed", "ended-early"), public_until=None)
    signed = signed.filter(public_from__lte=OuterRef("public_from"))
    found = Event.objects.filter(Exists(signed), kinds="", stops=None)
    changed = list(found.values_list("pk", flat=True))
    Event.objects.filter(pk__in=changed).update(kinds=SIGNING)
    carry(apps, changed, "", SIGNING)


def backwards(apps, _editor):
    Event = apps.get_model("cooperation", "Event")
    changed = [event.pk for event in Event.objects.exclude(kinds="") if "signing" in event.kinds]
    for event in Event.objects.filter(pk__in=changed):
        event.kinds = [kind for kind in event.kinds if kind != "signing"]
        event.save(update_fields=["kinds"])
    carry(apps, changed, SIGNING, "")


def carry(apps, events, old, new):
    """Put `new` for the kinds `old` in the snapshots of the amendments of these events, and forget the indexes."""
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="cooperation", model="event")
    amendments = apps.get_model("publishing", "Amendment").objects.filter(kind__in=kinds, object_id__in=events)
    for amendment in amendments.order_by("pk"):
        for snapshot in (amendment.before, amendment.after):
            if snapshot["fields"].get("kinds") == old:
                snapshot["fields"]["kinds"] = new
        amendment.save(update_fields=["before", "after"])
    apps.get_model("lists", "BuiltIndex").objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ("cooperation", "0009_congress_or_council"),
        ("lists", "0002_builtindex"),
        ("publishing", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kinds",
            field=newsroom.cooperation.choices.ChoicesField(blank=True, choices=[('anniversary', 'Anniversary'), ('forum', 'Forum'), ('opening', 'Opening'), ('exhibition', 'Exhibition'), ('trade', 'Trade promotion'), ('performance', 'Performance'), ('meeting', 'Meeting'), ('signing', 'Signing'), ('honour', 'Conferral of an honour'), ('greeting', 'Exchange of greetings'), ('decision', 'Decision')], default='', max_length=200, verbose_name='kinds'),
        ),
        migrations.RunPython(forwards, backwards),
    ]
