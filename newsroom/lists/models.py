"""The rows of the index of lists, and what they were built from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One posting of the index: a record under one of its words, with its rank in the list; see `lists.index`.

    It says nothing of who may see the record; that is asked of the record itself, each time.
    """

    key = models.CharField(max_length=60)  # "stories-en", and for each narrowing "stories-en:place:12"
    rank = models.BigIntegerField()  # the higher, the newer
    object_id = models.PositiveBigIntegerField()

    class Meta:
        db_table = "publishing_entry"  # made when the model stood there
        constraints = [
            models.UniqueConstraint(
                fields=["key", "rank", "object_id"],
                name="publishing_entry_stands_once",
                violation_error_message=_("This entry stands in the index already."),
            )
        ]
        indexes = [models.Index(fields=["object_id", "key"], name="publishing_entries_of_a_record")]

    def __str__(self) -> str:
        return f"{self.key} {self.object_id}"


class BuiltIndex(models.Model):
    """From which declaration an index was last built: one that differs is rebuilt by `manage.py migrate`.

    A data migration that changes what an index reads (`.update()` of records) deletes the row of that index here.
    """

    name = models.CharField(max_length=40, primary_key=True)
    fingerprint = models.CharField(max_length=64)  # `Index.fingerprint`

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
