"""`manage.py words`: gather the interface's messages into the catalogues and compile them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsroom import catalogues
from newsroom.management import messages, translations


class Command(BaseCommand):
    """Bring the written catalogues up to the code, compile them, and name what is not translated."""

    help = "Gather the words of the interface into the catalogues, compile them, and name what wants a translation."

    def handle(self, **options: Any) -> None:
        gathered = messages.gather()
        missing = []
        for path in catalogues.written():
            catalogue = messages.read(path)
            messages.merge(catalogue, gathered)
            if catalogues.language_of(path) == messages.SOURCE_LANGUAGE:
                messages.fill(catalogue)
            catalogue.save(str(path))
            missing += [f"{path.relative_to(settings.BASE_DIR)}: {e.msgid}" for e in messages.untranslated(catalogue)]
        translations.prepare(catalogues.compiled_folder(settings.DATA_DIR))
        if missing:
            raise CommandError("\n".join(["Translate these, then run the command again:", *missing]))
        self.stdout.write(f"{len(gathered)} messages, all translated.")
