"""Titles and terms in other languages, and our translations of them."""

import newsroom.languages.tags
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0004_remove_approved'),
        ('places', '0001_first'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreement',
            name='cooperation_agreement_has_a_title',
        ),
        migrations.AddField(
            model_name='agreement',
            name='called_gloss_en',
            field=models.CharField(blank=True, default='', max_length=120, verbose_name='our translation of the term, in English'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='called_gloss_zh',
            field=models.CharField(blank=True, default='', max_length=120, verbose_name='our translation of the term, in Chinese'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='called_original',
            field=models.CharField(blank=True, default='', max_length=120, verbose_name='the source’s own term, in that language'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='original_language',
            field=models.CharField(blank=True, default='', help_text='Its tag: de, ja, pt-BR, zh-Hant.', max_length=19, validators=[newsroom.languages.tags.language_tag], verbose_name='the other language'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='title_gloss_en',
            field=models.CharField(blank=True, default='', max_length=300, verbose_name='our translation of the title, in English'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='title_gloss_zh',
            field=models.CharField(blank=True, default='', max_length=300, verbose_name='our translation of the title, in Chinese'),
        ),
        migrations.AddField(
            model_name='agreement',
            name='title_original',
            field=models.CharField(blank=True, default='', help_text='As the text itself has it, such as in German, in Japanese or in traditional characters.', max_length=300, verbose_name='title in another language'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('title_en', ''), ('title_original', ''), ('title_zh', ''), _negated=True), name='cooperation_agreement_has_a_title', violation_error_message='A title in at least one language is needed.'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('called_original', ''), ('original_language', ''), ('title_original', '')), models.Q(models.Q(('called_original', ''), ('title_original', ''), _negated=True), models.Q(('original_language', ''), _negated=True)), _connector='OR'), name='cooperation_agreement_says_in_which_language', violation_error_message='Say in which other language the words are, or leave both empty.'),
        ),
    ]
