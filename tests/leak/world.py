"""Test world of the leak proof: a site with one public story, surrounded by hidden records."""

from datetime import datetime, timedelta
from types import SimpleNamespace

from django.db import models

from newsroom.articles import deeds
from newsroom.articles.models import Article, ArticleCitation, ArticlePhoto, Edition, Version
from newsroom.cooperation.models import (
    AgreementCitation,
    Appearance,
    Approval,
    DelegationCitation,
    EventCitation,
    FollowUp,
    FollowUpCitation,
    Party,
    StageCitation,
)
from newsroom.languages import LANGUAGES
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person, Tenure, TenureCitation
from newsroom.publishing import clock, release
from newsroom.website.models import Page
from tests import factories
from tests.leak.hush import Hush, fill

HOUR = timedelta(hours=1)


class World:
    """Creates the site. `records` maps each kind to its records, the public one first."""

    def __init__(self):
        self.hush = Hush()
        self.now: datetime = clock.moment()
        self.editor, self.publisher = factories.user("editor"), factories.user("publisher")
        self.records: dict[str, list] = {}
        self.home = factories.place("Harbour", slug="harbour", name_zh="海港", longitude="121.5", latitude="29.9")
        SiteSettings.objects.create(pk=1, name_en="Harbour Cooperation", name_zh="海港合作", home="harbour")
        for slug in ("about", "accessibility"):
            Page.objects.create(
                slug=slug, title_en=slug.title(), title_zh="页面", body_en="<p>Text.</p>", body_zh="<p>字。</p>"
            )
        self.shown = self.story("shown")
        self.publish(self.shown.article)
        release.release(self.shown.later_stage, by=self.publisher)
        for edition in self.shown.article.editions.all():
            self.revise(edition, "What readers see")
        self.far = factories.place("Far Sound")
        release.release(factories.event(factories.pair(self.home, self.far)), by=self.publisher)
        Person.objects.filter(pk=self.shown.guest.pk).update(hidden_at=self.now)

    def keep(self, kind: str, record):
        self.records.setdefault(kind, []).append(record)
        return record

    def story(self, name: str, word: str = "") -> SimpleNamespace:
        """Create a story with one record of every kind; `word` is written into every text of all of them."""
        s = SimpleNamespace(made=[], name=name)

        def new(kind: str, record: models.Model):
            s.made.append(record)
            return self.keep(kind, record)

        for lay in (self.lay_names, self.lay_journey, self.lay_signing, self.lay_article, self.lay_citations):
            lay(s, new)
        rows = (s.event.appearances, s.delegation.appearances, s.agreement.parties)
        s.made += [row for manager in rows for row in manager.all()] + s.versions
        if word:
            for record in s.made:
                fill(record, word)
        return s

    def lay_names(self, s, new) -> None:
        s.place = new("place", factories.place(f"Sister {s.name}", longitude="10.5", latitude="50.5", country="DE"))
        s.pair = new("pair", factories.pair(self.home, s.place))
        s.host, s.guest, s.signatory = (
            new("person", factories.person(f"{part} {s.name}")) for part in ("Host", "Guest", "Signatory")
        )
        s.office = new("office", factories.office(f"Mayor of {s.name}", place=s.place))
        s.site, s.party, s.sender = (
            new(
                "institution",
                factories.institution(f"{kind} {s.name}", place=s.place, short_en=f"{kind[:2]} {s.name}"),
            )
            for kind in ("Works", "College", "Chamber")
        )
        new("office", factories.office(f"Head of {s.name}", institution=s.party))
        s.tenure = new("row", Tenure.objects.create(person=s.host, office=s.office, began="2018"))

    def lay_journey(self, s, new) -> None:
        s.delegation = new("delegation", factories.delegation(s.place, s.sender, members=(s.guest,), days="2019-08"))
        talks = factories.event(s.pair, people=(s.host,), delegation=s.delegation, name_en=f"Talks {s.name}")
        s.event = new("event", talks)
        new("row", factories.site(s.event, s.site))
        new("row", factories.site(s.event, words_en=f"The old lighthouse {s.name}"))
        clerk = {"printed_en": f"Clerk {s.name}", "place": s.place, "parts": ["spoke"], "order": 9}
        new("row", Appearance.objects.create(event=s.event, **clerk))
        s.league = new("institution", factories.institution(f"League {s.name}"))
        s.deputy = new("person", factories.person(f"Deputy {s.name}"))
        absent = {"printed_en": f"Speaker {s.name}", "institution": s.league, "represented_by": s.deputy}
        new("row", Appearance.objects.create(event=s.event, parts=["represented"], order=10, **absent))
        for appearance in (*s.event.appearances.all(), *s.delegation.appearances.all()):
            appearance.offices.add(s.office)

    def lay_signing(self, s, new) -> None:
        where = {"pairs": (s.pair,), "event": s.event, "signed_in": s.place}
        s.agreement = new("agreement", factories.agreement(s.party, s.place, **where))
        s.approver = new("institution", factories.institution(f"Congress {s.name}", place=s.place))
        approval = Approval.objects.create(agreement=s.agreement, approved="2019-09", institution=s.approver)
        new("row", approval)
        friends = {"words_en": f"Friends {s.name}", "signatory": s.signatory, "order": 9}
        new("row", Party.objects.create(agreement=s.agreement, **friends))
        stage = factories.stage(s.pair, "friendly-exchange", agreement=s.agreement, word_en=f"twin {s.name}")
        s.stage = new("row", stage)
        later = factories.stage(s.pair, "sister-city", reached="2020", word_en=f"sister {s.name}")
        s.later_stage = new("row", later)
        new("row", factories.stage(s.pair, "ended", reached="2021", ended_by=s.place))
        pier = {"words_en": f"A pier {s.name}", "happened": "2020"}
        s.follow_up = new("row", FollowUp.objects.create(agreement=s.agreement, **pier))

    def lay_article(self, s, new) -> None:
        s.article = new("article", factories.article(events=[s.event], agreements=[s.agreement], by=self.editor))
        s.article.pairs.add(s.pair)
        s.photo = new("photo", factories.photo(f"pixels {s.name}".encode(), caption_en=f"A handshake {s.name}"))
        new("row", ArticlePhoto.objects.create(article=s.article, photo=s.photo))
        s.seen = new("person", factories.person(f"Seen {s.name}"))
        new("row", factories.pictured(s.seen, photo=s.photo))
        new("row", factories.pictured(photo=s.photo, words_en=f"An interpreter {s.name}", order=1))
        s.versions = [factories.draft(s.article, language, by=self.editor) for language in LANGUAGES]

    def lay_citations(self, s, new) -> None:
        for citation, of in (
            (EventCitation, {"event": s.event}),
            (DelegationCitation, {"delegation": s.delegation}),
            (AgreementCitation, {"agreement": s.agreement}),
            (StageCitation, {"stage": s.stage}),
            (FollowUpCitation, {"follow_up": s.follow_up}),
            (TenureCitation, {"tenure": s.tenure}),
            (ArticleCitation, {"article": s.article}),
        ):
            words = {"title_en": f"Page {s.name}", "outlet_en": f"Gazette {s.name}"}
            page = new("source", factories.source(f"Text {s.name}".encode(), **words))
            new("row", citation.objects.create(source=page, says_en=f"110 people {s.name}", **of))

    def publish(self, article: Article, at: datetime | None = None) -> None:
        versions = Version.objects.in_work().filter(edition__article=article)
        for version in versions:
            deeds.submit(version, by=self.editor)
        deeds.approve(*Version.objects.filter(pk__in=[v.pk for v in versions]), by=self.publisher, at=at)

    def revise(self, edition: Edition, headline: str, at: datetime | None = None) -> Version:
        """Approve a correction of a public edition, now or for a moment to come."""
        version = deeds.correct(edition, by=self.editor)
        deeds.write(version, by=self.editor, headline=headline, change_note="A name was wrong.")
        deeds.submit(version, by=self.editor)
        deeds.approve(version, by=self.publisher, at=at)
        return version
