"""Take over the index of lists from `publishing`, with its table, its content type and its permissions."""

from django.db import migrations, models


def take_over(apps, schema_editor):
    """Keep the content type, and with it the permissions, of an installation that was made before."""
    types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    types.filter(app_label="publishing", model="entry").update(app_label="lists")


def give_back(apps, schema_editor):
    types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    types.filter(app_label="lists", model="entry").update(app_label="publishing")


class Migration(migrations.Migration):
    initial = True

    dependencies = [("publishing", "0001_first"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Entry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                        ),
                        ("key", models.CharField(max_length=60)),
                        ("rank", models.BigIntegerField()),
                        ("object_id", models.PositiveBigIntegerField()),
                    ],
                    options={
                        "db_table": "publishing_entry",
                        "indexes": [
                            models.Index(fields=["object_id", "key"], name="publishing_entries_of_a_record")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("key", "rank", "object_id"),
                                name="publishing_entry_stands_once",
                                violation_error_message="This entry stands in the index already.",
                            )
                        ],
                    },
                ),
            ]
        ),
        migrations.RunPython(take_over, give_back),
    ]
