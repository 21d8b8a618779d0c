"""Call a row of the audit log what it is: the model is renamed; its table, content type and permissions stay."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

VERBS = ("add", "change", "delete", "view")


def rename_permissions(old: str, new: str):
    """Return an operation's function that renames the model's own permissions, whoever holds them."""

    def rename(apps, schema_editor):
        permissions = apps.get_model("auth", "Permission").objects.using(schema_editor.connection.alias)
        for verb in VERBS:
            named = permissions.filter(content_type__app_label="publishing", codename=f"{verb}_{old}")
            named.update(codename=f"{verb}_{new}")

    return rename


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0002_entry_to_lists"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelTable("Act", "publishing_act"),
        migrations.RenameModel("Act", "LogEntry"),
        migrations.AlterField(
            "LogEntry",
            "by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="log_entries",
                to=settings.AUTH_USER_MODEL,
                verbose_name="by",
            ),
        ),
        migrations.AlterField(
            "LogEntry",
            "kind",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="contenttypes.contenttype",
                verbose_name="kind of record",
            ),
        ),
        migrations.RunPython(rename_permissions("act", "logentry"), rename_permissions("logentry", "act")),
    ]
