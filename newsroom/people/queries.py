"""Which terms of office."""

from typing import Self

from django.db import models
from django.db.models import Prefetch

from newsroom.publishing.relations import related


class TenureQuerySet(models.QuerySet):
    """Terms of office, in the reader's words."""

    def with_sources(self) -> Self:
        """Load the office of each term and the sources that say so."""
        citations = related(self.model, "citations").select_related("source")
        return self.select_related("office").prefetch_related(Prefetch("citations", queryset=citations))
