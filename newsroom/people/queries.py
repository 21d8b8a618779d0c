"""Queryset of tenures."""

from typing import Self

from django.db import models
from django.db.models import Prefetch

from newsroom.publishing.relations import related


class TenureQuerySet(models.QuerySet):
    """Queryset of tenures."""

    def with_sources(self) -> Self:
        """Load the office and the sources of each tenure."""
        citations = related(self.model, "citations").select_related("source")
        return self.select_related("office").prefetch_related(Prefetch("citations", queryset=citations))
