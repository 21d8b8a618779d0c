"""Terms as lengths, days of signing of parties, and approvals as rows."""

import django.db.models.deletion
import newsroom.cooperation.terms
import newsroom.dates.columns
import newsroom.dates.lengths
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0001_first'),
        ('people', '0001_first'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('approved', newsroom.dates.columns.DayField(blank=True, max_length=32, remarks=False, verbose_name='approved on')),
                ('approved_earliest', newsroom.dates.columns.EarliestField('approved', editable=False, null=True)),
                ('approved_latest', newsroom.dates.columns.LatestField('approved', editable=False, null=True)),
                ('approved_half', newsroom.dates.columns.HalfField('approved', default=0, editable=False)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
            ],
            options={
                'verbose_name': 'approval',
                'verbose_name_plural': 'approvals',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.RemoveIndex(
            model_name='agreement',
            name='cooperation_agreements_begin',
        ),
        migrations.AddField(
            model_name='agreement',
            name='runs_from',
            field=newsroom.cooperation.terms.RunsField('begin', editable=False, null=True, verbose_name='runs from'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='runs_until',
            field=newsroom.cooperation.terms.RunsField('end', editable=False, null=True, verbose_name='runs until'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_extendable',
            field=models.BooleanField(default=False, verbose_name='the term may be extended'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_length',
            field=newsroom.dates.lengths.LengthField(blank=True, help_text='As far as stated, such as 5 years or 18 months; its end is reckoned.', null=True, verbose_name='length of the term'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_minimum',
            field=models.BooleanField(default=False, verbose_name='the term is the least'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_reckoned',
            field=models.CharField(choices=[('signing', 'from the signing'), ('unknown', 'from a day that is not known')], default='signing', max_length=10, verbose_name='the length runs'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_runs_on',
            field=models.BooleanField(default=False, verbose_name='the term runs on by itself unless ended'),
        ),
        migrations.AddField(
            model_name='party',
            name='signed',
            field=newsroom.dates.columns.DayField(blank=True, help_text='Where this party signed on a day of its own, by its own calendar; empty: the agreement’s.', max_length=32, remarks=False, verbose_name='signed on'),
        ),
        migrations.AddField(
            model_name='party',
            name='signed_earliest',
            field=newsroom.dates.columns.EarliestField('signed', editable=False, null=True),
        ),
        migrations.AddField(
            model_name='party',
            name='signed_half',
            field=newsroom.dates.columns.HalfField('signed', default=0, editable=False),
        ),
        migrations.AddField(
            model_name='party',
            name='signed_latest',
            field=newsroom.dates.columns.LatestField('signed', editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='kind',
            field=models.CharField(choices=[('framework', 'Framework agreement'), ('memorandum', 'Memorandum of understanding'), ('intent', 'Letter of intent'), ('minutes', 'Minutes of talks'), ('friendly-exchange', 'Friendly exchange agreement'), ('friendly-cooperation', 'Friendly cooperation agreement'), ('sister-city', 'Sister city agreement'), ('plan', 'Action plan'), ('contract', 'Contract'), ('declaration', 'Declaration'), ('notice', 'Notice'), ('statement', 'Public statement'), ('application', 'Application'), ('accession', 'Accession'), ('sector', 'Cooperation agreement'), ('other', 'Other text')], default='other', max_length=30, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='term',
            field=newsroom.dates.columns.DayField(blank=True, help_text='From and until, as far as stated, such as 2021/2025 or 2021/; or its length, such as 5 years.', max_length=32, verbose_name='term'),
        ),
        migrations.AddIndex(
            model_name='agreement',
            index=models.Index(fields=['runs_from'], name='cooperation_agreements_begin'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('signed_earliest__isnull', True), ('signed_latest__isnull', True), ('signed_earliest__lte', models.F('signed_latest')), _connector='OR'), name='cooperation_party_signed_ends_after_it_begins', violation_error_message='A range does not end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('signed', ''), ('signed_earliest__isnull', True), ('signed_latest__isnull', True)), models.Q(models.Q(('signed', ''), _negated=True), models.Q(('signed_earliest__isnull', True), ('signed_latest__isnull', True), _negated=True)), _connector='OR'), name='cooperation_party_signed_is_known_by_its_ends', violation_error_message='The day and the dates by which it is sorted do not agree.'),
        ),
        migrations.AddField(
            model_name='approval',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='cooperation.agreement', verbose_name='agreement'),
        ),
        migrations.AddField(
            model_name='approval',
            name='institution',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='people.institution', verbose_name='approved by'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('approved_earliest__isnull', True), ('approved_latest__isnull', True), ('approved_earliest__lte', models.F('approved_latest')), _connector='OR'), name='cooperation_approval_approved_ends_after_it_begins', violation_error_message='A range does not end before it begins.'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved', ''), ('approved_earliest__isnull', True), ('approved_latest__isnull', True)), models.Q(models.Q(('approved', ''), _negated=True), models.Q(('approved_earliest__isnull', True), ('approved_latest__isnull', True), _negated=True)), _connector='OR'), name='cooperation_approval_approved_is_known_by_its_ends', violation_error_message='The day and the dates by which it is sorted do not agree.'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved', ''), _negated=True), ('institution__isnull', False), _connector='OR'), name='cooperation_approval_has_a_day_or_a_body', violation_error_message='Of an approval, the day or the body must be known.'),
        ),
    ]
