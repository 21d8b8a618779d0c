"""The index of lists has a room of its own: its model moves there in the state alone, its table stays."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_first"), ("lists", "0001_entry")]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Entry")]),
    ]
