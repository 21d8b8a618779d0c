"""Which articles, editions and versions."""

from django.db.models import Exists, F, OuterRef

from newsroom.publishing.interval import IntervalQuerySet, approved_q, once_public_q, public_q
from newsroom.publishing.naming import NamedQuerySet


class ArticleQuerySet(NamedQuerySet):
    """Articles: public when a version of one of their editions is."""


class EditionQuerySet(IntervalQuerySet):
    """Editions: public when one of their versions is."""

    def _with(self, condition):
        versions = self.model._meta.get_field("versions").related_model
        return self.filter(Exists(versions.objects.filter(condition, edition=OuterRef("pk"))))

    def public(self, at):
        return self._with(public_q(at))

    def approved(self, at):
        return self._with(approved_q(at))

    def once_public(self, at):
        return self._with(once_public_q(at))

    def in_language(self, language: str):
        return self.filter(language=language)


class VersionQuerySet(IntervalQuerySet):
    """Versions; the public ones are what readers see."""

    def in_language(self, language: str):
        return self.filter(edition__language=language)

    def newest_first(self):
        """By the edition's first publication, so that a correction does not jump to the top."""
        return self.order_by(F("edition__first_public_from").desc(nulls_last=True), "-edition__pk")

    def for_pair(self, pair):
        articles = self.model.edition.field.related_model.article.field.related_model
        reports = articles.objects.filter(pk=OuterRef("edition__article"))
        return self.filter(
            Exists(reports.filter(events__pairs=pair))
            | Exists(reports.filter(agreements__pairs=pair))
            | Exists(reports.filter(pairs=pair))
        )

    def in_work(self):
        return self.filter(state__in=["draft", "submitted", "returned"])

    def with_article(self):
        return self.select_related("edition__article__section")

    def without_body(self):
        """Lists never read a body text."""
        return self.defer("body")
