"""Remember from which declaration each index was built, so that an upgrade rebuilds what changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lists", "0001_entry")]

    operations = [
        migrations.CreateModel(
            name="BuiltIndex",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("fingerprint", models.CharField(max_length=64)),
            ],
            options={"default_permissions": ()},
        ),
    ]
