"""People’s congresses, CPPCC committees and councils are kinds of their own; `cooperation` tells the old ones apart."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_first'),
    ]

    operations = [
        migrations.AlterField(
            model_name='institution',
            name='kind',
            field=models.CharField(choices=[('party', 'Party committee'), ('government', 'government'), ('congress', 'people’s congress'), ('cppcc', 'CPPCC committee'), ('council', 'council or parliament'), ('bureau', 'bureau or department'), ('university', 'university'), ('institute', 'research institute'), ('hospital', 'hospital'), ('school', 'school'), ('company', 'company'), ('port', 'port'), ('zone', 'development zone'), ('chamber', 'chamber of commerce'), ('association', 'association'), ('museum', 'museum or library'), ('embassy', 'embassy or consulate'), ('network', 'network of cities'), ('other', 'other body')], default='other', max_length=20, verbose_name='kind'),
        ),
    ]
