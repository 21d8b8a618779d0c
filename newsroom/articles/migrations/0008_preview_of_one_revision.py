"""A preview link shows the words as they were when it was made; those that are open keep what they show now."""

from django.db import migrations, models

WORDS = ("headline", "standfirst", "body", "byline", "change_note", "minor")


def keep_words(apps, schema_editor):
    links = apps.get_model("articles", "PreviewLink").objects.using(schema_editor.connection.alias)
    for link in links.filter(revoked_at=None).select_related("version"):
        link.words = {name: getattr(link.version, name) for name in WORDS}
        link.save(update_fields=["words"])


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_pages_of_a_photo'),
    ]

    operations = [
        migrations.AddField(
            model_name='previewlink',
            name='words',
            field=models.JSONField(default=dict, editable=False, verbose_name='words'),
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]
