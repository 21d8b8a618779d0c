"""Which people."""

from django.db import models
from django.db.models import Prefetch

from newsroom.publishing.naming import NamedQuerySet
from newsroom.publishing.relations import related


class PersonQuerySet(NamedQuerySet):
    """People, in the reader's words."""

    def public(self, at):
        """Whom something public names, unless a deed has hidden them."""
        return super().public(at).filter(hidden_at__isnull=True)


class TenureQuerySet(models.QuerySet):
    """Terms of office, in the reader's words."""

    def with_sources(self):
        """Load the office of each term and the sources that say so."""
        citations = related(self.model, "citations").select_related("source")
        return self.select_related("office").prefetch_related(Prefetch("citations", queryset=citations))
