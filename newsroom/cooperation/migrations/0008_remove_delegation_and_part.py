"""The columns of one delegation and one part, which rows and sets hold since `0007_carry_stops`; the rules of the new."""

import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0007_carry_stops'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='appearance',
            name='part',
        ),
        migrations.RemoveField(
            model_name='event',
            name='delegation',
        ),
        migrations.AddField(
            model_name='event',
            name='delegations',
            field=models.ManyToManyField(related_name='events', through='cooperation.Stop', to='cooperation.delegation', verbose_name='delegations received'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delegation__isnull', False), ('event__isnull', True), ('parts', ''), ('side', ''), models.Q(('role', ''), _negated=True)), models.Q(('delegation__isnull', True), ('event__isnull', False), ('role', ''), models.Q(('parts', ''), _negated=True)), _connector='OR'), name='cooperation_appearance_is_on_one_delegation_or_at_one_event', violation_error_message='Somebody stands on one delegation with a role, or at one event with the parts taken there.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('institution__isnull', True), ('place__isnull', True)), models.Q(('event__isnull', False), ('side', ''), models.Q(('place__isnull', True), ('institution__isnull', True), _connector='OR')), _connector='OR'), name='cooperation_appearance_stands_for_one_or_has_a_side', violation_error_message='At an event, say for which place or for which institution somebody stood, or the side: one of them.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('represented_by__isnull', True), django.db.models.lookups.GreaterThan(django.db.models.functions.text.StrIndex('parts', models.Value(' represented ')), 0), _connector='OR'), name='cooperation_only_the_represented_have_a_representative', violation_error_message='Only who was represented has a representative: choose that part as well.'),
        ),
    ]
