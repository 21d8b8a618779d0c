"""The column of one day of approval, which rows hold since `0003_move_approvals`."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0003_move_approvals'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreement',
            name='cooperation_agreement_approved_ends_after_it_begins',
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='cooperation_agreement_approved_is_known_by_its_ends',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='approved',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='approved_earliest',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='approved_half',
        ),
        migrations.RemoveField(
            model_name='agreement',
            name='approved_latest',
        ),
    ]
