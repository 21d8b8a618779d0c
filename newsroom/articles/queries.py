"""Querysets of articles, editions and versions."""

from datetime import datetime
from typing import Any, Self

from django.db.models import Exists, F, OuterRef

from newsroom.articles.states import correction_q, in_work_q
from newsroom.publishing.interval import IntervalQuerySet, approved_q, once_public_q, public_q
from newsroom.publishing.naming import NamedQuerySet
from newsroom.publishing.relations import related


class ArticleQuerySet(NamedQuerySet):
    """Articles: public when a version of one of their editions is."""


class EditionQuerySet(IntervalQuerySet):
    """Editions: public when one of their versions is."""

    def _with(self, condition: Any) -> Self:
        versions = related(self.model, "versions")
        return self.filter(Exists(versions.filter(condition, edition=OuterRef("pk"))))

    def public(self, at: datetime) -> Self:
        return self._with(public_q(at))

    def approved(self, at: datetime) -> Self:
        return self._with(approved_q(at))

    def once_public(self, at: datetime) -> Self:
        return self._with(once_public_q(at))

    def in_language(self, language: str) -> Self:
        return self.filter(language=language)


class VersionQuerySet(IntervalQuerySet):
    """Versions; the public ones are what readers see."""

    def in_language(self, language: str) -> Self:
        return self.filter(edition__language=language)

    def of_editions(self, editions: Any) -> Self:
        return self.filter(edition__in=editions)

    def newest_first(self) -> Self:
        """Order by the edition's first publication, so that a correction does not move to the top."""
        return self.order_by(F("edition__first_public_from").desc(nulls_last=True), "-edition__pk")

    def reporting(self, *ways: Any) -> Self:
        """Return the stories that match any of `ways`, conditions on the article."""
        articles = related(related(self.model, "edition").model, "article")
        first, *others = (articles.filter(way).values("pk") for way in ways)
        return self.filter(edition__article__in=first.union(*others) if others else first)

    def oldest_first(self) -> Self:
        return self.order_by(F("edition__first_public_from").asc(nulls_last=True), "edition__pk")

    def corrections(self) -> Self:
        """Return the published versions that tell readers what they changed."""
        return self.filter(correction_q())

    def of_public_editions(self, at: datetime) -> Self:
        editions = related(self.model, "edition")
        return self.filter(Exists(editions.public(at).filter(pk=OuterRef("edition"))))

    def in_work(self) -> Self:
        return self.filter(in_work_q())

    def with_article(self) -> Self:
        return self.select_related("edition__article__section")

    def without_body(self) -> Self:
        """Defer the body, which no list reads."""
        return self.defer("body")
