"""Stops as rows, for whom somebody stood, and parts as a set, beside the columns from which `0007_carry_stops` fills them."""

import django.core.validators
import django.db.models.deletion
import newsroom.cooperation.choices
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0005_words_in_other_languages'),
        ('people', '0001_first'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Stop',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(blank=True, help_text='Its place in the journey, where the days do not say it: 1 for the first stop.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='number of the stop')),
                ('delegation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stops', to='cooperation.delegation', verbose_name='delegation received')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stops', to='cooperation.event', verbose_name='event')),
            ],
            options={
                'verbose_name': 'stop',
                'verbose_name_plural': 'stops',
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='stop',
            constraint=models.UniqueConstraint(fields=('event', 'delegation'), name='cooperation_delegation_is_at_an_event_once', violation_error_message='This delegation stands at the event already.'),
        ),
        migrations.AddConstraint(
            model_name='stop',
            constraint=models.CheckConstraint(condition=models.Q(('number__isnull', True), ('number__gte', 1), _connector='OR'), name='cooperation_stops_are_numbered_from_one', violation_error_message='Stops are numbered from 1.'),
        ),
        migrations.RemoveConstraint(
            model_name='appearance',
            name='cooperation_appearance_is_on_one_delegation_or_at_one_event',
        ),
        migrations.AddField(
            model_name='appearance',
            name='institution',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stood_for', to='people.institution', verbose_name='for the institution'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='parts',
            field=newsroom.cooperation.choices.ChoicesField(blank=True, choices=[('attended', 'attended'), ('hosted', 'hosted'), ('accompanied', 'accompanied'), ('presided', 'presided'), ('spoke', 'spoke'), ('witnessed', 'witnessed'), ('message', 'sent a message'), ('represented', 'was represented')], default='', max_length=100, verbose_name='parts'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='place',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stood_for', to='places.place', verbose_name='for the place'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='represented_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='represented', to='people.person', verbose_name='represented by'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='side',
            field=models.CharField(blank=True, choices=[('guest', 'guest'), ('neither', 'neither')], help_text='Only where it is not known for whom somebody stood.', max_length=20, verbose_name='side'),
        ),
        migrations.AlterField(
            model_name='event',
            name='pairs',
            field=models.ManyToManyField(blank=True, help_text='Left empty, they are proposed from the places, the senders, those for whom people stood, and the agreements’ parties.', related_name='events', to='places.pair', verbose_name='pairs'),
        ),
    ]
