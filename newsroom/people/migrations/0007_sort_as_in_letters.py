"""A reading in characters put names behind all others. It is cleared, in amendments that wait too."""

import newsroom.languages.sorting
import newsroom.languages.text
from django.db import migrations, models

from newsroom.languages.sorting import is_in_letters


def clear(apps, schema_editor):
    for model in (apps.get_model("places", "Place"), apps.get_model("people", "Institution")):
        for record in model.objects.using(schema_editor.connection.alias).exclude(sort_as=""):
            if not is_in_letters(record.sort_as):
                record.sort_as = ""
                record.save(update_fields=["sort_as", "sort_key_zh"])
        clear_waiting(apps, model)


def clear_waiting(apps, model):
    ContentType = apps.get_model("contenttypes", "ContentType")
    kinds = ContentType.objects.filter(app_label=model._meta.app_label, model=model._meta.model_name)
    for amendment in apps.get_model("publishing", "Amendment").objects.filter(kind__in=kinds, state="waiting"):
        for snapshot in (amendment.before, amendment.after):
            if not is_in_letters(snapshot["fields"].get("sort_as") or "a"):
                snapshot["fields"]["sort_as"] = ""
        amendment.save(update_fields=["before", "after"])


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0006_chinese_order'),
        ('places', '0006_sort_as_in_letters'),
        ('publishing', '0001_first'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.AlterField(
            model_name='institution',
            name='sort_as',
            field=models.CharField(blank=True, default='', help_text='In Chinese lists, in pinyin, such as Yueqing; only where the list has it in the wrong place.', max_length=200, validators=[newsroom.languages.text.plain_text, newsroom.languages.sorting.sort_as_in_letters], verbose_name='sorted as'),
        ),
        migrations.RunPython(clear, migrations.RunPython.noop),
    ]
