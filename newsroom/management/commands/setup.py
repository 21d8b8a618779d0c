"""`manage.py setup`: create an empty site with its administrator and settings."""

import getpass
import sys
import zoneinfo
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from newsroom.articles import install as sections
from newsroom.cooperation import install as fields
from newsroom.languages import code_of
from newsroom.launch.errors import LaunchError
from newsroom.management import accounts
from newsroom.masthead.models import SiteSettings
from newsroom.places import install as places
from newsroom.places.models import Place
from newsroom.terms import install as terms
from newsroom.website import install as pages

QUESTIONS = {
    "home": "The home city's address word (Latin, such as beijing or harbourton)",
    "name_zh": "The site's name in Chinese",
    "name_en": "The site's name in English",
    "language": "The first language, zh or en",
    "time_zone": "The office's time zone (such as Asia/Shanghai)",
    "username": "The first account's name",
}

# What is asked of a home that is not among the places that come with the house.
OF_THE_HOME = {
    "home_name_zh": "The home city's name in Chinese",
    "home_name_en": "The home city's name in English",
    "home_country": "The home city's country or region, two letters such as CN or DE",
}
NO_SUCH_HOME = (
    "No place has the address word {home}: give one from the list of places, or enter it with --home-name-zh, "
    "--home-name-en and --home-country."
)


class Command(BaseCommand):
    """Ask, or take as options, what an empty site must know; then make it."""

    help = "Set up an empty site: home place, languages, time zone, first account. Asks for what is not given."

    def add_arguments(self, parser: CommandParser) -> None:
        for name, question in (QUESTIONS | OF_THE_HOME).items():
            parser.add_argument(f"--{name.replace('_', '-')}", default="", help=question)
        parser.add_argument("--password", default="", help="the first account's password (better: be asked)")

    def handle(self, **options: Any) -> None:
        self.stdout.write("Bringing the database up to date ...")
        call_command("migrate", interactive=False, verbosity=0)
        if SiteSettings.objects.exists() and get_user_model().objects.exists():
            raise LaunchError("This site has been set up already: change it in the desk, at /admin/.")
        for lists in (places, terms, fields, sections, pages):
            lists.install()
        answers = {name: options[name] or ask(question) for name, question in QUESTIONS.items()}
        answers |= self.asked_of_home(answers["home"], options)
        settle(answers, options["password"] or ask_password())
        self.stdout.write("The site is ready: python3 manage.py serve, then sign in at /admin/.")
        self.stdout.write("There, look through Site settings (colours, logo, footer), Sections and Pages first.")

    def asked_of_home(self, home: Any, options: Any) -> dict:
        """Return what must be known of a home city that did not come with the house, nothing of one that did."""
        if Place.objects.filter(slug=home).exists():
            return {}
        if not sys.stdin.isatty() and not all(options[name] for name in OF_THE_HOME):
            raise LaunchError(NO_SUCH_HOME.format(home=home))
        self.stdout.write(f"No place has the address word {home} yet, so it is entered now.")
        return {name: options[name] or ask(question) for name, question in OF_THE_HOME.items()}


def ask(question: Any) -> Any:
    """Return the operator's answer; refuse, with a sentence, where nobody can be asked."""
    if not sys.stdin.isatty():
        raise LaunchError(f"Nobody is here to be asked: give it as an option. Missing: {question}.")
    while not (answer := input(f"{question}: ").strip()):
        pass
    return answer


def ask_password() -> Any:
    """Return a password that was typed twice alike."""
    if not sys.stdin.isatty():
        raise LaunchError("Nobody is here to be asked for the password: give --password.")
    while (password := getpass.getpass("Password: ")) != getpass.getpass("The same again: "):
        print("They differ.", file=sys.stderr)
    return password


@transaction.atomic
def settle(answers: Any, password: str) -> None:
    """Make what the answers say, all of it or nothing."""
    home = answers["home"]
    if not Place.objects.filter(slug=home).exists():
        make_home(home, answers["home_name_zh"], answers["home_name_en"], answers["home_country"].upper())
    if answers["time_zone"] not in zoneinfo.available_timezones():
        raise LaunchError(
            f"There is no time zone {answers['time_zone']}: give one such as Asia/Shanghai or Europe/Berlin."
        )
    try:
        language = code_of(answers["language"])
    except KeyError:
        raise LaunchError("The first language is zh or en.") from None
    told = {name: answers[name] for name in ("name_zh", "name_en", "home", "time_zone")}
    SiteSettings.objects.update_or_create(pk=1, defaults=told | {"first_language": language})
    accounts.make_first(answers["username"], password)


def make_home(slug: str, name_zh: Any, name_en: Any, country: Any) -> None:
    """Enter a home city that did not come with the house."""
    parent = Place.objects.country_or_region(country)
    if parent is None:
        raise LaunchError(f"No country or region has the letters {country}: give two such as CN or DE.")
    place = Place(slug=slug, name_zh=name_zh, name_en=name_en, country=country, parent=parent)
    try:
        place.full_clean()
    except ValidationError as error:
        raise LaunchError(f"{slug} cannot be a place: {' '.join(error.messages)}") from error
    place.save()
