"""An office at work: one enters, another approves, everybody reads. Nothing here goes past the desk's own pages."""

import re
from html import unescape

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from newsroom.articles.models import Article, Version
from newsroom.languages import EN, LANGUAGES, ZH, prefix_of
from newsroom.masthead.models import SiteSettings
from newsroom.pages.table import DATA, LIST, MACHINE, of_kind
from newsroom.people.models import Office, Person
from newsroom.places.models import Place
from newsroom.publishing.amending.amendments import waiting_for
from tests import factories
from tests.desk.typing import send
from tests.leak import addresses
from tests.pressing import press
from tests.records.entering import Desk, complaints
from tests.records.reading import read


class House:
    """An editor at the desk, a publisher who approves, a reader who is nobody."""

    def __init__(self, home: str = "ningbo"):
        SiteSettings.objects.create(pk=1, home=home, name_zh="合作处", name_en="Cooperation Desk")
        self.desk = Desk(Client(), factories.user("editor", language="en"))
        self.publisher, self.reader = Client(), Client()
        self.publisher.force_login(factories.user("publisher", language="en"))
        self.section = factories.article().section
        Article.objects.all().delete()
        self.enter = self.desk.enter

    # Entering

    def city(self, name_zh: str, name_en: str, **facts) -> Place:
        where = {} if "parent" in facts else {"country": "CN"}
        return self.enter(Place, name_zh=name_zh, name_en=name_en, **({"level": "city"} | where | facts))

    def person(self, name_zh: str, name_en: str = "", **facts) -> Person:
        return self.enter(Person, name_zh=name_zh, name_en=name_en, **facts)

    def office(self, name_zh: str, name_en: str = "", **facts) -> Office:
        return self.enter(Office, name_zh=name_zh, name_en=name_en, **facts)

    def story(
        self, *, zh: str = "", en: str = "", body_zh: str = "正文。", body_en: str = "Words.", **links
    ) -> Article:
        """Enter a story by its headlines and, where it has one, its bodies; `links` are the records that it reports."""
        typed = {"section": self.section.pk} | {
            name: [one.pk for one in value] if isinstance(value, list | tuple) else value
            for name, value in links.items()
        }
        for language, headline, body in ((ZH, zh, body_zh), (EN, en, body_en)):
            if headline:
                typed |= {f"{language}-headline": headline, f"{language}-body": body}
        answer = send(self.desk.client, reverse("admin:articles_article_add"), **typed)
        assert answer.status_code == 302, complaints(answer)
        return Article.objects.latest("pk")

    # Approving

    def approve(self, article: Article) -> Article:
        """Submit what is in work, as the editor, and approve it, as the publisher: each language by its own button."""
        for version in Version.objects.in_work().filter(edition__article=article):
            for client, name in ((self.desk.client, "submit"), (self.publisher, "approve")):
                answer = press(client, reverse("admin:articles_deed", args=[name, version.pk]))
                assert answer.status_code == 302, re.findall(r'class="error[^>]*>(.*?)<', answer.text)
        return article

    def publish(self, **words) -> Article:
        return self.approve(self.story(**words))

    def release(self, record):
        self._press(record, "release")

    def _press(self, record, name: str, **typed):
        address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])
        assert press(self.publisher, address, typed).status_code == 302, record

    def propose(self, record, rows: dict | None = None, **typed):
        """Propose a change of what readers see, in the record's own form; return the answer."""
        address = reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_amend", args=[record.pk])
        return self.desk.post(address, rows, **typed)

    def amend(self, record, rows: dict | None = None, note_en: str = "A fact was put right.", **typed):
        """Propose a change as the editor and approve it as the publisher; return the record as it is afterwards."""
        answer = self.propose(record, rows, **typed)
        assert answer.status_code == 302, complaints(answer)
        approving = reverse("admin:amendment_approve", args=[waiting_for(record).pk])
        answer = press(self.publisher, approving, {"note_en": note_en})
        assert answer.status_code == 302, answer.text
        return type(record).objects.get(pk=record.pk)

    # Reading

    def read(self, record, language: str) -> str:
        """Return the words of a record's page; `record` may be an address without its language."""
        path = f"/{prefix_of(language)}{record}" if isinstance(record, str) else record.address_in(language)
        return read(self.reader, path)

    def status(self, record, language: str = EN) -> int:
        return self.reader.get(record.address_in(language)).status_code

    def everything(self, *, search: tuple[str, ...] = ()) -> dict[str, str]:
        """Return what every page that gathers says, data and machines' lists among them, by its address."""
        cache.clear()
        asked = [reverse(row.name) for row in of_kind(MACHINE)]
        for language in LANGUAGES:
            asked += [address for row in of_kind(LIST, DATA) for address in addresses.plain(row.name, language)]
            asked += [f"/{prefix_of(language)}/search/?q={words}" for words in search]
        return {address: self._said(address) for address in asked}

    def _said(self, address: str) -> str:
        answer = self.reader.get(address)
        said = answer.getvalue() if answer.streaming else answer.content
        return unescape(said.decode(errors="replace").replace("<wbr>", ""))

    def found(self, words: str, language: str = EN) -> str:
        return self.read(f"/search/?q={words}", language)

    def offered(self, model: str, field: str, words: str) -> list[str]:
        """Return what the desk offers for words typed into a choice of another record."""
        app, name = model.split(".")
        asked = {"app_label": app, "model_name": name, "field_name": field, "term": words}
        answer = self.desk.client.get(reverse("admin:autocomplete"), asked)
        return [result["text"] for result in answer.json()["results"]]


def telling(pages: dict[str, str], *words: str) -> list[str]:
    """Return the addresses of the pages that say one of the words."""
    return [address for address, said in pages.items() if any(word in said for word in words)]
