"""python3 manage.py bench: Django's own frame for a command, around one that stands beside the tests."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()

    from tests.bench.command import Command

    Command().run_from_argv(["manage.py", "bench", *sys.argv[1:]])
