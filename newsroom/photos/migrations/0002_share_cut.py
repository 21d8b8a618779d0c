from django.db import migrations


def cut_anew(apps, schema_editor):
    """Let the ticks to come cut every photo again, now for sharing too; until then each is shown whole."""
    apps.get_model("photos", "Photo").objects.update(cut_for="")


class Migration(migrations.Migration):
    dependencies = [
        ("photos", "0001_first"),
    ]

    operations = [
        migrations.RunPython(cut_anew, migrations.RunPython.noop),
    ]
