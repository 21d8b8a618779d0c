"""Call the content hash of the logo what it is."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("masthead", "0002_description")]

    operations = [migrations.RenameField("SiteSettings", "logo_word", "logo_hash")]
